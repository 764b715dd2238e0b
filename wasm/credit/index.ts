import type { Method } from "./contract.ts";
import { pprRenorm } from "./ppr/method.ts";

/** Every way of giving credit, in the order that the lab shows. */
export const methods: readonly Method[] = [pprRenorm];
