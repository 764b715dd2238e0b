import { FileProblem, type Raw, type Reading, RecordProblem } from "../raw.ts";
import { type Envelope, fieldsOf, type Unwrap } from "./envelope.ts";
import { helmRun } from "./helm.ts";
import { inspectLog, inspectSample } from "./inspect.ts";
import { lmEval } from "./lm-eval.ts";

/** Layouts of other harnesses, each of which may hold the predictions of any track that reads a model's text. */
export const ENVELOPES: readonly Envelope[] = [lmEval, inspectSample, inspectLog, helmRun];

/** The envelope that a file's first record is in; none where it is a record of a track. */
export function envelopeOf(value: unknown): Envelope | undefined {
  const fields = fieldsOf(value);
  return fields === undefined ? undefined : ENVELOPES.find((envelope) => envelope.accepts(fields));
}

/** Records of a file as tracks read them: those in an envelope are taken out of it, all others pass as they are. */
export async function* unwrapped(batches: AsyncIterable<readonly Raw[]>, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  let unwrap: Unwrap | undefined;
  let begun = false;
  for await (const batch of batches) {
    if (!begun) {
      begun = true;
      unwrap = envelopeOf(checked(batch[0]?.value, file))?.open();
    }
    if (unwrap === undefined) yield batch;
    else yield* taken(batch, unwrap, reading);
  }
}

/** Records up to one with a problem come before it is told, as readers do. */
function* taken(batch: readonly Raw[], unwrap: Unwrap, reading: Reading): Generator<readonly Raw[]> {
  let ready: Raw[] = [];
  for (const raw of batch) {
    try {
      const plain = unwrap(fieldsOf(raw.value) ?? {});
      // Of a document that is one record, places count its records.
      for (const [i, value] of plain.entries()) ready.push({ value, file: raw.file, ...placeOf(raw, plain.length, i) });
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      if (ready.length > 0) yield ready;
      ready = [];
      reading.problem({ ...error.problem, file: raw.file, ...placeOf(raw, 1, 0) });
    }
  }
  if (ready.length > 0) yield ready;
}

function placeOf({ line }: Raw, count: number, at: number): { line?: number } {
  if (line !== undefined) return { line };
  return count === 1 ? {} : { line: at + 1 };
}

/** Per-instance figures of other harnesses say how an answer was judged, and not what it was. */
const FIGURES: readonly { readonly whose: string; readonly fields: readonly string[]; readonly give: string }[] = [
  {
    whose: "HELM's per_instance_stats.json",
    fields: ["instance_id", "train_trial_index", "stats"],
    give: "scenario_state.json of the same run",
  },
  { whose: "rows of eval-arena", fields: ["benchmark_id", "example_id", "pass1"], give: "the predictions that they were made from" },
];

function checked(value: unknown, file: string): unknown {
  const fields = fieldsOf(value);
  const own =
    fields && FIGURES.find((one) => one.fields.every((name) => fields[name] !== undefined) && fields.predicted_text === undefined);
  if (own === undefined) return value;
  throw new FileProblem({
    kind: "figures-given",
    file,
    expected: "what a system predicted",
    found: `${own.whose}, which tell how it was judged`,
    fix: `give ${own.give}`,
  });
}
