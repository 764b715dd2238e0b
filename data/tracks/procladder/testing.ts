import type { StatesItem } from "@stepladder/schema";
import { testing } from "../testing.ts";
import track from "./track.ts";

export { statesPrompted as prompted } from "../states/testing.ts";
export const { fixtures, score, goldItems } = testing<StatesItem>(track, import.meta.url);
