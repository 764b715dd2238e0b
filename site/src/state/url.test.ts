import { expect, test } from "vitest";
import { readScoreQuery, writeScoreQuery } from "./url.ts";

test.each(["", "?track=toy", "?track=toy&sample"])("%s is read and written alike", (query) => {
  expect(writeScoreQuery(readScoreQuery(query))).toBe(query);
});

test("a strange track is kept as text", () => {
  expect(readScoreQuery("?track=%3Cb%3E")).toEqual({ track: "<b>", sample: false });
});
