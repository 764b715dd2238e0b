import type { GivenFile } from "../../scripts/given.ts";
import type { ScoringPool } from "../../workers/bridge.ts";
import type { ItemList } from "../../workers/messages.ts";
import type { Explored } from "./explored.ts";
import { groundingSteps } from "./viewers/grounding/steps.ts";
import type { Viewers } from "./viewers/index.ts";
import { inducedSteps } from "./viewers/induced/steps.ts";

/** One line per kind of record. No track has them, so a page that only scores does not fetch what draws them. */
const recordViewers: Viewers = {
  grounding: { steps: groundingSteps, load: () => import("./viewers/grounding/Viewer.tsx") },
  induced: { steps: inducedSteps, load: () => import("./viewers/induced/Viewer.tsx") },
};

/** Alignments or step graphs, each read again as it is looked at. */
export function exploredRecords(pool: Pick<ScoringPool, "record">, files: readonly GivenFile[], list: ItemList): Explored {
  return { list: async () => ({ ok: true, value: list }), look: (at) => pool.record(files, at), viewers: recordViewers };
}
