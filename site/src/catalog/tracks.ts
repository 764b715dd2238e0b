import { root } from "astro:config/server";
import { existsSync } from "node:fs";
import { Entry } from "@stepladder/schema";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import type { MetricId } from "@stepladder/wasm/metrics";
import type { Listed } from "./describe.ts";
import { describeMetric, describeTrack, type Published, type TrackInfo } from "./describe.ts";
import { inBoardOrder } from "./order.ts";

/** Everything the pages of one track are built from. Only for build time: it holds every track and its datasheet. */
export interface CatalogTrack {
  readonly track: AnyTrack;
  readonly info: TrackInfo;
  /** Best first by the ranking metric. */
  readonly entries: readonly Listed[];
  /** Markdown of the datasheet. */
  readonly readme: string;
}

const FOLDER = "../../../data/tracks/";
const declared = import.meta.glob<{ default: AnyTrack }>("../../../data/tracks/*/track.ts", { eager: true });
const readmes = import.meta.glob<string>("../../../data/tracks/*/README.md", { eager: true, query: "?raw", import: "default" });
const records = import.meta.glob<unknown>("../../../data/tracks/*/entries/*.json", { eager: true, import: "default" });

/** All tracks by title. */
export const catalog: readonly CatalogTrack[] = Object.values(declared)
  .map(({ default: track }) => load(track))
  .sort((a, b) => a.info.title.localeCompare(b.info.title, "en"));

/** A file that the site serves of a track: its items with gold, and predictions to try, with gold of their own where the track's is not ours to give. */
export type DataFile = "items" | "sample" | "sample-gold";

/**
 * A data file of a track; `undefined` where there is none. Where gold is generated, items and sample are what the recipe built; where it is
 * imported, the sample is that of the fixtures, which are ours.
 */
export function dataFile({ id, goldKind }: Pick<AnyTrack, "id" | "goldKind">, name: DataFile): URL | undefined {
  const built = (file: string) => new URL(`../data/tracks/${id}/gold/${file}.jsonl.gz`, root);
  const fixture = (file: string) => new URL(`../data/tracks/${id}/fixtures/${file}.jsonl`, root);
  const generated = { items: built("items"), sample: built("sample"), "sample-gold": undefined };
  const imported = { items: undefined, sample: fixture("predictions"), "sample-gold": fixture("gold") };
  const file = (goldKind === "generated" ? generated : imported)[name];
  return file !== undefined && existsSync(file) ? file : undefined;
}

function load(track: AnyTrack): CatalogTrack {
  const folder = entriesFolder(track.id);
  const entries = Object.entries(records).flatMap(([path, record]) => {
    if (!path.startsWith(folder)) return [];
    const entry = Entry.parse(record);
    // A copied folder brings the entries of the track it was copied from: they are none of its own.
    return entry.track === track.id ? [{ id: path.slice(folder.length, -".json".length), ...entry }] : [];
  });
  const ordered = inBoardOrder(entries, describeMetric(track.metrics[0] as MetricId));
  return {
    track,
    info: describeTrack(track, ordered, published(track)),
    entries: ordered,
    readme: readmes[`${FOLDER}${track.id}/README.md`] ?? "",
  };
}

function entriesFolder(track: string): string {
  return `${FOLDER}${track}/entries/`;
}

/** A committed file of a track's entries: a record or its pack. */
export function entryFile(track: string, name: string): URL {
  return new URL(`../data/tracks/${track}/entries/${name}`, root);
}

/** Paths of the files that the site serves of a track. */
function published(track: AnyTrack): Published {
  const path = (name: DataFile) => (dataFile(track, name) ? `data/${track.id}/${name}.jsonl.gz` : undefined);
  return { gold: path("items"), sample: path("sample"), sampleGold: path("sample-gold") };
}
