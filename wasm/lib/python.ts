import { SourceNumber } from "@stepladder/schema";

/** Python's `str()` of a value read by `json.loads`. Object keys keep JavaScript's order, which moves integer-like keys to the front. */
export function pyStr(value: unknown): string {
  return typeof value === "string" ? value : pyRepr(value);
}

/** Python's `repr()` of a value read by `json.loads`. */
export function pyRepr(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : pyFloat(value);
  if (value instanceof SourceNumber) return integerOf(value.text) ?? pyFloat(Number(value.text));
  if (Array.isArray(value)) return `[${value.map(pyRepr).join(", ")}]`;
  return `{${Object.entries(value as object)
    .map(([key, entry]) => `${quoted(key)}: ${pyRepr(entry)}`)
    .join(", ")}}`;
}

/** Python's `int()` of a value read by `json.loads`, in decimal; `undefined` where Python raises. */
export function pyInt(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? BigInt(Math.trunc(value)).toString() : undefined;
  if (typeof value === "string") return intOfText(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value instanceof SourceNumber) return integerOf(value.text) ?? pyInt(Number(value.text));
  return undefined;
}

/** Python's `str.strip()`. */
export function pyStrip(text: string): string {
  // By hand: a pattern that looks for blanks at the end starts anew at every blank.
  let start = 0;
  let end = text.length;
  while (start < end && IS_SPACE.test(text[start] as string)) start++;
  while (end > start && IS_SPACE.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

/** Python's `str.isdigit()`: digits of every script, and digits that `int()` refuses, such as `²`. */
export function pyIsDigit(text: string): boolean {
  return DIGITS.test(text);
}

/** Python's `bool()` of a value read by `json.loads`: false of nothing, zero and whatever is empty. */
export function pyTruth(value: unknown): boolean {
  if (value instanceof SourceNumber) return Number(value.text) !== 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Python's `str.split()`: what stands between blanks. */
export function pySplit(text: string): string[] {
  return text.split(SPACES).filter((part) => part !== "");
}

/** Python's `str.splitlines()`. */
export function pySplitLines(text: string): string[] {
  const lines = text.split(LINE_END);
  // An end of line ends a line and begins none.
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** The elements that Python's iteration gives: of a list, the characters of a string, the keys of a dict; `undefined` where it raises. */
export function pyIterate(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") return [...value];
  if (typeof value === "object" && value !== null && !(value instanceof SourceNumber)) return Object.keys(value);
  return undefined;
}

/** An integer literal in its shortest form (`-0` is `0`); too long for CPython to convert, as it stands. */
function integerOf(text: string): string | undefined {
  if (!/^-?\d+$/.test(text)) return undefined;
  return text.length > MOST_DIGITS ? text : BigInt(text).toString();
}

/** CPython refuses to convert longer digit strings (sys.int_info.default_max_str_digits). */
const MOST_DIGITS = 4300;
/** What `int()` strips: `str.isspace` but for U+001C..1F; JavaScript's `trim` differs at U+0085 and U+FEFF. */
const BLANKS = "\\t-\\r\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE = `[${BLANKS}]*`;
const INT = new RegExp(`^${SPACE}([+-]?)(\\p{Nd}+(?:_\\p{Nd}+)*)${SPACE}$`, "u");

/** What `str.isspace` is true of. */
const IS_SPACE = new RegExp(`[${BLANKS}\\x1c-\\x1f]`);
const SPACES = new RegExp(`[${BLANKS}\\x1c-\\x1f]+`);
/** What `str.splitlines` splits at. */
const LINE_ENDS = "\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const LINE_END = new RegExp(`\\r\\n|[${LINE_ENDS}]`);
/** `\p{Nd}` and what else Unicode 14 gives the numeric type Digit. */
const DIGITS =
  /^[\p{Nd}\u{b2}-\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]+$/u;

function intOfText(text: string): string | undefined {
  if (/^\d{1,15}$/.test(text)) return String(Number(text));
  const [, sign, digits] = INT.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const decimal = [...digits.replaceAll("_", "")].map(digitValue).join("");
  if (decimal.length > MOST_DIGITS) return undefined;
  const value = BigInt(decimal);
  return (sign === "-" ? -value : value).toString();
}

/** Decimal digits stand in runs of ten that begin with zero (Unicode guarantees it), so the place in the run is the value. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) as number;
  if (code < 0x80) return code - 0x30;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}

/** Python's `repr(float)`: JavaScript's shortest digits, but an exponent below 1e-4 and from 1e16 on, of at least two digits. */
function pyFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const [mantissa = "0", exponentText = "0"] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${sign}${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/** What `str.isprintable` refuses. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (/^[ !#-&(-[\]-~]*$/.test(text)) return `'${text}'`;
  return `${quote}${Array.from(text, (character) => escaped(character, quote)).join("")}${quote}`;
}

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const short = ESCAPES[character];
  if (short !== undefined) return short;
  if (!UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) as number;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
