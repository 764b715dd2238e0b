import { type Envelope, type Fields, fault, fieldsOf, idIn, type Plain } from "./envelope.ts";

const ATTACHMENT = "attachment://";

/** A sample of an Inspect log: `samples/<id>_epoch_<n>.json` of an `.eval` file. */
export const inspectSample: Envelope = {
  id: "inspect-sample",
  title: ".eval log of Inspect: the completion of each sample, epochs as repeats",
  accepts: (fields) => isSample(fields),
  open: () => (fields) => [read(fields)],
};

/** A log that is one JSON document. */
export const inspectLog: Envelope = {
  id: "inspect-log",
  title: "JSON log of Inspect: the completion of each sample, epochs as repeats",
  accepts: (fields) => fieldsOf(fields.eval) !== undefined && fields.status !== undefined && fields.version !== undefined,
  open:
    () =>
    ({ samples, status }) => {
      if (Array.isArray(samples)) return samples.map((sample, i) => read(fieldsOf(sample) ?? {}, `samples[${i}].`));
      throw fault(
        "samples",
        "the samples of the log",
        samples,
        `give the log with its samples, not its header alone (status ${String(status)})`,
      );
    },
};

function isSample({ id, epoch, output, target }: Fields): boolean {
  return id !== undefined && Number.isSafeInteger(epoch) && target !== undefined && Array.isArray(fieldsOf(output)?.choices);
}

function read({ id: given, epoch, output, attachments }: Fields, under = ""): Plain {
  const id = idIn(given, `${under}id`, "give the samples of the dataset their ids");
  if (!Number.isSafeInteger(epoch) || (epoch as number) < 1) {
    throw fault(`${under}epoch`, "a whole number from 1", epoch, "give the log as Inspect wrote it", id);
  }
  const text = completion(fieldsOf(output) ?? {});
  if (text === undefined) throw fault(`${under}output`, "a completion or choices", output, "give the log as Inspect wrote it", id);
  return { id, sample: (epoch as number) - 1, output: attached(text, fieldsOf(attachments)) };
}

/** The text of the first choice; empty where the sample ended without one. */
function completion({ completion: whole, choices }: Fields): string | undefined {
  if (typeof whole === "string" && whole !== "") return whole;
  if (!Array.isArray(choices)) return typeof whole === "string" ? whole : undefined;
  const content = fieldsOf(fieldsOf(choices[0])?.message)?.content ?? "";
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return undefined;
  return content.flatMap((part) => (fieldsOf(part)?.type === "text" ? String(fieldsOf(part)?.text ?? "") : [])).join("");
}

/** Inspect keeps long text once and names it by its hash. */
function attached(text: string, attachments: Fields | undefined): string {
  if (!text.startsWith(ATTACHMENT)) return text;
  const name = text.slice(ATTACHMENT.length);
  const whole = attachments !== undefined && Object.hasOwn(attachments, name) ? attachments[name] : undefined;
  return typeof whole === "string" ? whole : text;
}
