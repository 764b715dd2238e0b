import type { LabelRun, SegmentsItem, SegmentsPrediction } from "@stepladder/schema";
import type { SegmentsCodec } from "@stepladder/wasm/metrics/segments/measure.ts";

/** The one label of which eval.py makes no segment, whatever the data set: action_start of 50Salads and SIL of Breakfast make some. */
export const BACKGROUND = "background";

/** Nothing at all: what an unreadable prediction is measured as. */
export const vacant: SegmentsPrediction = { runs: [] };

/** Frames as runs, none like the one before it. */
export function runsOf(frames: Iterable<string>): LabelRun[] {
  const runs: LabelRun[] = [];
  let last: LabelRun | undefined;
  for (const label of frames) {
    if (last?.[0] === label) last[1]++;
    else {
      last = [label, 1];
      runs.push(last);
    }
  }
  return runs;
}

/** The same frames with neighbours of one label joined. */
export function joined(runs: readonly LabelRun[]): LabelRun[] {
  const all: LabelRun[] = [];
  for (const [label, frames] of runs) {
    const last = all.at(-1);
    if (last?.[0] === label) last[1] += frames;
    else all.push([label, frames]);
  }
  return all;
}

/** How many frames runs have. */
export function framesIn(runs: readonly LabelRun[]): number {
  return runs.reduce((sum, [, frames]) => sum + frames, 0);
}

/** Runs drawn out or pressed together to another number of frames; what comes to no frame goes. */
export function stretched(runs: readonly LabelRun[], frames: number): LabelRun[] {
  const before = framesIn(runs);
  let seen = 0;
  let written = 0;
  const all: LabelRun[] = [];
  for (const [label, own] of runs) {
    seen += own;
    const end = Math.round((seen * frames) / before);
    if (end > written) all.push([label, end - written]);
    written = end;
  }
  return joined(all);
}

/** Gold's segments, background left out. */
export function segmentsIn({ runs }: SegmentsItem): number {
  return joined(runs).filter(([label]) => label !== BACKGROUND).length;
}

/** How videos become columns. */
export const segmentsCodec: SegmentsCodec<SegmentsItem, SegmentsPrediction> = {
  gold: ({ runs }) => runs,
  prediction: ({ runs }) => runs,
  background: BACKGROUND,
};
