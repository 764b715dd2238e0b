import type { Problem } from "@stepladder/schema";
import { excerpt } from "./excerpt.ts";
import { parseJson } from "./json.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "./raw.ts";

const SPACE = 32;

/** One JSON value per line. */
export function readJsonl(pieces: AsyncIterable<string>, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  return readByLine(pieces, file, reading, parseJson);
}

/**
 * One record per line, which `parse` reads or throws RecordProblem; blank lines are passed over, `\r\n` is as good as `\n`. Gives batches
 * of about a piece of text, and a problem when all records before it have been taken: the order of problems does not depend on the pieces.
 */
export async function* readByLine(
  pieces: AsyncIterable<string>,
  file: string,
  reading: Reading,
  parse: (line: string) => unknown,
): AsyncGenerator<readonly Raw[]> {
  let batch: Raw[] = [];
  let held = "";
  let line = 0;
  /** Takes the next line into the batch, or gives back what is wrong with it. */
  function take(text: string): Problem | undefined {
    line++;
    if (text.length > LIMITS.line) throw lineTooLong(file, line, text);
    if ((text.length < 3 || text.charCodeAt(0) <= SPACE) && text.trim() === "") return undefined;
    try {
      batch.push({ value: parse(text), file, line });
      return undefined;
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      return text.trim() === "" ? undefined : { ...error.problem, file, line };
    }
  }
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      if (end === start && (start > 0 || held === "")) {
        line++;
        start = end + 1;
        continue;
      }
      const wrong = take(start === 0 ? held + piece.slice(0, end) : piece.slice(start, end));
      start = end + 1;
      if (wrong === undefined) continue;
      if (batch.length > 0) yield batch;
      batch = [];
      reading.problem(wrong);
    }
    held = start === 0 ? held + piece : piece.slice(start);
    if (held.length > LIMITS.line) throw lineTooLong(file, line + 1, held);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  const wrong = held === "" ? undefined : take(held);
  if (batch.length > 0) yield batch;
  if (wrong !== undefined) reading.problem(wrong);
  reading.lines?.(line);
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
