import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, goldItems, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const items = await goldItems(await fixtures("gold.jsonl"));
const values = (scores: Scorecard["scores"]) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));

describe("the fixtures", () => {
  it("have the orders that can be worked out by hand", () => {
    // Tea: 4 of 5 pairs, one step to move. Toast: right.
    expect(values(card.scores)).toMatchObject({
      "order-pairs": (4 / 5 + 1) / 2,
      "order-exact": 1 / 2,
      "order-tau": expect.closeTo((3 / Math.sqrt(30) + 1) / 2, 15),
      "order-moves": 1 / 2,
    });
  });

  it("have the calls and orders of sections that can be worked out by hand", () => {
    // Calls: right, wrong, wrong, right. Of the ordered two the first is right, the second has 2 of 3 pairs and is not called ordered.
    expect(values(card.scores)).toMatchObject({
      "ordered-accuracy": 1 / 2,
      "ordered-f1": 1 / 2,
      "not-ordered-f1": 1 / 2,
      "section-order-pairs": (1 + 2 / 3) / 2,
      "section-order-exact": 1 / 2,
      "section-order-moves": 1 / 2,
      "called-order-pairs": 1 / 2,
      "called-order-exact": 1 / 2,
    });
    expect(card.scores["section-order-pairs"]).toMatchObject({ scored: 2 });
  });

  it("have the completions that can be worked out by hand", () => {
    // One of 4 left out, 2 s late; one of 3 left out, at once; nothing said of 4.
    expect(values(card.scores)).toMatchObject({
      "psr-pos": expect.closeTo((3 / 4 + 2 / 3 + 0) / 3, 15),
      "recognised-precision": 5 / 5,
      "recognised-recall": 5 / 11,
      "recognised-f1": 10 / 16,
      "recognised-delay": 6 / 5,
    });
  });

  it("have the mistakes that can be worked out by hand", () => {
    // Wrong are 5 steps, called wrong 4, of which 3 are. Order, missing step and measurement are named as they are; technique, other, timing not.
    expect(values(card.scores)).toMatchObject({
      "mistake-precision": 3 / 4,
      "mistake-recall": 3 / 5,
      "mistake-f1": 6 / 9,
      "mistake-macro-f1": 3 / 6,
      "mistake-order-f1": 1,
      "mistake-timing-f1": 0,
      "mistake-preparation-f1": "no mistake of the kind preparation, in gold or named",
      "out-of-order-f1": 1,
    });
  });

  it("are cut by question, number of steps, commonest mistake and where a label stood", () => {
    expect(Object.fromEntries(Object.entries(card.slices).map(([id, cuts]) => [id, Object.keys(cuts)]))).toEqual({
      subtask: ["section", "graph", "recognition", "mistakes"],
      length: ["up to 4", "5-8"],
      kind: ["measurement", "order", "none", "not an execution"],
      labels: ["in place", "not a section"],
    });
    expect(card.slices.subtask?.graph?.["mistake-f1"]).toMatchObject({ scored: 0 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

describe("labels of sections", () => {
  // The first has another label in the release, the label of the third is lost.
  const section = { subtask: "section", steps: ["Cut.", "Bake.", "Eat."] };
  const before = [
    [0, 1],
    [1, 2],
  ];
  const gold = lines(
    { ...section, id: "so:section:0001", task: "a", released: false, ordered: true, labelled: "put back", before },
    { ...section, id: "so:section:0002", task: "b", released: false, ordered: false, labelled: "in place" },
    { ...section, id: "so:section:0003", task: "c", released: true, labelled: "lost" },
  );
  const calls = (...ordered: readonly boolean[]) =>
    lines(...ordered.map((one, i) => ({ id: `so:section:000${i + 1}`, prediction: { ordered: one, order: [0, 1, 2] } })));

  it("are asked for as released and put back, one that is lost as released only", async () => {
    const { scores, slices } = await score([calls(true, false, false)], [gold]);
    expect(values(scores)).toMatchObject({
      "released-label-accuracy": 1 / 3,
      "released-label-f1": 0,
      "released-label-macro-f1": 2 / 4 / 2,
      "ordered-accuracy": 1,
      "ordered-macro-f1": 1,
    });
    expect([scores["released-label-accuracy"], scores["ordered-accuracy"]]).toMatchObject([{ scored: 3 }, { scored: 2 }]);
    expect(values(slices.labels?.lost ?? {})).toMatchObject({ "released-label-accuracy": 0, "ordered-accuracy": expect.any(String) });
  });

  it("gate orders as put back, whatever was released", async () => {
    const { scores } = await score([calls(true, false, true)], [gold]);
    expect([scores["section-order-exact"], scores["called-order-exact"]]).toMatchObject([
      { value: 1, scored: 1 },
      { value: 1, scored: 1 },
    ]);
  });
});

describe("a submission", () => {
  /** What gold says, in the form of a prediction, completions `late` seconds after they happened. */
  const right = (late: number) =>
    items.map(({ id, subtask, steps, ordered, before = [], completions = [], mistakes = [] }) => {
      const order = [...steps.keys()].sort((a, b) => depth(a, before) - depth(b, before));
      const early = id === "so:mistakes:1_2" ? [1] : [];
      const prediction = {
        section: { ordered, order },
        graph: { order },
        recognition: { completions: completions.map(({ step, time }) => ({ step, time: time + late })) },
        mistakes: {
          mistakes: mistakes.map(({ step, kinds }) => ({ step, kinds: [...kinds, ...(early.includes(step) ? ["out-of-order"] : [])] })),
        },
      }[subtask];
      return { id, prediction };
    });

  it("that says what gold says scores 1 throughout, but for what the code of IndustReal and ties take off", async () => {
    const { scores, problems } = await score([lines(...right(1))]);
    expect(problems).toEqual([]);
    for (const [id, { value }] of Object.entries(scores)) {
      if (value === undefined) continue;
      const best = id.endsWith("moves")
        ? 0
        : id.endsWith("delay") || id === "psr-f1"
          ? value
          : id === "order-tau"
            ? (1 + Math.sqrt(5 / 6)) / 2
            : 1;
      expect(value, id).toBeCloseTo(best, 12);
    }
    expect(scores["psr-f1"]?.value).toBeCloseTo(2 / (2 + 1e-6), 12);
    expect([scores["psr-delay"]?.value, scores["recognised-delay"]?.value]).toEqual([1, 1]);
  });

  it("for one question has no score, not one of 0, for the others", async () => {
    const { scores, coverage } = await score([lines({ id: "so:section:0001", prediction: true })]);
    expect(values(scores)).toMatchObject({
      "released-label-accuracy": 1 / 4,
      "ordered-accuracy": 1 / 4,
      "order-pairs": "no step order was predicted",
      "section-order-pairs": "no step order was predicted",
      "called-order-pairs": "no step order was predicted",
      "psr-pos": "no list of completions was predicted",
      "mistake-f1": "no list of mistakes was predicted",
    });
    expect(coverage).toMatchObject({ items: 12, scored: 1 });
  });

  it("with steps that there are not leaves them out of an order, and has them wrong among mistakes", async () => {
    const { scores } = await score([
      lines(
        { id: "so:graph:toast", prediction: [9, 2, "Sing", 1, 1, 0, -1] },
        { id: "so:mistakes:2_1", prediction: [{ step: 0 }, { step: 99 }, { step: -1 }] },
        {
          id: "so:recognition:1_1",
          prediction: [
            { step: 1, time: 60 },
            { step: 77, time: 61 },
          ],
        },
      ),
    ]);
    expect(values(scores)).toMatchObject({ "order-exact": 1 / 2, "mistake-precision": 1 / 3, "recognised-precision": 1 / 2 });
  });

  it("of a hundred thousand steps is scored", async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? 0 : 2 - (i % 2)));
    const { scores } = await score([
      lines({ id: "so:graph:toast", prediction: many }, { id: "so:mistakes:2_1", prediction: many.map((step) => ({ step })) }),
    ]);
    expect(values(scores)).toMatchObject({ "order-exact": 1 / 2, "mistake-precision": 1 / 3 });
  });
});

/** Steps that have to be done before this one, over any others. */
function depth(step: number, before: readonly (readonly number[])[]): number {
  const reached = new Set([step]);
  for (const to of reached) for (const [own = 0, other] of before) if (other === to) reached.add(own);
  return reached.size;
}

describe("format mistakes", () => {
  const told = async (...records: readonly object[]) => {
    const { diagnoses } = await score([lines(...records)]);
    return diagnoses.map(({ id, items: count, mended }) => [
      id,
      count,
      mended["order-pairs"]?.value ?? mended["section-order-pairs"]?.value,
    ]);
  };

  /** Tasks whose steps have one order: 2, 3, 0, 1. */
  const tasks = (count: number) =>
    [...Array(count).keys()].map((task) => {
      const before = [
        [2, 3],
        [3, 0],
        [0, 1],
      ];
      return { id: `so:graph:task${task}`, subtask: "graph", task: `task${task}`, steps: ["a", "b", "c", "d"], before };
    });
  const directions = async (...orders: (readonly number[])[]) => {
    const gold = tasks(orders.length);
    const records = orders.map((prediction, task) => ({ id: gold[task]?.id, prediction }));
    const { diagnoses } = await score([lines(...records)], [lines(...gold)]);
    return diagnoses.map(({ id, items: count, mended }) => [id, count, mended["order-pairs"]?.value]);
  };
  const turned = [1, 0, 3, 2];

  it("ranks in place of an order are told, with what reading them so gives", async () => {
    const ranks = [3, 0, 4, 2, 1];
    const gold = [...Array(5).keys()].map((place) => {
      const before = [
        [1, 4],
        [4, 3],
        [3, 0],
        [0, 2],
      ];
      return {
        id: `so:section:${place}`,
        subtask: "section",
        task: `${place}`,
        steps: ["a", "b", "c", "d", "e"],
        released: true,
        ordered: true,
        before,
      };
    });
    const { diagnoses } = await score([lines(...gold.map(({ id }) => ({ id, prediction: { order: ranks } })))], [lines(...gold)]);
    expect(diagnoses.map(({ id, items: count, mended }) => [id, count, mended["section-order-pairs"]?.value])).toEqual([
      ["section-ranks", 5, 1],
    ]);
  });

  it("steps numbered from 1 are told", async () => {
    expect(await told({ id: "so:graph:tea", prediction: [1, 4, 3, 2] })).toEqual([["numbered-from-1", 1, 1 / 2]]);
  });

  it("orders that run backwards are told", async () => {
    expect(await directions(turned, turned, turned, turned)).toEqual([["backwards", 4, 1]]);
  });

  it("orders that run backwards no more often than shuffled ones may are not told", async () => {
    const right = [2, 3, 0, 1];
    // Mending gives 60 % in place of 40 %, as much as luck may with five tasks.
    expect(await directions(turned, turned, turned, right, right)).toEqual([]);
    // Too few tasks to tell.
    expect(await directions(turned, turned, turned)).toEqual([]);
  });

  it("milliseconds are told, with the delay that seconds have", async () => {
    const completions = [
      { step: 1, time: 62_000_000 },
      { step: 2, time: 72_250_000 },
    ];
    const { diagnoses } = await score([lines({ id: "so:recognition:1_1", prediction: completions })]);
    expect(diagnoses.map(({ id }) => id)).toEqual(["milliseconds"]);
  });

  it("are not told of right predictions", async () => {
    expect((await score(await fixtures("predictions.jsonl"))).diagnoses).toEqual([]);
  });
});
