import type { Placing } from "@stepladder/schema";
import { type Unit, withInterval } from "@stepladder/wasm/metrics/contract.ts";
import { formatCell, titleWithUnit } from "../format.ts";
import type { Listed } from "./describe.ts";
import { entriesOfGroup, type MetricGroup } from "./order.ts";
import { placing, rankText } from "./placing.ts";

/** What a cell of an exported table holds; nothing where nothing can be said. */
export type Cell = string | number | undefined;

/** A table of a board on its way to a file: once for machines, with whole numbers, and once for reading. */
export interface ExportTable {
  readonly title: string;
  /** Names as in the API, fractions as 0 to 1. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** The same rounded, with headings. */
  readonly reading: { readonly heads: readonly { readonly title: string; readonly number: boolean }[]; readonly rows: readonly string[][] };
}

/** Stands in a table for reading where nothing can be said. */
const NONE = "–";

/** A group's table of a board. `placed` says how entries stand by the group's first metric, which ranks it. */
export function exportTable(
  title: string,
  group: MetricGroup,
  entries: readonly Listed[],
  placed: (entry: Listed) => Placing,
): ExportTable {
  const [first, ...others] = group.metrics;
  const shown = entriesOfGroup(entries, group).map((entry) => ({
    entry,
    first: placed(entry),
    others: others.map(({ id }) => placing(entry, id, undefined)),
  }));
  return {
    title,
    columns: [
      ...["entry", "system", "kind", "evidence", "rank", "rank_low", "rank_high", "p_first"],
      ...group.metrics.flatMap(({ id }) => [id, `${id}_low`, `${id}_high`]),
      ...["items", "scored", "date"],
    ],
    rows: shown.map(({ entry, first, others }) => [
      ...[entry.id, entry.system.name, entry.system.kind, entry.evidence.kind],
      ...[first.rank, first.rankLow, first.rankHigh, first.pFirst],
      ...[first, ...others].flatMap(({ value, low, high }) => [value, low, high]),
      ...[entry.coverage?.items, entry.coverage?.scored, entry.date],
    ]),
    reading: {
      heads: [
        { title: "Rank", number: true },
        { title: "System", number: false },
        { title: "Evidence", number: false },
        ...[first, ...others].map((metric) => ({ title: titleWithUnit(metric), number: true })),
        { title: "Coverage, %", number: true },
        { title: "Date", number: false },
      ],
      rows: shown.map(({ entry, first: own, others: more }) => [
        rankText(own) || NONE,
        entry.system.kind === "baseline" ? `${entry.system.name} (baseline)` : entry.system.name,
        entry.evidence.kind,
        own.value === undefined ? NONE : withInterval(own.value, own, first.unit),
        ...more.map(({ value }, i) => (value === undefined ? NONE : formatCell(value, (others[i] as { unit: Unit }).unit))),
        coverageText(entry),
        entry.date,
      ]),
    },
  };
}

function coverageText({ coverage }: Listed): string {
  if (coverage === undefined || coverage.items === 0) return NONE;
  return formatCell(coverage.scored / coverage.items, "fraction");
}
