import { MinedProcedure } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { minePage, miners } from "./index.ts";
import { mined, pageOf } from "./testing.ts";

const STEPS = ["Fold the paper twice.", "Open it and press the corners in.", "Fold it again along the old lines."];

function recipe(steps: readonly string[]): string {
  return `<script type="application/ld+json">${JSON.stringify({ "@type": "Recipe", name: "Crane", recipeInstructions: steps })}</script>`;
}

function card(steps: readonly string[]): string {
  const items = steps.map((text) => `<li class="wprm-recipe-instruction"><div class="wprm-recipe-instruction-text">${text}</div></li>`);
  return `<div class="wprm-recipe-container"><h2 class="wprm-recipe-name">Crane</h2><ul>${items.join("")}</ul></div>`;
}

describe("the same steps found twice are one procedure", () => {
  it("of the more trusted miner", () => {
    expect(mined(recipe(STEPS) + card(STEPS)).map(({ miner }) => miner)).toEqual(["json-ld"]);
  });

  it("also where they are cut in other places", () => {
    expect(mined(recipe([`${STEPS[0]} ${STEPS[1]}`, STEPS[2] as string]) + card(STEPS)).map(({ steps }) => steps.length)).toEqual([2]);
  });

  it("but steps before one text", () => {
    const [one, ...more] = mined(recipe([STEPS.join(" ")]) + card(STEPS));
    expect(one).toMatchObject({ miner: "wordpress", steps: STEPS.map((text) => ({ text })) });
    expect(more).toEqual([]);
  });

  it("and of one miner's the longer", () => {
    expect(mined(recipe(STEPS.slice(0, 2)) + recipe(STEPS)).map(({ steps }) => steps.length)).toEqual([3]);
  });

  it("procedures that share few words stay", () => {
    expect(mined(recipe(STEPS) + card(["Cut a square of cloth.", "Hem all four sides."])).map(({ miner }) => miner)).toEqual([
      "json-ld",
      "wordpress",
    ]);
  });
});

it("a procedure has all that the schema asks, and its id depends on page and place alone", () => {
  const text = `<html lang="en-GB"><title>Crane | Paper Site</title>${recipe(STEPS)}`;
  const [one] = mined(text, { url: "https://paper.example/crane", file: "crane.html" });
  expect(MinedProcedure.parse(one)).toEqual(one);
  expect(one).toMatchObject({
    goal: "Crane",
    lang: "en-GB",
    source: { url: "https://paper.example/crane", file: "crane.html", title: "Crane", sha256: "0".repeat(64) },
  });
  expect(mined(text.replace("Fold the paper twice", "Fold it"))[0]?.id).toBe(one?.id);
  expect(mined(text, { id: "other.html" })[0]?.id).not.toBe(one?.id);
});

it("a page without a sign of a procedure is not parsed", () => {
  expect(miners.filter((miner) => miner.hopes(pageOf("<p>News of today.</p>")))).toEqual([]);
});

describe("pages made to hurt end soon", () => {
  const sentence = "Turn the crank and wait until it stops. ";
  it.each<[string, () => string]>([
    ["a list of a hundred thousand items", () => `<ol class="steps">${`<li>${sentence}`.repeat(100_000)}`],
    ["a recipe card of as many", () => `<div class="wprm-recipe">${`<p class="wprm-recipe-instruction">${sentence}</p>`.repeat(100_000)}`],
    ["a deep page with many paragraphs", () => `${'<div class="steps">'.repeat(500)}${`<p>${sentence}</p>`.repeat(20_000)}`],
    ["a step of a million letters", () => recipe(["Stir.", "x".repeat(1_000_000)])],
    [
      "a megabyte of broken JSON",
      () => `<script type="application/ld+json">{"@type":"Recipe","recipeInstructions":[${"'a: \"b ,".repeat(150_000)}</script>`,
    ],
    ["strings nested as HTML", () => recipe(["<div>".repeat(200_000), "Stir."])],
  ])("%s", (_, text) => {
    const from = performance.now();
    expect(mined(text()).filter(({ steps }) => steps.length > 1)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it("ten thousand open tags are a failure", () => {
    expect(minePage(pageOf(`${'<b class="steps">'.repeat(10_000)}x`))).toMatchObject({ kind: "too-deep" });
  });
});
