import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, refusal } from "./testing.ts";

const TAXONOMY = [
  "global_step_index,activity,step_index,variation,variation_index,headline,paragraph",
  "10,Make Tea,0,none,1,Boil the water.,",
  "21,Make Toast,0,A,A1,Fry the bread.,",
  "22,Make Toast,1,B,B1,Slice the bread.,",
];
const taxonomy = (...rows: readonly string[]) => file("taxonomy.csv", [...TAXONOMY, ...rows, ""].join("\n"));
const annotations = (activity: string, ...events: readonly { segment: unknown; id: unknown }[]) =>
  file("annotations.json", { "video-000-1": { subset: "val_seen", activity, annotations: events } });
const import_ = (...sources: Parameters<typeof goldItems>[0]) => goldItems(sources);

describe("gold as released", () => {
  it("is imported by the official rules", async () => {
    const [first, ...others] = await goldItems(await fixtures("official/gold"));
    // Activities in the order of the taxonomy; no video of another split; the event again and the one of 0.4 ms are dropped.
    expect(others.map(({ id }) => id)).toEqual(["hts:tea-video-2", "hts:toastvideo1", "hts:toastvideo2", "hts:toastvideo3"]);
    expect(first?.segments.map(({ start, end, label }) => [start, end, label])).toEqual([
      [40, 60, 11],
      [5, 30, 10],
      [100, 110, 11],
    ]);
    // Step 20 is of the article and nowhere annotated.
    expect(others.map(({ counted }) => counted)).toEqual([[10, 11, 13], [22, 24, 25], [21], [22, 24, 25]]);
    expect(others[2]?.steps).toEqual([
      { label: 20, row: 3 },
      { label: 21, row: 4 },
    ]);
  });

  it("keeps an event of just the least length, and one just beyond the tolerance", async () => {
    const segments = [
      [0, 1],
      [0, 1.0011],
      [3, 3.0010001],
      [5, 5.0009],
    ];
    const [item] = await import_(annotations("Make Tea", ...segments.map((segment) => ({ segment, id: 10 }))), taxonomy());
    expect(item?.segments.map(({ end }) => end)).toEqual([1, 1.0011, 3.0010001]);
  });

  it("has a video without annotations, in which nothing counts", async () => {
    expect(await import_(annotations("Make Tea"), taxonomy())).toMatchObject([{ variation: null, steps: [], counted: [], segments: [] }]);
  });

  it("says what is missing beside it", async () => {
    expect(await refusal(import_(taxonomy()))).toMatchObject([{ field: "annotations", expected: "videos of the split val_seen" }]);
    expect(await refusal(import_(annotations("Make Tea")))).toMatchObject([{ field: "taxonomy", found: "none" }]);
  });

  it("says where annotations and taxonomy are not of one release", async () => {
    const told = (activity: string, ...ids: readonly number[]) =>
      refusal(import_(annotations(activity, ...ids.map((id) => ({ segment: [0, 1], id }))), taxonomy()));
    expect(await told("Make Tea", 99)).toMatchObject([{ id: "hts:video-000-1", field: "annotations[0].id", found: "99" }]);
    expect(await told("Make Tea", 10, 21)).toMatchObject([
      { field: "annotations[1].id", expected: "a step of Make Tea", found: "Make Toast" },
    ]);
    expect(await told("Make Toast", 21, 22)).toMatchObject([
      { field: "annotations[1].id", expected: "a step of the variation A, as those before it", found: "B" },
    ]);
    const wrong = await refusal(import_(annotations("Make Tea", { segment: [0], id: 10 }), taxonomy("x,Make Jam,0,none,1,Cook.,")));
    expect(wrong.map(({ field, found }) => [field, found])).toEqual([
      ["annotations[0].segment", "[0]"],
      ["global_step_index", "x"],
      ["annotations", "none"],
    ]);
  });
});

it("gold of our own is told where it cannot be", async () => {
  const problems = await refusal(goldItems(await fixtures("malformed/gold.jsonl")));
  expect(problems.map(({ line, field, found }) => [line, field, found])).toEqual([
    [1, "segments[0].end", "30 to 5"],
    [2, "segments[0].label", "10"],
    [3, "counted", "11"],
    [4, "variation", "1"],
  ]);
});
