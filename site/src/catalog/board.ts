import type { Entry } from "@stepladder/schema";
import { formatScore, inSentence, plural } from "../format.ts";
import type { BoardLine, MetricInfo, TrackInfo } from "./describe.ts";
import { compareValues, isRanked } from "./order.ts";

/** What each kind of evidence is called, and what it says. */
export const EVIDENCE: Record<Entry["evidence"]["kind"], { readonly word: string; readonly says: string }> = {
  recomputed: { word: "recomputed", says: "scored here from predictions whose hash is recorded" },
  published: { word: "published", says: "a number quoted from a named source" },
  secondary: { word: "secondary", says: "a number quoted by someone who saw the source" },
  "self-reported": { word: "self-reported", says: "sent in without predictions" },
};

/** What a board says first: how many systems, who leads and by how much, and what needs no model to reach. */
export function boardSentence({ metrics, board, unplaced }: Pick<TrackInfo, "metrics" | "board" | "unplaced">): string {
  const metric = metrics[0] as MetricInfo;
  const systems = board.filter(({ kind }) => kind === "system");
  const baselines = board.filter(({ kind }) => kind === "baseline");
  const none =
    unplaced === 0 ? "No system is on this board yet." : `${plural(unplaced, "system")}, without a figure of ${inSentence(metric.title)}.`;
  if (systems.length === 0) return [none, baselineRange(baselines, metric)].filter(Boolean).join(" ");
  return [countSentence(systems), leadSentence(systems, metric), beatenSentence(systems, baselines[0], metric)].filter(Boolean).join(" ");
}

function countSentence(systems: readonly BoardLine[]): string {
  const scored = systems.filter(isRanked).length;
  const count = plural(systems.length, "system");
  if (scored === systems.length) return `${count} scored here from ${scored === 1 ? "its" : "their"} predictions.`;
  if (scored === 0) return `${count}, quoted and not ranked.`;
  return `${count}: ${scored} scored here from predictions, ${systems.length - scored} quoted.`;
}

function leadSentence(systems: readonly BoardLine[], metric: MetricInfo): string {
  const [best] = systems;
  const [first, second] = systems.filter(isRanked);
  const at = (line: BoardLine) => formatScore(line.value, metric.unit);
  const name = `${inSentence(metric.title)}${metric.better === "lower" ? " (lower is better)" : ""}`;
  if (best === undefined) return "";
  if (first === undefined) return `The best ${name} quoted is ${at(best)} (${best.system}).`;
  if (systems.length === 1) return `${first.system} has ${at(first)} in ${name}.`;
  if (second?.value === first.value) return `${first.system} and ${second.system} share the lead in ${name} at ${at(first)}.`;
  const lead = second === undefined ? "" : `, ahead of ${second.system} at ${at(second)}`;
  const quoted = compareValues(best.value, first.value, metric) < 0 ? ` A quoted figure is better: ${best.system}, ${at(best)}.` : "";
  return `${first.system} leads ${name} at ${at(first)}${lead}.${quoted}`;
}

/** How systems stand to the best of what needs no model; a board hides nothing more easily. */
function beatenSentence(systems: readonly BoardLine[], best: BoardLine | undefined, metric: MetricInfo): string {
  if (best === undefined) return "";
  const told = `the best baseline without a model (${inSentence(best.system)}, ${formatScore(best.value, metric.unit)})`;
  const behind = systems.filter(({ value }) => compareValues(value, best.value, metric) >= 0).length;
  if (systems.length === 1) return behind === 0 ? `It beats ${told}.` : `It does not beat ${told}.`;
  if (behind === 0) return `All beat ${told}.`;
  if (behind === systems.length) return `None beats ${told}.`;
  return `${behind} of ${systems.length} ${behind === 1 ? "does" : "do"} not beat ${told}.`;
}

function baselineRange(baselines: readonly BoardLine[], metric: MetricInfo): string {
  const [best, worst] = [baselines[0], baselines.at(-1)];
  if (best === undefined || worst === undefined) return "";
  const told = (line: BoardLine) => `${formatScore(line.value, metric.unit)} (${inSentence(line.system)})`;
  const range = baselines.length === 1 ? told(best) : `from ${told(worst)} to ${told(best)}`;
  return `${plural(baselines.length, "baseline")} without a model: ${inSentence(metric.title)} ${range}.`;
}
