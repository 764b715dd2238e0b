import { SourceNumber } from "@stepladder/schema";
import { excerpt } from "./excerpt.ts";
import { jsonFault } from "./json-fault.ts";
import { LIMITS } from "./limits.ts";
import { RecordProblem } from "./raw.ts";

/**
 * Strict JSON. Numbers that are not plain safe integers (`21.0`, `1e21`, `-0`, 20 digits) come as SourceNumber. Throws RecordProblem:
 * `not-json`, `too-deep` and `too-many-keys` (before anything is built), `reserved-key` (`__proto__`, however written), `doubled-key`.
 */
export function parseJson(text: string): unknown {
  const odd = MAYBE_ODD.test(text) || text.includes("-0") || mayBeDeep(text) ? survey(text).odd : [];
  const mark = odd.length > 0 ? markFor(text) : "";
  const written = keysWritten(text);
  if (written > LIMITS.keys && hasTooManyKeys(text)) throw tooManyKeys();
  let value: unknown;
  try {
    value = JSON.parse(odd.length > 0 ? marked(text, odd, mark) : text);
  } catch {
    throw notJson(text);
  }
  if ((text.includes("__proto__") || (text.includes("\\u00") && ESCAPED_LETTER.test(text))) && hasReservedKey(value)) throw reservedKey();
  if (written > keysOf(value)) {
    const key = doubledKey(text);
    if (key !== undefined) throw doubled(text, key);
  }
  return odd.length > 0 ? unmarked(value, mark) : value;
}

// Nearly every line is plain, and these tests tell so at 1 GB/s and more; whatever they doubt is surveyed.
// A number follows the start, a blank, a sign or one of these; digits of bounded length, as each may be a step to go back.
const MAYBE_ODD = /(?:^|[-\s,:[])(?:\d{1,15}[.eE]|\d{16})/;
// a letter of `__proto__` written as an escape
const ESCAPED_LETTER = /\\u00(?:5f|6f|7[024])/i;

function mayBeDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of ["[", "{"]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++brackets > LIMITS.depth) return true;
    }
  }
  return false;
}

/** What one pass over the text outside its strings tells. */
interface Survey {
  /** Brackets still open at the end; below 0 where more were closed than opened. */
  readonly open: number;
  /** Start and end of each number that needs its source text, one after the other. */
  readonly odd: readonly number[];
}

const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
const LOWER_E = 101;

/** Looks over text that should be JSON without building anything; throws RecordProblem at the bracket that is too deep. */
function survey(text: string): Survey {
  let open = 0;
  const odd: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      for (at++; at < text.length; at++) {
        const inner = text.charCodeAt(at);
        if (inner === QUOTE) break;
        if (inner === BACKSLASH) at++;
      }
    } else if (char >= 91) {
      // `[` and `{`, `]` and `}` differ in one bit only
      if ((char | 32) === 123) {
        if (++open > LIMITS.depth) throw tooDeep(text, at);
      } else if ((char | 32) === 125) open--;
    } else if (char >= ZERO && char <= NINE) {
      const start = text.charCodeAt(at - 1) === MINUS ? at - 1 : at;
      while (isOfNumber(text.charCodeAt(at + 1))) at++;
      const number = text.slice(start, at + 1);
      if (NUMBER.test(number) && !isPlain(number)) odd.push(start, at + 1);
    }
  }
  return { open, odd };
}

/** Whether JavaScript holds the number as written. */
function isPlain(number: string): boolean {
  return PLAIN_INTEGER.test(number) && Number.isSafeInteger(Number(number)) && number !== "-0";
}

/** Text that begins no string in `text`: numbers are parsed as strings that begin with it. */
function markFor(text: string): string {
  let mark = "\uE000";
  while (text.includes(mark)) mark += "\uE000";
  return mark;
}

/** The text with its odd numbers as marked strings: parsing them so and turning them back is far quicker than a reviver. */
function marked(text: string, odd: readonly number[], mark: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < odd.length; i += 2) {
    const [start, end] = [odd[i] as number, odd[i + 1] as number];
    pieces.push(text.slice(from, start), '"', mark, text.slice(start, end), '"');
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}

/** The value with its marked strings as numbers again, changed in place. */
function unmarked(value: unknown, mark: string): unknown {
  if (typeof value === "string") return value.startsWith(mark) ? new SourceNumber(value.slice(mark.length)) : value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = unmarked(value[i], mark);
  } else if (typeof value === "object" && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key of Object.keys(fields)) fields[key] = unmarked(fields[key], mark);
  }
  return value;
}

/** Whether brackets close by the end of the text, so that it may be a whole value. */
export function closes(text: string): boolean {
  try {
    return survey(text).open <= 0;
  } catch {
    return false;
  }
}

