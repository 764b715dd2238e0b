import { describe, expect, it } from "vitest";
import { type OwnKind, ownKindOf } from "./own-records.ts";

const records: readonly (readonly [OwnKind, object])[] = [
  ["grounded", { id: "v", procedure: "p", goal: "g", steps: ["a"], sentences: [], segments: [], shown: [0] }],
  ["induced", { id: "t", goal: "g", steps: [], pairs: [], edges: [] }],
  ["narrations", { id: "v", lang: "en", sentences: [{ text: "a", start: 0, end: 1 }] }],
  ["paths", { id: "t", goal: "g", steps: ["a", "b"], paths: [[0, 1]] }],
  ["procedures", { id: "p", goal: "g", lang: "en", resources: [], steps: [{ text: "a" }] }],
];

describe("ownKindOf", () => {
  it.each(records)("knows %s", (kind, record) => expect(ownKindOf(record)).toBe(kind));

  it.each([
    ["an article of How2Bench", { id: "a", topic: "t", goal: "g", resources: ["r"], steps: ["a"] }],
    ["a video of HTM-Align's gold", { id: "htm-align:v", sentences: [{ alignable: true, start: 0, end: 1 }] }],
    ["a prediction", { id: "v", prediction: { seconds: [1] } }],
    ["a text", "steps"],
  ])("leaves %s to the tracks", (_, record) => expect(ownKindOf(record)).toBeUndefined());
});
