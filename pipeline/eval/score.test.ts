import { describe, expect, it } from "vitest";
import type { GoldPage, Layout } from "./gold.ts";
import { countPage, type Found, figures, noCounts, normalised, pooled } from "./score.ts";

const page = (...lists: string[][]): GoldPage => ({
  page: { id: "a.html", markup: "html", text: "", sha256: "" },
  procedures: lists.map((steps) => ({ goal: "Make tea", steps })),
});
const found = (...texts: string[]): Found => ({ goal: "How to make tea", score: 1, steps: texts.map((text) => ({ text })) });

function scored(layout: Layout, gold: GoldPage, ...mined: Found[]) {
  const counts = noCounts(layout);
  countPage(counts, gold, mined);
  return figures(counts);
}

describe("normalised", () => {
  it.each([
    ["Boil  the WATER.", "boilthewater"],
    ["1. Boil", "boil"],
    ["Step 2: Pour", "pour"],
    ["3", ""],
    ["1.5 cups", "15cups"],
    ["½ cup", "12cup"],
  ])("%s", (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe("lists", () => {
  const tea = ["Boil the water", "Pour it", "Wait"];

  it("counts a list as right where it is equal", () => {
    expect(scored("lists", page(tea), found("Boil the water.", "Pour it!", "Wait"))).toEqual({
      pages: 1,
      found: 1,
      precision: 1,
      recall: 1,
      f1: 1,
      exact: 1,
      goal: 1,
    });
  });

  it("counts a list with one step more as wrong, once for each side", () => {
    expect(scored("lists", page(tea), found(...tea, "Drink"))).toMatchObject({ precision: 0, recall: 0, f1: 0, exact: 0 });
  });

  it("takes a mined list for one gold list only", () => {
    expect(scored("lists", page(tea, tea), found(...tea))).toMatchObject({ precision: 1, recall: 0.5 });
  });

  it("does not count shorter lists, mined or gold", () => {
    expect(scored("lists", page(["Boil", "Pour"]), found("Stir", "Serve"))).toEqual({ pages: 1, found: 1 });
  });
});

describe("recipes", () => {
  it("measures steps on the closest procedure", () => {
    const figuresOf = scored("recipes", page(["Boil", "Pour", "Wait", "Drink"]), found("Peel", "Cut"), found("Boil", "Pour", "Stir"));
    expect(figuresOf).toMatchObject({ precision: 2 / 3, recall: 2 / 4, f1: 4 / 7, exact: 0, found: 2 });
  });

  it("takes titles of sections and steps for items where gold has them so", () => {
    const mined: Found = {
      goal: "Tea",
      score: 1,
      sections: ["The water", "The tea"],
      steps: [
        { text: "Boil it.", title: "Heat", section: 0 },
        { text: "Pour it.", title: "Brew", section: 1 },
      ],
    };
    for (const gold of [
      ["Boil it.", "Pour it."],
      ["The water", "Boil it.", "The tea", "Pour it."],
      ["Heat. Boil it.", "Brew. Pour it."],
      ["Heat", "Boil it.", "Brew", "Pour it."],
    ])
      expect(scored("recipes", page(gold), mined)).toMatchObject({ exact: 1 });
    expect(scored("recipes", page(["The water", "Boil it.", "Pour it."]), mined)).toMatchObject({ exact: 0 });
  });
});

describe("negatives", () => {
  it("counts pages on which anything was mined", () => {
    const counts = noCounts("negatives");
    countPage(counts, page(), [found("Home", "About"), found("Terms", "Imprint")]);
    countPage(counts, page(), []);
    expect(figures(counts)).toEqual({ pages: 2, found: 2, falsePages: 1 });
  });
});

it("pools counts, not figures", () => {
  const [small, large] = [noCounts("lists"), noCounts("lists")];
  countPage(small, page(["a", "b", "c"]), []);
  for (let n = 0; n < 3; n++) countPage(large, page(["a", "b", "c"]), [found("a", "b", "c")]);
  expect(figures(pooled([small, large]))).toMatchObject({ pages: 4, precision: 1, recall: 0.75 });
});
