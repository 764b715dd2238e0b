import type { Chunks } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import { FileProblem } from "./raw.ts";
import type { Opening } from "./sniff.ts";

const NEWLINE = 10;

/**
 * Decodes UTF-8 into pieces of text. Throws FileProblem with the line for bytes that are not UTF-8, and
 * for NUL, which no text holds.
 */
export async function* textOf(chunks: Chunks, file: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let held: Uint8Array<ArrayBuffer> = new Uint8Array();
  let line = 1;
  function decode(bytes: Uint8Array<ArrayBuffer>): string {
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw notText(file, line + newlines(bytes, nul));
    try {
      const text = decoder.decode(bytes);
      line += newlinesIn(text);
      return text;
    } catch (cause) {
      throw notUtf8(file, line + newlines(bytes, invalidAt(bytes)), cause);
    }
  }
  for await (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : join(held, chunk);
    // whole characters only: Node decodes these several times faster than with `stream: true`
    const whole = wholeCharacters(bytes);
    held = bytes.slice(whole);
    const text = decode(bytes.subarray(0, whole));
    if (text !== "") yield text;
  }
  if (held.length > 0) yield decode(held);
}

/** Bytes up to the last character that is not cut off by the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function newlines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** Not over the bytes: each search in these costs ten times as much. */
function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Start of the first line that does not decode. */
function invalidAt(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let start = 0; ; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    if (newline < 0) return start;
    try {
      decoder.decode(bytes.subarray(start, newline));
    } catch {
      return start;
    }
    start = newline + 1;
  }
}

function notUtf8(file: string, line: number, cause: unknown): FileProblem {
  return new FileProblem(
    {
      kind: "not-utf8",
      file,
      line,
      expected: "text in UTF-8",
      found: "bytes that are no UTF-8",
      fix: "save the file again as UTF-8, e.g. `iconv -f latin1 -t utf-8`",
    },
    { cause },
  );
}

function notText(file: string, line: number): FileProblem {
  return new FileProblem({
    kind: "not-text",
    file,
    line,
    expected: "text, or one of the binary formats gzip, zip and parquet",
    found: "a NUL byte, as in binary files and in UTF-16",
    fix: "export the records as JSONL, in UTF-8",
  });
}

/** The start of a text, and the whole of it again; both without a byte order mark. */
export async function openText(
  input: AsyncGenerator<string, void, undefined>,
): Promise<{ opening: Opening; pieces: AsyncGenerator<string> }> {
  let head = "";
  let opening: Opening | undefined;
  while (opening === undefined) {
    const { done, value } = await input.next();
    if (!done) head += head === "" && value.startsWith("\ufeff") ? value.slice(1) : value;
    const last = done === true || head.length > LIMITS.line;
    if (last || value.includes("\n")) opening = openingOf(head, last);
  }
  return { opening, pieces: followedBy(head, input) };
}

async function* followedBy(head: string, rest: AsyncGenerator<string, void, undefined>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

/** Nothing while more text is wanted to tell. */
function openingOf(head: string, last: boolean): Opening | undefined {
  const start = head.search(/\S/);
  if (start < 0) return last ? { line: "", cut: false, next: "" } : undefined;
  const end = head.indexOf("\n", start);
  if (end < 0) return last ? { line: head.slice(start), cut: head.length > LIMITS.line, next: "" } : undefined;
  const next = /\S[^\n]*/.exec(head.slice(end));
  if (next === null && !last) return undefined;
  return { line: head.slice(start, end), cut: false, next: next?.[0] ?? "" };
}
