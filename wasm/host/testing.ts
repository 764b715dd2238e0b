import type { Problem, Scorecard } from "@stepladder/schema";
import { RecordProblem } from "../intake/raw.ts";
import { fromBlob, type Source } from "../intake/source.ts";
import { states } from "../metrics/states/measure.ts";
import { loadKernels } from "./node.ts";
import { InputError } from "./problems.ts";
import { scoreTrack } from "./score.ts";
import type { Curve, Diagnose, PredictionRecord, Track } from "./track.ts";

/** Gold of the track for tests: words to be said in order. */
export interface Words {
  readonly id: string;
  readonly words: readonly string[];
  readonly colour: string;
}

type Said = readonly string[];

const fieldsOf = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as never) : {});

/** `{id, sample?, said: [...]}`, or `{id, sample?, text: "a > b"}`, from which words are extracted where it holds an arrow. */
function readRecord(value: unknown): PredictionRecord<Said> {
  const { id, sample, said, text } = fieldsOf(value);
  if (typeof id !== "string") throw new RecordProblem({ ...wrong, kind: "no-id", field: "id", found: String(id) });
  const number = sample as number | undefined;
  if (typeof text === "string") {
    const found = text.includes(">");
    const prediction = found ? text.split(">").map((word) => word.trim()) : undefined;
    return { id, sample: number, prediction, extraction: { rule: found ? "arrows" : undefined } };
  }
  if (!Array.isArray(said)) throw new RecordProblem({ ...wrong, kind: "wrong-field", id, field: "said", found: String(said) });
  return { id, sample: number, prediction: said };
}
const wrong = { severity: "error", expected: "another value", fix: "mend it" } as const;

/** Says its last word twice. */
const echo: Diagnose<Said, null> = {
  id: "echo",
  title: "Echo",
  explanation: "The last word is said twice.",
  fix: "say it once",
  mend: (said) => (said.length > 1 && said.at(-1) === said.at(-2) ? said.slice(0, -1) : undefined),
};

const reached: Curve = {
  id: "first",
  title: "First word right",
  points: ({ columns, items }) => {
    const right = columns["prefix-match-length"]?.filter((prefix) => prefix >= 1).length ?? 0;
    return [{ x: 1, value: right / items, items }];
  },
};

/** A track of the states family with plain equality, so that the host can be tested without any benchmark's rules. Ids are `w-...`. */
export const wordsTrack: Track<Words, Said, null> = {
  id: "words",
  title: "Words",
  version: "1",
  date: "2026-01-01",
  summary: "Say the words in order.",
  papers: [],
  sources: [],
  goldKind: "generated",
  owns: (id) => id.startsWith("w-"),
  itemId: ({ id }) => id,
  goldFormats: [
    { id: "gold", title: "gold lines", accepts: ({ value }) => fieldsOf(value).words !== undefined, read: ({ value }) => value as Words },
  ],
  formats: [
    { id: "said", title: "said lines", accepts: ({ value }) => fieldsOf(value).id !== undefined, read: ({ value }) => readRecord(value) },
  ],
  measure: states<Words, Said>({
    gold: ({ words }) => words,
    prediction: (said) => said,
    rule: () => 0,
    key: (state) => String(state),
  }),
  metrics: ["prefix-accuracy", "sequential-match", "final-match"],
  slices: [{ id: "colour", title: "Colour", values: ["red", "blue", "green"], of: ({ colour }) => colour }],
  curves: [reached],
  unscored: { prediction: [""], rule: "An item without a prediction counts as one wrong word." },
  context: () => null,
  diagnoses: [echo],
  vote: (said) => said.join(" "),
  length: ({ words }) => words.length,
};

/** Four items: two red, one blue, one with a colour that the track does not name. */
export const wordsGold: readonly Words[] = [
  { id: "w-1", words: ["a", "b"], colour: "red" },
  { id: "w-2", words: ["c", "d", "e"], colour: "blue" },
  { id: "w-3", words: ["f"], colour: "red" },
  { id: "w-4", words: ["g", "h", "i", "j"], colour: "pink" },
];

/** Records as a file of lines; text stands as it is. */
export function lines(name: string, records: readonly unknown[]): Source {
  const text = records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))).join("\n");
  return fromBlob(name, new Blob([text, "\n"]));
}

export const kernels = await loadKernels();

/** The scorecard of records against the words, or of files where given. */
export async function score(...given: readonly unknown[]): Promise<Scorecard> {
  const files = given.filter((one): one is Source => typeof one === "object" && one !== null && "stream" in one);
  const predictions = files.length > 0 ? files : [lines("p.jsonl", given)];
  const mark = kernels.arena.mark();
  try {
    return await scoreTrack({ track: wordsTrack, gold: [lines("gold.jsonl", wordsGold)], predictions, kernels });
  } finally {
    kernels.arena.release(mark);
  }
}

/** Every problem that a job refuses its input for. */
export async function refusal(job: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await job;
  } catch (error) {
    if (error instanceof InputError) return error.problems.flatMap(({ examples }) => examples);
    throw error;
  }
  throw new Error("expected an InputError, found a result");
}

/** Scores as bare numbers by metric. */
export const values = (scores: Scorecard["scores"]): Record<string, number | undefined> =>
  Object.fromEntries(Object.entries(scores).map(([id, { value }]) => [id, value]));
