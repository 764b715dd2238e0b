import type { ScriptItem } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";

const items = await goldItems(await fixtures("official"));

function predicted(baseline: string, id: string, all: readonly ScriptItem[] = items) {
  const item = all.find((one) => one.id === id) as ScriptItem;
  return baselines.find((one) => one.id === baseline)?.fit(all)(item);
}

it("library order goes on behind the last step, and draws a chain", () => {
  expect(predicted("linear-order", "gs:t00:next:0-1")).toEqual({ steps: [2, 3] });
  expect(predicted("linear-order", "gs:t00:complete:2-0")).toEqual({ steps: [1, 3] });
  expect(predicted("linear-order", "gs:t01:graph")).toEqual({
    edges: [
      [0, 1],
      [1, 2],
    ],
  });
});

it("first-order Markov learns from the videos that do not begin with the prefix", () => {
  // Left of t00 is 2 0 1 3: 1 follows 0.
  expect(predicted("first-order-markov", "gs:t00:next:0")).toEqual({ steps: [1, 2, 3] });
  expect(predicted("first-order-markov", "gs:t00:complete:0")).toEqual({ steps: [1, 3] });
  // Left of t01 is 1 2, where nothing follows 0.
  expect(predicted("first-order-markov", "gs:t01:next:0")).toEqual({ steps: [1, 2] });
});

it("nearest path goes on as the nearest beginnings of other videos do", () => {
  // Left are 0 2 1 3 and 2 0 1 3: one edit from 0 1 are 0, 0 2, 0 2 1 and 2 0 1, which go on with 2, 1 3 (1 is done: 3), 3 and 3.
  expect(predicted("nearest-path", "gs:t00:next:0-1")).toEqual({ steps: [3, 2] });
  expect(predicted("nearest-path", "gs:t00:complete:0-1")).toEqual({ steps: [3] });
});

it("graphs are learnt by folds", () => {
  expect(predicted("first-order-markov", "gs:t01:graph")).toEqual({
    edges: [
      [0, 1],
      [1, 2],
    ],
  });
  expect(predicted("nearest-path", "gs:t00:graph")).toEqual({
    edges: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  });
});

it("no video behind an item's gold decides its answer", () => {
  const changed = items.map((item) =>
    item.id === "gs:t00:graph" ? { ...item, observed: item.observed.map((path) => (path[0] === 0 ? [0, 3, 2, 1] : path)) } : item,
  );
  for (const baseline of baselines) {
    for (const id of ["gs:t00:next:0", "gs:t00:complete:0"]) {
      expect(predicted(baseline.id, id, changed), `${baseline.id} ${id}`).toEqual(predicted(baseline.id, id));
    }
  }
});
