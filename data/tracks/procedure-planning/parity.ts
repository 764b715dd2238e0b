import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import type { MetricId } from "@stepladder/wasm/metrics";
import { type Case, plansOf } from "./kepp.ts";
import track from "./track.ts";

const PLANS = "plan/data_lists/test_list.json";
const STEPS = "step/test_data_step_model.json";

/** A system among the released lists, and what PDPP's accuracy.py says of it, in percent to the printed digit. */
interface Golden {
  readonly name: string;
  readonly list: string;
  plan(own: Case): readonly number[] | undefined;
  readonly expected: Partial<Record<MetricId, string>>;
}

const ends = { "first-action-accuracy": "72.98", "last-action-accuracy": "63.37" } as const;

const systems: readonly Golden[] = [
  {
    name: "KEPP, first path",
    list: PLANS,
    plan: ({ graph_action_path }) => graph_action_path?.[0],
    expected: { "plan-success": "17.74", "plan-accuracy": "54.54", "plan-iou": "61.23", ...ends },
  },
  {
    name: "KEPP, second path",
    list: PLANS,
    plan: ({ graph_action_path }) => graph_action_path?.[1],
    expected: { "plan-success": "4.26", "plan-accuracy": "48.21", "plan-iou": "53.87", ...ends },
  },
  // Between the two actions that it predicts stand zeros, of which nothing is compared.
  { name: "KEPP, first and last action", list: STEPS, plan: ({ pred_list }) => pred_list, expected: ends },
];

/** Figures of the plans that KEPP released, by the rules of PDPP's utils/accuracy.py. */
const parity: Parity = {
  track: "procedure-planning",
  folder: "crosstask-planning-kepp",
  metrics: ["plan-success", "plan-accuracy", "plan-iou", "first-action-accuracy", "last-action-accuracy"],
  async *cases(files, kernels) {
    for (const golden of systems) yield await caseOf(golden, files, kernels);
  },
};
export default parity;

async function caseOf({ name, list, plan, expected }: Golden, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const source = files.get(list);
  if (source === undefined) return { name, compared: 0, different: [], absent: `${list} is not at hand` };
  const made = plansOf(await recordsOf(source), plan).map((record) => `${JSON.stringify(record)}\n`);
  const predictions = [fromBlob("plans.jsonl", new Blob(made))];
  const { scores } = await scoreTrack({ track, gold: [source], predictions, kernels });
  const comparing = new Comparing();
  comparing.same("cases", made.length, 3901);
  for (const [id, percent] of Object.entries(expected)) comparing.same(id, ((scores[id]?.value ?? Number.NaN) * 100).toFixed(2), percent);
  return comparing.result(name, Object.keys(expected) as MetricId[]);
}

async function recordsOf(source: Source) {
  return (await Array.fromAsync(readSource(source, { problem: () => {} }))).flat();
}
