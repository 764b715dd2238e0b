import type { Problem } from "@stepladder/schema";
import type { Part } from "./part.ts";

/** Parts in the order of their files' names and of their place in the file, with the lines of the whole file. */
export function inPlace(given: readonly Part[]): Part[] {
  const parts = given.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.order - b.order));
  let before = 0;
  return parts.map((part, i) => {
    if (part.name !== parts[i - 1]?.name) before = 0;
    const placed = before === 0 ? part : moved(part, before);
    before += part.lines;
    return placed;
  });
}

function moved(part: Part, by: number): Part {
  const move = (problem: Problem): Problem => (problem.line === undefined ? problem : { ...problem, line: problem.line + by });
  return {
    ...part,
    ...(part.failure === undefined ? {} : { failure: move(part.failure) }),
    measured: { ...part.measured, line: part.measured.line.map((line) => line + by) },
    problems: part.problems.map((group) => ({ ...group, examples: group.examples.map(move) })),
  };
}
