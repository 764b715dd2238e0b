import { describe, expect, it } from "vitest";
import { fromBlob } from "../intake/source.ts";
import { gzip } from "../intake/testing.ts";
import { type MetricId, metrics } from "../metrics/index.ts";
import { DRAWING } from "../stats/contract.ts";
import { standingsOf } from "../stats/standings.ts";
import { wilson } from "../stats/wilson.ts";
import { loadGold } from "./gold.ts";
import { readPack, writePack } from "./pack.ts";
import { printScorecard } from "./print.ts";
import { kernels, lines, refusal, score, values, wordsGold, wordsTrack } from "./testing.ts";
import { scoreUnit, WHOLE } from "./units.ts";

const said = (id: string, ...words: string[]) => ({ id, said: words });
const some = [said("w-1", "a", "b"), said("w-2", "c", "x", "e"), said("w-3", "f", "f")];

describe("a scorecard", () => {
  it("has the scores that can be worked out by hand", async () => {
    const { scores, items, curves } = await score(...some);
    // Prefixes 2 of 2, 1 of 3, 1 of 2 (one word too many), 0 of 4; w-4 is missing, so it said one wrong word.
    expect(scores["prefix-accuracy"]).toMatchObject({ value: (1 + 1 / 3 + 1 / 2 + 0) / 4, scored: 3, unscored: 1 });
    expect(scores["sequential-match"]).toMatchObject({ value: 1 / 4, scored: 3, unscored: 1 });
    expect(scores["final-match"]?.value).toBe(3 / 4);
    expect(items.map(({ id, statistics }) => [id, statistics["prefix-match-length"], statistics["predicted-states"]])).toEqual([
      ["w-1", 2, 2],
      ["w-2", 1, 3],
      ["w-3", 1, 2],
      ["w-4", 0, 1],
    ]);
    expect(curves).toEqual({ first: [{ x: 1, value: 3 / 4, items: 4 }] });
  });

  it("gives Wilson's interval to metrics of 0 and 1 only", async () => {
    const { scores } = await score(...some);
    // 1 of 4: centre (1/4 + z²/8) / (1 + z²/4), half z * sqrt(3/64 + z²/64) / (1 + z²/4), z = 1.96
    expect(scores["sequential-match"]?.low).toBeCloseTo(0.0456, 4);
    expect(scores["sequential-match"]?.high).toBeCloseTo(0.6994, 4);
    expect(scores["prefix-accuracy"]?.low).not.toBe(wilson((1 + 1 / 3 + 1 / 2 + 0) / 4, 4)?.low);
  });

  it("has the board's intervals to the last bit", async () => {
    const card = await score(...some);
    const { matrix } = readPack(writePack(card));
    for (const metric of wordsTrack.metrics.map((id) => metrics[id as MetricId])) {
      const [standing] = standingsOf(kernels, { metric, systems: [matrix, matrix], weights: undefined }, DRAWING).systems;
      const { low, high } = standing?.interval ?? {};
      expect(card.scores[metric.id]).toMatchObject({ low, high });
    }
  });

  it("cuts the items into the values that occur, in the track's order, and the cuts add up", async () => {
    const { slices, scores } = await score(...some);
    expect(Object.keys(slices.colour ?? {})).toEqual(["red", "blue", "pink"]);
    expect(values(slices.colour?.red ?? {})).toEqual({ "prefix-accuracy": (1 + 1 / 2) / 2, "sequential-match": 1 / 2, "final-match": 1 });
    for (const id of Object.keys(scores)) {
      const cuts = Object.values(slices.colour ?? {}).map((cut) => cut[id]);
      const sizes = cuts.map((cut) => (cut?.scored ?? 0) + (cut?.unscored ?? 0));
      expect(sizes).toEqual([2, 1, 1]);
      expect(cuts.reduce((sum, cut, i) => sum + (cut?.value ?? 0) * (sizes[i] as number), 0)).toBeCloseTo(4 * (scores[id]?.value ?? 0), 12);
    }
  });

  it("holds no clock and no path: the same input gives the same bytes", async () => {
    const printed = printScorecard(await score(...some));
    expect(printScorecard(await score(...some))).toBe(printed);
    expect(printed).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d|\.jsonl/);
  });
});

