import type { Entry } from "@stepladder/schema";
import { formatScore, plural } from "../format.ts";
import type { BoardLine, MetricInfo, TrackInfo } from "./describe.ts";

/** What each kind of evidence is called, and what it says. */
export const EVIDENCE: Record<Entry["evidence"]["kind"], { readonly word: string; readonly says: string }> = {
  recomputed: { word: "recomputed", says: "scored here from predictions whose hash is recorded" },
  published: { word: "published", says: "a number quoted from a named source" },
  secondary: { word: "secondary", says: "a number quoted by someone who saw the source" },
  "self-reported": { word: "self-reported", says: "sent in without predictions" },
};

/** Best first by one metric; entries without a value come last, in name order. */
export function inBoardOrder(entries: readonly Entry[], metric: string): Entry[] {
  const value = (entry: Entry) => entry.scores[metric]?.value ?? Number.NEGATIVE_INFINITY;
  return entries.toSorted((a, b) => value(b) - value(a) || (a.system.name < b.system.name ? -1 : 1));
}

/** What a board says first: how many systems, who leads, by how much. */
export function boardSentence(info: TrackInfo): string {
  const metric = info.metrics[0] as MetricInfo;
  const systems = info.board.filter(({ kind }) => kind === "system");
  const baselines = info.board.filter(({ kind }) => kind === "baseline");
  if (systems.length === 0) return `No system is on this board yet.${baselineSentence(baselines, metric)}`;
  const [first, second] = systems;
  if (first === undefined) return "";
  const lead = second === undefined ? "" : `, ahead of ${second.system} at ${formatScore(second.value, metric.unit)}`;
  const count = `${plural(systems.length, "system")} scored`;
  return `${count}. ${first.system} leads ${lowerFirst(metric.title)} at ${formatScore(first.value, metric.unit)}${lead}.`;
}

function baselineSentence(baselines: TrackInfo["board"], metric: MetricInfo): string {
  const [best, worst] = [baselines[0], baselines.at(-1)];
  if (best === undefined || worst === undefined) return "";
  const told = (line: BoardLine) => `${formatScore(line.value, metric.unit)} (${lowerFirst(line.system)})`;
  const range = baselines.length === 1 ? told(best) : `from ${told(worst)} to ${told(best)}`;
  return ` ${plural(baselines.length, "baseline")} without a model: ${lowerFirst(metric.title)} ${range}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
