import type { StatesItem } from "@stepladder/schema";
import { statesPrompted } from "../states/testing.ts";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<StatesItem>(track, import.meta.url);

export const prompted: Prompted<StatesItem> = {
  ...statesPrompted,
  official: { folders: ["procbench"], files: /regenerated_20tasks/, items: 4800 },
};
