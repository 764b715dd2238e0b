import type { GroundingQuery, StepVideo } from "@stepladder/schema";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";

const items = await goldItems(await fixtures("official"));
const video = { video_uid: "v", start_time: 0, end_time: 9, segments: [] };
const find = <Item>(id: string): Item => items.find((item) => item.id === `goalstep:${id}`) as Item;

it("asks for each step, then its substeps, then all steps of the video", () => {
  const tea = Array.from({ length: 8 }, (_, i) => `goalstep:tea-01:${i}`);
  const shelf = Array.from({ length: 6 }, (_, i) => `goalstep:grp-shelf-02:${i}`);
  expect(items.map(({ id }) => id)).toEqual([...tea, "goalstep:tea-01", ...shelf, "goalstep:grp-shelf-02"]);
  expect(items.slice(0, 4).map((item) => item.subtask === "grounding" && [item.query, item.level])).toEqual([
    ["Boil water", "step"],
    ["Fill the kettle", "substep"],
    ["Switch the kettle on", "substep"],
    ["Warm the cup", "step"],
  ]);
});

it("a step done several times has its own window first, and is asked about once", () => {
  const stir = [4, 6, 7].map((i) => find<GroundingQuery>(`tea-01:${i}`));
  expect(stir.map(({ windows }) => windows)).toEqual([
    [
      [60, 66],
      [90, 100],
      [200, 230],
    ],
    [
      [90, 100],
      [60, 66],
      [200, 230],
    ],
    [
      [200, 230],
      [60, 66],
      [90, 100],
    ],
  ]);
  expect(stir.map(({ query, first, continued }) => [query, first, continued])).toEqual([
    ["Stir the tea", true, false],
    ["Stir the tea", false, true],
    ["Stir the tea", false, true],
  ]);
});

it("names the annotation as the starter code does, with its numbers as they are written", () => {
  expect(find<GroundingQuery>("tea-01:0").annotation).toBe("tea-01_0.02_240.5");
  expect(find<GroundingQuery>("grp-shelf-02:0").annotation).toBe("grp-shelf-02_12.5_900");
  const round = JSON.stringify({ videos: [{ video_uid: "v", start_time: 0, end_time: 9, segments: [] }] }).replace(":9", ":9.0");
  return expect(goldItems([file("g.json", round)])).resolves.toMatchObject([{ annotation: "v_0_9.0" }]);
});

it("a step without flags is neither continued nor procedural, and unsure", () => {
  expect(find<GroundingQuery>("grp-shelf-02:5")).toMatchObject({ continued: false, procedural: false, relevance: "unsure" });
});

it("the steps of a video are those of the upper level", () => {
  expect(find<StepVideo>("grp-shelf-02").segments).toEqual([
    { segment: [15, 75], label: "Furniture: unpack" },
    { segment: [100, 400], label: "Furniture: screw" },
    { segment: [500, 520], label: "Furniture: check" },
  ]);
});

it("as imported is the same", async () => {
  expect(await goldItems(await fixtures("gold.jsonl"))).toEqual(items);
});

it("is the 134 videos, 3,349 steps and 4,347 substeps of the release", async (context) => {
  const files = await goldenFiles("ego4d-goalstep");
  if (typeof files === "string") return context.skip(files);
  const released = await goldItems([...files.values()]);
  const queries = released.filter((item) => item.subtask === "grounding");
  const videos = released.filter((item) => item.subtask === "detection");
  const count = (of: (query: GroundingQuery) => boolean): number => queries.filter(of).length;
  expect([videos.length, count(({ level }) => level === "step"), count(({ level }) => level === "substep")]).toEqual([134, 3349, 4347]);
  expect([count(({ first }) => first), count(({ windows }) => windows.length > 1), count(({ continued }) => continued)]).toEqual([
    5071, 3463, 2095,
  ]);
  expect(videos.reduce((sum, { segments }) => sum + segments.length, 0)).toBe(3349);
  expect(new Set(videos.flatMap(({ segments }) => segments.map(({ label }) => label))).size).toBe(355);
});

it("of the validation split is taken where files of others lie beside it", async () => {
  const train = file("goalstep_train.json", { split: "train", videos: [{ ...video, video_uid: "w" }] });
  expect(await goldItems([...(await fixtures("official")), train])).toEqual(items);
  expect(await goldItems([train])).toMatchObject([{ id: "goalstep:w" }]);
});

it("of the test split has no labels, and is told so", async () => {
  const [problem] = await refusal(goldItems(await fixtures("official/goalstep_test.json")));
  expect(problem).toMatchObject({ kind: "no-labels", found: "descriptions without times: the test split, 1 videos" });
});

const step = { start_time: 1, end_time: 2, step_category: "c", step_description: "d" };

it.each([
  ["a step that ends before it starts", { segments: [{ ...step, end_time: 1 }] }, "videos[0].segments[0]", "start 1, end 1"],
  ["a step of no words", { segments: [{ ...step, step_description: " " }] }, "videos[0].segments[0].step_description", "blanks"],
  [
    "a substep without a time",
    { segments: [{ ...step, segments: [{ ...step, start_time: null }] }] },
    "videos[0].segments[0].segments[0].start_time",
    "null",
  ],
  ["an id that is none", { video_uid: "a b" }, "videos[0].video_uid", "a b"],
  ["a relevance that is none", { segments: [{ ...step, is_relevant: "very" }] }, "videos[0].segments[0].is_relevant", "very"],
  ["no end", { end_time: undefined }, "videos[0].end_time", "nothing"],
] as const)("with %s is refused", async (_, change, field, found) => {
  expect(await refusal(goldItems([file("g.json", { videos: [{ ...video, ...change }] })]))).toMatchObject([{ field, found }]);
});

it.each([
  ["another question than its id", { subtask: "detection", segments: [] }, "subtask"],
  ["no window", { windows: [] }, "windows"],
  ["a window of no length", { windows: [[2, 2]] }, "windows[0]"],
  ["half a window", { windows: [[2]] }, "windows[0]"],
  ["a level that is none", { level: "goal" }, "level"],
] as const)("imported gold with %s is refused", async (_, change, field) => {
  expect(await refusal(goldItems([lines(items[0], { ...items[1], ...change })]))).toMatchObject([{ field, line: 2 }]);
});

it("given as predictions is refused, not scored as a perfect system", async () => {
  for (const given of [...(await fixtures("official/goalstep_valid.json")), lines(items[0])]) {
    expect(await refusal(score([given]))).toMatchObject([{ kind: "gold-given" }]);
  }
});
