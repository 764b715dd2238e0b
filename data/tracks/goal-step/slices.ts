import type { GroundingItem, GroundingQuery } from "@stepladder/schema";
import type { Slice } from "@stepladder/wasm/host/track.ts";

/** What a slice of queries calls the items that ask about a whole video. */
const WHOLE = "whole video";

function ofQueries(id: string, title: string, values: readonly string[], of: (query: GroundingQuery) => string): Slice<GroundingItem> {
  return { id, title, values: [...values, WHOLE], of: (item) => (item.subtask === "grounding" ? of(item) : WHOLE) };
}

/** Names of bands by what lies up to each bound, and beyond the last. */
function banded(bounds: readonly number[], names: readonly string[]): (size: number) => string {
  return (size) => names[bounds.findIndex((bound) => size <= bound)] ?? (names.at(-1) as string);
}

const REPEATED = ["once", "2 to 4 times", "5 times or more"];
const repeated = banded([1, 4], REPEATED);
const LENGTHS = ["up to 5 s", "5 to 15 s", "15 to 60 s", "over 60 s"];
const length = banded([5, 15, 60], LENGTHS);
const VIDEOS = ["up to 10 min", "10 to 30 min", "over 30 min"];
const videoLength = banded([600, 1800], VIDEOS);

const lengthOf = ([start = 0, end = 0]: readonly number[]): number => end - start;

export const slices: readonly Slice<GroundingItem>[] = [
  { id: "subtask", title: "Subtask", values: ["grounding", "detection"], of: ({ subtask }) => subtask },
  ofQueries("level", "Level", ["step", "substep"], ({ level }) => level),
  ofQueries("repeated", "How often the step is done in its video", REPEATED, ({ windows }) => repeated(windows.length)),
  ofQueries("continued", "Begun before", ["new", "continued"], ({ continued }) => (continued ? "continued" : "new")),
  ofQueries("procedural", "Has parts of its own", ["with parts", "without"], ({ procedural }) => (procedural ? "with parts" : "without")),
  ofQueries("relevance", "To the goal", ["essential", "optional", "irrelevant", "unsure"], ({ relevance }) => relevance),
  ofQueries("duration", "Length of the query's own window", LENGTHS, ({ windows: [own = []] }) => length(lengthOf(own))),
  { id: "video-length", title: "Length of the video", values: VIDEOS, of: ({ span }) => videoLength(lengthOf(span)) },
];
