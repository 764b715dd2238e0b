import { UNITS, type Unit } from "@stepladder/wasm/metrics/contract.ts";
import { formatCell } from "../format.ts";

/** What stands in a table beside a drawing: words, or a number with how a reader sees it. Absent: it cannot be said. */
export type Cell = string | { readonly value: number; readonly text: string } | undefined;

/** A drawing's numbers as a table; the first column names its rows. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One chart of a board: what it says, how it is drawn, and its numbers. */
export interface Chart {
  readonly id: string;
  /** What to see. */
  readonly title: string;
  /** How it is to be read. */
  readonly note: string;
  readonly table: Table;
}

/** A metric's value in a table whose header names its unit: the exact number is in that unit too. */
export function figure(value: number | undefined, unit: Unit, show: (value: number, unit: Unit) => string = formatCell): Cell {
  return value === undefined ? undefined : { value: value * UNITS[unit].factor, text: show(value, unit) };
}

/** A whole number in a table. */
export function whole(value: number): Cell {
  return { value, text: String(value) };
}

/** A share in per cent without decimals, for shares of draws: "62 %", "under 1 %". */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "under 1\u00a0%";
  if (share < 1 && share > 0.99) return "over 99\u00a0%";
  return `${Math.round(share * 100)}\u00a0%`;
}
