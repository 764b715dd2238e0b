import { parseJson } from "./json.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "./raw.ts";

const BATCH = 1000;

/**
 * A file that is one JSON value: each element of an array is a record, anything else is one record. A broken array makes the file
 * unusable (FileProblem); a broken single record is reported like a broken line, so one bad answer does not spoil a folder of them.
 */
export async function* readJson(pieces: AsyncIterable<string>, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  const text = await whole(pieces, file);
  if (!/^\s*\[/.test(text)) {
    const record = parseRecord(text, file, reading);
    if (record !== undefined) yield [record];
    return;
  }
  const records = parseArray(text, file);
  for (let start = 0; start < records.length; start += BATCH) {
    yield records.slice(start, start + BATCH).map((value, index) => ({ value, file, line: start + index + 1 }));
  }
}

/** The record, or nothing where it was reported. */
function parseRecord(text: string, file: string, reading: Reading): Raw | undefined {
  try {
    return { value: parseJson(text), file };
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    reading.problem({ ...error.problem, file });
    return undefined;
  }
}

/** A file of plain text, e.g. what a model said: one record. */
export async function* readText(pieces: AsyncIterable<string>, file: string): AsyncGenerator<readonly Raw[]> {
  yield [{ value: await whole(pieces, file), file }];
}

async function whole(pieces: AsyncIterable<string>, file: string): Promise<string> {
  const held: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size > LIMITS.document) throw tooLarge(file);
  }
  return held.join("");
}

function parseArray(text: string, file: string): readonly unknown[] {
  try {
    return parseJson(text) as unknown[];
  } catch (cause) {
    if (cause instanceof RecordProblem) throw new FileProblem({ ...cause.problem, file }, { cause });
    throw cause;
  }
}

function tooLarge(file: string): FileProblem {
  return new FileProblem({
    kind: "document-too-large",
    file,
    expected: `a document of at most ${inMiB(LIMITS.document)}`,
    found: "a larger one",
    fix: "write the records as JSONL, one per line: `jq -c '.[]' file.json > file.jsonl`",
  });
}
