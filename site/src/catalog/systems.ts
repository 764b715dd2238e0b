import type { SystemName } from "@stepladder/schema";
import type { NameTable } from "../../../data/papers/names.ts";
import { formatCount, plural } from "../format.ts";
import type { Listed } from "./describe.ts";
import { type PublishedBoard, rowsOfBoard } from "./published-boards.ts";

const listed = new Intl.ListFormat("en-GB");

/** Everything that is known of one system: its rows on boards here, and what papers print. */
export interface System {
  readonly id: string;
  readonly name: string;
  /** `system` where the table of names does not know it. */
  readonly kind: Exclude<SystemName["kind"], "part"> | "system";
  /** Dated versions of it, whose results stand among its own. */
  readonly variants: readonly { readonly id: string; readonly name: string }[];
  /** In the order of the boards. */
  readonly entries: readonly Listed[];
  /** Boards of published figures, cut to its rows. */
  readonly boards: readonly PublishedBoard[];
  /** How many entries were scored here and how many are quoted, how many figures papers print, and on how many benchmarks all of them are; means and studies are none. */
  readonly counts: { readonly scored: number; readonly quoted: number; readonly figures: number; readonly benchmarks: number };
}

/**
 * All systems that have a result, those on most benchmarks first. A part that is played in one study has no results elsewhere and is no
 * system; a dated version stands with its model.
 */
export function systemsOf(entries: readonly Listed[], boards: readonly PublishedBoard[], names: NameTable): System[] {
  const found = new Map<string, { name: string; kind: System["kind"]; entries: Listed[] }>();
  const at = (id: string, unknown: Pick<System, "name" | "kind">) => {
    const page = pageOf(names, id);
    const { name, kind } = names.names.systems[page] ?? unknown;
    if (kind === "part") return undefined;
    const own = found.get(page) ?? { name, kind, entries: [] };
    found.set(page, own);
    return own;
  };
  for (const entry of entries) {
    const { id, name } = names.systemOf(entry.system.name);
    at(id, { name, kind: entry.system.kind })?.entries.push(entry);
  }
  const rows = boards.flatMap(rowsOfBoard);
  for (const { system } of rows) if (system.kind !== "part") at(system.id, { name: system.name, kind: system.kind });
  return [...found]
    .map(([id, own]) => systemOf(id, own, boards, names))
    .sort((a, b) => b.counts.benchmarks - a.counts.benchmarks || a.name.localeCompare(b.name, "en"));
}

/** Id of the page that tells of a system: that of its model where it is a dated version. */
export function pageOf({ names }: Pick<NameTable, "names">, id: string): string {
  return names.systems[id]?.variantOf ?? id;
}

function systemOf(
  id: string,
  { name, kind, entries }: Pick<System, "name" | "kind" | "entries">,
  all: readonly PublishedBoard[],
  names: NameTable,
): System {
  const boards = all.flatMap((board) => cutTo(board, (system) => pageOf(names, system) === id) ?? []);
  const variants = Object.entries(names.names.systems).flatMap(([own, { name: title, variantOf }]) =>
    variantOf === id ? [{ id: own, name: title }] : [],
  );
  const scored = entries.filter(isScored).length;
  return {
    id,
    name,
    kind,
    variants,
    entries,
    boards,
    counts: {
      scored,
      quoted: entries.length - scored,
      figures: boards.reduce((sum, { figures }) => sum + figures, 0),
      benchmarks: new Set([
        ...entries.map(({ track }) => track),
        ...boards.filter(({ of }) => of === undefined).map(({ id: own, track }) => track ?? own),
      ]).size,
    },
  };
}

/** "3 benchmarks, 1 mean and 2 studies". */
function printedOn(boards: readonly PublishedBoard[]): string {
  const count = (kind: PublishedBoard["of"]): number => boards.filter(({ of }) => of === kind).length;
  const told = [plural(count(undefined), "benchmark"), plural(count("mean"), "mean"), plural(count("study"), "study", "studies")];
  return listed.format(told.filter((part) => !part.startsWith("0 ")));
}

function isScored({ evidence }: Listed): boolean {
  return evidence.kind === "recomputed";
}

/** A board with the rows of some systems alone; `undefined` where it has none. */
function cutTo(board: PublishedBoard, isOwn: (system: string) => boolean): PublishedBoard | undefined {
  const versions = board.versions
    .map(({ rows, ...version }) => ({ ...version, rows: rows.filter(({ system }) => isOwn(system.id)) }))
    .filter(({ rows }) => rows.length > 0);
  if (versions.length === 0) return undefined;
  const cells = versions.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    ...board,
    versions,
    figures: cells.reduce((sum, { figures }) => sum + figures.length, 0),
    systems: new Set(versions.flatMap(({ rows }) => rows.map(({ system }) => system.id))).size,
    papers: [...new Set(cells.flatMap(({ figures }) => figures.map(({ paper }) => paper)))],
  };
}

/** What a system's page says first: where it has results, and of which kind. */
export function systemSentence({ entries, counts, boards }: Pick<System, "entries" | "counts" | "boards">): string {
  const { scored, quoted, figures } = counts;
  const on = (count: number): string => `on ${plural(count, "board")}`;
  const tracks = (kept: readonly Listed[]): number => new Set(kept.map(({ track }) => track)).size;
  const parts = [
    scored === 0 ? "Nothing was scored here" : `${plural(scored, "result")} scored here, ${on(tracks(entries.filter(isScored)))}`,
    ...(quoted === 0 ? [] : [`${formatCount(quoted)} quoted ${on(tracks(entries.filter((one) => !isScored(one))))}`]),
    ...(figures === 0 ? [] : [`${plural(figures, "published figure")} of ${printedOn(boards)}`]),
  ];
  const contradicted = boards.flatMap(rowsOfBoard).flatMap(({ cells }) => cells.filter(({ contradicts }) => contradicts)).length;
  const told =
    contradicted === 0 ? "" : ` In ${plural(contradicted, "place")} sources contradict each other; what each says stands there, marked ≠.`;
  return `${parts.join("; ")}.${told}`;
}
