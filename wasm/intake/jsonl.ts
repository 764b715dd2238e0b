import { excerpt } from "./excerpt.ts";
import { parseJson } from "./json.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "./raw.ts";

/** One JSON value per line; blank lines are passed over, `\r\n` is as good as `\n`. Gives one batch per piece of text. */
export async function* readJsonl(pieces: AsyncIterable<string>, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  let batch: Raw[] = [];
  let held = "";
  let line = 0;
  function take(text: string): void {
    line++;
    if (text.length > LIMITS.line) throw lineTooLong(file, line, text);
    if (text.length < 3 && text.trim() === "") return;
    const value = parseRecord(text, file, line, reading);
    if (value !== undefined) batch.push({ value, file, line });
  }
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      take(start === 0 ? held + piece.slice(0, end) : piece.slice(start, end));
      start = end + 1;
    }
    held = start === 0 ? held + piece : piece.slice(start);
    if (held.length > LIMITS.line) throw lineTooLong(file, line + 1, held);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  if (held !== "") take(held);
  if (batch.length > 0) yield batch;
}

/** The parsed text, or nothing where it is blank or was reported. */
export function parseRecord(text: string, file: string, line: number | undefined, reading: Reading): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    if (text.trim() !== "") reading.problem({ ...error.problem, file, line });
    return undefined;
  }
}

function lineTooLong(file: string, line: number, text: string): FileProblem {
  return new FileProblem({
    kind: "line-too-long",
    file,
    line,
    expected: `lines of at most ${inMiB(LIMITS.line)}`,
    found: `a longer one: ${excerpt(text)}`,
    fix: "write one record per line; if the file is one JSON document, name it .json",
  });
}
