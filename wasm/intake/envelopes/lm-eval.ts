import { answersOf, type Envelope, type Fields, fault, fieldsOf, idIn, type Plain } from "./envelope.ts";

/**
 * Samples of lm-evaluation-harness (`--log_samples`). A task with several filters has a row for each of them, and all rows of a document
 * repeat its responses: those of the file's first filter are read. The responses count, not what a filter made of them, so that the
 * track's own rule of extraction is the same for every system.
 */
export const lmEval: Envelope = {
  id: "lm-eval",
  title: "samples_<task>.jsonl of lm-evaluation-harness: the responses of each doc, which has an id",
  accepts: ({ doc, doc_id, resps }) => fieldsOf(doc) !== undefined && doc_id !== undefined && Array.isArray(resps),
  open() {
    let first: Fields | undefined;
    return (fields) => {
      first ??= fields;
      return fields.filter === first.filter ? read(fields) : [];
    };
  },
};

function read({ doc, resps }: Fields): readonly Plain[] {
  const own = fieldsOf(doc) ?? {};
  const id = idIn(own.id ?? own.problem_name, "doc.id", "keep the item's id in the documents of the task");
  // One list for each request of the document, with its repeats.
  const [texts, ...more] = Array.isArray(resps) ? resps : [];
  if (Array.isArray(texts) && texts.length > 0 && more.length === 0 && texts.every((text) => typeof text === "string")) {
    return answersOf(id, texts);
  }
  throw fault("resps", "generated text of one request: [[text, ...]]", resps, "run it as a task of output_type generate_until", id);
}
