import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { pyStrip } from "@stepladder/wasm/lib/python.ts";
import type { Fields } from "../records.ts";
import { officialInt } from "./labels.ts";

/** The four sets, in the paper's order, which is that of the official numbering. */
export const DATASETS = ["hotpotqa", "gaia_dev", "bfcl", "tau2"] as const;

/** Trajectories of a set: 50 questions with 5 each. */
const PER_SET = 250;
const PER_QUESTION = 5;

/** What tells a trajectory: its id here, its set, its question and its place in the official numbering. */
export interface Trajectory {
  readonly id: string;
  readonly dataset: string;
  readonly question: string;
  readonly total: number;
}

/** The trajectory at a place of the official numbering, 0 to 999; absent beyond. */
export function trajectoryAt(total: number): Trajectory | undefined {
  const dataset = DATASETS[Math.floor(total / PER_SET)];
  if (dataset === undefined) return undefined;
  const within = total % PER_SET;
  const question = `${dataset}:${Math.floor(within / PER_QUESTION)}`;
  return { id: `${question}:${within % PER_QUESTION}`, dataset, question, total };
}

/** `hotpotqa__run.jsonl`, `hotpotqa_final.jsonl`, `hotpotqa.jsonl`: official files name their set. */
const FILE = new RegExp(`(?:^|/)(${DATASETS.join("|")})(?:__[^/]*|_final)?(?:\\.[a-z]+)+$`);

/** The set that a record is of: as it says itself, else as its file does. */
function datasetOf({ dataset }: Fields, file: string): string | undefined {
  return typeof dataset === "string" && dataset !== "" ? dataset : FILE.exec(file)?.[1];
}

/** The official key of a record (compare.py, _record_key); absent where the official code raises KeyError. */
export function recordKey(fields: Fields, dataset: string | undefined): string | undefined {
  const total = officialInt(fields.total_index, "total_index");
  if (total !== undefined) return `ti:${total}`;
  const query = officialInt(fields.query_index, "query_index");
  const sample = officialInt(fields.sample_index, "sample_index");
  if (query !== undefined && sample !== undefined) {
    const set = setOf(dataset);
    return set < 0 ? `qs:${query}:${sample}` : `ti:${set * PER_SET + query * PER_QUESTION + sample}`;
  }
  const name = fields.record_id;
  return typeof name === "string" && pyStrip(name) !== "" ? `rid:${pyStrip(name)}` : undefined;
}

/** The trajectory that an official record is of. Throws RecordProblem where there is none: the official code passes such a record over. */
export function trajectoryOf(fields: Fields, file: string): Trajectory {
  const dataset = datasetOf(fields, file);
  const key = recordKey(fields, dataset);
  if (key === undefined || key.startsWith("rid:")) throw noKey(fields);
  const set = setOf(dataset);
  if (set < 0 && (dataset !== undefined || !key.startsWith("ti:"))) {
    throw wrong("dataset", `one of ${DATASETS.join(", ")}`, dataset ?? "nothing", "name the set of the trajectory");
  }
  const total = Number(key.slice("ti:".length));
  const [first, count] = set < 0 ? [0, PER_SET * DATASETS.length] : [PER_SET * set, PER_SET];
  const trajectory = total >= first && total < first + count ? trajectoryAt(total) : undefined;
  if (trajectory !== undefined) return trajectory;
  throw wrong(
    "total_index",
    `a place from ${first} to ${first + count - 1}${dataset === undefined ? "" : `, as ${dataset} has`}`,
    `${total}, by the record or from its query_index and sample_index`,
    "check the indices; such a record is scored for no trajectory",
  );
}

/** Place of a set among the four; -1 where it is none of them. */
function setOf(dataset: string | undefined): number {
  const sets: readonly (string | undefined)[] = DATASETS;
  return sets.indexOf(dataset);
}

function wrong(field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", field, expected, found, fix });
}

function noKey(fields: Fields): RecordProblem {
  return new RecordProblem({
    kind: "no-id",
    severity: "error",
    field: "query_index",
    expected: "total_index, or query_index and sample_index",
    found: fields.record_id === undefined ? "neither" : "a record_id only, which official gold is not keyed by",
    fix: "give every record the indices of its trajectory, as they stand in gold",
  });
}
