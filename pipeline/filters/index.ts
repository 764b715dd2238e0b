import type { Filter } from "../core/mining.ts";

/** All filters that look at one procedure alone, in the order in which they are asked. */
export const filters: readonly Filter[] = [];
