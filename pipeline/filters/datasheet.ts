import { type DroppedProcedure, type MinedProcedure, TOPICS, type Topic } from "@stepladder/schema";
import { stepTexts } from "./text.ts";

type Counts = Readonly<Record<string, number>>;

/** What a datasheet tells of a run: the numbers of its report. */
export interface Facts {
  readonly pages: number;
  readonly pagesWithProcedures: number;
  readonly failures: Counts;
  readonly procedures: number;
  readonly steps: number;
  readonly miners: Counts;
  readonly languages: Counts;
  readonly topics: Counts;
  /** By `filter/reason`. */
  readonly dropped: Counts;
}

/** What it shows beside the numbers. */
export interface Shown {
  /** Some of what was kept. */
  readonly procedures: readonly MinedProcedure[];
  /** Some drops of each `filter/reason`. */
  readonly drops: readonly (readonly [kind: string, drops: readonly DroppedProcedure[]])[];
}

/** Steps that are shown of a procedure. */
const STEPS = 5;
/** Characters that are shown of a text. */
const LONGEST = 160;

/** The README of mined data, in Markdown, after Gebru et al., Datasheets for Datasets (2021). Same numbers, same bytes. */
export function datasheet(facts: Facts, { procedures, drops }: Shown): string {
  const { pages, pagesWithProcedures, failures, steps, miners, languages, topics, dropped } = facts;
  const dropTotal = total(dropped);
  const topicTitles = Object.fromEntries(Object.entries(topics).map(([id, count]) => [TOPICS[id as Topic] ?? id, count]));
  const parts = [
    "# Mined procedures",
    `${number(facts.procedures)} procedures of ${number(steps)} steps, from ${number(pagesWithProcedures)} of ${number(pages)} pages.${facts.procedures > 0 ? ` A procedure has ${(steps / facts.procedures).toFixed(1)} steps on average.` : ""}`,
    "## What is in it",
    "`procedures.jsonl` has a procedure on each line: its goal, what it needs, its steps in order, the page that it comes from (address or file, sha256 of its bytes) and where on that page every step stands. `dropped.jsonl` has what filters dropped and why, `failures.jsonl` the pages that could not be read.",
    table("language", languages, facts.procedures),
    table("topic", topicTitles, facts.procedures),
    "## How it was made",
    "Pages were parsed, miners found procedures in them, and each filter in turn kept a procedure or dropped it with a reason. Near-duplicates (Jaccard similarity of five-word shingles from .8 on) were dropped over the whole run: of those that are alike the one of the highest quality stays. The same pages give the same bytes.",
    table("miner", miners, facts.procedures),
    `${number(dropTotal)} of ${number(facts.procedures + dropTotal)} procedures that were found were dropped.`,
    table("dropped by", dropped, dropTotal),
    ...(total(failures) === 0
      ? []
      : [`${number(total(failures))} pages could not be read or mined.`, table("failure", failures, total(failures))]),
    "## What to keep in mind",
    "Texts belong to the authors of their pages, whose terms hold; nothing here licenses them. Topics are told by a list of words and are often wrong where a procedure is short. Nobody has checked that the procedures are correct or safe to follow.",
    ...(procedures.length === 0 ? [] : ["## Some of what was kept", ...procedures.map(shown)]),
    ...(drops.length === 0
      ? []
      : ["## Some of what was dropped", ...drops.flatMap(([kind, some]) => [`### ${escaped(kind)}`, ...some.map(told)])]),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function number(count: number): string {
  return count.toLocaleString("en");
}

/** Counts as a table, the largest first. */
function table(title: string, counts: Counts, of: number): string {
  const rows = Object.entries(counts).toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (rows.length === 0) return "";
  const share = (count: number): string => `${((100 * count) / of).toFixed(1)} %`;
  return [
    `| ${title} | | |`,
    "| --- | ---: | ---: |",
    ...rows.map(([name, count]) => `| ${escaped(name)} | ${number(count)} | ${share(count)} |`),
  ].join("\n");
}

function told({ detail, procedure }: DroppedProcedure): string {
  return `${detail === undefined ? "" : `*${cut(detail)}*\n\n`}${shown(procedure)}`;
}

function shown(procedure: MinedProcedure): string {
  const { goal, source, lang, topic, miner } = procedure;
  const from = source.url ?? source.file ?? source.sha256;
  const texts = stepTexts(procedure);
  const steps = texts.slice(0, STEPS).map((text, i) => `${i + 1}. ${cut(text)}`);
  const more = texts.length > STEPS ? [`${STEPS + 1}. ... (${texts.length} in all)`] : [];
  return [
    `**${cut(goal)}** (${[lang, topic, miner].filter((one) => one !== undefined).join(", ")}; ${escaped(from)})`,
    "",
    ...steps,
    ...more,
  ].join("\n");
}

/** Text of others on one line, so that it is read as text. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return escaped(characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}...` : line);
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~&]/g, (mark) => `\\${mark}`);
}
