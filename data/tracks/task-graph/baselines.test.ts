import { TaskGraphPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";
import track from "./track.ts";

const items = await goldItems(await fixtures("gold.jsonl"));
const [salad, tea] = items as [(typeof items)[0], (typeof items)[0]];
const edges = (id: string, item: (typeof items)[0]) => baselines.find((one) => one.id === id)?.fit(items)(item).edges;

it("the graph without edges is what an unreadable prediction is measured as", () => {
  expect(edges("empty", tea)).toEqual([]);
  expect(track.unscored.prediction).toEqual({ edges: [] });
});

it("any order goes straight from START to END", () => {
  expect(edges("unordered", tea)).toEqual([
    ["0", "1"],
    ["1", "4"],
    ["0", "2"],
    ["2", "4"],
    ["0", "3"],
    ["3", "4"],
  ]);
});

it("chains follow the list, or the first execution", () => {
  expect(edges("given-order", tea)).toEqual([
    ["0", "1"],
    ["1", "2"],
    ["2", "3"],
    ["3", "4"],
  ]);
  expect(edges("first-execution", tea)).toEqual([
    ["0", "2"],
    ["2", "3"],
    ["3", "1"],
    ["1", "4"],
  ]);
  expect(edges("first-execution", salad)).toEqual(edges("given-order", salad));
});

it("always before keeps what all executions agree on", () => {
  expect(edges("always-before", tea)?.toSorted()).toEqual(tea.edges.toSorted());
  // nothing was observed
  expect(edges("always-before", salad)).toEqual([
    ["0", "1"],
    ["0", "2"],
    ["0", "3"],
    ["1", "4"],
    ["2", "4"],
    ["3", "4"],
  ]);
  const chained = { ...tea, executions: [["2", "3", "1"]] };
  expect(edges("always-before", chained)?.toSorted()).toEqual([
    ["0", "2"],
    ["1", "4"],
    ["2", "3"],
    ["3", "1"],
  ]);
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) expect(TaskGraphPrediction.safeParse(fit(items)(tea)).success).toBe(true);
});
