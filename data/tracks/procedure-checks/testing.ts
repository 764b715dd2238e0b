import type { ChecksItem } from "@stepladder/schema";
import { testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<ChecksItem>(track, import.meta.url);
