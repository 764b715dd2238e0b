import { check } from "@stepladder/wasm/intake/check.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { FileProblem, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";
import type { TimedWord } from "./interface.ts";
import { rounded } from "./timecode.ts";

/** Seconds, as JSON has them. */
export const Seconds = z.number("expected a number of seconds").check(z.minimum(0, "expected a number of seconds from 0"));
/** Milliseconds, as JSON has them. */
export const Milliseconds = z.number("expected a number of milliseconds").check(z.minimum(0, "expected a number of milliseconds from 0"));
export const Text = z.string("expected text");

/** A layout's file as its schema has it. Throws FileProblem that names the place or the field. */
export function jsonOf<T>(schema: z.ZodMiniType<T>, text: string, file: string): T {
  try {
    return check(schema, parsedJson(text), "");
  } catch (error) {
    if (error instanceof RecordProblem) throw new FileProblem({ ...error.problem, file }, { cause: error });
    throw error;
  }
}

/** Numbers come as numbers, which `parseJson` would box one by one; it tells why a text is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseJson(text);
  }
}

/** A field whose times run backwards. */
export function backwardsField(file: string, field: string, start: number, end: number): FileProblem {
  return new FileProblem({
    kind: "backwards",
    file,
    field,
    expected: `an end from ${start} s on, where it starts`,
    found: `${end} s`,
    fix: "look whether start and end were swapped",
  });
}

/** Start and end as seconds to the millisecond. Throws FileProblem where the end is before the start. */
export function spanOf(file: string, field: string, start: number, end: number): { start: number; end: number } {
  if (end < start) throw backwardsField(file, field, start, end);
  return { start: rounded(start), end: rounded(end) };
}

/** Words without blanks around them; empty ones are none. */
export function spokenWords(words: readonly TimedWord[]): TimedWord[] {
  return words.flatMap(({ text, start, end }) => {
    const shown = text.trim();
    return shown === ""
      ? []
      : [{ text: shown, start: rounded(start), ...(end === undefined ? {} : { end: rounded(Math.max(start, end)) }) }];
  });
}
