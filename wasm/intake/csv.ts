import Papa from "papaparse";
import { excerpt } from "./excerpt.ts";
import { inMiB, LIMITS } from "./limits.ts";
import { FileProblem, type Raw, type Reading, RecordProblem } from "./raw.ts";

/**
 * Delimited text; each row behind the header row is a record of strings by column. A first row of numbers alone is no header: then every
 * row is a list of strings. The first row says whether commas, tabs or semicolons part them.
 */
export async function* readCsv(pieces: AsyncIterable<string>, file: string, reading: Reading): AsyncGenerator<readonly Raw[]> {
  const table = new Table(file, reading);
  let held = "";
  let wanted = 0;
  for await (const piece of pieces) {
    held += piece;
    // a row that is longer than what is held is parsed from its start again, so wait until that much more has come
    if (held.length < wanted) continue;
    const size = held.length;
    const { batch, rest } = table.take(held, false);
    held = rest;
    wanted = rest.length === size ? 2 * size : 0;
    if (batch.length > 0) yield batch;
  }
  const { batch } = table.take(held, true);
  if (batch.length > 0) yield batch;
}

/** What papaparse's inner parser gives; its own typing says `any`. */
interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

class Table {
  readonly #file: string;
  readonly #reading: Reading;
  #parser: Papa.Parser | undefined;
  /** Names of the columns, or their number where there is no header. */
  #columns: readonly string[] | number | undefined;
  #line = 1;

  constructor(file: string, reading: Reading) {
    this.#file = file;
    this.#reading = reading;
  }

  /** Records of all whole rows of the text, and what follows them; `last` makes the end of the text the end of its row. */
  take(text: string, last: boolean): { batch: Raw[]; rest: string } {
    this.#parser ??= new Papa.Parser({ delimiter: delimiterOf(text), newline: "\n" });
    const { data, errors, meta } = this.#parser.parse(text, 0, !last) as Parsed;
    const malformed = new Set(errors.map(({ row }) => row));
    const batch: Raw[] = [];
    for (const [index, fields] of data.entries()) {
      const unended = errors.some(({ code, row }) => code === "MissingQuotes" && row === index);
      if (unended) throw quoteWithoutEnd(this.#file, this.#line, fields);
      const record = this.#record(fields, malformed.has(index));
      if (record !== undefined) batch.push({ value: record, file: this.#file, line: this.#line });
      this.#line += linesOf(fields);
    }
    const rest = text.slice(meta.cursor);
    if (rest.length > LIMITS.row) throw rowTooLong(this.#file, this.#line, rest);
    return { batch, rest };
  }

  #record(fields: string[], malformed: boolean): Record<string, string> | readonly string[] | undefined {
    const end = fields.length - 1;
    fields[end] = fields[end]!.replace(/\r$/, "");
    if (end === 0 && fields[0]!.trim() === "") return undefined;
    if (this.#columns === undefined) {
      if (fields.every(isNumber)) this.#columns = fields.length;
      else {
        this.#columns = header(this.#reading.sharedNames ? numbered(fields) : fields, this.#file, this.#line);
        this.#reading.columns?.(this.#file, this.#columns);
        return undefined;
      }
    }
    try {
      if (malformed) throw malformedQuotes(fields);
      return row(this.#columns, fields);
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      this.#reading.problem({ ...error.problem, file: this.#file, line: this.#line });
      return undefined;
    }
  }
}

function delimiterOf(text: string): string {
  const header = /\S[^\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", "\t", ";"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, other) => (other.count > most.count ? other : most)).delimiter;
}

/** Names of which no two are the same: those that stood before have their number behind them. */
function numbered(fields: readonly string[]): string[] {
  const names = fields.map((name) => name.trim());
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}

function header(fields: readonly string[], file: string, line: number): readonly string[] {
  const columns = fields.map((name) => name.trim());
  const doubled = columns.find((name, index) => columns.indexOf(name) !== index);
  const found = columns.includes("__proto__") ? "the name `__proto__`, which JavaScript reserves" : `two columns named \`${doubled}\``;
  if (doubled === undefined && !columns.includes("__proto__")) return columns;
  throw new FileProblem({
    kind: "bad-header",
    file,
    line,
    expected: "a header row with a name for each column",
    found,
    fix: "rename columns so that no two are the same",
  });
}

function isNumber(field: string): boolean {
  return field.trim() !== "" && Number.isFinite(Number(field));
}

function row(columns: readonly string[] | number, fields: readonly string[]): Record<string, string> | readonly string[] {
  const width = typeof columns === "number" ? columns : columns.length;
  if (fields.length !== width) {
    throw new RecordProblem({
      kind: "wrong-columns",
      severity: "error",
      expected: `${width} fields, as the ${typeof columns === "number" ? "first row" : "header"} has`,
      found: `${fields.length}: ${excerpt(fields.join(" | "))}`,
      fix: "put fields that hold the delimiter, a quote or a line break in double quotes",
    });
  }
  if (typeof columns === "number") return fields;
  return Object.fromEntries(columns.map((name, index) => [name, fields[index]!]));
}

/** Lines a row takes in the file: a quoted field may hold line breaks. */
function linesOf(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at >= 0; at = field.indexOf("\n", at + 1)) lines++;
  }
  return lines;
}

function malformedQuotes(fields: readonly string[]): RecordProblem {
  return new RecordProblem({
    kind: "bad-quotes",
    severity: "error",
    expected: 'a quoted field that ends with its quote; quotes inside written twice: "say ""hi"""',
    found: excerpt(fields.join(" | ")),
    fix: "write the table with a CSV library",
  });
}

function quoteWithoutEnd(file: string, line: number, fields: readonly string[]): FileProblem {
  return new FileProblem({
    kind: "bad-quotes",
    file,
    line,
    expected: "a closing double quote",
    found: `none up to the end of the file: ${excerpt(fields.join(" | "))}`,
    fix: "close the field, and write quotes inside a field twice; the file may have been cut off",
  });
}

function rowTooLong(file: string, line: number, text: string): FileProblem {
  return new FileProblem({
    kind: "line-too-long",
    file,
    line,
    expected: `rows of at most ${inMiB(LIMITS.row)}`,
    found: `a longer one: ${excerpt(text)}`,
    fix: "look for a double quote that is never closed, or write the records as JSONL",
  });
}
