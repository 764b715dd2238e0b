import { FIGURE_EVIDENCE, type FigureEvidence, type FigureRow, type FigureTable, PrintedValue } from "@stepladder/schema";
import type { NameTable } from "./names.ts";

/** Columns of a file of figures, one figure a row; those of `OPTIONAL` may be empty or absent. README.md tells what each holds. */
export const COLUMNS = [
  "paper",
  "benchmark",
  "version",
  "setting",
  "system",
  "metric",
  "value",
  "unit",
  "evidence",
  "source",
  "where",
  "items",
] as const;
export type Column = (typeof COLUMNS)[number];
export const OPTIONAL: ReadonlySet<Column> = new Set(["version", "setting", "unit", "where", "items"]);

/** A row of a file of figures; absent and empty are the same. */
export type FigureRecord = Readonly<Partial<Record<Column, string>>>;

/** One figure, its names looked up. */
export interface Figure {
  readonly paper: string;
  readonly benchmark: string;
  readonly version?: string;
  readonly setting?: string;
  readonly system: string;
  readonly metric: string;
  /** As printed. */
  readonly value: string;
  readonly unit: string;
  readonly evidence: FigureEvidence;
  readonly source: string;
  readonly where?: string;
  readonly items?: number;
  /** 1-based lines of the file that tell it. */
  readonly lines: readonly number[];
}

/** What is wrong with a field. */
export interface FigureFault {
  readonly line: number;
  readonly field: Column;
  readonly expected: string;
  readonly found: string;
}

const LOOKED_UP = { benchmark: "benchmarks", system: "systems", metric: "metrics" } as const;

/** Reads one row. All its faults are told at once. */
export function readFigure(record: FigureRecord, line: number, names: NameTable): Figure | readonly FigureFault[] {
  const faults: FigureFault[] = [];
  const text = (column: Column): string => (record[column] ?? "").trim();
  const fault = (field: Column, expected: string): void => {
    faults.push({ line, field, expected, found: text(field) === "" ? "nothing" : JSON.stringify(text(field)) });
  };
  for (const column of COLUMNS) if (!OPTIONAL.has(column) && text(column) === "") fault(column, "a value");
  const ids = { benchmark: "", system: "", metric: "" };
  for (const column of ["benchmark", "system", "metric"] as const) {
    if (text(column) === "") continue;
    const id = names.id(LOOKED_UP[column], text(column));
    if (id !== undefined) ids[column] = id;
    else
      fault(
        column,
        `a name of data/papers/names.json${nearestTo(names.nearest(LOOKED_UP[column], text(column)))}; add it there, or as an alias`,
      );
  }
  if (text("value") !== "" && !PrintedValue.safeParse(text("value")).success)
    fault("value", "a number, a count such as 29/334 or a range such as 39-42");
  const evidence = FIGURE_EVIDENCE.find((kind) => kind === text("evidence"));
  if (text("evidence") !== "" && evidence === undefined) fault("evidence", `one of ${FIGURE_EVIDENCE.join(", ")}`);
  if (text("items") !== "" && !/^[1-9]\d*$/.test(text("items"))) fault("items", "how many items are behind the figure");
  if (text("paper") !== "" && !/^[a-z0-9][a-z0-9.-]*$/.test(text("paper")))
    fault("paper", "the slug of a paper, in lower case with hyphens");
  if (faults.length > 0 || evidence === undefined) return faults;
  const optional = (column: "version" | "setting" | "where") => (text(column) === "" ? {} : { [column]: text(column) });
  return {
    paper: text("paper"),
    ...ids,
    ...optional("version"),
    ...optional("setting"),
    value: text("value"),
    unit: text("unit") === "" ? (names.names.metrics[ids.metric]?.unit ?? "") : text("unit"),
    evidence,
    source: text("source"),
    ...optional("where"),
    ...(text("items") === "" ? {} : { items: Number(text("items")) }),
    lines: [line],
  };
}

function nearestTo(name: string | undefined): string {
  return name === undefined ? "" : ` (the nearest is "${name}")`;
}

/** A figure that two rows tell: the same of the same, in one kind of evidence. */
export interface Merge {
  readonly kept: Figure;
  readonly lines: readonly number[];
}

/** Figures of one system in one setting by one metric that differ although nothing told of them does. */
export type Contradiction = readonly Figure[];

export interface Gathered {
  readonly figures: readonly Figure[];
  readonly merged: readonly Merge[];
  readonly contradictions: readonly Contradiction[];
}

