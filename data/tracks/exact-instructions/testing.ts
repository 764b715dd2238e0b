import type { ExactItem } from "@stepladder/schema";
import { testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ExactItem>(track, import.meta.url);
