import type { GroundedSegment, GroundedVideo, Narration, Procedure, ProcedureStep } from "@stepladder/schema";
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { type Grounding, ground, thousandths } from "./align.ts";
import type { OrderOfSteps } from "./claims.ts";
import type { Settings } from "./settings.ts";
import { lexicalSimilarity, type Similarity } from "./similarity.ts";

/** A video with the article that it is held against. */
export interface Piece {
  readonly narration: Narration;
  readonly procedure: Pick<Procedure, "id" | "goal" | "steps">;
  /** The steps of other videos of the procedure, by the order in which they begin; absent or empty: nothing is learnt. */
  readonly paths?: readonly (readonly number[])[] | undefined;
  /** Where people found steps; passed on, and read by nothing here. */
  readonly gold?: readonly GroundedSegment[] | undefined;
}

/** What comes of a piece: the record, and what the official layouts have beside it. */
export interface AlignedVideo extends Pick<Grounding, "telling"> {
  readonly video: GroundedVideo;
  /** null where nothing is said. */
  readonly seconds: (number | null)[];
  /** Segments that were not sure enough. */
  readonly leftOut: number;
}

/** A step as an article has it, its title before it. */
export function stepText({ title, text }: ProcedureStep): string {
  if (title === undefined) return text;
  return /[.!?:]$/.test(title) ? `${title} ${text}` : `${title}: ${text}`;
}

/** How like each step of an article each sentence of a video is by their words. */
export function lexicalOf({ narration, procedure }: Piece): Similarity {
  return lexicalSimilarity(
    procedure.steps.map(stepText),
    narration.sentences.map(({ text }) => text),
    narration.lang,
  );
}

/** Grounds an article in a video. */
export function alignVideo(
  kernels: AligningKernels,
  piece: Piece,
  similarity: Similarity,
  order: OrderOfSteps,
  settings: Settings,
): AlignedVideo {
  const { narration, procedure, gold } = piece;
  const { sentences, duration } = narration;
  const found = ground(kernels, { sentences, duration, similarity, order }, settings);
  const video = {
    id: narration.id,
    procedure: procedure.id,
    goal: procedure.goal,
    ...(duration === undefined ? {} : { duration }),
    steps: procedure.steps.map(stepText),
    sentences,
    similarity: similarity.map((row) => Array.from(row, thousandths)),
    segments: found.segments,
    shown: found.shown,
    ...(gold === undefined ? {} : { gold: [...gold] }),
  };
  const seconds = found.seconds.map((second) => second ?? null);
  return { video, seconds, telling: found.telling, leftOut: found.margins.segments.length - found.segments.length };
}
