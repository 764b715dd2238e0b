import { gunzipSync } from "node:zlib";
import type { Entry, Figures, ItemsIndex } from "@stepladder/schema";
import type { Gold } from "@stepladder/wasm/host/gold.ts";
import { decimalsOf } from "@stepladder/wasm/host/grim.ts";
import { itemsIndex } from "@stepladder/wasm/host/items-index.ts";
import { readPack } from "@stepladder/wasm/host/pack.ts";
import { differsFromPrinted } from "@stepladder/wasm/host/quoted.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { invariantFaults, ROUNDING } from "@stepladder/wasm/metrics/invariants.ts";
import { finishFaults, type Pack } from "./finish.ts";

/** Name of the file beside a track's entries that tells what boards must know of its items. */
export const ITEMS = "items.json.gz";

/** Content of that file. */
export function itemsText(track: AnyTrack, gold: Gold): string {
  return `${JSON.stringify(itemsIndex(track, gold))}\n`;
}

/**
 * Everything that is wrong with an entry as a record of its track; `pack` is what lies beside it, gzipped, and `index` tells of the track's
 * items. Slices are held against the pack where the entry was measured on these items.
 */
export function entryFaults(track: AnyTrack, entry: Entry, pack: Uint8Array | undefined, index?: ItemsIndex): string[] {
  const known = (scores: Figures): string[] => Object.keys(scores).filter((id) => !track.metrics.includes(id));
  const slices = new Set(track.slices.map(({ id }) => id));
  const unknown = new Set([
    ...known(entry.scores),
    ...Object.values(entry.slices).flatMap((values) => Object.values(values).flatMap(known)),
  ]);
  return [
    ...(entry.track === track.id ? [] : [`expected track "${track.id}", found "${entry.track}"`]),
    ...[...unknown].map((id) => `expected metrics of the track, found "${id}"`),
    ...Object.keys(entry.slices).flatMap((id) => (slices.has(id) ? [] : [`expected slices of the track, found "${id}"`])),
    ...(entry.evidence.kind === "recomputed" ? packFaults(track, entry, entry.evidence, pack, index) : strayPack(entry)),
    ...invariantsBroken(entry),
  ];
}

function strayPack({ evidence, pack }: Entry): string[] {
  return pack === undefined ? [] : [`expected no pack for ${evidence.kind} figures, found ${pack}`];
}

/** Whether the pack is of the gold that the entry names, and gives its scores to the last bit. */
function packFaults(
  track: AnyTrack,
  entry: Entry,
  { gold, items }: { readonly gold: string; readonly items: string },
  bytes: Uint8Array | undefined,
  index: ItemsIndex | undefined,
): string[] {
  if (bytes === undefined) return [`expected a pack beside it, found none; add the entry again with "stepladder entry add"`];
  let pack: Pack;
  try {
    pack = readPack(gunzipSync(bytes));
  } catch (error) {
    return [(error as Error).message];
  }
  const { header, matrix } = pack;
  if (header.gold !== gold) return [`expected a pack of gold ${gold}, found one of gold ${header.gold}`];
  if (header.items !== entry.coverage?.items) return [`expected a pack of ${entry.coverage?.items} items, found ${header.items}`];
  const missing = track.measure.statistics.filter(({ id }) => matrix.columns[id] === undefined);
  if (missing.length > 0) return [`expected the statistics of the track in the pack, found no ${missing.map(({ id }) => id).join(", ")}`];
  return finishFaults(track, entry, pack, index?.items === items ? index : undefined);
}

/** Figures of an entry that its source cannot have measured: they break what holds between its metrics. */
function invariantsBroken({ scores, slices, evidence }: Entry): string[] {
  const cuts = Object.entries(slices).flatMap(([slice, values]) =>
    Object.entries(values).map(([value, own]) => [`${slice} ${value}, `, own] as const),
  );
  const all = [["", scores] as const, ...cuts];
  const slack = evidence.kind === "recomputed" ? ROUNDING : 0.5 / 10 ** decimalsOf(all.map(([, own]) => own));
  return all.flatMap(([where, own]) => invariantFaults(own, slack).map((fault) => `${where}${fault}`));
}

/** Figures whose computed value is not the quoted one at the precision that the source prints. */
export function quotedDifferences({ scores, slices, quoted }: Entry): string[] {
  if (quoted === undefined) return [];
  const compare = (where: string, own: Figures | undefined, told: Figures): string[] =>
    Object.entries(told).flatMap(([id, { value }]) => {
      const computed = own?.[id]?.value;
      if (value === undefined || computed === undefined) return [];
      return differsFromPrinted(computed, value, quoted) ? [`${where}${id}: ${value} in the source, ${computed} computed`] : [];
    });
  return [
    ...compare("", scores, quoted.scores),
    ...Object.entries(quoted.slices).flatMap(([slice, values]) =>
      Object.entries(values).flatMap(([value, told]) => compare(`${slice} ${value}, `, slices[slice]?.[value], told)),
    ),
  ];
}
