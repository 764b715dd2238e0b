import type { LabelsPrediction } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { labels as labelsFamily } from "@stepladder/wasm/metrics/labels/measure.ts";
import type { Fields } from "../records.ts";
import { labelsCodec, officialInt, officialLabels } from "./labels.ts";
import track from "./track.ts";
import { recordKey, trajectoryAt } from "./trajectories.ts";

/** All records of an official output. */
export async function goldenRecords(source: Source): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value);
  return all;
}

interface EdgeCase {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly result: unknown;
}

/** Single calls of the official functions; where Python raises, ours has to refuse the record. */
export async function edgeCases(files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const name = "compare.py edge cases";
  const source = files.get("golden/compare_edge_cases.json");
  if (source === undefined) return { name, compared: 0, different: [], absent: "golden/compare_edge_cases.json is not at hand" };
  const comparing = new Comparing();
  for (const [i, edge] of ((await goldenRecords(source)) as EdgeCase[]).entries()) {
    const raises = typeof edge.result === "string" && edge.result.startsWith("raises ");
    comparing.same(`${i + 1} ${edge.fn}`, outcome(edge, kernels), raises ? "raises" : JSON.stringify(edge.result));
  }
  return comparing.result(name);
}

function outcome(edge: EdgeCase, kernels: Kernels): unknown {
  try {
    return JSON.stringify(call(edge, kernels) ?? null);
  } catch (error) {
    if (error instanceof RecordProblem) return "raises";
    throw error;
  }
}

function call({ fn, args: [first, second] }: EdgeCase, kernels: Kernels): unknown {
  if (fn === "_to_int_or_none") return officialInt(first, "label");
  if (fn === "_normalize_step_labels") return officialLabels(first, "step_labels", "");
  if (fn === "_first_neg1_index") return firstErrorSeen({ labels: officialLabels(first, "step_labels", "") }, kernels);
  return recordKey(first as Fields, second as string) ?? refusal(first);
}

/** A record without a key is refused when it is read. */
function refusal(record: unknown): unknown {
  return track.formats[0]?.read({ value: record, file: "bfcl__run.jsonl" });
}

/** Which first error the kernel takes a prediction's for: of golds with one error each, at 0 to 20, or none (-1), the one that matches. */
function firstErrorSeen(prediction: LabelsPrediction, kernels: Kernels): number | undefined {
  const measure = labelsFamily(labelsCodec);
  const column = measure.statistics.findIndex(({ id }) => id === "first-error-match");
  const places = Array.from({ length: 22 }, (_, i) => i - 1);
  const gold = measure.gold();
  for (const place of places) gold.add({ labels: place < 0 ? { 0: 1 } : { [place]: -1 } });
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const i of places.keys()) measurer.add(i, prediction);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const seen = places.filter((_, i) => rows[i * measure.statistics.length + column] === 1);
  return seen.length === 1 ? seen[0] : undefined;
}

interface Duplicates {
  readonly case: string;
  readonly lines: readonly (Fields & { readonly n: string })[];
  /** Official key to the record that is kept. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Which of several records of a trajectory is scored: each carries its place as the label of one step. */
export async function duplicateResolution(files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const name = "records of one trajectory";
  const source = files.get("golden/duplicate_resolution.json");
  if (source === undefined) return { name, compared: 0, different: [], absent: "golden/duplicate_resolution.json is not at hand" };
  const comparing = new Comparing();
  for (const { case: own, lines, kept } of (await goldenRecords(source)) as Duplicates[]) {
    const [key = "", letter = ""] = Object.entries(kept)[0] ?? [];
    comparing.same(`${own}: trajectories`, Object.keys(kept).length, 1);
    comparing.same(own, await keptRecord(Number(key.slice("ti:".length)), lines, kernels), letter);
  }
  return comparing.result(name);
}

const KEPT = { "incorrect-as-incorrect": -1, "incorrect-as-neutral": 0, "incorrect-as-correct": 1 } as const;

async function keptRecord(total: number, lines: Duplicates["lines"], kernels: Kernels): Promise<string | undefined> {
  const { id = "", dataset = "", question = "" } = trajectoryAt(total) ?? {};
  const gold = fromBlob("gold.jsonl", new Blob([JSON.stringify({ id, dataset, question, labels: { 0: -1 }, final: -1 })]));
  const written = lines.map((line, i) => `${JSON.stringify({ ...line, step_labels: { 0: i - 1 } })}\n`);
  const mark = kernels.arena.mark();
  const predictions = [fromBlob(`${dataset}__run.jsonl`, new Blob(written))];
  const { items } = await scoreTrack({ track, gold: [gold], predictions, kernels });
  kernels.arena.release(mark);
  const [told] = Object.entries(KEPT).filter(([statistic]) => items[0]?.statistics[statistic] === 1);
  return told === undefined ? undefined : lines[told[1] + 1]?.n;
}
