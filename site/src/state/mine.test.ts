import { expect, test } from "vitest";
import { scorecard } from "../../test/scorecard.ts";
import { mineOfScorecard } from "./mine.ts";

test("a scorecard becomes the matrix of its items' statistics", () => {
  expect(mineOfScorecard("run", scorecard)).toEqual({
    name: "run",
    track: "toy",
    hashes: { items: scorecard.hashes.items, kernels: scorecard.hashes.kernels },
    coverage: { items: 4, scored: 3 },
    scores: { "prefix-accuracy": 0.625, "prefix-match-length": 1.25 },
    matrix: {
      items: 4,
      columns: {
        "gold-states": Float64Array.of(2, 2, 4, 5),
        "prefix-accuracy": Float64Array.of(1, 0.5, 0.25, 0),
        "prefix-match-length": Float64Array.of(2, 1, 1, 0),
      },
    },
  });
});
