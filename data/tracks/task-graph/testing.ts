import type { TaskGraphItem } from "@stepladder/schema";
import { testing } from "../testing.ts";
import track from "./track.ts";

export { file, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<TaskGraphItem>(track, import.meta.url);
