import type { Scorecard } from "@stepladder/schema";
import type { ScoringPool } from "../../workers/bridge.ts";
import type { ItemFailures, ItemList, Job, LookedItem, Outcome } from "../../workers/messages.ts";

/** What the explorer needs of the pool; a test gives its own. */
export type Looker = Pick<ScoringPool, "list" | "lookAt" | "failures" | "itemValues">;

/** Figures of every item alone, in gold's order. */
export interface ItemFigures {
  /** By metric; NaN where an item has no value. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Why an item was not scored; `undefined` where it was. */
  readonly unscored: readonly (string | undefined)[];
}

/** What is explored: items of gold, and what is known of the answers to them. */
export interface Explored {
  list(): Promise<Outcome<ItemList>>;
  /** An item by its place; absent where nobody here has its text. */
  readonly look?: (at: number) => Promise<Outcome<LookedItem>>;
  /** Absent without predictions. */
  readonly figures?: () => Promise<Outcome<ItemFigures>>;
  /** How every item fails; absent without predictions at hand. */
  readonly failures?: () => Promise<Outcome<ItemFailures>>;
  /** sha256 of the items, where they can be held against a board's. */
  readonly items?: string;
}

/** A submission that was scored here. */
export function exploredJob(pool: Looker, job: Job, scorecard: Scorecard): Explored {
  const { items, events, track, hashes } = scorecard;
  return {
    list: () => pool.list(job),
    look: (at) => pool.lookAt(job, at),
    figures: async () => {
      const values = await pool.itemValues(track, { items, ...(events === undefined ? {} : { events }) });
      return values.ok ? { ok: true, value: { values: values.value, unscored: items.map(({ unscored }) => unscored) } } : values;
    },
    failures: () => pool.failures(job),
    items: hashes.items,
  };
}

/** Gold alone: `job` holds no predictions. */
export function exploredGold(pool: Looker, job: Job): Explored {
  return { list: () => pool.list(job), look: (at) => pool.lookAt(job, at) };
}
