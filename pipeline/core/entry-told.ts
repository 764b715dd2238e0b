import type { Figure } from "@stepladder/schema";
import { markdownTable } from "@stepladder/wasm/host/markdown.ts";
import { figure } from "@stepladder/wasm/host/print.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import type { CheckedEntry } from "./entry-check.ts";

/** What checking an entry came to, for the terminal: the numbers as its page has them, then what a reviewer should know. */
export function checkedText({ path, entry, track, notes, faults, scorecard }: CheckedEntry): string {
  const lines = [
    `${path}: ${faultsOf(faults)}`,
    ...(entry === undefined ? [] : [`  ${headOf(entry, scorecard !== undefined)}`]),
    ...(entry === undefined || track === undefined ? [] : figuresOf(entry.scores, track.metrics).map((cells) => `  ${cells.join("  ")}`)),
    ...notes.map((note) => `  note: ${note}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same as Markdown, for a comment below a pull request. All that the contributor wrote is text in it, and nothing else. */
export function checkedComment(checked: readonly CheckedEntry[]): string {
  return `${checked.map(entryComment).join("\n\n")}\n`;
}

function entryComment({ path, entry, track, notes, faults, scorecard }: CheckedEntry): string {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`**${title}**`, lines.map((line) => `- ${code(line)}`).join("\n")];
  const table =
    entry === undefined || track === undefined
      ? []
      : [markdownTable({ heads: HEADS, rows: figuresOf(entry.scores, track.metrics) }).trimEnd()];
  return [
    `### ${code(path)}: ${faultsOf(faults)}`,
    ...(entry === undefined ? [] : [code(headOf(entry, scorecard !== undefined))]),
    ...table,
    ...list("Faults", faults),
    ...list("Notes", notes),
  ].join("\n\n");
}

const HEADS = ["metric", "value", "95 % interval"].map((title, i) => ({ title, number: i === 1 }));

function headOf({ system, track, evidence, coverage }: NonNullable<CheckedEntry["entry"]>, isRescored: boolean): string {
  const items = coverage === undefined ? "coverage not told" : `${coverage.scored} of ${coverage.items} items answered`;
  const again = isRescored ? "; its predictions were scored again" : "";
  return `${system.name} on ${track}, ${evidence.kind}: ${items}${again}`;
}

function faultsOf({ length }: readonly string[]): string {
  return length === 0 ? "no fault" : counted(length, "fault");
}

/** Each metric that has a figure: its title, value and interval, as tables have them. */
function figuresOf(scores: Readonly<Record<string, Figure>>, ids: readonly string[]): string[][] {
  return ids.flatMap((id) => {
    const score = scores[id];
    if (score === undefined) return [];
    const { title, unit } = metrics[id as MetricId];
    const value = figure({ ...score, scored: score.scored ?? 0, unscored: score.unscored ?? 0 }, unit);
    const { low, high } = score;
    return [[title, value, low === undefined || high === undefined ? "-" : `${inUnit(low, unit)} to ${inUnit(high, unit)}`]];
  });
}

/** Text of a stranger as code: no backtick of its own ends it, and no line of it begins anew. */
function code(text: string): string {
  return `\`${text.replace(/\s+/g, " ").replaceAll("`", "'")}\``;
}
