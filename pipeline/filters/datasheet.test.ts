import { describe, expect, it } from "vitest";
import { datasheet, type Facts } from "./datasheet.ts";
import { mined } from "./testing.ts";

const facts: Facts = {
  pages: 1200,
  pagesWithProcedures: 300,
  failures: { "too-large": 2 },
  procedures: 400,
  steps: 2600,
  miners: { "json-ld": 100, general: 300 },
  languages: { en: 390, de: 10 },
  topics: { "food-dining": 250, health: 50 },
  dropped: { "how-to/links": 60, "duplicates/near-duplicate": 40 },
};

describe("datasheet", () => {
  const text = datasheet(facts, {
    procedures: [mined({ goal: "Boil | water", steps: ["a", "b", "c", "d", "e", "f", "g"] })],
    drops: [
      [
        "how-to/links",
        [{ filter: "how-to", reason: "links", detail: "1.0 words a step", procedure: mined({ steps: ["<b>Home</b>", "About"] }) }],
      ],
    ],
  });

  it("tells the numbers of the run, and shares that add up", () => {
    expect(text).toContain("400 procedures of 2,600 steps, from 300 of 1,200 pages. A procedure has 6.5 steps on average.");
    expect(text).toContain("| Food & Dining | 250 | 62.5 % |".replace("&", "\\&"));
    expect(text).toContain("100 of 500 procedures that were found were dropped.");
    expect(text).toContain("| how-to/links | 60 | 60.0 % |");
    expect(text.indexOf("| general |")).toBeLessThan(text.indexOf("| json-ld |"));
  });

  it("shows texts of others as text, and no more of them than it says", () => {
    expect(text).toContain("**Boil \\| water**");
    expect(text).toContain("1. \\<b\\>Home\\</b\\>");
    expect(text).toContain("6. ... (7 in all)");
    expect(text).not.toContain("<b>");
  });

  it("has no empty table and no NaN where nothing was found", () => {
    const empty = datasheet(
      { pages: 0, pagesWithProcedures: 0, failures: {}, procedures: 0, steps: 0, miners: {}, languages: {}, topics: {}, dropped: {} },
      { procedures: [], drops: [] },
    );
    expect(empty).toContain("0 procedures of 0 steps, from 0 of 0 pages.");
    expect(empty).not.toMatch(/NaN|\| miner|Some of what/);
  });
});
