import { toCsv } from "@stepladder/tracks/ht-step/formats.ts";
import { itemOf } from "@stepladder/tracks/ht-step/items.ts";
import type { AlignedVideo } from "./video.ts";

/** What benchmarks' layouts take of a video. */
export interface Answer extends Pick<AlignedVideo, "seconds" | "telling"> {
  readonly id: string;
  readonly procedure: string;
  readonly segments: AlignedVideo["video"]["segments"];
  /** The middle of each sentence. */
  readonly middles: readonly number[];
}

export function answerOf({ video, seconds, telling }: AlignedVideo): Answer {
  const { id, procedure, segments, sentences } = video;
  return { id, procedure, segments, seconds, telling, middles: sentences.map(({ start, end }) => Math.round((start + end) * 500) / 1000) };
}

/**
 * HT-Step's table of segments. A step's label is its place among the steps of all procedures in the order of their file, from 0: the
 * official global_step_index where that file has the articles of the taxonomy in its order.
 */
export function htStepTable(
  answers: readonly Answer[],
  procedures: readonly { readonly id: string; readonly steps: readonly unknown[] }[],
): string {
  const first = new Map<string, number>();
  let next = 0;
  for (const { id, steps } of procedures) {
    first.set(id, next);
    next += steps.length;
  }
  let order = 0;
  return toCsv(
    answers.map(({ id, procedure, segments }) => ({
      id: itemOf(id),
      prediction: {
        segments: segments.map(({ step, start, end, confidence }) => ({
          start,
          end,
          label: (first.get(procedure) as number) + step,
          score: confidence,
          order: order++,
        })),
      },
    })),
  );
}

/** HTM-Align's object of videos: for each sentence the second that is its middle, and how sure it is that it tells of a step. */
export function htmAlignObject(answers: readonly Answer[]): string {
  return objectOf(answers.map(({ id, middles, telling }) => [id, { seconds: middles, alignable: telling }]));
}

/** CrossTask's object of videos: for each step the second at which it is shown if it is, null where nothing is said. */
export function crosstaskObject(answers: readonly Answer[]): string {
  return objectOf(answers.map(({ id, seconds }) => [id, seconds]));
}

/** One object, a line for each video. */
function objectOf(entries: readonly (readonly [string, unknown])[]): string {
  return `{\n${entries.map(([id, value]) => `${JSON.stringify(id)}: ${JSON.stringify(value)}`).join(",\n")}\n}\n`;
}
