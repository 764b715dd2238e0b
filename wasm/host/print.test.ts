import { Scorecard } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAll } from "../intake/testing.ts";
import { metrics } from "../metrics/index.ts";
import { printCsv, printMarkdown, printScorecard } from "./print.ts";
import { score, wordsGold } from "./testing.ts";

const [first, ...rest] = wordsGold.map(({ id, words }) => ({ id, said: words }));
const card = await score(first, ...rest.slice(0, 2), { id: "w-4", said: ["g", "x"] });

/** The same card with one slice value renamed. */
const withValue = (value: string): Scorecard => ({ ...card, slices: { colour: { [value]: card.slices.colour?.red ?? {} } } });
const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom('a"b', "a,b", "a\nb", "a\r\nb", "=1+1", "|", "a|b", "`x`", "<b>", "\\", ""),
);

describe("JSON", () => {
  it("parses back to the same scorecard, by its schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("has one line per item and ends with a line feed", () => {
    const lines = printScorecard(card).split("\n");
    expect(lines.filter((line) => line.startsWith('    {"id":'))).toHaveLength(card.items.length);
    expect(lines.at(-1)).toBe("");
  });
});

describe("CSV", () => {
  it("has a row per metric, overall and per slice value", () => {
    const [head, ...rows] = printCsv(card).trimEnd().split("\n");
    expect(head).toBe("slice,slice_value,metric,value,low,high,scored,unscored");
    // 3 metrics, overall and for three colours.
    expect(rows).toHaveLength(3 * 4);
    expect(rows[0]).toBe(",,prefix-accuracy,0.8125,0.4375,1,4,0");
    expect(rows[3]).toBe("colour,red,prefix-accuracy,1,,,2,0");
  });

  it("leaves the cell of a value that cannot be said empty", () => {
    const scores = { "final-match": { reason: "no items", scored: 0, unscored: 0 } };
    expect(printCsv({ ...card, scores, slices: {} })).toContain("\n,,final-match,,,,0,0\n");
  });

  it("gives back any slice value to a reader of CSV", async () => {
    const value = nasty.filter((text) => text.isWellFormed() && !text.includes("\0") && text !== "__proto__");
    await fc.assert(
      fc.asyncProperty(value, async (name) => {
        const { records, problems } = await readAll(["scores.csv", printCsv(withValue(name))]);
        expect(problems).toEqual([]);
        const own = records.map((record) => record.value as Record<string, string>).filter(({ slice }) => slice === "colour");
        expect(own.map(({ slice_value }) => slice_value)).toEqual([name, name, name]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("Markdown", () => {
  it("has a table of all items and one per slice", () => {
    expect(printMarkdown(card, metrics).split("\n").slice(0, 5)).toEqual([
      "# words: 4 of 4 items answered",
      "",
      "|  | Prefix accuracy | Sequential match | Final match | items |",
      "| --- | ---: | ---: | ---: | ---: |",
      "| all | 81.3 % | 75.0 % | 75.0 % | 4 |",
    ]);
    expect(printMarkdown(card, metrics)).toContain("## By colour\n\n");
  });

  it("shows a dash where nothing can be said", () => {
    const scores = { "final-match": { reason: "no items", scored: 0, unscored: 0 } };
    expect(printMarkdown({ ...card, scores, slices: {} }, metrics)).toContain("| all | - | 4 |");
  });

  it("keeps any slice value in its cell, as text", () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const [, table = ""] = printMarkdown(withValue(name), metrics).split("## By colour\n\n");
        const row = table.split("\n")[2] ?? "";
        expect(row.split(/(?<!\\)(?:\\\\)*\|/)).toHaveLength(7);
        expect(row.replace(/\\./g, "")).not.toMatch(/[<>`*[\]]/);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