/** Merges rows that say the same, and finds those that say different things of the same. Nothing is averaged, and of a contradiction nothing is left out. */
export function gather(read: readonly Figure[]): Gathered {
  const figures: Figure[] = [];
  const merged: Merge[] = [];
  for (const [, same] of grouped(read, measured)) {
    const kept: Figure[] = [];
    for (const figure of same) {
      const at = kept.findIndex((one) => sameFigure(one, figure));
      if (at < 0) kept.push(figure);
      else {
        const one = join(kept[at] as Figure, figure);
        kept[at] = one;
        merged.push({ kept: one, lines: figure.lines });
      }
    }
    figures.push(...kept);
  }
  figures.sort((a, b) => (a.lines[0] as number) - (b.lines[0] as number));
  const contradictions = grouped(figures, measured)
    .map(([, same]) => same)
    .filter((same) => same.some((a, i) => same.slice(i + 1).some((b) => differ(a, b))));
  return { figures, merged, contradictions };
}

/** What was measured, of what, how. */
function measured({ benchmark, version, setting, system, metric }: Figure): string {
  return JSON.stringify([benchmark, version, setting, system, metric]);
}

function sameFigure(a: Figure, b: Figure): boolean {
  return a.paper === b.paper && a.evidence === b.evidence && a.source === b.source && a.unit === b.unit && sameValue(a.value, b.value);
}

function sameValue(a: string, b: string): boolean {
  return a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b));
}

/** The first, with the digits of the one that prints more, and both places. */
function join(a: Figure, b: Figure): Figure {
  const where = [...new Set([a.where, b.where])].filter((one) => one !== undefined).join("; ");
  return {
    ...a,
    value: b.value.length > a.value.length ? b.value : a.value,
    ...(where === "" ? {} : { where }),
    lines: [...a.lines, ...b.lines],
  };
}

/** Whether two printed figures cannot both be roundings of one number. Units `%` and `0-1` are compared in percent. */
export function differ(a: Pick<Figure, "value" | "unit">, b: Pick<Figure, "value" | "unit">): boolean {
  if (!isNumber(a.value) || !isNumber(b.value)) return a.value !== b.value;
  const [x, y] = [inPercent(a), inPercent(b)];
  return Math.abs(x.number - y.number) > (x.step + y.step) / 2 + 1e-9;
}

function inPercent({ value, unit }: Pick<Figure, "value" | "unit">): { number: number; step: number } {
  const scale = unit === "0-1" ? 100 : 1;
  const decimals = value.split(".")[1]?.length ?? 0;
  return { number: Number(value) * scale, step: 10 ** -decimals * scale };
}

function isNumber(value: string): boolean {
  return /^-?\d*\.?\d+$/.test(value);
}

/** The figures of one paper as tables: one for each benchmark, version, document and kind of evidence, all in the order of the file. */
export function tablesOf(figures: readonly Figure[]): FigureTable[] {
  const document = ({ benchmark, version, evidence, source }: Figure): string => JSON.stringify([benchmark, version, evidence, source]);
  return grouped(figures, document).map(([, own]) => tableOf(own));
}

function tableOf(own: readonly Figure[]): FigureTable {
  const first = own[0] as Figure;
  const columns = grouped(own, ({ metric, unit }) => JSON.stringify([metric, unit])).map(([key, [figure]]) => ({
    key,
    metric: (figure as Figure).metric,
    unit: (figure as Figure).unit,
  }));
  const rows: FigureRow[] = grouped(own, ({ setting, system }) => JSON.stringify([setting, system])).flatMap(([, figures]) =>
    layers(figures).map((layer) => {
      const { system, setting } = layer[0] as Figure;
      const items = layer.find((one) => one.items !== undefined)?.items;
      return {
        system,
        ...(setting === undefined ? {} : { setting }),
        values: columns.map(({ metric, unit }) => layer.find((one) => one.metric === metric && one.unit === unit)?.value ?? null),
        ...(items === undefined ? {} : { items }),
      };
    }),
  );
  const where = [...new Set(own.flatMap((one) => one.where?.split("; ") ?? []))].join("; ");
  return {
    benchmark: first.benchmark,
    ...(first.version === undefined ? {} : { version: first.version }),
    evidence: first.evidence,
    source: first.source,
    ...(where === "" ? {} : { where }),
    metrics: columns.map(({ metric, unit }) => ({ metric, unit })),
    rows,
  };
}

/** Rows that one system needs: one, or as many as figures by one metric contradict each other. Rows of other numbers of items stand apart. */
function layers(figures: readonly Figure[]): Figure[][] {
  const rows: Figure[][] = [];
  for (const figure of figures) {
    const row = rows.find((own) =>
      own.every(
        (one) => (one.metric !== figure.metric || one.unit !== figure.unit) && (one.items ?? figure.items) === (figure.items ?? one.items),
      ),
    );
    if (row === undefined) rows.push([figure]);
    else row.push(figure);
  }
  return rows;
}

/** Groups in the order of their first member. */
export function grouped<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = groups.get(key(one));
    if (own === undefined) groups.set(key(one), [one]);
    else own.push(one);
  }
  return [...groups];
}
