import { LedgerLine } from "@stepladder/schema";
import { partingFault, partings } from "@stepladder/wasm/host/ledger.ts";
import { formatScore, inSentence } from "../format.ts";
import { entryHref, href, trackHref } from "../link.ts";
import type { MetricInfo } from "./describe.ts";
import { catalog } from "./tracks.ts";

const texts = import.meta.glob<string>("../../../data/ledger.jsonl", { eager: true, query: "?raw", import: "default" });

/** A line of the ledger with its place in it, which never changes. */
export interface Change extends LedgerLine {
  /** 1 for the first line. */
  readonly line: number;
}

/** Every line, oldest first. A site whose entries stand otherwise than the ledger tells is not built. */
export const ledger: readonly Change[] = await checked();

async function checked(): Promise<Change[]> {
  const lines = Object.values(texts)
    .join("")
    .split("\n")
    .filter((text) => text !== "")
    .map((text, i) => ({ ...LedgerLine.parse(JSON.parse(text)), line: i + 1 }));
  const ranking = new Map(catalog.map(({ info }) => [info.id, info.metrics[0]?.id ?? ""]));
  const entries = catalog.flatMap((listed) => listed.entries);
  const found = await partings(lines, entries, (track) => ranking.get(track) ?? "");
  if (found.length > 0) {
    throw new Error(`data/ledger.jsonl: ${found.map(partingFault).join("; ")}; run "stepladder ledger add --why <reason>"`);
  }
  return lines;
}

/** What became of one entry, oldest first. */
export function historyOf(track: string, entry: string): readonly Change[] {
  return ledger.filter((line) => line.track === track && line.entry === entry);
}

/** Changes of one day; those in a row that were made for one reason are told together. */
export interface Day {
  readonly date: string;
  readonly reasons: readonly { readonly why: string; readonly changes: readonly Change[] }[];
}

/** The ledger by day, newest first; of one day the last line first. */
export function changesByDay(changes: readonly Change[] = ledger): Day[] {
  const days = new Map<string, { why: string; changes: Change[] }[]>();
  for (const change of changes.toReversed()) {
    const reasons = days.get(change.date) ?? [];
    days.set(change.date, reasons);
    const last = reasons.at(-1);
    if (last?.why === change.why) last.changes.push(change);
    else reasons.push({ why: change.why, changes: [change] });
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([date, reasons]) => ({ date, reasons }));
}

/** Page of what a change is about: the entry's, or the board's where the entry is gone. */
export function changeHref({ track, entry }: Change): string {
  const listed = catalog.find(({ info }) => info.id === track);
  if (listed === undefined) return href("tracks/");
  return listed.entries.some(({ id }) => id === entry) ? entryHref(track, entry) : trackHref(track);
}

/** Title of a track, or its id where it is no more. */
export function trackTitle(id: string): string {
  return catalog.find(({ info }) => info.id === id)?.info.title ?? id;
}

/** What a change did to the figure that ranks: "prefix accuracy 40.0 % → 50.0 %"; empty where there is and was none. */
export function rankingChange({ track, ranking: { metric: id, from, to } }: LedgerLine): string {
  const metric = catalog.find(({ info }) => info.id === track)?.info.metrics.find((one) => one.id === id);
  if (metric === undefined || (from === undefined && to === undefined)) return "";
  return `${inSentence(metric.title)} ${valuesOf(from, to, metric)}`;
}

function valuesOf(from: number | undefined, to: number | undefined, { unit }: MetricInfo): string {
  const [before, after] = [from, to].map((value) => (value === undefined ? "none" : formatScore(value, unit)));
  if (from === undefined || from === to) return after ?? "";
  return to === undefined ? (before ?? "") : `${before} → ${after}`;
}
