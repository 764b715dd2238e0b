/** Why a text is not JSON, told to a person. `at` is the 0-based offset. */
export interface Fault {
  readonly at: number;
  readonly found: string;
  readonly fix: string;
}

/**
 * Finds the first fault in a text that JSON.parse refused. Hosts word and place their messages differently, and none says what to do;
 * nesting is bounded before (see parseJson), so plain recursion is safe.
 */
export function jsonFault(text: string): Fault {
  try {
    const end = skipSpace(text, value(text, skipSpace(text, 0)));
    if (end === text.length) return { at: 0, found: "text that is not JSON", fix: "write the record with a JSON library" };
    if (match(COMMENT, text, end) !== undefined) return { at: end, found: "a comment", fix: "remove it: JSON has no comments" };
    return {
      at: end,
      found: "more text after the end of the value",
      fix: text.slice(0, end).includes("\r")
        ? "end each line with a line feed (\\n): a carriage return alone ends none"
        : "write one value per line, with a comma between items of an array; `jq -c . file` puts records that are spread over lines on one each",
    };
  } catch (fault) {
    if (fault instanceof Found) return fault.fault;
    throw fault;
  }
}

class Found extends Error {
  readonly fault: Fault;
  constructor(at: number, found: string, fix: string) {
    super(found);
    this.fault = { at, found, fix };
  }
}

/** Each reader takes the offset at which its part starts and gives the one after its end. */
function value(text: string, at: number): number {
  const char = text[at];
  if (char === "{") return members(text, at, "}", pair);
  if (char === "[") return members(text, at, "]", value);
  if (char === '"') return string(text, at);
  const word = match(WORD, text, at);
  if (word !== undefined && PLAIN.has(word)) return at + word.length;
  const number = match(NUMBER, text, at);
  if (number !== undefined && !NUMBER_GOES_ON.test(text[at + number.length] ?? "")) return at + number.length;
  throw notAValue(text, at);
}

function members(text: string, open: number, close: string, member: typeof value): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skipSpace(text, member(text, at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ",") throw missing(text, at, `\`,\` or \`${close}\``);
    const comma = at;
    at = skipSpace(text, at + 1);
    if (text[at] === close) throw new Found(comma, `a comma before \`${close}\``, "remove the comma after the last item");
  }
}

function pair(text: string, at: number): number {
  if (text[at] !== '"') {
    if (match(WORD, text, at) !== undefined) throw new Found(at, "a key without quotes", 'write keys in double quotes, as in {"final": 1}');
    throw match(QUOTES, text, at) !== undefined ? notAValue(text, at) : missing(text, at, "a key in double quotes");
  }
  const colon = skipSpace(text, string(text, at));
  if (text[colon] !== ":") throw missing(text, colon, "`:` after the key");
  return value(text, skipSpace(text, colon + 1));
}

function string(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') return at + 1;
    if (char < " ")
      throw new Found(at, "a control character inside a string", "write it as an escape: \\n for a line break, \\t for a tab");
    if (char === "\\") {
      if (CUT_ESCAPE.test(text.slice(at, at + 6))) break;
      if (match(ESCAPE, text, at) === undefined)
        throw new Found(at, "a backslash that starts no JSON escape", "write \\\\ for a backslash");
      at++;
    }
  }
  throw new Found(open, "a string without end", "close the string; the text may have been cut off");
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_GOES_ON = /[\w.+-]/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const CUT_ESCAPE = /^\\(?:u[\da-fA-F]{0,3})?$/;
const QUOTES = /['\u2018\u2019\u201c\u201d]/y;
const COMMENT = /\/[/*]|#/y;
const PLAIN: ReadonlySet<string> = new Set(["true", "false", "null"]);

function skipSpace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function missing(text: string, at: number, what: string): Found {
  if (at >= text.length) return ended(at);
  return new Found(
    at,
    `\`${text[at]}\` where ${what} should stand`,
    "write the record with a JSON library; the text may have been cut or joined",
  );
}

function ended(at: number): Found {
  return new Found(
    at,
    "the end of the text inside a value",
    "the text was cut off, or spread over several lines: write one value per line",
  );
}

const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [/[+-]?NaN\b/y, "NaN, which is not JSON", "write null where there is no number"],
  [/[+-]?Infinity\b|[+-]?inf\b/y, "Infinity, which is not JSON", "write null, or a large number"],
  [/True\b|False\b|None\b/y, "a Python word", "write true, false and null: use json.dumps, not str"],
  [/undefined\b/y, "undefined, which is not JSON", "write null, or leave the key out"],
  [QUOTES, "quotes that are not JSON's", "write strings in double quotes: use json.dumps, not str"],
  [COMMENT, "a comment", "remove it: JSON has no comments"],
  [/[,\]}]/y, "a missing value", "write a value here, or null"],
  [
    /[+-]?\.?\d/y,
    "a number in a form JSON does not allow",
    "write numbers as -12, 0.5 or 1e3: no plus sign, no leading zero, digits around the point",
  ],
];

function notAValue(text: string, at: number): Found {
  if (at >= text.length) return ended(at);
  const cause = CAUSES.find(([pattern]) => match(pattern, text, at) !== undefined);
  if (cause !== undefined) return new Found(at, cause[1], cause[2]);
  return new Found(at, "text that is no JSON value", "write strings in double quotes: use a JSON library");
}
