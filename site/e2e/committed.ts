import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Entry, ItemsIndex, type Scorecard } from "@stepladder/schema";
import { type Contender, comparable } from "@stepladder/wasm/host/board.ts";
import { readPack } from "@stepladder/wasm/host/pack.ts";
import { boards } from "./site.ts";

/** The committed entries of a track, read in Node: what the pages' numbers are held against. */
export function committed(track: string) {
  const file = (name: string): Buffer => readFileSync(new URL(`../../data/tracks/${track}/entries/${name}`, import.meta.url));
  const index = ItemsIndex.parse(JSON.parse(gunzipSync(file("items.json.gz")).toString()));
  const packOf = (id: string) => readPack(gunzipSync(file(`${id}.pack.gz`)));
  const entryOf = (id: string): Entry => Entry.parse(JSON.parse(file(`${id}.json`).toString()));

  /** The rows that are put side by side, in the board's order. */
  function contenders(): Contender[] {
    const lines = boards().find(({ path }) => path === `tracks/${track}/`)?.lines ?? [];
    const listed = lines.map(({ id }) => ({ ...entryOf(id), id }));
    return comparable(listed, index.items).map(({ id, system }) => {
      const { matrix, header } = packOf(id);
      return { id, kind: system.kind, matrix, unscored: header.unscored };
    });
  }

  /** A scorecard with the numbers of an entry, as if its predictions had been scored here. */
  function scorecardOf(id: string, hashes: Partial<Scorecard["hashes"]> = {}): Scorecard {
    const { scores, evidence } = entryOf(id);
    if (evidence.kind !== "recomputed") throw new Error(`${id}: expected a recomputed entry`);
    const { kind: _, ...own } = evidence;
    const { matrix, header } = packOf(id);
    const unscored = Object.values(header.unscored).flat().length;
    const items = index.ids.map((item, i) => ({
      id: item,
      statistics: Object.fromEntries(Object.entries(matrix.columns).map(([statistic, column]) => [statistic, column[i] as number])),
    }));
    return {
      schema: "stepladder/scorecard/1",
      track,
      scores: scores as Scorecard["scores"],
      slices: {},
      curves: {},
      coverage: { items: items.length, scored: items.length - unscored, unscored: {}, share: 1 - unscored / items.length },
      diagnoses: [],
      problems: [],
      versions: { stepladder: "0.1.0", track: "1" },
      seed: 1,
      hashes: { ...own, ...hashes },
      items,
    };
  }

  return { index, packOf, entryOf, contenders, scorecardOf };
}
