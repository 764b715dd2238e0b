import type { FramesPair } from "./segments-workload.ts";

interface Segment {
  readonly label: number;
  readonly start: number;
  readonly end: number;
}

/** What a user would write: lists of segments, the table of Levenshtein, every pair of segments. Gives the mean of the five official figures. */
export function scoreSegmentsPlain(pairs: readonly FramesPair[]): number {
  let [right, frames, edit, told, wanted] = [0, 0, 0, 0, 0];
  const hits = [0, 0, 0];
  for (const { gold, predicted } of pairs) {
    for (let i = 0; i < gold.length; i++) if (gold[i] === predicted[i]) right++;
    frames += gold.length;
    const [own, found] = [segmentsOf(gold), segmentsOf(predicted)];
    edit += 1 - distance(own, found) / Math.max(own.length, found.length);
    told += found.length;
    wanted += own.length;
    for (const [t, threshold] of [0.1, 0.25, 0.5].entries()) hits[t] = (hits[t] as number) + hitsAt(threshold, own, found);
  }
  const f1 = hits.reduce((sum, hit) => sum + (2 * hit) / (told + wanted), 0);
  return (right / frames + edit / pairs.length + f1) / 5;
}

function segmentsOf(frames: Uint8Array): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let end = 1; end <= frames.length; end++) {
    if (frames[end] === frames[start]) continue;
    if (frames[start] !== 0) segments.push({ label: frames[start] as number, start, end });
    start = end;
  }
  return segments;
}

function distance(one: readonly Segment[], other: readonly Segment[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (const [i, { label }] of one.entries()) {
    const next = [i + 1];
    for (const [j, { label: told }] of other.entries()) {
      next.push(label === told ? (row[j] as number) : 1 + Math.min(row[j] as number, row[j + 1] as number, next[j] as number));
    }
    row = next;
  }
  return row.at(-1) as number;
}

function hitsAt(threshold: number, gold: readonly Segment[], predicted: readonly Segment[]): number {
  const hit = new Set<number>();
  for (const { label, start, end } of predicted) {
    let [best, at] = [0, -1];
    for (const [s, own] of gold.entries()) {
      if (own.label !== label) continue;
      const overlap = (Math.min(end, own.end) - Math.max(start, own.start)) / (Math.max(end, own.end) - Math.min(start, own.start));
      if (overlap > best) [best, at] = [overlap, s];
    }
    if (best >= threshold) hit.add(at);
  }
  return hit.size;
}
