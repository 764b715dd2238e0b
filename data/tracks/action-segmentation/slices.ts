import type { SegmentsItem } from "@stepladder/schema";
import type { Slice } from "@stepladder/wasm/host/track.ts";
import { framesIn, segmentsIn } from "./runs.ts";

/** What is done in a video, where its name tells: `S1_Tea_C1` of GTEA, `P03_cam01_P03_tea` of Breakfast. */
export function activityOf({ id, dataset }: SegmentsItem): string {
  const parts = id.slice(id.indexOf("/") + 1).split("_");
  if (dataset === "gtea") return parts[1] ?? "not named";
  if (dataset === "breakfast") return parts.at(-1) as string;
  return dataset === "50salads" ? "salad" : "not named";
}

/**
 * What several videos show: a person's preparation in Breakfast, filmed by several cameras, and the two salads that each person made in
 * 50Salads. Elsewhere every video stands for itself.
 */
export function performanceOf({ id, dataset }: SegmentsItem): string {
  if (dataset === "50salads") return id.replace(/-\d$/, "");
  return dataset === "breakfast" ? id.replace(/(\/P\d\d)_[a-z]+\d\d_/, "$1_") : id;
}

/** The test split of a data set, which official figures are averaged over. */
export function splitOf({ dataset, split }: SegmentsItem): string {
  return `${dataset}/split${split}`;
}

function band(count: number, bounds: readonly number[], names: readonly string[]): string {
  const at = bounds.findIndex((bound) => count <= bound);
  return names[at === -1 ? bounds.length : at] as string;
}

const SEGMENTS = ["1-10", "11-17", "18-20", "21+"];
const FRAMES = ["up to 1,000", "1,001-2,000", "2,001-10,000", "over 10,000"];

export const slices: readonly Slice<SegmentsItem>[] = [
  { id: "dataset", title: "Data set", of: ({ dataset }) => dataset },
  { id: "split", title: "Test split", of: splitOf },
  { id: "activity", title: "Activity", of: activityOf },
  { id: "segments", title: "Segments", values: SEGMENTS, of: (item) => band(segmentsIn(item), [10, 17, 20], SEGMENTS) },
  { id: "frames", title: "Frames", values: FRAMES, of: ({ runs }) => band(framesIn(runs), [1000, 2000, 10_000], FRAMES) },
];
