import type { Scorecard } from "@stepladder/schema";
import type { Metric } from "../../metrics/contract.ts";
import type { DetailId, Details } from "./details.ts";

/** What formats say of metrics, by id; the page knows those of its track, the command line all. */
export type MetricFacts = Readonly<Record<string, Pick<Metric, "title" | "unit" | "better" | "explains">>>;

/** A layout that a scorecard can be written in: the same bytes on the page and on the command line. */
export interface ScorecardFormat {
  readonly id: string;
  /** For people, on a button. */
  readonly title: string;
  /** Of the file's name, without the dot. */
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  /** What it cannot be written without, and what it has a place for: a scorecard does not know them. */
  readonly needs?: readonly DetailId[];
  readonly takes?: readonly DetailId[];
  /** `details` are those that `lacking` finds nothing wrong with. Throws InputError where the scorecard has no score for it. */
  write(
    scorecard: Scorecard,
    metrics: MetricFacts,
    details: Details,
  ): string | Uint8Array<ArrayBuffer> | Promise<string | Uint8Array<ArrayBuffer>>;
}
