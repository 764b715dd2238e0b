import type { Problem, Scorecard } from "@stepladder/schema";
import type { Trace } from "@stepladder/wasm/intake/traces/traces.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import type { ScoringPool } from "../../workers/bridge.ts";
import type { ItemFailures, ItemList, Job, LookedItem, Outcome } from "../../workers/messages.ts";
import { alone } from "../../workers/outcome.ts";
import { NotComputed, type StatsClient } from "../../workers/statistics.ts";
import type { Viewers } from "./viewers/index.ts";

/** What the explorer needs of the pool; a test gives its own. */
export type Looker = Pick<ScoringPool, "list" | "lookAt" | "failures" | "itemValues">;

/** Figures of every item alone, in gold's order. */
export interface ItemFigures {
  /** By metric; NaN where an item has no value. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Why an item was not scored; `undefined` where it was. */
  readonly unscored: readonly (string | undefined)[];
}

/** One number measured of an item. */
export interface Measured {
  readonly title: string;
  readonly value: number;
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
  /** All that was measured of an item, where nothing else of it is at hand. */
  readonly measured?: (at: number) => Promise<Outcome<readonly Measured[]>>;
  /** sha256 of the items, where they can be held against a board's. */
  readonly items?: string;
  /** What draws the panels; absent: what draws those of tracks. */
  readonly viewers?: Viewers;
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

/** Traces of agents, without gold. */
export function exploredTraces(traces: readonly Trace[]): Explored {
  const lengths = traces.map(({ view }) => (view.panels[0]?.kind === "labels" ? view.panels[0].steps.length : 0));
  const list: ItemList = { ids: traces.map(({ id }) => id), lengths: Int32Array.from(lengths), slices: [] };
  return {
    list: async () => ({ ok: true, value: list }),
    look: async (at) => {
      const { id, view } = traces[at] as Trace;
      return { ok: true, value: { id, view, records: [] } };
    },
  };
}

/** What the figures of an entry come from. */
export interface EntryFigures {
  readonly track: Pick<CompareTrack, "id" | "metrics" | "statistics" | "shared">;
  readonly entry: string;
  readonly statistics: StatsClient;
  /** Absent where nobody here has the gold. */
  readonly job?: Job | undefined;
}

/** An entry of a board: its pack tells what was measured of each item, and gold, where it is at hand, what the item is. */
export function exploredEntry(pool: Looker, { track, entry, statistics, job }: EntryFigures): Explored {
  let places: Promise<Outcome<readonly number[]>> | undefined;
  /** Gold's place of each item of the board: the same items may stand in another order. */
  const placesIn = async (own: Job): Promise<Outcome<readonly number[]>> => {
    const gold = await pool.list(own);
    if (!gold.ok) return gold;
    const at = new Map(gold.value.ids.map((id, i) => [id, i]));
    const { ids } = await statistics.ask((api) => api.items());
    return { ok: true, value: ids.map((id) => at.get(id) ?? -1) };
  };
  return {
    list: () =>
      asked(async () => {
        const { ids, lengths, slices } = await statistics.ask((api) => api.items());
        const columns = slices.map(({ id, values, of }) => ({ id, values, of: Int32Array.from(of) }));
        return { ids, lengths: Int32Array.from(lengths), slices: columns };
      }),
    ...(job === undefined
      ? {}
      : {
          look: async (at: number) => {
            places ??= placesIn(job);
            const known = await places;
            return known.ok ? pool.lookAt(job, known.value[at] ?? -1) : known;
          },
        }),
    figures: () =>
      asked(async () => {
        const values: Record<string, Float64Array> = {};
        for (const { id } of track.metrics) {
          const [own] = await statistics.ask((api) => api.values(id, [entry]));
          if (own !== undefined) values[id] = own;
        }
        const { ids } = await statistics.ask((api) => api.items());
        const unscored = new Array<string | undefined>(ids.length).fill(undefined);
        const reasons = await statistics.ask((api) => api.unscored(entry));
        for (const [reason, items] of Object.entries(reasons)) for (const at of items ?? []) unscored[at] = reason;
        return { values, unscored };
      }),
    measured: (at) =>
      asked(async () => {
        const [own = {}] = await statistics.ask((api) => api.item([entry], at));
        return track.statistics.flatMap(({ id, title }) => (own[id] === undefined ? [] : [{ title, value: own[id] }]));
      }),
    ...(track.shared === undefined ? {} : { items: track.shared.items }),
  };
}

/** What a question to the worker came to; why there is no answer, as a problem. */
async function asked<T>(question: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await question() };
  } catch (error) {
    if (!(error instanceof NotComputed)) throw error;
    const problem: Problem = {
      kind: "not-computed",
      severity: "error",
      expected: "the figures of this entry, as this site serves them",
      found: error.message,
      fix: "connect, and load this page again",
    };
    return { ok: false, problems: [alone(problem)] };
  }
}
