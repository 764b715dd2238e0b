import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));

/** Segments of gold, predicted, left out, found, found with their step, any predicted; queries, those with a point, points that are right. */
const rows: Record<string, readonly number[]> = {
  // its third segment is found under another step's name; 4.5 s lies before 5 s, the step that was annotated for half a millisecond is not asked
  "hts:tea-video-1": [3, 3, 0, 3, 2, 1, 2, 2, 1],
  // 25 of 40 s is found at 0.5, where the surer 18 of 40 s took nothing; 205 s lies between 200 and 215.5 s
  "hts:tea-video-2": [2, 3, 0, 1, 1, 1, 2, 2, 1],
  // a step of the other variant is left out, though it has the highest score; 131 s lies behind 130 s
  "hts:toastvideo1": [2, 2, 1, 2, 2, 1, 2, 2, 1],
  // a step that no video is annotated with is left out; 90 s is the end itself
  "hts:toastvideo2": [1, 1, 1, 1, 1, 1, 1, 1, 1],
  // missing
  "hts:toastvideo3": [1, 0, 0, 0, 0, 0, 1, 0, 0],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics)]))).toEqual(rows);
  });

  it("have the scores that can be worked out by hand", () => {
    const near = (value: number) => expect.closeTo(value, 14);
    expect(Object.fromEntries(Object.entries(card.scores).map(([id, { value }]) => [id, value]))).toEqual({
      // Tea, 5 segments: right right right right - -, from 0.5 on - right right right right -, at 0.7 without the last. Toast, 4: all
      // three, without the third from 0.6 on.
      "grounding-map": near((0.775 + 0.775 + 0.695 + 0.57 + 0.475) / 5),
      "grounding-map-at-30": near((4 / 5 + 3 / 4) / 2),
      "grounding-map-at-40": near((4 / 5 + 3 / 4) / 2),
      "grounding-map-at-50": near((0.64 + 3 / 4) / 2),
      "grounding-map-at-60": near((0.64 + 2 / 4) / 2),
      "grounding-map-at-70": near((0.45 + 2 / 4) / 2),
      // Steps 10, 11, 13, 22, 25, 21, 24.
      "step-map": near((2 * (1 + 0.5 + 0 + 3) + (2 / 3 + 0.5 + 3) + (2 / 3 + 0.5 + 2) + (1 / 4 + 0.5 + 2)) / 7 / 5),
      "grounding-recall-at-50": 7 / 9,
      "step-recall-at-50": 6 / 9,
      "step-precision-at-50": 6 / 9,
      "pointing-recall": 4 / 8,
      "answered-pointing-recall": 4 / 7,
    });
    expect(card.coverage).toEqual({ items: 5, scored: 4, unscored: { "no-prediction": 1 }, share: 4 / 5 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it.each(["predictions.csv", "no-numbers.csv", "activitynet.json", "by-video.json"])(
    "in the layout of %s have the same scores",
    async (name) => {
      const { scores, items, problems } = await score(await fixtures(`official/predictions/${name}`));
      expect(problems).toMatchObject([{ kind: "missing-prediction" }]);
      expect(items.map(({ statistics }) => Object.values(statistics).slice(0, 6))).toEqual(
        Object.values(rows).map((row) => row.slice(0, 6)),
      );
      for (const id of ["grounding-map", "grounding-map-at-70", "step-map"]) expect(scores[id]).toEqual(card.scores[id]);
      expect(scores["pointing-recall"]).toMatchObject({ reason: "no time was pointed at" });
    },
  );

  it("have a score of points where only points are given, and none of segments", async () => {
    const { scores, problems } = await score(await fixtures("official/predictions/result.json"));
    expect(scores["pointing-recall"]?.value).toBe(1 / 2);
    for (const id of ["grounding-map", "step-map", "grounding-recall-at-50", "step-precision-at-50"]) {
      expect(scores[id], id).toMatchObject({ reason: "no segment was predicted" });
    }
    expect(problems).toMatchObject([{ kind: "missing-prediction" }]);
  });

  it("have the same scores against gold as released", async () => {
    const { scores, hashes } = await score(await fixtures("predictions.jsonl"), await fixtures("official/gold"));
    expect(scores).toEqual(card.scores);
    expect(hashes.items).toBe(card.hashes.items);
  });
});

describe("equal scores", () => {
  const told = (video: string, ...segments: readonly (readonly [number, number])[]) =>
    segments.map(([start, end], i) => `${i},${video},${start},${end},10,0.5`).join("\n");
  const table = async (...rowsOf: readonly string[]) => {
    return (await score([file("p.csv", [",video-id,t-start,t-end,label,score", ...rowsOf].join("\n"))])).scores["grounding-map-at-70"]
      ?.value;
  };

  it("go by the place of the row in the file, the later first, across videos", async () => {
    const [right, wrong] = [told("tea-video-1", [5, 30]), told("tea-video-2", [300, 310])];
    // Of tea's five segments one is found: first in rank, or behind a wrong one.
    expect(await table(wrong, right)).toBe(1 / 5 / 2);
    expect(await table(right, wrong)).toBe(1 / 5 / 2 / 2);
  });
});

describe("format mistakes", () => {
  const gold = {
    "hts:tea-video-1": [[5, 30, 10]],
    "hts:toastvideo1": [
      [12, 20, 22],
      [90, 130, 25],
    ],
    "hts:toastvideo2": [[30, 90, 21]],
  } as const;
  type Told = { start: number; end: number; label: number; score: number };
  const mistaken = async (change: (one: Told, i: number) => Told) => {
    const records = Object.entries(gold).map(([id, segments]) => ({
      id,
      prediction: { segments: segments.map(([start, end, label], i) => change({ start, end, label, score: 1 - i / 8 }, i)) },
    }));
    const { diagnoses, scores } = await score([lines(...records)]);
    return {
      id: diagnoses.map((one) => one.id),
      from: scores["step-map"]?.value,
      to: diagnoses.map(({ mended }) => mended["step-map"]?.value),
    };
  };
  // Steps 10 (one of two), 22, 25 and 21 of 7.
  const right = expect.closeTo(3.5 / 7, 14);

  it("are not told where none is made", async () => {
    expect(await mistaken((one) => one)).toEqual({ id: [], from: right, to: [] });
  });

  it("start and end that changed places", async () => {
    expect(await mistaken((one) => ({ ...one, start: one.end, end: one.start }))).toEqual({ id: ["turned-around"], from: 0, to: [right] });
  });

  it("lengths in place of ends", async () => {
    const found = await mistaken((one) => ({ ...one, end: one.end - one.start }));
    expect(found.id).toContain("lengths");
    // Two of four lengths are no less than the start and cannot be told from ends: 5 to 25 s has 0.8 of 5 to 30 s, 30 to 60 s half of 30 to 90 s.
    expect(found.to.at(-1)).toBeCloseTo((0.5 + 1 + 1 + 3 / 5) / 7, 14);
  });

  it.each([
    ["milliseconds", 1000],
    ["frames-at-30", 30],
    ["frames-at-25", 25],
  ])("times in another unit, and no other unit than this: %s", async (id, factor) => {
    const found = await mistaken((one) => ({ ...one, start: one.start * factor, end: one.end * factor }));
    expect(found).toEqual({ id: [id], from: 0, to: [right] });
  });

  it("rows of the taxonomy, and places in the article", async () => {
    const row = new Map([10, 11, 13, 20, 21, 22, 24, 25].map((label, at) => [label, at]));
    const rowsFound = await mistaken((one) => ({ ...one, label: row.get(one.label) as number }));
    expect([rowsFound.from, rowsFound.id[0], rowsFound.to[0]]).toEqual([0, "taxonomy-rows", right]);
    const place = new Map([10, 11, 13, 22, 24, 25].map((label, at) => [label, at % 3])).set(21, 1);
    const found = await mistaken((one) => ({ ...one, label: place.get(one.label) as number }));
    expect(found.id).toContain("places");
    expect(found.to[found.id.indexOf("places")]).toEqual(right);
  });

  it("ranks in place of scores", async () => {
    const segments = [
      { start: 5, end: 30, label: 10, score: 1 },
      { start: 300, end: 310, label: 10, score: 2 },
    ];
    const { diagnoses, scores } = await score([lines({ id: "hts:tea-video-1", prediction: { segments } })]);
    expect(scores["grounding-map"]?.value).toBe(1 / 5 / 2 / 2);
    expect(diagnoses.map(({ id, mended }) => [id, mended["grounding-map"]?.value])).toEqual([["ranks", 1 / 5 / 2]]);
  });
});
