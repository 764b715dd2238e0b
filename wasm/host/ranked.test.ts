import type { Scorecard } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { RecordProblem } from "../intake/raw.ts";
import type { Source } from "../intake/source.ts";
import type { EventSink, Measure } from "../metrics/contract.ts";
import { combine } from "./combine.ts";
import { loadGold } from "./gold.ts";
import { assemble } from "./items.ts";
import { matrixOf, readPack, writePack } from "./pack.ts";
import { ProblemList } from "./problems.ts";
import { scoreTrack } from "./score.ts";
import { kernels, lines, type Words, wordsGold, wordsTrack } from "./testing.ts";
import type { Gathering, PredictionRecord, Track } from "./track.ts";
import { scoreUnit, WHOLE } from "./units.ts";

/** A word said with a score; right where it is among the item's. */
interface Said {
  readonly word: string;
  readonly score: number;
  readonly order: number;
}

/** Words with scores: of each item how many are right, and all of them ranked; the class of an item is its place. */
const measure: Measure<Words, readonly Said[]> = {
  family: "scored-words",
  statistics: [{ id: "right", title: "Right words" }],
  events: ["said"],
  gold: () => {
    const gold: (readonly string[])[] = [];
    return {
      add: ({ words }) => void gold.push(words),
      measurer: () => {
        let queued: { item: number; said: readonly Said[] }[] = [];
        return {
          get queued() {
            return queued.length;
          },
          add: (item, said) => void queued.push({ item, said }),
          flush: (sink?: EventSink) => {
            const rows = new Float64Array(queued.length);
            for (const [row, { item, said }] of queued.entries()) {
              const words = gold[item] as readonly string[];
              sink?.wanted("said", row, item % 2, words.length);
              for (const { word, score, order } of said) {
                const hits = Number(words.includes(word));
                rows[row] = (rows[row] as number) + hits;
                sink?.event("said", row, { class: item % 2, score, order, hits });
              }
            }
            queued = [];
            return rows;
          },
        };
      },
    };
  },
};

interface Row {
  readonly item: string;
  readonly word: string;
  readonly score: number;
}

/** One row for each word, the items' rows in any order. */
function gather(): Gathering<PredictionRecord<readonly Said[]>> {
  const said = new Map<string, Said[]>();
  let order = 0;
  return {
    add({ value }) {
      const { item, word, score } = value as Row;
      const own = said.get(item) ?? [];
      const wrong = { kind: "wrong-field", severity: "error", id: item, field: "score", expected: "a number", fix: "mend it" } as const;
      if (typeof score !== "number") throw new RecordProblem({ ...wrong, found: typeof score });
      own.push({ word, score, order: order++ });
      said.set(item, own);
    },
    *items() {
      for (const [id, own] of said) yield { id, sample: undefined, prediction: own };
    },
  };
}

const track: Track<Words, readonly Said[], null> = {
  ...wordsTrack,
  formats: [
    {
      id: "rows",
      title: "rows of words",
      accepts: ({ value }) => typeof value === "object" && value !== null && "item" in value,
      read: () => undefined,
      gather,
    },
  ],
  measure,
  metrics: ["prefix-accuracy"],
  group: { title: "Colour", of: ({ colour }) => colour },
  curves: [],
  unscored: { prediction: [], rule: "An item without a prediction has no word." },
  diagnoses: [
    {
      id: "shout",
      title: "Shouted",
      explanation: "Words are in capitals.",
      fix: "speak lower",
      mend: (said) =>
        said.some(({ word }) => word !== word.toLowerCase()) ? said.map((one) => ({ ...one, word: one.word.toLowerCase() })) : undefined,
    },
  ],
  vote: (said) => JSON.stringify(said),
};

const gold = [lines("gold.jsonl", wordsGold)];

async function score(...predictions: Source[]): Promise<Scorecard> {
  const mark = kernels.arena.mark();
  const card = await scoreTrack({ track, gold, predictions, kernels });
  kernels.arena.release(mark);
  return card;
}

