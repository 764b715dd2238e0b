import { DroppedProcedure, MinedProcedure, MiningReport, TOPICS } from "@stepladder/schema";
import { href } from "../link.ts";
import { linesOf } from "./lines.ts";

const texts = import.meta.glob<string>("../../../data/procedures/mined/*", { eager: true, query: "?raw", import: "default" });

/** A file of the run's results. Throws where it is not there. */
export function resultText(name: string): string {
  const text = texts[`../../../data/procedures/mined/${name}`];
  if (text !== undefined) return text;
  throw new Error(
    `data/procedures/mined/${name}: expected the results of a mining run, found none; run "stepladder mine data/procedures/pages --out data/procedures/mined"`,
  );
}

/** What was mined from the pages written for this repository, by topic and goal. */
export const procedures: readonly MinedProcedure[] = linesOf(resultText("procedures.jsonl"), (record) => MinedProcedure.parse(record)).sort(
  (a, b) => compare(topicOf(a), topicOf(b)) || compare(a.goal, b.goal) || compare(a.id, b.id),
);

/** What a filter dropped of it. */
export const dropped: readonly DroppedProcedure[] = linesOf(resultText("dropped.jsonl"), (record) => DroppedProcedure.parse(record));

export const report: MiningReport = MiningReport.parse(JSON.parse(resultText("report.json")));

/** What tells on a page that there are steps, by the miner that reads it. */
const MINERS: Readonly<Record<string, string>> = {
  "json-ld": "JSON-LD",
  microdata: "Microdata",
  rdfa: "RDFa",
  "h-recipe": "h-recipe",
  wordpress: "WordPress block",
  wikihow: "wikiHow layout",
  documentation: "Help markup",
  named: "Class names",
  general: "No markup",
};

export function minerTitle(id: string): string {
  return MINERS[id] ?? id;
}

/** The topic in words; of a procedure that was not classified, so. */
export function topicOf({ topic }: Pick<MinedProcedure, "topic">): string {
  return topic === undefined ? "Without a topic" : TOPICS[topic];
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** "de" -> "German". */
export function languageTitle(tag: string): string {
  return tag === "und" ? "Unknown" : (LANGUAGES.of(tag) ?? tag);
}

export function procedureHref(id: string): string {
  return href(`procedures/${encodeURIComponent(id)}/`);
}

/** The procedure that an article is, by its id, its goal or the name of its page; `undefined` where none was mined from it. */
export function articleOf(id: string, goal: string): MinedProcedure | undefined {
  return (
    procedures.find((one) => one.id === id) ??
    procedures.find((one) => one.goal === goal) ??
    procedures.find(({ source }) => source.file?.endsWith(`/${id}.html`))
  );
}

/** Something that procedures can be chosen by, with how many have it. */
export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

/** The values of a field among all procedures, by title. */
export function choicesOf(value: (procedure: MinedProcedure) => string, title: (value: string) => string): Choice[] {
  const choices = grouped(procedures, value).map(([one, { length }]) => ({ value: one, title: title(one), count: length }));
  return choices.sort((a, b) => compare(a.title, b.title));
}

/** Dropped procedures that one filter gave one reason for. */
export interface DropGroup {
  readonly filter: string;
  readonly reason: string;
  readonly drops: readonly DroppedProcedure[];
}

/** What was dropped, the most frequent reason first. */
export function dropGroups(): DropGroup[] {
  return grouped(dropped, ({ filter }) => filter)
    .flatMap(([filter, own]) => grouped(own, ({ reason }) => reason).map(([reason, drops]) => ({ filter, reason, drops })))
    .sort((a, b) => b.drops.length - a.drops.length || compare(a.reason, b.reason));
}

/** Where a drop's detail begins with the id of a procedure that was kept in its place: that id, and the rest of the detail. */
export function twinOf(detail: string | undefined): { readonly id: string; readonly rest: string } | undefined {
  const [, id = "", rest = ""] = /^(\S+), (.*)$/.exec(detail ?? "") ?? [];
  return procedures.some((one) => one.id === id) ? { id, rest } : undefined;
}

function grouped<T>(records: readonly T[], key: (record: T) => string): [string, T[]][] {
  return [...new Set(records.map(key))].map((one) => [one, records.filter((record) => key(record) === one)]);
}

/** Steps under the title of their section, in order; one group without a title where there are no sections. */
export function stepGroups({ sections, steps }: MinedProcedure): { title?: string; first: number; steps: MinedProcedure["steps"] }[] {
  const starts = steps.flatMap((step, at) => (at === 0 || step.section !== steps[at - 1]?.section ? [at] : []));
  return starts.map((start, k) => {
    const section = steps[start]?.section;
    const title = section === undefined ? undefined : sections?.[section];
    return { ...(title === undefined ? {} : { title }), first: start + 1, steps: steps.slice(start, starts[k + 1]) };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
