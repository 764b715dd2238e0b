import type { Scorecard } from "@stepladder/schema";
import type { BoardLine, MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { compareValues } from "../../../catalog/order.ts";
import { formatCount, formatScore, inSentence, plural } from "../../../format.ts";

/** The result in one sentence, and one on what it stands on. */
export function answer(scorecard: Scorecard, track: TrackInfo): { readonly score: string; readonly ground: string } {
  const metric = track.metrics[0] as MetricInfo;
  return { score: scoreSentence(scorecard, track, metric), ground: groundSentence(scorecard, track) };
}

function scoreSentence({ scores }: Scorecard, track: TrackInfo, metric: MetricInfo): string {
  const score = scores[metric.id];
  const name = inSentence(metric.title);
  if (score?.value === undefined) return `${track.title}: no ${name} can be given: ${score?.reason ?? "it was not computed"}.`;
  const show = (value: number) => formatScore(value, metric.unit);
  const interval = score.low === undefined || score.high === undefined ? "" : ` (95 % interval ${show(score.low)} to ${show(score.high)})`;
  return `${track.title}: ${name} ${show(score.value)}${interval}.`;
}

function groundSentence({ coverage }: Scorecard, track: TrackInfo): string {
  const { items, scored } = coverage;
  if (scored === items) return `All ${formatCount(items)} items are answered.`;
  const answered = `${formatCount(scored)} of ${plural(items, "item")} answered`;
  return `${answered}, ${formatCount(items - scored)} unanswered (counted as the track's rule says). ${track.unscored}`;
}

/** What of the input deserves a look: records that could not be used first; empty where there is nothing. */
export function problemSentence(problems: Scorecard["problems"]): string {
  const sum = (groups: Scorecard["problems"]) => groups.reduce((all, { count }) => all + count, 0);
  const errors = sum(problems.filter(({ severity }) => severity === "error"));
  const found = `${plural(sum(problems), "problem")} in the input`;
  return problems.length === 0 ? "" : errors === 0 ? found : `${found}, ${plural(errors, "error")} among them`;
}

/** The lines of a board that a result on this gold may be compared with: those computed on the same items, and quoted numbers, which name none, unless the track says that those are of other items. */
export function comparable({ board, quotedOn }: Pick<TrackInfo, "board" | "quotedOn">, items: string): readonly BoardLine[] {
  const same = board.filter((line) => line.items === items);
  if (same.length === 0 || quotedOn !== undefined) return same;
  return board.filter((line) => line.items === undefined || line.items === items);
}

/** Where a value would stand among a board's recomputed systems: 1 is first; ties share the better place. */
export function landingRank(
  value: number,
  metric: MetricInfo,
  board: readonly BoardLine[],
): { readonly rank: number; readonly of: number } {
  const rivals = board.filter(({ kind, evidence }) => kind === "system" && evidence === "recomputed");
  const ahead = rivals.filter((rival) => (metric.better === "higher" ? rival.value > value : rival.value < value));
  return { rank: ahead.length + 1, of: rivals.length + 1 };
}

/** Where a result lands, in one sentence: its place among the systems scored here; where there is none yet, how many baselines it beats. */
export function landingTitle(value: number, metric: MetricInfo, board: readonly BoardLine[]): string {
  const { rank, of } = landingRank(value, metric, board);
  if (of > 1) return `It would be number ${rank} of ${of} on the board`;
  const baselines = board.filter(({ kind }) => kind === "baseline");
  const beaten = baselines.filter((line) => compareValues(value, line.value, metric) < 0).length;
  return `It beats ${beaten} of ${plural(baselines.length, "trivial baseline")}`;
}
