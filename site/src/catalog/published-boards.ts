import type { BenchmarkName, FigureEvidence, Names, Paper, SystemName } from "@stepladder/schema";
import { differ } from "../../../data/papers/figures.ts";

/** A figure as a source prints it. */
export interface PublishedFigure {
  readonly text: string;
  readonly unit: string;
  readonly evidence: FigureEvidence;
  /** Slug of the paper that it is filed under. */
  readonly paper: string;
  /** The address of the document, or what it is where it has none. */
  readonly source: string;
  readonly where?: string;
}

/** One system in one setting. */
export interface PublishedRow {
  readonly system: { readonly id: string; readonly name: string; readonly kind: SystemName["kind"] };
  readonly setting?: string;
  readonly items?: number;
  /** A cell per column of the board: nothing, one figure, or several that sources print for the same, side by side. */
  readonly cells: readonly { readonly figures: readonly PublishedFigure[]; readonly contradicts: boolean }[];
}

export interface PublishedColumn {
  readonly metric: string;
  readonly title: string;
  /** Absent where sources print it in different units. */
  readonly unit?: string;
  readonly better: "higher" | "lower" | "neither";
  /** What is unclear about every figure of it. */
  readonly unclear?: string;
}

/** Rows on one version of the benchmark's items, the best by the first column first; rows of different versions are not comparable. */
export interface PublishedVersion {
  readonly version?: string;
  readonly rows: readonly PublishedRow[];
}

/** A benchmark as papers print it. Nothing on it is ranked, and nothing is averaged. */
export interface PublishedBoard {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** Where it is no benchmark that others run. */
  readonly of?: NonNullable<BenchmarkName["of"]>;
  /** The track that scores it here. */
  readonly track?: string;
  /** What it lacks to be scored here. */
  readonly missing?: string;
  readonly columns: readonly PublishedColumn[];
  readonly versions: readonly PublishedVersion[];
  /** How many figures there are, and systems, settings apart. */
  readonly figures: number;
  readonly systems: number;
  /** Slugs of the papers that have figures of it. */
  readonly papers: readonly string[];
}

interface Told extends PublishedFigure {
  readonly metric: string;
  readonly system: string;
  readonly setting?: string;
  readonly version?: string;
  readonly items?: number;
}

/** A document that figures are from, and the paper that they are filed under. */
export type FigureDocument = Pick<PublishedFigure, "paper" | "source" | "where">;

/** The documents behind the figures of some rows, each once, in the order of the rows. */
export function documentsOf(rows: readonly Pick<PublishedRow, "cells">[]): FigureDocument[] {
  return [...new Map(rows.flatMap(figuresOf).map((figure) => [documentKey(figure), figure])).values()];
}

/** Document to its place in a list of sources, from 1. */
export function placesOf(documents: readonly FigureDocument[]): ReadonlyMap<string, number> {
  return new Map(documents.map((one, at) => [documentKey(one), at + 1]));
}

/** All rows of a board, of whatever version. */
export function rowsOfBoard({ versions }: Pick<PublishedBoard, "versions">): PublishedRow[] {
  return versions.flatMap(({ rows }) => rows);
}

/** All figures of a row. */
export function figuresOf({ cells }: Pick<PublishedRow, "cells">): PublishedFigure[] {
  return cells.flatMap(({ figures }) => figures);
}

/** What tells documents apart. */
export function documentKey({ paper, source, where }: FigureDocument): string {
  return JSON.stringify([paper, source, where]);
}

