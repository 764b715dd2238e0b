import type { ItemsIndex, Scorecard } from "@stepladder/schema";
import { matrixOf } from "@stepladder/wasm/host/pack.ts";
import type { Matrix } from "@stepladder/wasm/metrics/contract.ts";
import { createStore, del, set, values } from "idb-keyval";

/** A result of the reader's own, as much of it as a board and a comparison need. It is kept in this browser and sent nowhere. */
export interface Mine {
  readonly name: string;
  readonly track: string;
  /** sha256 of the items of gold as they were scored, and of the wasm that scored them. */
  readonly hashes: { readonly items: string; readonly kernels: string };
  readonly coverage: { readonly items: number; readonly scored: number };
  /** Value by metric, of those that have one. */
  readonly scores: Readonly<Record<string, number>>;
  /** Items x statistics, in gold order, with groups and events. */
  readonly matrix: Matrix;
  /** What is known of its items; absent where the board's entries have the same ones, or nobody asked. */
  readonly index?: ItemsIndex;
}

/** A scorecard under the name that the reader gives it. */
export function mineOfScorecard(name: string, scorecard: Scorecard): Mine {
  const { track, hashes, coverage, scores } = scorecard;
  return {
    name,
    track,
    hashes: { items: hashes.items, kernels: hashes.kernels },
    coverage: { items: coverage.items, scored: coverage.scored },
    scores: Object.fromEntries(Object.entries(scores).flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]]))),
    matrix: matrixOf(scorecard),
  };
}

/** Keeps a result under a name; the one of that name and track before is let go. Rejects where the browser keeps nothing. */
export async function keepMine(name: string, scorecard: Scorecard): Promise<Mine> {
  const mine = mineOfScorecard(name, scorecard);
  await set(keyOf(mine.track, name), mine, store());
  return mine;
}

/** All kept results of a track, in name order; none where the browser keeps nothing. */
export async function mineOf(track: string): Promise<readonly Mine[]> {
  const all = await values<Mine>(store()).catch(() => []);
  return all.filter((mine) => mine.track === track).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Lets a kept result go. */
export function forgetMine(track: string, name: string): Promise<void> {
  return del(keyOf(track, name), store());
}

const keyOf = (track: string, name: string): string => JSON.stringify([track, name]);

let opened: ReturnType<typeof createStore> | undefined;

/** A database of its own: nothing else is kept beside it. Opened when first asked for. */
function store(): ReturnType<typeof createStore> {
  opened ??= createStore("stepladder", "mine");
  return opened;
}