describe("files", () => {
  const [first, second, third] = some as [unknown, unknown, unknown];

  it("in any order give the same bytes", async () => {
    // Each has something to tell, so that the order of problems is seen as well.
    const files = [
      lines("b.jsonl", [second, "{", { id: "w-4", text: "no arrow" }]),
      lines("a.jsonl", [first, said("w-9", "z"), said("w-2", "x")]),
      lines("c.jsonl", [third, "[", said("w-8", "z"), { id: "w-4", text: "g > h" }]),
    ];
    expect(printScorecard(await score(...files))).toBe(printScorecard(await score(...files.toReversed())));
  });

  it("in place of one give the same card but for the hash", async () => {
    const { hashes, ...one } = await score(...some);
    const { hashes: split, ...many } = await score(lines("a.jsonl", [third, first]), lines("b.jsonl", [second]));
    expect(many).toEqual(one);
    expect(split.predictions).not.toBe(hashes.predictions);
    expect([split.gold, split.kernels]).toEqual([hashes.gold, hashes.kernels]);
  });

  it("packed with gzip give the same bytes", async () => {
    const text = some.map((record) => `${JSON.stringify(record)}\n`).join("");
    const plain = await score(fromBlob("p.jsonl", new Blob([text])));
    const packed = await score(fromBlob("p.jsonl.gz", new Blob([await gzip(text)])));
    expect(printScorecard(packed)).toBe(printScorecard(plain));
  });

  it("that cannot be read are all told at once, and no score is made of the rest", async () => {
    const cut = (await gzip("x".repeat(1000))).subarray(0, 20);
    const damaged = (name: string) => fromBlob(name, new Blob([cut]));
    const problems = await refusal(score(lines("a.jsonl", some), damaged("b.gz"), damaged("c.gz")));
    expect(problems.map(({ kind, file }) => [kind, file])).toEqual([
      ["damaged-gzip", "b.gz"],
      ["damaged-gzip", "c.gz"],
    ]);
  });

  it("cut short leave nothing behind for the next one", async () => {
    const mark = kernels.arena.mark();
    const gold = await loadGold(wordsTrack, [lines("gold.jsonl", wordsGold)]);
    const measurer = gold.columns.measurer(kernels);
    const whole = () => scoreUnit(wordsTrack, gold, lines("p.jsonl", some), WHOLE, measurer);
    const before = await whole();
    const tooLong = `{"id":"w-1","said":["${"x".repeat(17 * 2 ** 20)}"]}`;
    const { failure } = await scoreUnit(wordsTrack, gold, lines("bad.jsonl", [...some, tooLong]), WHOLE, measurer);
    expect(failure).toMatchObject({ kind: "line-too-long", file: "bad.jsonl", line: 4 });
    expect(measurer.queued).toBe(0);
    expect(await whole()).toEqual(before);
    kernels.arena.release(mark);
  });
});

it("many predictions give the rows that each would alone", async () => {
  const words = Array.from({ length: 2500 }, (_, i) => ({ id: `w-${i}`, words: [`${i}`, "x"], colour: "red" }));
  const mark = kernels.arena.mark();
  const gold = await loadGold(wordsTrack, [lines("gold.jsonl", words)]);
  const records = words.map(({ id }, i) => said(id, `${i}`, i % 3 === 0 ? "x" : "y"));
  const { measured } = await scoreUnit(wordsTrack, gold, lines("p.jsonl", records), WHOLE, gold.columns.measurer(kernels));
  kernels.arena.release(mark);
  const width = wordsTrack.measure.statistics.length;
  const prefixes = words.map((_, i) => measured.rows[i * width]);
  expect(prefixes).toEqual(words.map((_, i) => (i % 3 === 0 ? 2 : 1)));
});
