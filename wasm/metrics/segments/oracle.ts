/** A video's frames, gold and predicted, by their labels. */
export interface FramePair {
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
  readonly background: string;
}

interface Segment {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

function segmentsOf(frames: readonly string[], background: string): Segment[] {
  const starts = [...frames.keys()].filter((i) => i === 0 || frames[i] !== frames[i - 1]);
  return starts
    .map((start, s) => ({ label: frames[start] as string, start, end: starts[s + 1] ?? frames.length }))
    .filter(({ label }) => label !== background);
}

/** Levenshtein distance by its table. */
function distance(one: readonly Segment[], other: readonly Segment[]): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : i)));
  const cell = (i: number, j: number): number => table[i]?.[j] as number;
  for (const [i, { label }] of one.entries()) {
    for (const [j, { label: told }] of other.entries()) {
      (table[i + 1] as number[])[j + 1] = label === told ? cell(i, j) : 1 + Math.min(cell(i, j + 1), cell(i + 1, j), cell(i, j));
    }
  }
  return cell(one.length, other.length);
}

/** Predicted segments in time order, each with gold's one of largest IoU, of equal ones the first; a gold segment counts once. */
function hitsAt(threshold: number, gold: readonly Segment[], predicted: readonly Segment[]): number {
  const hit = new Set<number>();
  for (const { label, start, end } of predicted) {
    const overlaps = gold.map((own) =>
      own.label === label
        ? (Math.min(end, own.end) - Math.max(start, own.start)) / (Math.max(end, own.end) - Math.min(start, own.start))
        : 0,
    );
    const best = Math.max(...overlaps);
    if (best >= threshold) hit.add(overlaps.indexOf(best));
  }
  return hit.size;
}

/** The row that the kernel must write, the slow and obvious way. */
export function segmentsOracle({ gold, predicted, background }: FramePair): number[] {
  const [right, told] = [segmentsOf(gold, background), segmentsOf(predicted, background)];
  const longer = Math.max(right.length, told.length);
  return [
    gold.length,
    gold.filter((label, i) => label === predicted[i]).length,
    longer === 0 ? 1 : 1 - distance(told, right) / longer,
    told.length,
    right.length,
    ...[0.1, 0.25, 0.5].map((threshold) => hitsAt(threshold, right, told)),
    Math.abs(told.length - right.length),
  ];
}
