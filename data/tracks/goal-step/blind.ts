import { DEEPEST } from "@stepladder/wasm/metrics/grounding/abi.ts";

/** A stretch of a video as shares of its length. */
export type Share = readonly [start: number, end: number];

/** Every length is twice the one before it; stretches of one length overlap by half. */
const LENGTHS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1];
const CANDIDATES: readonly Share[] = LENGTHS.flatMap((length) => {
  const count = Math.floor((2 * (1 - length)) / length + 1e-9) + 1;
  return Array.from({ length: count }, (_, i): Share => [(i * length) / 2, (i * length) / 2 + length]);
});

/** A hit at the lower of the challenge's bounds. */
function isHit([start, end]: Share, [goldStart, goldEnd]: Share): boolean {
  const shared = Math.min(end, goldEnd) - Math.max(start, goldStart);
  return shared > 0.3 * (Math.max(end, goldEnd) - Math.min(start, goldStart));
}

/**
 * The stretches that find most windows without a look at video or text: one by one, each the one that hits most of the windows which
 * those before it miss. `windows` are those of each video; what is said of a video is learnt from all others.
 */
export function blindStretches(windows: readonly (readonly Share[])[]): (video: number) => readonly Share[] {
  const all = windows.flatMap((own, video) => own.map((window) => ({ window, video })));
  const hits = CANDIDATES.map((candidate) => all.flatMap(({ window }, i) => (isHit(candidate, window) ? [i] : [])));
  return (left) => {
    const open = all.map(({ video }) => video !== left);
    return Array.from({ length: DEEPEST }, () => {
      const counts = hits.map((own) => own.reduce((sum, i) => sum + Number(open[i]), 0));
      const best = counts.indexOf(Math.max(...counts));
      for (const i of hits[best] as readonly number[]) open[i] = false;
      return CANDIDATES[best] as Share;
    });
  };
}
