import { type Fields, fieldsOf } from "../fields.ts";
import { answersOf, type Envelope, fault, idIn, type Plain } from "./envelope.ts";

/**
 * Instances of Every Eval Ever 0.3.0 (`<uuid>_samples.jsonl`). A sample that counts for several results has a row for each of them, and
 * all rows repeat what the model said: the sample's first row is read, and one that says something else is told. A row that is there twice for one result is no such repeat, and
 * is left for the track to tell.
 */
export const everyEvalEverInstances: Envelope = {
  id: "every-eval-ever",
  title: "<uuid>_samples.jsonl of Every Eval Ever: the output of each sample once, however many results have rows of it; epochs as repeats",
  accepts: ({ evaluation_id, sample_id, interaction_type, evaluation }) =>
    evaluation_id !== undefined && sample_id !== undefined && interaction_type !== undefined && fieldsOf(evaluation) !== undefined,
  open() {
    let model: unknown;
    const samples = new Map<string, { readonly result: unknown; readonly said: string }>();
    return (fields) => {
      const id = idIn(fields.sample_id, "sample_id", "give the samples the ids of gold");
      model ??= fields.model_id;
      if (fields.model_id !== model) throw fault("model_id", `the model of the file, ${model}`, fields.model_id, ONE_MODEL, id);
      const epoch = epochOf(fields, id);
      const sample = JSON.stringify([id, epoch]);
      const result = fields.evaluation_result_id ?? fields.evaluation_name;
      const said = JSON.stringify(fields.interaction_type === "single_turn" ? fields.output : fields.messages);
      const first = samples.get(sample);
      if (first === undefined) samples.set(sample, { result, said });
      else if (first.result !== result && first.said !== said)
        throw fault("output", "what the sample's other rows hold", said, ONE_OUTPUT, id);
      return first === undefined || first.result === result ? read(fields, id, epoch) : [];
    };
  },
};

const ONE_OUTPUT = "give the rows of one run; runs are repeats, told apart by metadata.epoch";
const ONE_MODEL = "give a file for each model";

/** The repeat that the record says it is, from 1; where epochs are many, converters write it so. */
function epochOf({ metadata }: Fields, id: string): number | undefined {
  const epoch = fieldsOf(metadata)?.epoch;
  if (epoch === undefined || epoch === null) return undefined;
  if (typeof epoch === "string" && /^[1-9]\d*$/.test(epoch)) return Number(epoch);
  throw fault("metadata.epoch", "a whole number from 1, as text", epoch, "give the file as it was converted", id);
}

function read(fields: Fields, id: string, epoch: number | undefined): readonly Plain[] {
  const texts = fields.interaction_type === "single_turn" ? responses(fields, id) : [lastSaid(fields, id)];
  if (epoch === undefined) return answersOf(id, texts);
  return texts.map((output, i) => ({ id, sample: (epoch - 1) * texts.length + i, output }));
}

function responses({ output }: Fields, id: string): readonly string[] {
  const raw = fieldsOf(output)?.raw;
  if (Array.isArray(raw) && raw.length > 0 && raw.every((text) => typeof text === "string")) return raw;
  throw fault("output.raw", "what the model said: [text, ...]", raw, "convert the log of a run that has ended", id);
}

/** What the model said last is its answer. */
function lastSaid({ messages }: Fields, id: string): string {
  const turns = Array.isArray(messages) ? messages.map((turn) => fieldsOf(turn)) : [];
  const content = turns.findLast((turn) => turn?.role === "assistant")?.content;
  if (typeof content === "string") return content;
  throw fault("messages", "a last turn of the assistant with text", messages, "convert the log of a run that has ended", id);
}