/** Digits, and what may stand among them. */
function isOfNumber(char: number): boolean {
  return (char >= ZERO && char <= NINE) || char === POINT || (char | 32) === LOWER_E || char === MINUS || char === PLUS;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const PLAIN_INTEGER = /^-?\d+$/;

/** Depth is known to be small here. */
function hasReservedKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasReservedKey);
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasReservedKey);
}

const COLON = 58;
const SPACE = 32;

/** How many colons stand behind a quote that no backslash escapes: all those of keys, and by chance one at the start of a string. */
function keysWritten(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(":"); colon >= 0; colon = text.indexOf(":", colon + 1)) {
    let at = colon - 1;
    while (text.charCodeAt(at) <= SPACE) at--;
    if (text.charCodeAt(at) !== QUOTE) continue;
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) count++;
  }
  return count;
}

/** How many keys a value has, those of values in it included. */
function keysOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const isList = Array.isArray(value);
  const inner: unknown[] = isList ? value : Object.values(value);
  let count = isList ? 0 : inner.length;
  for (let i = 0; i < inner.length; i++) if (typeof inner[i] === "object") count += keysOf(inner[i]);
  return count;
}

/** Goes over the keys of text that is JSON until `seen` gives something of one: its text with quotes, its offset, and what was opened for its object. */
function overKeys<T, Keys>(text: string, open: () => Keys, seen: (key: string, at: number, of: Keys) => T | undefined): T | undefined {
  const objects: (Keys | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const start = at;
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
      const of = objects.at(-1);
      if (of === undefined) continue;
      let next = at + 1;
      while (text.charCodeAt(next) <= SPACE) next++;
      if (text.charCodeAt(next) !== COLON) continue;
      const found = seen(text.slice(start, at + 1), start, of);
      if (found !== undefined) return found;
    } else if (char >= 91) {
      // as in `survey`
      if ((char | 32) === 123) objects.push(char === 123 ? open() : undefined);
      else if ((char | 32) === 125) objects.pop();
    }
  }
  return undefined;
}

/** The first key that stands twice in one object, with the offset at which it stands again. */
function doubledKey(text: string): { readonly key: string; readonly at: number } | undefined {
  return overKeys(
    text,
    () => new Set<string>(),
    (written, at, keys) => {
      const key = JSON.parse(written) as string;
      if (keys.has(key)) return { key, at };
      keys.add(key);
      return undefined;
    },
  );
}

/** Whether an object has more keys than it may; each reader of records would go over all of them. */
function hasTooManyKeys(text: string): boolean {
  const count = (_key: string, _at: number, of: { keys: number }): true | undefined => (++of.keys > LIMITS.keys ? true : undefined);
  return overKeys(text, () => ({ keys: 0 }), count) ?? false;
}

/** Where an offset is, for a person: the column, and the line where the text has several. */
function placeIn(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const column = at - before.lastIndexOf("\n");
  return text.trimEnd().includes("\n") ? `line ${line}, column ${column}` : `column ${column}`;
}

function doubled(text: string, { key, at }: { readonly key: string; readonly at: number }): RecordProblem {
  return new RecordProblem({
    kind: "doubled-key",
    severity: "error",
    expected: "each key once in an object",
    found: `the key \`${excerpt(key)}\` again at ${placeIn(text, at)}: ${excerpt(text, at)}`,
    fix: "remove one of the two: which one is meant cannot be told",
  });
}

function notJson(text: string): RecordProblem {
  const { at, found, fix } = jsonFault(text);
  return new RecordProblem({
    kind: "not-json",
    severity: "error",
    expected: "JSON",
    found: `${found} at ${placeIn(text, at)}: ${excerpt(text, at)}`,
    fix,
  });
}

function tooDeep(text: string, at: number): RecordProblem {
  return new RecordProblem({
    kind: "too-deep",
    severity: "error",
    expected: `at most ${LIMITS.depth} brackets inside each other`,
    found: `more at ${placeIn(text, at)}: ${excerpt(text, at)}`,
    fix: "check how the record was written; no benchmark nests this deep",
  });
}

function tooManyKeys(): RecordProblem {
  return new RecordProblem({
    kind: "too-many-keys",
    severity: "error",
    expected: `at most ${LIMITS.keys} keys in one object`,
    found: "an object with more",
    fix: "write one record per line, as JSONL",
  });
}

function reservedKey(): RecordProblem {
  return new RecordProblem({
    kind: "reserved-key",
    severity: "error",
    expected: "keys of the record's layout",
    found: "the key `__proto__`, which JavaScript reserves",
    fix: "rename or remove that key",
  });
}
