import { LEAST, overlap } from "@stepladder/wasm/host/overlap.ts";
import type { Segment, TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";

/** A segment with what it overlaps most, or lies next to, in its row. */
export interface Judged {
  readonly row: number;
  readonly segment: Segment;
  /** The one of the other kind that it overlaps most. */
  readonly other?: Segment;
  /** tIoU with it; 0 without one. */
  readonly shared: number;
  /** Of gold's: found; of a predicted one: right. Absent without a prediction. */
  readonly isRight?: boolean;
}

/** What is worked out of a panel once: segments in order of time. */
export interface TimelinePlan {
  readonly gold: readonly Judged[];
  readonly predicted: readonly Judged[];
  /** By row, in order of time. */
  readonly goldIn: readonly (readonly Judged[])[];
  readonly predictedIn: readonly (readonly Judged[])[];
  readonly isPredicted: boolean;
}

const plans = new WeakMap<TimelinePanel, TimelinePlan>();

const inTime = (a: Segment, b: Segment): number => a.start - b.start || a.end - b.end;

export function timelinePlan(panel: TimelinePanel): TimelinePlan {
  const known = plans.get(panel);
  if (known !== undefined) return known;
  const { rows, least = LEAST } = panel;
  const isPredicted = rows.some(({ gold, predicted }) => predicted.length > 0 || gold.some(({ right }) => right !== undefined));
  const judged = (own: readonly Segment[], others: readonly Segment[], row: number): Judged[] => {
    const sorted = others.toSorted(inTime);
    return own.toSorted(inTime).map((segment) => {
      const best = bestOf(segment, sorted);
      const isRight = segment.right ?? best.shared >= least;
      return { row, segment, ...best, ...(isPredicted ? { isRight } : {}) };
    });
  };
  const goldIn = rows.map(({ gold, predicted }, row) => judged(gold, predicted, row));
  const predictedIn = rows.map(({ gold, predicted }, row) => judged(predicted, gold, row));
  const all = (lists: readonly (readonly Judged[])[]): Judged[] =>
    lists.flat().sort((a, b) => inTime(a.segment, b.segment) || a.row - b.row);
  const plan = { gold: all(goldIn), predicted: all(predictedIn), goldIn, predictedIn, isPredicted };
  plans.set(panel, plan);
  return plan;
}

function bestOf(segment: Segment, others: readonly Segment[]): { other?: Segment; shared: number } {
  let best: { other?: Segment; shared: number } = { shared: 0 };
  for (const other of others) {
    if (other.start >= segment.end) break;
    const shared = overlap(segment, other);
    if (shared > best.shared) best = { other, shared };
  }
  return best;
}

/** A point in time has no length. */
export function isPoint({ start, end }: Segment): boolean {
  return start === end;
}

/** One step for each of gold's segments in order of time; those that are not found are wrong. */
export function timelineSteps(panel: TimelinePanel): Steps {
  const { gold } = timelinePlan(panel);
  return {
    count: gold.length,
    errors: gold.flatMap(({ isRight }, at) => (isRight === false ? [at] : [])),
    text: (at) => panel.rows[gold[at]?.row ?? -1]?.name ?? "",
  };
}
