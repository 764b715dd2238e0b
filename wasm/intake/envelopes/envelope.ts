import { shown } from "../check.ts";
import { RecordProblem } from "../raw.ts";

/** The fields of a record. */
export type Fields = Readonly<Record<string, unknown>>;

/** The record that tracks read: what a model said of one item. */
export interface Plain {
  readonly id: string;
  /** 0-based repeat. */
  readonly sample?: number;
  readonly output: string;
}

/** Makes plain records of those of one file, in its order. Throws RecordProblem for one that holds no text. */
export type Unwrap = (fields: Fields) => readonly Plain[];

/** How another harness keeps what models said, whatever they were asked: no track knows of it. */
export interface Envelope {
  readonly id: string;
  /** For people: what the layout is and who writes it. */
  readonly title: string;
  /** Whether this record, the first of a file, is of this layout. Looks at shape only; must not throw. */
  accepts(fields: Fields): boolean;
  /** Begins a file. */
  open(): Unwrap;
}

/** The value's fields, where it has any. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The id that a harness carries, as text; some number their items. Throws RecordProblem where there is none. */
export function idIn(value: unknown, field: string, fix: string): string {
  if ((typeof value === "string" && value !== "") || Number.isSafeInteger(value)) return String(value);
  throw new RecordProblem({
    kind: "no-id",
    severity: "error",
    field,
    expected: "the id of an item, as it stands in gold",
    found: shown(value),
    fix,
  });
}

/** What is wrong with a field of a record. */
export function fault(field: string, expected: string, value: unknown, fix: string, id?: string): RecordProblem {
  const own = id === undefined ? {} : { id };
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...own, field, expected, found: shown(value), fix });
}

/** Samples of an item where one answer is the rule: only repeats bear a number. */
export function answersOf(id: string, texts: readonly string[]): readonly Plain[] {
  return texts.length === 1 ? [{ id, output: texts[0] as string }] : texts.map((output, sample) => ({ id, sample, output }));
}
