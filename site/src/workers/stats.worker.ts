import "./confined.ts";
import { ItemsIndex } from "@stepladder/schema";
import {
  type BoardStandings,
  boardStandings,
  type Contender,
  type Cut,
  contenderOf,
  coverageOn,
  fieldOf,
  valuesOn,
  withCommon,
} from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/browser.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import wasm from "@stepladder/wasm/kernels.wasm?url";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs, itemValues } from "@stepladder/wasm/stats/compare.ts";
import type { Comparison, Drawing, Pair } from "@stepladder/wasm/stats/contract.ts";
import { expose } from "comlink";
import type { Outcome } from "./messages.ts";
import { outcome } from "./outcome.ts";

/** Where the rows of a board lie: addresses of files as they are served; or what is known of the items of rows that come from elsewhere. */
export interface BoardFiles {
  readonly items: string | ItemsIndex;
  readonly packs: readonly { readonly id: string; readonly kind: Contender["kind"]; readonly url: string }[];
}

interface Opened {
  readonly index: ItemsIndex;
  /** The same, with the slice of items that all systems answered. */
  readonly cuttable: ItemsIndex;
  readonly contenders: Contender[];
}

let opened: Promise<Opened> | undefined;
let kernels: Promise<Kernels> | undefined;

const api = {
  /** Fetches items and packs of one board; all that follows is computed from them. */
  open: (files: BoardFiles): Promise<Outcome<true>> =>
    outcome(async () => {
      opened = fetchAll(files);
      await opened;
      return true as const;
    }),

  /** Puts a row of the reader's own beside them, under a name of its own; the one of that name before is let go. */
  add: (contender: Contender): Promise<Outcome<true>> =>
    outcome(async () => {
      const { contenders } = await current();
      const at = contenders.findIndex(({ id }) => id === contender.id);
      if (at >= 0) contenders.splice(at, 1);
      contenders.push(contender);
      return true as const;
    }),

  /** What is known of the items. */
  items: (): Promise<Outcome<ItemsIndex>> => outcome(async () => (await current()).index),

  /** How many items a cut holds, and how many of them each row left unanswered. */
  coverage: (cut: Cut): Promise<Outcome<ReturnType<typeof coverageOn>>> =>
    outcome(async () => {
      const { cuttable, contenders } = await current();
      return coverageOn(contenders, cuttable, cut);
    }),

  /** The value of every row by one metric on each of some cuts. */
  valuesOn: (metric: string, cuts: readonly Cut[]): Promise<Outcome<ReadonlyMap<string, readonly Value[]>>> =>
    outcome(async () => {
      const { cuttable, contenders } = await current();
      return valuesOn(metrics[metric as MetricId], contenders, cuttable, cuts);
    }),

  /** How all rows stand by a metric, on a cut of the items. */
  standings: (metric: string, cut: Cut, drawing: Drawing): Promise<Outcome<BoardStandings>> =>
    outcome(async () => {
      const { cuttable, contenders } = await current();
      return boardStandings(await kernelsHere(), metrics[metric as MetricId], contenders, cuttable, cut, drawing);
    }),

  /** Rows held against each other, by their ids. */
  compare: (metric: string, ids: readonly string[], pairs: readonly Pair[], cut: Cut, drawing: Drawing): Promise<Outcome<Comparison[]>> =>
    outcome(async () => {
      const { cuttable, contenders } = await current();
      const matrices = ids.map((id) => matrixOf(contenders, id));
      return comparePairs(await kernelsHere(), fieldOf(metrics[metric as MetricId], matrices, cuttable, cut), pairs, drawing);
    }),

  /** A metric of every item alone, row by row; NaN where it has no value there. */
  values: (metric: string, ids: readonly string[]): Promise<Outcome<Float64Array[]>> =>
    outcome(async () => {
      const { contenders } = await current();
      const asked = metrics[metric as MetricId];
      return ids.map((id) => itemValues(asked, matrixOf(contenders, id)));
    }),

  /** Items that a row has no readable prediction for, by reason. */
  unscored: (id: string): Promise<Outcome<NonNullable<Contender["unscored"]>>> =>
    outcome(async () => (await current()).contenders.find((one) => one.id === id)?.unscored ?? {}),

  /** The statistics of one item, row by row. */
  item: (ids: readonly string[], at: number): Promise<Outcome<Record<string, number>[]>> =>
    outcome(async () => {
      const { contenders } = await current();
      return ids.map((id) =>
        Object.fromEntries(
          Object.entries(matrixOf(contenders, id).columns).map(([statistic, column]) => [statistic, column[at] as number]),
        ),
      );
    }),
};

/** What the page may ask of the worker. */
export type StatsWorker = typeof api;
expose(api);

function matrixOf(contenders: readonly Contender[], id: string): Contender["matrix"] {
  const found = contenders.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`row: expected one of the board, found ${id}`);
  return found.matrix;
}

function current(): Promise<Opened> {
  if (opened === undefined) throw new Error("asked before open");
  return opened;
}

function kernelsHere(): Promise<Kernels> {
  kernels ??= loadKernels(wasm).catch((error: unknown) => {
    kernels = undefined;
    throw error;
  });
  return kernels;
}

async function fetchAll({ items, packs }: BoardFiles): Promise<Opened> {
  const [index, ...contenders] = await Promise.all([
    typeof items === "string" ? fetchBytes(items).then((bytes) => ItemsIndex.parse(JSON.parse(new TextDecoder().decode(bytes)))) : items,
    ...packs.map(async ({ id, kind, url }) => contenderOf(id, kind, await fetchBytes(url))),
  ]);
  return { index, cuttable: withCommon(index, contenders), contenders };
}

/** A gzipped file, unpacked. Some servers unpack it on the way: then it comes plain. */
async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: expected a file of this site, received status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
