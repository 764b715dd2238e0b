import type { Scorecard } from "@stepladder/schema";
import type { MetricNames } from "../print.ts";

/** A layout that a scorecard can be written in: the same bytes on the page and on the command line. */
export interface ScorecardFormat {
  readonly id: string;
  /** For people, on a button. */
  readonly title: string;
  /** Of the file's name, without the dot. */
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  write(scorecard: Scorecard, metrics: MetricNames): string | Uint8Array<ArrayBuffer> | Promise<string | Uint8Array<ArrayBuffer>>;
}
