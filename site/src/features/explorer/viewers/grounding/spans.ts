import type { GroundedVideo } from "@stepladder/schema";
import { spanWords } from "../timeline/words.ts";
import { groundingPlan } from "./steps.ts";

/** A step as the row of a table: empty or absent is what there is not. */
export interface StepSpans {
  readonly found: string;
  readonly confidence?: string;
  readonly marked: string;
  /** The best tIoU of the step's segments; absent where it is not marked by hand. */
  readonly shared?: string;
}

/** Where a step was found and where it is marked by hand, in words. */
export function spansOf(video: GroundedVideo, step: number): StepSpans {
  const { predictedIn, goldIn } = groundingPlan(video).rows;
  const [found, marked] = [predictedIn[step] ?? [], goldIn[step] ?? []];
  const told = (own: typeof found): string => own.map(({ segment }) => spanWords(segment, "seconds")).join(", ");
  const most = (values: readonly number[]): string => Math.max(...values).toFixed(2);
  return {
    found: told(found),
    ...(found.length === 0 ? {} : { confidence: most(found.map(({ segment }) => segment.score ?? 0)) }),
    marked: told(marked),
    ...(marked.length === 0 ? {} : { shared: most(marked.map((one) => one.shared)) }),
  };
}
