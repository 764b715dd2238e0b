import { SegmentsPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { stretched } from "./runs.ts";
import { performanceOf, splitOf } from "./slices.ts";
import { fixtures, goldItems } from "./testing.ts";
import track from "./track.ts";

const items = await goldItems(await fixtures("gold.jsonl"));
type Item = (typeof items)[0];
const [tea] = items as [Item];
const runs = (id: string, item: Item, all: readonly Item[] = items) => baselines.find((one) => one.id === id)?.fit(all)(item).runs;

it("a prediction that cannot be read is measured as no frame", () => {
  expect(track.unscored.prediction).toEqual({ runs: [] });
});

it("one label is said of all frames: background, or what the other splits have most of", () => {
  expect(runs("background-only", tea)).toEqual([["background", 90]]);
  // boil_water has 34 frames of the other split, spread 20, toast 24
  expect(runs("most-frequent", tea)).toEqual([["boil_water", 90]]);
});

it("another split's video is taken for its order, or for its times", () => {
  expect(runs("even-cuts", tea)?.map(([label]) => label)).toEqual(["fill_kettle", "boil_water", "pour", "add_tea"]);
  expect(runs("even-cuts", tea)?.map(([, frames]) => frames)).toEqual([23, 22, 23, 22]);
  expect(runs("another-video", tea)).toEqual(stretched(items[2]?.runs ?? [], 90));
});

it("with nothing to learn from there is background", () => {
  for (const { id } of baselines) expect(runs(id, tea, [tea])).toEqual([["background", 90]]);
});

it("every baseline labels all frames, in predictions of the schema", () => {
  for (const { fit } of baselines) {
    for (const item of items) {
      const prediction = fit(items)(item);
      expect(SegmentsPrediction.safeParse(prediction).success).toBe(true);
      expect(prediction.runs.reduce((sum, [, frames]) => sum + frames, 0)).toBe(item.runs.reduce((sum, [, frames]) => sum + frames, 0));
    }
  }
});

it("runs are stretched to the frame, and what comes to none goes", () => {
  expect(
    stretched(
      [
        ["a", 1],
        ["b", 1],
      ],
      5,
    ),
  ).toEqual([
    ["a", 3],
    ["b", 2],
  ]);
  expect(
    stretched(
      [
        ["a", 9],
        ["b", 1],
        ["a", 10],
      ],
      4,
    ),
  ).toEqual([["a", 4]]);
});

it("videos of one performance are one draw", () => {
  const performance = (id: string) => performanceOf({ id, dataset: id.split("/")[0] as string, split: "1", runs: [] });
  expect(performance("breakfast/P03_cam01_P03_tea")).toBe(performance("breakfast/P03_webcam02_P03_tea"));
  expect(performance("breakfast/P03_cam01_P03_tea")).not.toBe(performance("breakfast/P03_cam01_P03_juice"));
  expect(performance("50salads/rgb-01-1")).toBe(performance("50salads/rgb-01-2"));
  expect(performance("gtea/S1_Tea_C1")).not.toBe(performance("gtea/S1_Hotdog_C1"));
  expect(splitOf(tea)).toBe("kitchen/split1");
});
