import type { Query, Segment } from "./measure.ts";

/** What two segments share over what they span together (compute_IoU of the Ego4D code). */
function iou([start, end]: Segment, [goldStart, goldEnd]: Segment): number {
  const shared = Math.max(0, Math.min(end, goldEnd) - Math.max(start, goldStart));
  const spanned = Math.max(0, Math.max(end, goldEnd) - Math.min(start, goldStart));
  return shared / spanned;
}

/** The row that the kernel must write, the slow and obvious way. */
export function groundingOracle(query: Query | undefined, answer: readonly Segment[] | undefined): number[] {
  if (query === undefined) return new Array<number>(13).fill(0);
  const { windows, once } = query;
  const overlaps = (gold: readonly Segment[]): number[] =>
    (answer ?? []).slice(0, 5).map((segment) => Math.max(...gold.map((window) => iou(segment, window))));
  const hits = (told: readonly number[]): number[] =>
    [1, 5].flatMap((k) => [0.3, 0.5].map((bound) => Number(told.slice(0, k).some((overlap) => overlap > bound))));
  const [any, own] = [overlaps(windows), overlaps(windows.slice(0, 1))];
  return [1, Number(answer !== undefined), Number(once), ...hits(any), ...hits(own), any[0] ?? 0, own[0] ?? 0];
}
