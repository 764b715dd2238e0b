import { expect, test } from "vitest";
import { scorecard } from "../../../test/scorecard.ts";
import { readScorecard } from "./scorecard-file.ts";

test("a scorecard file is read as it was written", () => {
  expect(readScorecard(JSON.stringify(scorecard))).toEqual({ ok: true, scorecard });
});

test.each([
  ["{not json", /not one JSON value/],
  ["[1]", /JSON of another kind/],
  ["null", /JSON of another kind/],
  ['{"schema": "stepladder/entry/1"}', /a record of "stepladder\/entry\/1"/],
  [JSON.stringify({ ...scorecard, track: 3 }), /whose track is amiss/],
  [JSON.stringify({ ...scorecard, items: scorecard.items.slice(1) }), /items that lack some/],
  [JSON.stringify({ ...scorecard, items: scorecard.items.with(2, { id: "c", statistics: { other: 1 } }) }), /items that lack some/],
])("%s is told apart from a scorecard", (text, found) => {
  const read = readScorecard(text);
  expect(read.ok ? "" : read.found).toMatch(found);
});
