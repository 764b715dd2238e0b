import type { TextNote, TextPanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";
import { align } from "./align.ts";

/** One line of the two texts: a step of each that say the same, or a step that has no partner. */
export interface TextRow {
  readonly reference?: number;
  readonly generated?: number;
  /** Whether its two steps stand in another order than those of a line above or below. */
  readonly crossed: boolean;
  /** Places of its remarks among the panel's. */
  readonly remarks: readonly number[];
}

/** What is said once, and of which steps. */
export interface Remark extends Pick<TextNote, "verdict" | "text"> {
  readonly on: readonly Pick<TextNote, "of" | "step">[];
}

/** The notes of a panel; those that say the same of several steps are one remark. */
export function remarksOf({ notes = [] }: TextPanel): Remark[] {
  const told = new Map<string, Remark>();
  for (const note of notes) {
    const { verdict, text, of, step } = note;
    const key = `${verdict} ${text}`;
    const on = told.get(key)?.on ?? [];
    if (!on.some((one) => one.of === of && one.step === step)) told.set(key, { verdict, text, on: [...on, note] });
  }
  return [...told.values()];
}

const known = new WeakMap<TextPanel, readonly TextRow[]>();

/** The lines of a panel in the order of the reference; a generated step without a partner follows the one before it. Found once. */
export function textRows(panel: TextPanel): readonly TextRow[] {
  const rows = known.get(panel) ?? rowsOf(panel);
  known.set(panel, rows);
  return rows;
}

function rowsOf(panel: TextPanel): TextRow[] {
  const { reference, generated = [], pairs } = panel;
  const remarks = remarksOf(panel);
  const aligned = pairs ?? align(reference, generated);
  const partner = new Map(aligned.map((pair) => [pair.reference, pair.generated]));
  const paired = new Set(partner.values());
  const crossed = outOfOrder([...partner].sort(([a], [b]) => a - b).map(([, g]) => g));
  const places = (of: TextNote["of"], step: number | undefined): number[] =>
    step === undefined ? [] : remarks.flatMap(({ on }, i) => (on.some((note) => note.of === of && note.step === step) ? [i] : []));
  const row = (r: number | undefined, g: number | undefined): TextRow => ({
    ...(r === undefined ? {} : { reference: r }),
    ...(g === undefined ? {} : { generated: g }),
    crossed: r !== undefined && g !== undefined && crossed.has(g),
    remarks: [...new Set([...places("reference", r), ...places("generated", g)])],
  });
  /** Generated steps without a partner, by the step they stand behind; those at the start by -1. */
  const behind = new Map<number, number[]>();
  let last = -1;
  for (const g of generated.keys()) {
    if (paired.has(g)) last = g;
    else behind.set(last, [...(behind.get(last) ?? []), g]);
  }
  const extra = (after: number): TextRow[] => (behind.get(after) ?? []).map((g) => row(undefined, g));
  return [
    ...extra(-1),
    ...reference.flatMap((_, r) => {
      const g = partner.get(r);
      return g === undefined ? [row(r, undefined)] : [row(r, g), ...extra(g)];
    }),
  ];
}

/** Of a list the members that do not belong to its longest rising part: what was moved. */
function outOfOrder(list: readonly number[]): Set<number> {
  /** At index n where the rising part of n + 1 members with the least end has its end. */
  const ends: number[] = [];
  const before = new Int32Array(list.length).fill(-1);
  for (const [i, value] of list.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    before[i] = ends[low - 1] ?? -1;
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) kept.add(list[i] as number);
  return new Set(list.filter((value) => !kept.has(value)));
}

/** Each line is a step; one is wrong where a step has no partner, stands in another order, or has a bad note. */
export function textSteps(panel: TextPanel): Steps {
  const rows = textRows(panel);
  const remarks = remarksOf(panel);
  const isWrong = ({ reference, generated, crossed, remarks: own }: TextRow): boolean =>
    reference === undefined || generated === undefined || crossed || own.some((at) => remarks[at]?.verdict === "bad");
  return { count: rows.length, errors: panel.generated === undefined ? [] : rows.flatMap((row, at) => (isWrong(row) ? [at] : [])) };
}
