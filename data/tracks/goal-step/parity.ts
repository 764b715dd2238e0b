import type { GroundingItem } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { Comparing, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { baselines } from "./baselines.ts";
import { starterCode } from "./starter-code.ts";
import track from "./track.ts";

const GOLD = "data/goalstep_valid.json";

type Figures = (typeof starterCode)[keyof typeof starterCode];

const METRICS = {
  "R@1 .3": "grounding-own-r1-at-30",
  "R@5 .3": "grounding-own-r5-at-30",
  "R@1 .5": "grounding-own-r1-at-50",
  "R@5 .5": "grounding-own-r5-at-50",
} as const;

/** No system's predictions are released: the starter code's scorer was run once on what our baselines predict. */
const parity: Parity = {
  track: "goal-step",
  folder: "ego4d-goalstep",
  metrics: [...Object.values(METRICS), "grounding-own-iou"],
  async *cases(files, kernels) {
    const gold = files.get(GOLD);
    if (gold === undefined) {
      yield { name: "starter code", compared: 0, different: [], absent: `${GOLD} is not at hand` };
      return;
    }
    const items: GroundingItem[] = [];
    for await (const { item } of readGold(track, [gold], [])) items.push(item as GroundingItem);
    for (const { id, title, fit } of baselines) {
      const mark = kernels.arena.mark();
      const predictions = [submission(items, fit(items))];
      const { scores } = await scoreTrack({ track, gold: [gold], predictions, kernels });
      kernels.arena.release(mark);
      yield compared(title, items, scores, starterCode[id as keyof typeof starterCode]);
    }
  },
};
export default parity;

/** The challenge's file of what a baseline says. */
function submission(items: readonly GroundingItem[], predict: ReturnType<(typeof baselines)[number]["fit"]>): Source {
  const results = items.flatMap((item) =>
    item.subtask === "grounding"
      ? [{ clip_uid: item.video, annotation_uid: item.annotation, query_idx: placeOf(item.id), predicted_times: predict(item).segments }]
      : [],
  );
  return fromBlob("challenge.json", new Blob([JSON.stringify({ version: "1.0", challenge: "ego4d_goalstep_challenge", results })]));
}

function placeOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}

type Scores = Awaited<ReturnType<typeof scoreTrack>>["scores"];

function compared(name: string, items: readonly GroundingItem[], scores: Scores, { queries, recall, mIoU }: Figures): ParityCase {
  const comparing = new Comparing();
  comparing.same("queries", items.filter(({ subtask }) => subtask === "grounding").length, queries);
  for (const [figure, metric] of Object.entries(METRICS))
    comparing.same(figure, scores[metric]?.value, recall[figure as keyof typeof METRICS]);
  // numpy adds pairwise; the scorer prints two decimals.
  comparing.same("mIoU", ((scores["grounding-own-iou"]?.value ?? Number.NaN) * 100).toFixed(2), mIoU);
  return comparing.result(name);
}
