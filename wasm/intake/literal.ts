import { SourceNumber } from "@stepladder/schema";
import { LIMITS } from "./limits.ts";

/** How a value is written. `python`: either quote, True / False / None, tuples, a comma before the closing bracket. */
export type Dialect = "json" | "python";

/** What a try to read a value gave: the value and the offset after it, or the offset at which it was given up. */
export type Literal =
  | { readonly found: true; readonly value: unknown; readonly end: number }
  | { readonly found: false; readonly end: number };

/**
 * Reads the JSON or Python literal that starts at `at`, whatever follows it. Tuples come as lists, numbers as from parseJson. Cost is in
 * proportion to what is read before the first fault.
 */
export function readLiteral(text: string, at: number, dialect: Dialect): Literal {
  const reader = new LiteralReader(text, at, dialect);
  try {
    const value = reader.value(0);
    return { found: true, value, end: reader.at };
  } catch (fault) {
    if (fault === NO_LITERAL) return { found: false, end: reader.at };
    throw fault;
  }
}

/** The value of a text that is one literal from end to end, JSON before Python. */
export function wholeLiteral(text: string, dialects: readonly Dialect[] = ["json", "python"]): { readonly value: unknown } | undefined {
  for (const dialect of dialects) {
    const literal = readLiteral(text, 0, dialect);
    if (literal.found && literal.end === text.length) return literal;
  }
  return undefined;
}

/** Thrown once per failed try, of which a text may hold many: an Error would cost its stack each time. */
const NO_LITERAL = Symbol("no literal here");

const WORDS = {
  json: new Map<string, unknown>([
    ["true", true],
    ["false", false],
    ["null", null],
  ]),
  python: new Map<string, unknown>([
    ["True", true],
    ["False", false],
    ["None", null],
  ]),
} as const;

const WORD = /[A-Za-z]+/y;
const NUMBER = {
  json: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y,
  python: /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y,
};
/** Digits that Python refuses as a number: `007` is text that somebody forgot to quote. */
const LEADING_ZERO = /0\d+(?![\w.])/y;
const PLAIN_INTEGER = /^-?(?:0|[1-9]\d*)$/;

class LiteralReader {
  at: number;
  readonly #text: string;
  readonly #dialect: Dialect;

  constructor(text: string, at: number, dialect: Dialect) {
    this.#text = text;
    this.at = at;
    this.#dialect = dialect;
  }

  value(depth: number): unknown {
    if (depth > LIMITS.depth) throw NO_LITERAL;
    const char = this.#text[this.at];
    if (char === "{") return this.#object(depth);
    if (char === "[") return this.#list("]", depth);
    if (char === "(" && this.#dialect === "python") return this.#list(")", depth);
    if (char === '"' || (char === "'" && this.#dialect === "python")) return this.#string(char);
    const word = this.#match(WORD);
    if (word === undefined) return this.#number();
    if (!WORDS[this.#dialect].has(word)) throw NO_LITERAL;
    return WORDS[this.#dialect].get(word);
  }

  #list(close: string, depth: number): unknown[] {
    const items: unknown[] = [];
    this.#members(close, () => items.push(this.value(depth + 1)));
    return items;
  }

  #object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#members("}", () => {
      const quote = this.#text[this.at];
      if (quote !== '"' && (quote !== "'" || this.#dialect === "json")) throw NO_LITERAL;
      const key = this.#string(quote);
      if (key === "__proto__") throw NO_LITERAL;
      this.#space();
      this.#expect(":");
      this.#space();
      entries.push([key, this.value(depth + 1)]);
    });
    return Object.fromEntries(entries);
  }

  #members(close: string, member: () => void): void {
    this.at++;
    this.#space();
    let afterComma = false;
    while (this.#text[this.at] !== close) {
      member();
      this.#space();
      afterComma = this.#text[this.at] === ",";
      if (!afterComma) break;
      this.at++;
      this.#space();
    }
    if (afterComma && this.#dialect === "json") throw NO_LITERAL;
    this.#expect(close);
  }

  #number(): number | SourceNumber | string {
    const code = this.#dialect === "python" ? this.#match(LEADING_ZERO) : undefined;
    if (code !== undefined) return code;
    const source = this.#match(NUMBER[this.#dialect]);
    if (source === undefined) throw NO_LITERAL;
    const value = Number(source);
    return PLAIN_INTEGER.test(source) && Number.isSafeInteger(value) && !Object.is(value, -0) ? value : new SourceNumber(source);
  }

  #string(quote: string): string {
    let value = "";
    let start = ++this.at;
    for (; this.at < this.#text.length; this.at++) {
      const char = this.#text[this.at]!;
      if (char === quote) return value + this.#text.slice(start, this.at++);
      if (char < " " && (this.#dialect === "json" || char === "\n")) throw NO_LITERAL;
      if (char !== "\\") continue;
      value += this.#text.slice(start, this.at) + this.#escape();
      start = this.at + 1;
    }
    throw NO_LITERAL;
  }

  /** The character of the escape at hand; leaves `at` on the last character of it. */
  #escape(): string {
    const written = this.#match(ESCAPE[this.#dialect]);
    if (written === undefined) throw NO_LITERAL;
    this.at--;
    const letter = written[1]!;
    if (written.length === 2) return SHORT[letter] ?? letter;
    const code = Number.parseInt(written.slice(2), 16);
    if (code > 0x10ffff) throw NO_LITERAL;
    return String.fromCodePoint(code);
  }

  #expect(char: string): void {
    if (this.#text[this.at] !== char) throw NO_LITERAL;
    this.at++;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

const SPACE = /[ \t\n\r]*/y;
const ESCAPE = { json: /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y, python: /\\(?:["'\\abfnrtv]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y };
const SHORT: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
