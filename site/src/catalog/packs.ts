import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { ItemsIndex } from "@stepladder/schema";
import { type BoardStandings, boardStandings, type Contender, comparable, contenderOf } from "@stepladder/wasm/host/board.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { buildKernels } from "./kernels.ts";
import { type CatalogTrack, entryFile } from "./tracks.ts";

/** What a board's figures are computed from: the items and the packs that can be put side by side. */
export interface BoardPacks {
  readonly index: ItemsIndex;
  readonly contenders: readonly Contender[];
}

const kernels = buildKernels();
const packs = new Map<string, Promise<BoardPacks | undefined>>();
const standings = new Map<string, Promise<BoardStandings | undefined>>();

/** The packs of a track; `undefined` where its items are not described yet. Read once a build. */
export function packsOf(listed: CatalogTrack): Promise<BoardPacks | undefined> {
  const { id } = listed.info;
  const known = packs.get(id) ?? readPacks(listed);
  packs.set(id, known);
  return known;
}

/** How the rows of a board stand by a metric; computed once a build. */
export function trackStandings(listed: CatalogTrack, metric: string): Promise<BoardStandings | undefined> {
  const key = `${listed.info.id}/${metric}`;
  const known = standings.get(key) ?? computed(listed, metric);
  standings.set(key, known);
  return known;
}

/** The same for every metric of a track, by metric id; empty where its items are not described yet. */
export async function allStandings(listed: CatalogTrack): Promise<ReadonlyMap<string, BoardStandings>> {
  const told = await Promise.all(
    listed.info.metrics.map(async ({ id }) => {
      const own = await trackStandings(listed, id);
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
  return new Map(told.flat());
}

async function computed(listed: CatalogTrack, metric: string): Promise<BoardStandings | undefined> {
  const own = await packsOf(listed);
  if (own === undefined) return undefined;
  return boardStandings(await kernels, metrics[metric as MetricId], own.contenders, own.index, {}, DRAWING);
}

async function readPacks({ info, entries }: CatalogTrack): Promise<BoardPacks | undefined> {
  const file = entryFile(info.id, "items.json.gz");
  if (!existsSync(file)) return undefined;
  const index = ItemsIndex.parse(JSON.parse(gunzipSync(await readFile(file)).toString()));
  const contenders = comparable(entries, index.items).flatMap(({ id, system, pack }) =>
    pack === undefined ? [] : [{ id, kind: system.kind, pack }],
  );
  return {
    index,
    contenders: await Promise.all(
      contenders.map(async ({ id, kind, pack }) => contenderOf(id, kind, gunzipSync(await readFile(entryFile(info.id, pack))))),
    ),
  };
}
