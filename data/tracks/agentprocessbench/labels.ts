import { isInteger, type LabelsItem, type LabelsPrediction, SourceNumber, type StepLabel } from "@stepladder/schema";
import type { Remark } from "@stepladder/wasm/host/track.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { pyInt, pyIsDigit, pyStrip } from "@stepladder/wasm/lib/python.ts";
import type { LabelsCodec } from "@stepladder/wasm/metrics/labels/measure.ts";

type Labels = LabelsPrediction["labels"];

/** No label at all, which is also what a missing record is measured as. */
export const vacant: LabelsPrediction = { labels: {} };

/**
 * A whole number as compare.py reads it (`_to_int_or_none`): true is 1, `1.0` is 1, text of digits is its number, anything
 * else is none. Throws RecordProblem where the official code raises. Numbers too large to tell apart are held at the safe
 * ones' ends: they equal no label and no index.
 */
export function officialInt(value: unknown, field: string, id?: string): number | undefined {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return intOfText(value, field, id);
  const number = value instanceof SourceNumber ? Number(value.text) : value;
  return isInteger(value) || Number.isInteger(number) ? safe(number as number) : undefined;
}

function intOfText(value: string, field: string, id: string | undefined): number | undefined {
  const text = pyStrip(value);
  if (!pyIsDigit(text.replace(/^-+/, ""))) return undefined;
  const int = pyInt(text);
  if (int !== undefined) return safe(Number(int));
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    ...(id === undefined ? {} : { id }),
    field,
    expected: "a whole number",
    found: shown(value),
    fix: "write -1, 0 or 1; the official scorer stops at this text",
  });
}

/** Plus 0: there is no -0 among Python's integers. */
function safe(number: number): number {
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, number)) + 0;
}

/** Labels as compare.py reads them (`_normalize_step_labels`): a list is keyed from 0 on, what is no label is left out. */
export function officialLabels(value: unknown, field: string, id: string): Labels {
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || value instanceof SourceNumber) {
    throw new RecordProblem({
      kind: "wrong-field",
      severity: "error",
      id,
      field,
      expected: "labels by message index, or a list of labels",
      found: shown(value),
      fix: 'write an object such as {"2": 1, "4": -1}',
    });
  }
  const labels = Object.entries(value).flatMap(([key, given]) => {
    const label = officialInt(given, Array.isArray(value) ? `${field}[${key}]` : `${field}.${key}`, id);
    return label === undefined ? [] : [[key, label] as const];
  });
  return Object.fromEntries(labels);
}

/** What to tell of labels that can match nothing in gold: the first of them. Null is how the official judge says nothing. */
export function remarksOf(value: unknown, field: string): Remark[] {
  const odd = Object.entries(value ?? {}).find(
    ([, given]) => given !== null && ![-1, 0, 1].includes(officialInt(given, field) ?? Number.NaN),
  );
  if (odd === undefined) return [];
  const [key, given] = odd;
  return [
    {
      kind: "odd-label",
      field: Array.isArray(value) ? `${field}[${key}]` : `${field}.${key}`,
      expected: "-1, 0 or 1",
      found: shown(given),
      fix: "write one of these; text that is no number counts as no label, another number as a wrong one",
    },
  ];
}

/** A key as gold spells them: the index of a message. */
const INDEX = /^(?:0|[1-9]\d*)$/;

/** The number that orders the errors of a record: Python's `int()` of the key; absent where it raises. */
function orderOf(key: string): number | undefined {
  const int = INDEX.test(key) ? key : pyInt(key);
  return int === undefined ? undefined : Number(int);
}

/** How records of this track become columns, by the rules of compare.py. */
export const labelsCodec: LabelsCodec<Pick<LabelsItem, "labels">, LabelsPrediction> = {
  gold: ({ labels }) => stepsOf(labels).map((index) => ({ index, label: labels[index] as StepLabel })),
  prediction: ({ labels }) =>
    Object.entries(labels).map(([key, label]) => ({ step: INDEX.test(key) ? Number(key) : undefined, order: orderOf(key), label })),
};

/** Message indices of gold's steps, ascending. */
export function stepsOf(labels: LabelsItem["labels"]): number[] {
  return Object.keys(labels)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Where the first error stands by the labels (`_first_neg1_index`), as text; where there is none, that. Samples vote with it. */
export function firstErrorVote({ labels }: LabelsPrediction): string {
  const errors = Object.entries(labels).flatMap(([key, label]) => (label === -1 ? (orderOf(key) ?? []) : []));
  if (errors.length > 0) return String(errors.reduce((a, b) => Math.min(a, b)));
  return Object.keys(labels).length > 0 ? "no error" : "no answer";
}
