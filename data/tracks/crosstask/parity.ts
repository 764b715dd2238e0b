import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { assign } from "@stepladder/wasm/metrics/pointing/assign.ts";
import { plainNumbers } from "../records.ts";
import { itemId } from "./gold.ts";
import track from "./track.ts";

interface Assigned {
  readonly T: number;
  readonly K: number;
  readonly cost: readonly (readonly number[])[];
}

interface DpCase extends Assigned {
  readonly exactly_one: boolean;
  readonly bg_cost: number;
  readonly assignment_step_per_frame: readonly number[];
}

interface RecallCase {
  readonly videos: readonly (Assigned & {
    readonly task: string;
    readonly video: string;
    readonly annotation_csv_rows: readonly (readonly [step: number, start: number, end: number])[] | null;
    readonly decoded: readonly number[];
  })[];
  readonly recall_per_task: Readonly<Record<string, number>>;
  readonly avg_recall: number;
}

/** dp.pyx and train.py (get_recalls) of DmZhukov/CrossTask @ 9e6fdcc on synthetic scores and segments. */
const parity: Parity = {
  track: "crosstask",
  folder: "crosstask-htmalign",
  async *cases(files, kernels) {
    yield compared(files, "crosstask_dp_cases.json", "ordered assignments", (cases: readonly DpCase[]) => assignments(cases, kernels));
    yield compared(files, "crosstask_recall_case.json", "average recall", (one: RecallCase) => recalls(one, kernels));
  },
};
export default parity;

async function compared<Golden>(
  files: GoldenFiles,
  file: string,
  name: string,
  compare: (golden: Golden) => Comparing | Promise<Comparing>,
): Promise<ParityCase> {
  const source = files.get(`golden/${file}`);
  if (source === undefined) return { name, compared: 0, different: [], absent: `${file} is not at hand` };
  return (await compare((await read(source)) as Golden)).result(name);
}

async function read(source: Source): Promise<unknown> {
  const records = (await Array.fromAsync(readSource(source, { problem: () => {} }))).flat().map(({ value }) => plainNumbers(value));
  return source.name.includes("cases") ? records : records[0];
}

function assigned({ T, K, cost }: Assigned, how: Parameters<typeof assign>[1], kernels: Kernels): readonly number[] {
  return [...assign({ frames: T, steps: K, scores: Float32Array.from(cost.flat()) }, how, kernels)];
}

/** The step of every frame. */
function assignments(cases: readonly DpCase[], kernels: Kernels): Comparing {
  const comparing = new Comparing();
  for (const [c, one] of cases.entries()) {
    const steps = assigned(one, { exactlyOne: one.exactly_one, background: one.bg_cost }, kernels);
    for (const [t, step] of one.assignment_step_per_frame.entries()) comparing.same(`case ${c}, frame ${t}`, steps[t], step);
  }
  return comparing;
}

/** Frames as decoded, then the recall of each task and their mean, of the track as it scores. */
async function recalls({ videos, recall_per_task, avg_recall }: RecallCase, kernels: Kernels): Promise<Comparing> {
  const comparing = new Comparing();
  for (const video of videos) {
    const steps = assigned(video, { exactlyOne: true, background: 0 }, kernels);
    for (const [t, step] of video.decoded.entries()) comparing.same(`${video.video}, frame ${t}`, steps[t], step);
  }
  const annotated = videos.flatMap(({ annotation_csv_rows: rows, ...video }) => (rows === null ? [] : [{ ...video, rows }]));
  const gold = lines(
    annotated.map(({ task, video, K, rows }) => ({
      id: itemId(`${task}_${video}`),
      task,
      steps: K,
      segments: rows.map(([step, start, end]) => ({ step, start, end })),
    })),
  );
  const predictions = lines(
    annotated.map(({ task, video, cost }) => ({
      id: itemId(`${task}_${video}`),
      prediction: { scores: cost.map((row) => row.map((one) => -one)) },
    })),
  );
  const { slices, scores } = await scoreTrack({ track, gold: [gold], predictions: [predictions], kernels });
  for (const [task, recall] of Object.entries(recall_per_task)) {
    comparing.same(`task ${task}`, slices.task?.[task]?.["average-recall"]?.value, recall);
  }
  comparing.same("mean over tasks", scores["average-recall"]?.value, avg_recall);
  return comparing;
}

function lines(records: readonly object[]): Source {
  return fromBlob("records.jsonl", new Blob(records.map((record) => `${JSON.stringify(record)}\n`)));
}
