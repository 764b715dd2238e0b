import type { Scorecard } from "@stepladder/schema";
import type { BoardLine, MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { formatCount, formatScore, plural } from "../../../format.ts";

/** The result in one sentence, and one on what it stands on. */
export function answer(scorecard: Scorecard, track: TrackInfo): { readonly score: string; readonly ground: string } {
  const metric = track.metrics[0] as MetricInfo;
  return { score: scoreSentence(scorecard, track, metric), ground: groundSentence(scorecard, track) };
}

function scoreSentence({ scores }: Scorecard, track: TrackInfo, metric: MetricInfo): string {
  const score = scores[metric.id];
  const name = metric.title.toLowerCase();
  if (score?.value === undefined) return `${track.title}: no ${name} can be given: ${score?.reason ?? "it was not computed"}.`;
  const show = (value: number) => formatScore(value, metric.unit);
  const interval = score.low === undefined || score.high === undefined ? "" : ` (95 % interval ${show(score.low)} to ${show(score.high)})`;
  return `${track.title}: ${name} ${show(score.value)}${interval}.`;
}

function groundSentence({ coverage, problems }: Scorecard, track: TrackInfo): string {
  const { items, scored } = coverage;
  const errors = problems.reduce((sum, { severity, count }) => sum + (severity === "error" ? count : 0), 0);
  const covered =
    scored === items
      ? `All ${formatCount(items)} items have a readable prediction.`
      : `${formatCount(scored)} of ${plural(items, "item")} have a readable prediction. ${track.unscored}`;
  return errors === 0 ? covered : `${covered} ${plural(errors, "record")} could not be used.`;
}

/** The lines of a board that a result on this gold may be compared with: those computed on the same gold, and quoted numbers, which name none. */
export function comparable(board: readonly BoardLine[], gold: string): readonly BoardLine[] {
  return board.some((line) => line.gold === gold) ? board.filter((line) => line.gold === undefined || line.gold === gold) : [];
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
