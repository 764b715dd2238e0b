import type { Score, Scorecard, Scores } from "@stepladder/schema";
import type { Anatomy } from "@stepladder/wasm/host/anatomy.ts";
import type { TrackInfo } from "../src/catalog/describe.ts";

/** A track as the pages know it, made by hand. */
export const track: TrackInfo = {
  id: "toy",
  title: "Toy",
  version: "1",
  summary: "Climb a ladder.",
  family: "states",
  gold: "generated",
  goldPath: "data/toy/items.jsonl.gz",
  unscored: "An item without a readable prediction scores as an empty one.",
  metrics: [
    {
      id: "prefix-accuracy",
      title: "Prefix accuracy",
      unit: "fraction",
      better: "higher",
      explains: "How far it was right.",
      source: "ours",
    },
    {
      id: "prefix-match-length",
      title: "Prefix match length",
      unit: "steps",
      better: "higher",
      explains: "The same in steps.",
      source: "ours",
    },
  ],
  slices: [{ id: "task", title: "Task" }],
  curves: [{ id: "prefix-match-at-least", title: "Share still right" }],
  formats: [{ id: "record", title: "JSONL of id and prediction" }],
  goldFormats: [{ id: "items", title: "JSONL of items" }],
  unplaced: 0,
  board: [
    { id: "alpha", system: "Alpha", kind: "system", evidence: "recomputed", value: 0.9, items: "0".repeat(64) },
    { id: "beta", system: "Beta", kind: "system", evidence: "published", value: 0.8 },
    { id: "empty", system: "Empty answer", kind: "baseline", evidence: "recomputed", value: 0, items: "0".repeat(64) },
  ],
};

/** Of those items two stray, one of them on its way, and one is unanswered. */
export const anatomy: Anatomy = {
  items: 4,
  flawless: 1,
  unanswered: {
    items: 1,
    without: { "prefix-accuracy": { kind: "value", value: 0.8 }, "prefix-match-length": { kind: "value", value: 1.6 } },
  },
  values: { "prefix-accuracy": { kind: "value", value: 0.625 }, "prefix-match-length": { kind: "value", value: 1.25 } },
  kinds: [
    {
      id: "stray",
      title: "A stray step",
      explains: "A step is another than gold's; mended, it is gold's.",
      items: 2,
      count: 3,
      first: [0, 1],
      behind: 1,
      byLength: [1, 1],
      details: [{ text: "up read as down", count: 2 }],
      mended: { "prefix-accuracy": { kind: "value", value: 0.9 }, "prefix-match-length": { kind: "none", reason: "no items" } },
      examples: ["t-2", "t-3"],
    },
  ],
  telling: [{ id: "t-3", kind: "stray" }],
  reach: [3, 3, 1, 1],
  lengths: [
    { steps: 2, items: 2, failing: 1 },
    { steps: 4, items: 1, failing: 1 },
  ],
};

function score(value: number, scored: number, unscored: number): Score {
  return { value, scored, unscored };
}

const scores: Scores = { "prefix-accuracy": { ...score(0.625, 3, 1), low: 0.3, high: 0.9 }, "prefix-match-length": score(1.25, 3, 1) };

/** Items of 2, 2, 4 and 5 steps. */
export const scorecard: Scorecard = {
  schema: "stepladder/scorecard/1",
  track: "toy",
  scores,
  slices: { task: { climb: scores, descend: { "prefix-accuracy": { reason: "no items", scored: 0, unscored: 0 } } } },
  curves: { "prefix-match-at-least": [1, 0.75, 0.4].map((value, i) => ({ x: i + 1, value, items: 4 - i })) },
  coverage: { items: 4, scored: 3, unscored: { "no-prediction": 1 }, share: 0.75 },
  diagnoses: [],
  problems: [
    {
      kind: "missing-prediction",
      severity: "warning",
      count: 1,
      examples: [{ kind: "missing-prediction", severity: "warning", id: "d", expected: "a prediction", found: "none", fix: "add it" }],
    },
  ],
  versions: { stepladder: "0.1.0", track: "1" },
  seed: 1,
  hashes: { gold: "0".repeat(64), items: "0".repeat(64), predictions: "1".repeat(64), kernels: "2".repeat(64) },
  items: [
    { id: "a", statistics: { "gold-states": 2, "prefix-accuracy": 1, "prefix-match-length": 2 } },
    { id: "b", statistics: { "gold-states": 2, "prefix-accuracy": 0.5, "prefix-match-length": 1 } },
    { id: "c", statistics: { "gold-states": 4, "prefix-accuracy": 0.25, "prefix-match-length": 1 } },
    { id: "d", unscored: "no-prediction", statistics: { "gold-states": 5, "prefix-accuracy": 0, "prefix-match-length": 0 } },
  ],
};
