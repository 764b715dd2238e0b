import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import track from "./track.ts";

const EXPECTED = "expected_llm_baseline_scores.json";

interface Scores {
  readonly precision: unknown;
  readonly recall: unknown;
  readonly f1: unknown;
}

interface Graph extends Scores {
  readonly pred_edges: unknown;
  readonly gold_edges: unknown;
  readonly tp: unknown;
  readonly unmapped: readonly unknown[];
}

interface Expected {
  readonly per_scenario: Readonly<Record<string, Graph>>;
  readonly mean: Scores;
}

/** Figures of task-graph-learning/baselines/evaluation.py for the released LLM graphs. */
const parity: Parity = {
  track: "task-graph",
  folder: "task-graphs-dtgl",
  metrics: ["edge-precision", "edge-recall", "edge-f1"],
  async *cases(files, kernels) {
    const name = "LLM baseline";
    const expected = files.get(EXPECTED);
    const gold = below(files, "gold/");
    const predictions = below(files, "predictions/llm-baseline/");
    if (expected === undefined || gold.length === 0 || predictions.length === 0) {
      yield { name, compared: 0, different: [], absent: `${EXPECTED}, gold or predictions are not at hand` };
      return;
    }
    const card = await scoreTrack({ track, gold, predictions, kernels });
    yield compared(name, card, await read(expected));
  },
};
export default parity;

function below(files: GoldenFiles, folder: string): Source[] {
  return [...files].filter(([name]) => name.startsWith(folder)).map(([, source]) => source);
}

async function read(source: Source): Promise<Expected> {
  const batches = await Array.fromAsync(readSource(source, { problem: () => {} }));
  return batches.flat()[0]?.value as Expected;
}

const COLUMNS = {
  pred_edges: "edges-predicted",
  gold_edges: "edges-gold",
  tp: "edge-hits",
  precision: "edge-precision",
  recall: "edge-recall",
  f1: "edge-f1",
} as const;

type Card = Awaited<ReturnType<typeof scoreTrack>>;

function compared(name: string, { items, scores }: Card, { per_scenario, mean }: Expected): ParityCase {
  const comparing = new Comparing();
  comparing.same("graphs", items.length, Object.keys(per_scenario).length);
  for (const { id, statistics } of items) {
    const graph = per_scenario[id.replace(/^cc4d:/, "")];
    for (const [column, statistic] of Object.entries(COLUMNS)) {
      comparing.same(`${id} ${column}`, statistics[statistic], graph?.[column as keyof typeof COLUMNS]);
    }
    comparing.same(`${id} unmapped`, statistics["unknown-nodes"], graph?.unmapped.length);
  }
  for (const part of ["precision", "recall", "f1"] as const) comparing.same(`mean ${part}`, scores[`edge-${part}`]?.value, mean[part]);
  return comparing.result(name);
}
