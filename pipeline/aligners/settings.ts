import type { ListOrder } from "@stepladder/wasm/aligning/order/moves.ts";

/** What the order of the article is worth: as much as the video keeps to it, everything, or nothing. */
export const ORDERS = ["soft", "strict", "none"] as const;
export type Order = (typeof ORDERS)[number];

/** How sure something is: 1 / (1 + e^-(scale * margin + bias)). */
export interface Sureness {
  readonly scale: number;
  readonly bias: number;
}

/** Everything that decides an alignment beside texts and times. Costs are in the unit of what a sentence gains that tells of a step. */
export interface Settings {
  /** What a sentence that is wholly like a step gains, and how like it has to be to gain anything. */
  readonly gain: number;
  readonly least: number;
  /** How much a sentence must be nearer to this step than to others, and this step nearer to it than to other sentences: 0 not at all, 1 alone. */
  readonly contrast: number;
  /** What the order of the article is worth where it holds; going back is forbidden where it is strict. */
  readonly list: ListOrder;
  /** Seconds by which what is shown comes after what is said; 0 where nobody measured it. */
  readonly shift: number;
  /** Seconds after that at which a step is most surely under way. */
  readonly point: number;
  /** Seconds that a step takes at least, as far as the next one lets it. */
  readonly duration: number;
  /** Sentences that tell of one step with no other between them are one segment where they are not farther apart than this, in seconds. */
  readonly gap: number;
  /** How sure a segment is by its margin, and that a step is shown at all by its own. */
  readonly segment: Sureness;
  readonly shown: Sureness;
  /** Segments that are less sure are left out. */
  readonly threshold: number;
}

/**
 * Weights, costs, times and sureness as they do best on narrations that are made from CrossTask's videos outside its validation list
 * (pipeline/eval/README.md): what real people say may want others.
 */
export const DEFAULTS: Settings = {
  gain: 6,
  least: 0.2,
  contrast: 0.5,
  list: { skip: 0.7, back: 4, again: 0.1 },
  shift: 0,
  point: 3,
  duration: 8,
  gap: 12,
  segment: { scale: 0.6, bias: -0.51 },
  shown: { scale: 0.55, bias: 0.23 },
  threshold: 0.4,
};
