import type { Entry } from "@stepladder/schema";
import { formatCount, formatDifference, formatP, formatScore, inSentence, plural } from "../format.ts";
import type { BoardLine, MetricInfo, TrackInfo } from "./describe.ts";
import type { Lead } from "./lead.ts";
import { compareValues, isRanked } from "./order.ts";

/** What each kind of evidence is called, and what it says. */
export const EVIDENCE: Record<Entry["evidence"]["kind"], { readonly word: string; readonly says: string }> = {
  recomputed: { word: "recomputed", says: "scored here from predictions whose hash is recorded" },
  published: { word: "published", says: "a number quoted from a named source" },
  secondary: { word: "secondary", says: "a number quoted by someone who saw the source" },
  "self-reported": { word: "self-reported", says: "sent in without predictions" },
};

/** Neighbours whose difference has at least this p, after Holm's correction, cannot be told apart. */
const LEVEL = 0.05;

/** What a board says first: how many systems, who leads, whether that is more than chance, and what needs no model to reach. */
export function boardSentence(
  { metrics, board, unplaced, unplacedBy, quotedOn }: Pick<TrackInfo, "metrics" | "board" | "unplaced" | "unplacedBy" | "quotedOn">,
  lead?: Lead,
): string {
  const metric = metrics[0] as MetricInfo;
  const systems = board.filter(({ kind }) => kind === "system");
  const baselines = board.filter(({ kind }) => kind === "baseline");
  const none = unplaced === 0 ? "No system is on this board yet." : unplacedSentence(unplaced, metric, unplacedBy);
  if (systems.length === 0) return [none, baselineRange(baselines, metric)].filter(Boolean).join(" ");
  const counted = countSentence(systems, metric, lead);
  if (quotedOn === undefined) return told(counted, leadSentence(systems, metric, lead), beatenSentence(systems, baselines[0], metric));
  // Figures of other items are set beside nothing.
  const here = systems.filter(isRanked);
  const apart = `${quotedApart(quotedOn)}.`;
  const quoted = here.length === 0 ? leadSentence(systems, metric, lead) : "";
  const beaten = here.length === 0 ? baselineRange(baselines, metric) : beatenSentence(here, baselines[0], metric);
  return told(counted, leadSentence(here, metric, lead), quoted, apart, beaten);
}

/** Why figures of other items are set beside nothing. */
export function quotedApart(quotedOn: string): string {
  return `Quoted figures are of ${quotedOn}, and are not held against what is scored here`;
}

function told(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(" ");
}

/** What a board of this many items can tell at all; absent where nothing is drawn. */
export function gapSentence({ metrics }: Pick<TrackInfo, "metrics">, lead: Lead | undefined): string | undefined {
  const { unit } = metrics[0] as MetricInfo;
  return lead?.gap === undefined ? undefined : gapWords(lead.gap, unit);
}

/** What the smallest detectable gap says, in one sentence. */
export function gapWords(gap: number, unit: MetricInfo["unit"]): string {
  return `A true difference of ${formatDifference(gap, 0, unit)} between neighbours would be found about half of the time on these items.`;
}

/** The systems that take part in ranks: where rows are resampled, only those that can be put side by side. */
function rankedOf(systems: readonly BoardLine[], lead: Lead | undefined): BoardLine[] {
  return systems.filter((line) => isRanked(line) && (lead === undefined || lead.ranked.includes(line.id)));
}

function countSentence(systems: readonly BoardLine[], metric: MetricInfo, lead: Lead | undefined): string {
  const scored = rankedOf(systems, lead).length;
  const quoted = systems.filter((line) => !isRanked(line)).length;
  const apart = systems.length - scored - quoted;
  const beside = [
    ...(quoted === 0 ? [] : [`${formatCount(quoted)} more quoted`]),
    ...(apart === 0 ? [] : [`${formatCount(apart)} on other gold or by other kernels`]),
  ];
  if (scored === 0 && apart === 0) return `${plural(systems.length, "system")}, quoted and not ranked.`;
  const from = `from ${scored === 1 ? "its" : "their"} predictions`;
  const all = lead?.answered === undefined ? "" : `, which answer ${formatCount(lead.answered)} of all ${formatCount(lead.items)}`;
  return `${[`${plural(scored, "system")} scored ${scoredOn(metric, lead)} ${from}${all}`, ...beside].join(", ")}.`;
}

