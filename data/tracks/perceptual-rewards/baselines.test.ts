import { FramesPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { generateItems, release } from "./generate.ts";
import { sampleRecord } from "./sample.ts";
import { lines, score } from "./testing.ts";

const items = [...generateItems(release)].slice(0, 24);
const predictions = (id: string, all = items): FramesPrediction[] => {
  const predict = baselines.find((one) => one.id === id)?.fit(all);
  return all.flatMap((item) => predict?.(item) ?? []);
};
const scores = async (id: string) => {
  const records = predictions(id).map((prediction, i) => ({ id: items[i]?.id, prediction }));
  return (await score([lines(...records)], [lines(...items)])).scores;
};

it("even cuts make steps of one length", () => {
  expect(baselines.find(({ id }) => id === "even-cuts")?.fit([])({ id: "i", activity: "a", frames: 10, cuts: [1, 2] })).toEqual({
    cuts: [3, 7],
  });
});

it("random ones are the same every time, in order and inside the sequence", () => {
  const drawn = predictions("ordered-random-steps");
  expect(predictions("ordered-random-steps")).toEqual(drawn);
  for (const [i, { cuts = [] }] of drawn.entries()) {
    expect(cuts).toHaveLength(items[i]?.cuts.length as number);
    expect(cuts).toEqual(cuts.toSorted((a, b) => a - b));
    expect((cuts[0] as number) >= 1 && (cuts.at(-1) as number) < (items[i]?.frames as number)).toBe(true);
  }
  expect(predictions("random-rewards")).toEqual(predictions("random-rewards"));
  expect(predictions("random-rewards")[0]?.rewards?.map(({ length }) => length)).toEqual([items[0]?.frames, items[0]?.frames]);
});

it("rewards that are always on have a half with two steps and a third with three", async () => {
  const even = items.map(({ cuts }) => 1 / (cuts.length + 1)).reduce((sum, share) => sum + share, 0) / items.length;
  expect((await scores("always-on"))["reward-jaccard"]?.value).toBeCloseTo(even, 12);
});

it("no gold of a sequence decides what Algorithm 1 and learned rewards say of it, nor of any other", () => {
  const moved = items.map((item) => ({ ...item, cuts: item.cuts.map((_, i) => i + 1) }));
  for (const id of ["algorithm-1", "learned-rewards"]) expect(predictions(id, moved), id).toEqual(predictions(id));
});

it("those that look at frames are better than those that do not", async () => {
  const step = async (id: string) => (await scores(id))["step-jaccard"]?.value as number;
  const reward = async (id: string) => (await scores(id))["reward-jaccard"]?.value as number;
  expect(await step("algorithm-1")).toBeGreaterThan(await step("even-cuts"));
  expect(await step("even-cuts")).toBeGreaterThan(await step("ordered-random-steps"));
  expect(await reward("learned-rewards")).toBeGreaterThan(await reward("always-on"));
  expect(await reward("always-on")).toBeGreaterThan(await reward("random-rewards"));
});

it("every baseline makes predictions of the schema, for one question each", () => {
  for (const { id } of baselines) {
    for (const prediction of predictions(id)) {
      expect(FramesPrediction.safeParse(prediction).success, id).toBe(true);
      expect(Object.keys(prediction).filter((name) => name !== "minSize")).toHaveLength(1);
    }
  }
});

it("the sample has all that a person should see: steps and rewards, slips and a gap", async () => {
  const records = items.flatMap((item, i) => sampleRecord(item, i) ?? []);
  const { scores: own, coverage, problems, diagnoses } = await score([lines(...records)], [lines(...items)]);
  expect(coverage.unscored).toEqual({ "no-prediction": items.length - records.length });
  expect(items.length - records.length).toBeGreaterThan(0);
  for (const id of ["step-jaccard", "reward-jaccard"])
    expect((own[id]?.value as number) > 0.6 && (own[id]?.value as number) < 0.95).toBe(true);
  expect([problems.map(({ kind }) => kind), diagnoses]).toEqual([["missing-prediction"], []]);
});
