import { root } from "astro:config/server";
import { fileURLToPath } from "node:url";
import { ParityRecord } from "@stepladder/schema";
import { methods } from "@stepladder/wasm/credit/index.ts";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { Panel } from "@stepladder/wasm/host/panels.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { buildKernels } from "./kernels.ts";
import { papers, table } from "./papers.ts";
import { type Standing, type StandingState, standingsOf } from "./standing.ts";
import { catalog } from "./tracks.ts";

const FOLDER = "../../../data/tracks/";
const parities = import.meta.glob<unknown>("../../../data/tracks/*/parity.json", { eager: true, import: "default" });
const insights = import.meta.glob<AnyInsight>("../../../data/tracks/*/insight.ts", { import: "default" });

let state: Promise<StandingState> | undefined;

/** Where the papers of the starting shelf stand; what this repository has of each is read once. */
export async function standings(): Promise<Standing[]> {
  state ??= readState();
  return standingsOf(await state);
}

async function readState(): Promise<StandingState> {
  const kernels = await buildKernels();
  const named = new Set(papers.filter(({ shelf }) => shelf === "starting").flatMap(({ tracks }) => tracks.map(({ track }) => track)));
  const tracks = await Promise.all(
    catalog
      .filter(({ track }) => named.has(track.id))
      .map(async ({ track, info, entries }) => {
        const viewers = await viewersOf(track, kernels);
        return [
          track.id,
          { title: info.title, gold: track.goldKind, quotedOn: track.quotedOn, entries, parity: recordOf(track.id), viewers },
        ] as const;
      }),
  );
  return { papers, benchmarks: table.names.benchmarks, tracks: new Map(tracks), methods };
}

/** The record of a track's comparison with its official scorer; a copied folder has none of its own. */
function recordOf(track: string): ParityRecord | undefined {
  const record = parities[`${FOLDER}${track}/parity.json`];
  if (record === undefined) return undefined;
  const parsed = ParityRecord.parse(record);
  return parsed.track === track ? parsed : undefined;
}

/** Kinds of panels that the items of the track's fixtures are shown in. */
async function viewersOf(track: AnyTrack, kernels: Kernels): Promise<Panel["kind"][]> {
  const insight = await insights[`${FOLDER}${track.id}/insight.ts`]?.();
  if (insight === undefined) return [];
  const gold = await openSources([fileURLToPath(new URL(`../data/tracks/${track.id}/fixtures/gold.jsonl`, root))]);
  const kinds = new Set<Panel["kind"]>();
  for await (const { item } of readGold(track, gold, [])) {
    for (const { kind } of insight.view(item, undefined, kernels).panels) kinds.add(kind);
  }
  return [...kinds];
}