/** The boards of all benchmarks that papers print figures of, by name. */
export function publishedBoards(papers: readonly Paper[], names: Names): PublishedBoard[] {
  const told = new Map<string, { figures: Told[]; metrics: Set<string> }>();
  for (const paper of papers) {
    for (const table of paper.figures) {
      const own = told.get(table.benchmark) ?? { figures: [], metrics: new Set() };
      told.set(table.benchmark, own);
      for (const { metric } of table.metrics) own.metrics.add(metric);
      for (const { system, setting, values, items } of table.rows) {
        for (const [at, text] of values.entries()) {
          const column = table.metrics[at];
          if (text === null || column === undefined) continue;
          own.figures.push({
            text,
            ...column,
            evidence: table.evidence,
            paper: paper.slug,
            source: table.source,
            ...given({ where: table.where, version: table.version, setting, items }),
            system,
          });
        }
      }
    }
  }
  return [...told]
    .map(([id, { figures, metrics }]) => boardOf(id, figures, [...metrics], names))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function boardOf(id: string, told: readonly Told[], metrics: readonly string[], names: Names): PublishedBoard {
  const { name, family, of, track, missing } = known(names.benchmarks, id);
  const columns = metrics.map((metric): PublishedColumn => {
    const { name: title, better, unclear } = known(names.metrics, metric);
    const [unit, ...others] = new Set(told.filter((one) => one.metric === metric).map((one) => one.unit));
    return { metric, title, better, ...given({ unit: others.length === 0 ? unit : undefined, unclear }) };
  });
  const versions = parts(told, ({ version }) => version).map(
    ([version, own]): PublishedVersion => ({ ...given({ version }), rows: rowsOf(own, columns, names) }),
  );
  return {
    id,
    name,
    family,
    ...given({ of, track, missing }),
    columns,
    versions,
    figures: told.length,
    systems: new Set(told.map(({ system }) => system)).size,
    papers: [...new Set(told.map(({ paper }) => paper))],
  };
}

function rowsOf(told: readonly Told[], columns: readonly PublishedColumn[], names: Names): PublishedRow[] {
  const rows = parts(told, ({ system, setting }) => JSON.stringify([system, setting])).map(([, own]): PublishedRow => {
    const [{ system, setting }] = own;
    const items = own.find((one) => one.items !== undefined)?.items;
    const { name, kind } = known(names.systems, system);
    return {
      system: { id: system, name, kind },
      ...given({ setting, items }),
      cells: columns.map(({ metric }) => {
        const figures = own.filter((one) => one.metric === metric);
        return {
          figures: figures.map(({ text, unit, evidence, paper, source, where }) => ({
            text,
            unit,
            evidence,
            paper,
            source,
            ...given({ where }),
          })),
          contradicts: figures.some((a, i) =>
            figures.slice(i + 1).some((b) => differ({ value: a.text, unit: a.unit }, { value: b.text, unit: b.unit })),
          ),
        };
      }),
    };
  });
  return rows.sort(bestFirst(columns));
}

/** By the first column that both have; rows that share none keep their order. */
function bestFirst(columns: readonly PublishedColumn[]): (a: PublishedRow, b: PublishedRow) => number {
  return (a, b) => {
    for (const [at, { better }] of columns.entries()) {
      const [x, y] = [numberOf(a.cells[at]?.figures[0]), numberOf(b.cells[at]?.figures[0])];
      if (x === undefined && y === undefined) continue;
      if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
      if (x !== y) return better === "lower" ? x - y : y - x;
    }
    return 0;
  };
}

/** A printed figure as a number, fractions in percent; `undefined` for a range. */
export function numberOf(figure: Pick<PublishedFigure, "text" | "unit"> | undefined): number | undefined {
  const [, number, of] = /^(-?\d*\.?\d+)(?:\/(\d+))?$/.exec(figure?.text ?? "") ?? [];
  if (number === undefined) return undefined;
  return of === undefined ? Number(number) * (figure?.unit === "0-1" ? 100 : 1) : (100 * Number(number)) / Number(of);
}

/** A name of the table. Throws where the table has none: papers and names are committed together. */
function known<T>(names: Readonly<Record<string, T>>, id: string): T {
  const name = names[id];
  if (name === undefined) throw new Error(`data/papers/names.json: expected a name for ${id}, found none`);
  return name;
}

/** Groups in the order of their first member; each has one at least. */
function parts<T, K>(all: readonly T[], key: (one: T) => K): [K, [T, ...T[]]][] {
  const groups = new Map<K, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return [...groups];
}

/** The fields that have a value. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