/** The items that figures are of: a track may have many that its ranking metric does not ask about. */
function scoredOn({ title }: MetricInfo, lead: Lead | undefined): string {
  if (lead === undefined) return "here";
  if (lead.asked === undefined) return `on ${plural(lead.items, "item")}`;
  return `on the ${formatCount(lead.asked)} of ${plural(lead.items, "item")} that ${inSentence(title)} asks about`;
}

function leadSentence(systems: readonly BoardLine[], metric: MetricInfo, lead: Lead | undefined): string {
  const [best] = systems;
  const [first, second] = rankedOf(systems, lead);
  const at = (line: BoardLine) => formatScore(line.value, metric.unit);
  const name = `${inSentence(metric.title)}${metric.better === "lower" ? " (lower is better)" : ""}`;
  if (best === undefined) return "";
  if (first === undefined) return `The best ${name} quoted is ${at(best)} (${best.system}).`;
  if (systems.length === 1) return `${first.system} has ${at(first)} in ${name}.`;
  if (second?.value === first.value) return `${first.system} and ${second.system} share the lead in ${name} at ${at(first)}.`;
  const better = systems.filter((line) => !isRanked(line) && compareValues(line.value, first.value, metric) < 0);
  const leads = `${first.system} leads ${name} at ${at(first)}${second === undefined ? "" : aheadOf(second, at(second), lead)}.`;
  return told(leads, betterQuoted(better, at));
}

/** What quoted figures, best first, are better than the leader's. */
function betterQuoted([best, ...others]: readonly BoardLine[], at: (line: BoardLine) => string): string {
  if (best === undefined) return "";
  const which = `${best.system}, ${at(best)}.`;
  return others.length === 0
    ? `A quoted figure is better: ${which}`
    : `${others.length + 1} quoted figures are better, the best is ${which}`;
}

/** Whether a lead is more than chance, and how many of the ranks below it are. */
function aheadOf(second: BoardLine, value: string, lead: Lead | undefined): string {
  const [test] = lead?.neighbours ?? [];
  if (lead === undefined || test === undefined) return `, ahead of ${second.system} at ${value}`;
  const told = test.adjusted < LEVEL ? "is larger than chance" : "cannot be told from chance";
  const close = lead.neighbours.filter(({ adjusted }) => adjusted >= LEVEL).length;
  const pairs = lead.neighbours.length;
  const all = close === 0 ? "All" : pairs - close === 0 ? "None" : `${pairs - close}`;
  const apart = pairs === 1 ? "" : `. ${all} of the ${pairs} pairs of neighbours can be told apart`;
  const corrected = pairs === 1 ? "" : `, by Holm over ${pairs} pairs ${formatP(test.adjusted)}`;
  return `; its lead over ${second.system} (${value}) ${told} (${formatP(test.p)}${corrected})${apart}`;
}

/** How systems stand to the best of what needs no model; a board hides nothing more easily. */
function beatenSentence(systems: readonly BoardLine[], best: BoardLine | undefined, metric: MetricInfo): string {
  if (best === undefined) return "";
  const bar = `the best baseline without a model (${inSentence(best.system)}, ${formatScore(best.value, metric.unit)})`;
  const behind = systems.filter(({ value }) => compareValues(value, best.value, metric) >= 0).length;
  if (systems.length === 1) return behind === 0 ? `It beats ${bar}.` : `It does not beat ${bar}.`;
  if (behind === 0) return `All beat ${bar}.`;
  if (behind === systems.length) return `None beats ${bar}.`;
  return `${behind} of ${systems.length} ${behind === 1 ? "does" : "do"} not beat ${bar}.`;
}

/** Systems that have no figure of the ranking metric, and what they have. */
function unplacedSentence(unplaced: number, metric: MetricInfo, by: TrackInfo["unplacedBy"]): string {
  const without = `${plural(unplaced, "system")}, without a figure of ${inSentence(metric.title)}`;
  if (by === undefined) return `${without}.`;
  const [low, high] = [by.low, by.high].map((value) => formatScore(value, by.unit));
  return `${without}; ${unplaced === 1 ? "its" : "their"} ${inSentence(by.title)} is ${low === high ? low : `${low} to ${high}`}.`;
}

function baselineRange(baselines: readonly BoardLine[], metric: MetricInfo): string {
  const [best, worst] = [baselines[0], baselines.at(-1)];
  if (best === undefined || worst === undefined) return "";
  const told = (line: BoardLine) => `${formatScore(line.value, metric.unit)} (${inSentence(line.system)})`;
  const range = baselines.length === 1 ? told(best) : `from ${told(worst)} to ${told(best)}`;
  return `${plural(baselines.length, "baseline")} without a model: ${inSentence(metric.title)} ${range}.`;
}
