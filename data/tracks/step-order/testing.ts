import type { OrderItem } from "@stepladder/schema";
import { testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<OrderItem>(track, import.meta.url);
