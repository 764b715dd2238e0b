import type { Timed } from "./contend.ts";

/** A job with what its contenders took. The first of them is ours. */
export interface Report {
  readonly job: string;
  readonly timed: readonly Timed[];
  /** What a run gets through, for the rate: `[5520, "items"]`, `[100, "MB"]`. */
  readonly amount: readonly [number, string];
  /** What `result` is. */
  readonly result: string;
  /** Times that were not measured now: from where, and in ms. */
  readonly quoted?: readonly { readonly name: string; readonly wall: number }[];
  /** What could not be had, and what to read the figures against. */
  readonly notes: readonly string[];
}

/** The report as lines of text. `times ours` above 1 is slower than ours. */
export function lines({ job, timed, amount: [amount, unit], result, quoted = [], notes }: Report): string[] {
  const ours = timed[0] as Timed;
  const head = ["", "wall ms", "user ms", "times ours", `${unit}/s`, result];
  const measured = timed.map(({ name, wall, user, result: found }) => [
    name,
    figure(wall),
    figure(user),
    figure(wall / ours.wall),
    figure((amount / wall) * 1000),
    figure(found, 6),
  ]);
  const told = quoted.map(({ name, wall }) => [name, figure(wall), "-", figure(wall / ours.wall), figure((amount / wall) * 1000), "-"]);
  const rows = [head, ...measured, ...told];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const table = rows.map(
    (row) => `  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[i] as number))).join("  ")}`,
  );
  return [job, ...table, ...notes.map((note) => `  ${note}`), ""];
}

/** One contender's wall time over another's, for a note on a goal. */
export function ratio(a: Timed | undefined, b: Timed | undefined): string {
  return a === undefined || b === undefined ? "cannot be said" : figure(a.wall / b.wall);
}

/** A number for a table: three digits that mean something, or `digits` of them. */
export function figure(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "-";
  return Number(value.toPrecision(Math.max(digits, Math.ceil(Math.log10(Math.abs(value) + 1))))).toLocaleString("en", {
    maximumFractionDigits: 6,
  });
}
