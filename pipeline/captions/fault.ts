import { shown } from "@stepladder/wasm/intake/check.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";

/** Where a fault of a text stands, for messages. */
export interface Place {
  readonly file: string;
  /** From 1; absent where the layout has no lines. */
  readonly line?: number;
}

/** A time that is none, or that the layout does not have. */
export function badTime(place: Place, found: string, expected: string): FileProblem {
  return new FileProblem({
    kind: "bad-time",
    ...place,
    expected,
    found: shown(found),
    fix: "correct the time, or make the captions anew",
  });
}

/** A cue that ends before it starts. */
export function backwards(place: Place, start: number, end: number): FileProblem {
  return new FileProblem({
    kind: "backwards",
    ...place,
    expected: `an end from ${start} s on, where the cue starts`,
    found: `${end} s`,
    fix: "look whether start and end were swapped, or whether the file was cut together from others",
  });
}

/** A file that has the form of captions and no cue. */
export function noCues(file: string): FileProblem {
  return new FileProblem({
    kind: "no-cues",
    file,
    expected: "a cue with text",
    found: "none",
    fix: "look whether the download was cut off; leave the file out where nobody speaks",
  });
}
