import type { HtStepItem } from "@stepladder/schema";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

/** Ids are those of the videos behind this. */
const PREFIX = "hts:";

/** Whether an item id is of this track: `hts:<video>`. */
export function owns(id: string): boolean {
  return id.startsWith(PREFIX) && id.length > PREFIX.length;
}

/** Id of the item that a video is. */
export function itemOf(video: string): string {
  return `${PREFIX}${video}`;
}

/** The video that an item is. */
export function videoOf(id: string): string {
  return id.slice(PREFIX.length);
}

/** All that scoring keeps of an item beside its columns. */
export interface HtStepContext {
  /** Of the article, in its order. */
  readonly steps: HtStepItem["steps"];
  /** When the last segment of gold ends; 0 where there is none. */
  readonly end: number;
}

/** When the last segment ends; 0 where there is none. */
export function lastEnd({ segments }: { readonly segments: readonly { readonly end: number }[] }): number {
  return segments.reduce((last, { end }) => Math.max(last, end), 0);
}

export function contextOf(item: HtStepItem): HtStepContext {
  return { steps: item.steps, end: lastEnd(item) };
}

/** A field that is not as it has to be. */
export function fault(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}
