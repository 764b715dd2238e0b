import { expect, test } from "vitest";
import { scorecard, track } from "../../../../test/scorecard.ts";
import { byLength, curveSentence, lengthSentence } from "./by-length.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("items of one length are averaged, and only shares are drawn", () => {
  expect(byLength(scorecard, track.metrics)).toEqual([
    {
      title: "Prefix accuracy",
      points: [
        { x: 2, value: 0.75, items: 2 },
        { x: 4, value: 0.25, items: 1 },
        { x: 5, value: 0, items: 1 },
      ],
    },
  ]);
});

test("the title says what to see", () => {
  const [series] = byLength(scorecard, track.metrics);
  expect(series && plain(lengthSentence(series))).toBe(
    "Prefix accuracy falls from 75.0 % at 2 steps to 0.0 % at 5; at 4 it is below half of where it began",
  );
  expect(plain(curveSentence(scorecard.curves["prefix-match-at-least"] ?? []))).toBe(
    "Half or more of the items that have 2 steps are right so far at step 2; at 3 it is 40.0 %",
  );
  expect(curveSentence([{ x: 1, value: 0.2, items: 9 }])).toBe("Fewer than half of the items get even their first step right");
});

test("many lengths are joined until a tread stands on its share of the items", () => {
  const items = Array.from({ length: 96 }, (_, i) => ({ id: String(i), statistics: { "gold-states": i + 1, "prefix-accuracy": i % 2 } }));
  const [series] = byLength({ ...scorecard, items }, track.metrics);
  expect(series?.points).toHaveLength(24);
  expect(series?.points[0]).toEqual({ x: 1, to: 4, value: 0.5, items: 4 });
});