const row = (item: string, word: string, value: number): Row => ({ item, word, score: value });

describe("events", () => {
  it("are ranked class by class, the later of equal scores first, whichever rows an item has", async () => {
    const card = await score(
      lines("p.jsonl", [row("w-1", "a", 5), row("w-3", "f", 5), row("w-1", "x", 9), row("w-2", "c", 1), row("w-3", "y", 5)]),
    );
    expect(card.items.map(({ statistics }) => statistics.right)).toEqual([1, 1, 1, 0]);
    expect(card.events?.said).toEqual({
      items: [0, 2, 2, 0, 1],
      classes: [0, 0, 0, 0, 1],
      ties: [0, 0, 1, 1, 0],
      hits: [0, 0, 1, 1, 1],
      wanted: { items: [0, 1, 2, 3], classes: [0, 1, 0, 1], counts: [2, 3, 1, 4] },
    });
    expect(card.coverage).toMatchObject({ scored: 3, unscored: { "no-prediction": 1 } });
  });

  it("of equal scores follow the order of files, whatever order their parts came in", async () => {
    const files = [lines("a.jsonl", [row("w-1", "a", 5)]), lines("b.jsonl", [row("w-3", "f", 5)]), lines("c.jsonl", [row("w-2", "c", 5)])];
    const whole = await score(...files);
    expect(whole.events?.said?.items).toEqual([2, 0, 1]);
    const loaded = await loadGold(track, gold);
    const mark = kernels.arena.mark();
    const measurer = loaded.columns.measurer(kernels);
    const parts = [];
    for (const file of files.toReversed()) parts.push(await scoreUnit(track, loaded, file, WHOLE, measurer));
    expect(await combine(track, loaded, parts, measurer, { kernels, seed: 1 })).toEqual(whole);
    kernels.arena.release(mark);
  });

  it("stand in scorecard and pack alike, with the groups of items", async () => {
    const card = await score(lines("p.jsonl", [row("w-1", "a", 5), row("w-2", "z", 7), row("w-4", "g", 7)]));
    expect(card.items.map(({ group }) => group)).toEqual(["red", "blue", "red", "pink"]);
    const matrix = matrixOf(card);
    expect(matrix.groups).toEqual({ of: Int32Array.of(0, 1, 0, 2), count: 3 });
    expect(readPack(writePack(card)).matrix).toEqual(matrix);
    expect(matrix.events?.said?.items).toEqual(Int32Array.from(card.events?.said?.items ?? []));
  });

  it("leave a row out that cannot be read, with its line, and keep the item's others", async () => {
    const card = await score(lines("p.jsonl", [row("w-1", "a", 5), { ...row("w-1", "b", 0), score: "high" }]));
    expect(card.problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ kind: "wrong-field", id: "w-1", line: 2, found: "string" }),
    );
    expect(card.items[0]?.statistics.right).toBe(1);
  });

  it("of a diagnosis are those of the mended predictions, and of the others as they are", async () => {
    const loaded = await loadGold(track, gold);
    const mark = kernels.arena.mark();
    const measurer = loaded.columns.measurer(kernels);
    const file = lines("p.jsonl", [row("w-1", "A", 5), row("w-3", "f", 7), row("w-1", "b", 6)]);
    const part = await scoreUnit(track, loaded, file, WHOLE, measurer);
    const sampled = assemble(track, loaded, [part], measurer, new ProblemList());
    const { measured, items } = sampled.mended(0);
    expect(items).toEqual([0]);
    expect(sampled.measured.events.said).toMatchObject({ items: Int32Array.of(2, 0, 0), hits: Int32Array.of(1, 1, 0) });
    expect(measured.events.said).toMatchObject({ items: Int32Array.of(2, 0, 0), hits: Int32Array.of(1, 1, 1) });
    expect(measured.events.said?.wanted).toEqual(sampled.measured.events.said?.wanted);
    kernels.arena.release(mark);
  });
});
