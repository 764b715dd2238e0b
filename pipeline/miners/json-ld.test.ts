import { describe, expect, it } from "vitest";
import { mined, stepsOf } from "./testing.ts";

function ld(json: unknown): string {
  return raw(JSON.stringify(json));
}

function raw(text: string): string {
  return `<title>Lemonade</title><script>x()</script><script type="application/ld+json">${text}</script>`;
}

function recipe(recipeInstructions: unknown): string {
  return ld({ "@context": "https://schema.org", "@type": "Recipe", name: "Lemonade", recipeInstructions });
}

const STEPS = ["Squeeze the lemons.", "Stir in sugar."];

describe("shapes of recipeInstructions", () => {
  it.each<[string, unknown]>([
    ["strings", STEPS],
    ["HowToStep", STEPS.map((text) => ({ "@type": "HowToStep", text }))],
    ["types with their vocabulary", STEPS.map((text) => ({ "@type": ["https://schema.org/HowToStep"], text }))],
    ["lists in lists", [[STEPS[0]], [STEPS[1]]]],
    [
      "nulls between",
      [null, STEPS[0], { "@type": "HowToStep", text: null }, STEPS[1], { "@type": "HowToSection", name: "Nothing", itemListElement: [] }],
    ],
    [
      "ItemList",
      {
        "@type": "ItemList",
        itemListElement: STEPS.map((text, at) => ({ "@type": "ListItem", position: at, item: { "@type": "HowToStep", text } })),
      },
    ],
    ["property names in any case", { "@type": "ItemList", ItemListElement: STEPS }],
    ["lines in one string", STEPS.join("\n")],
    ["numbers in one string", `1. ${STEPS[0]} 2. ${STEPS[1]}`],
    ["numbers with two marks in one string", `1.) ${STEPS[0]} 2.) ${STEPS[1]}`],
    ["numbers with no blank", `1.${STEPS[0]}2.${STEPS[1]}`],
    ["a list as HTML", `<ol><li>${STEPS[0]}</li><li>${STEPS[1]}</li></ol>`],
    ["paragraphs as HTML, escaped", `&lt;p&gt;${STEPS[0]}&lt;/p&gt;&lt;p&gt;${STEPS[1]}&lt;/p&gt;`],
    ["breaks as HTML", `${STEPS[0]}<br/>${STEPS[1]}`],
    ["labels", STEPS.map((text, at) => `Step ${at + 1}: ${text}`)],
    ["names that repeat the text, cut short", STEPS.map((text) => ({ "@type": "HowToStep", name: `${text.slice(0, 7)}...`, text }))],
    ["names that are labels", STEPS.map((text, at) => ({ "@type": "HowToStep", name: `Step ${at + 1}`, text }))],
    ["one HowToStep that holds them all", { "@type": "HowToStep", text: STEPS.join("\n") }],
    ["steps that are commas", [STEPS[0], ",", STEPS[1]]],
  ])("%s", (_, instructions) => {
    const [procedure] = mined(recipe(instructions));
    expect(procedure?.steps.map(({ text }) => text)).toEqual(STEPS);
    expect(procedure?.steps.map(({ title }) => title)).toEqual([undefined, undefined]);
  });

  it("a line break in one of many strings cuts nothing", () => {
    expect(stepsOf(recipe(["Heat it to 100 °C\n(212 °F).", "Let it cool."]))).toEqual(["Heat it to 100 °C (212 °F).", "Let it cool."]);
  });

  it("a single HowToStep is a step", () => {
    expect(stepsOf(recipe({ "@type": "HowToStep", text: "Squeeze the lemons." }))).toEqual(["Squeeze the lemons."]);
  });

  it("text keeps decimals, ranges and years at its beginning", () => {
    const told = ["1.5 cups of sugar go in.", "3 lemons are squeezed.", "2 - 3 minutes of stirring are enough."];
    expect(stepsOf(recipe(told))).toEqual(told);
  });

  it("entities, tags and no-break spaces become text", () => {
    expect(stepsOf(recipe(["Stir&nbsp;in&#32;<b>sugar</b> &amp; ice.", "Serve &amp;frac12; cold."]))).toEqual([
      "Stir in sugar & ice.",
      "Serve ½ cold.",
    ]);
  });

  it("no steps, no procedure", () => {
    for (const none of [undefined, null, [], "", {}, [{ "@type": "HowToStep" }]]) expect(mined(recipe(none))).toEqual([]);
  });
});

it("sections are kept, and are no steps", () => {
  const section = (name: string, ...texts: string[]): unknown => ({ "@type": "HowToSection", name, itemListElement: texts });
  const [procedure] = mined(
    recipe([section("Syrup", "Boil the water.", "Melt the sugar."), section("", "Let it cool."), section("Drink", "Pour it.")]),
  );
  expect(procedure?.sections).toEqual(["Syrup", "Drink"]);
  expect(procedure?.steps.map(({ text, section: at }) => [text, at])).toEqual([
    ["Boil the water.", 0],
    ["Melt the sugar.", 0],
    ["Let it cool.", undefined],
    ["Pour it.", 1],
  ]);
});

it("sections of one step each are titles of the steps", () => {
  const [procedure] = mined(
    recipe([
      { "@type": "HowToSection", name: "Squeeze", itemListElement: { "@type": "HowToStep", text: "Press the lemons dry." } },
      { "@type": "HowToSection", name: "Sweeten", itemListElement: { "@type": "HowToStep", text: "Stir sugar in." } },
    ]),
  );
  expect(procedure?.sections).toBeUndefined();
  expect(procedure?.steps.map(({ title }) => title)).toEqual(["Squeeze", "Sweeten"]);
});

it("a HowTo has tools and supplies, directions and tips, and a pointer for each step", () => {
  const [procedure] = mined(
    ld({
      "@graph": [
        { "@type": "WebPage", name: "Kites" },
        {
          "@type": "HowTo",
          name: "How to mend a kite:",
          tool: [{ "@type": "HowToTool", name: "Scissors" }, "Ruler"],
          supply: { "@type": "HowToSupply", name: "Tape" },
          step: [
            {
              "@type": "HowToStep",
              name: "Clean it",
              itemListElement: [
                { "@type": "HowToDirection", text: "Wipe the paper." },
                { "@type": "HowToTip", text: "Use a dry cloth." },
              ],
            },
            { "@type": "HowToStep", text: "Tape the tear." },
          ],
        },
      ],
    }),
  );
  expect(procedure).toMatchObject({
    goal: "How to mend a kite",
    miner: "json-ld",
    score: 1,
    resources: [
      { text: "Tape", kind: "supply" },
      { text: "Scissors", kind: "tool" },
      { text: "Ruler", kind: "tool" },
    ],
    pointer: "script[1]#/@graph/1",
    steps: [
      { title: "Clean it", text: "Wipe the paper. Use a dry cloth.", pointer: "script[1]#/@graph/1/step/0" },
      { text: "Tape the tear.", pointer: "script[1]#/@graph/1/step/1/text" },
    ],
  });
});

it("several procedures of a page stay several", () => {
  const one = (name: string, ...recipeInstructions: string[]): unknown => ({ "@type": "Recipe", name, recipeInstructions });
  const found = mined(ld([one("Tea", "Boil water.", "Steep the leaves."), one("Toast", "Slice the bread.", "Brown both sides.")]));
  expect(found.map(({ goal }) => goal)).toEqual(["Tea", "Toast"]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});

describe("JSON as pages write it", () => {
  const body = '"@type":"Recipe","name":"Lemonade","recipeInstructions":["Squeeze the lemons.","Stir in sugar."]';
  it.each([
    ["a semicolon behind it", `{${body}};`],
    ["a comment around it", `<!-- {${body}} -->`],
    ["CDATA marks", `//<![CDATA[\n{${body}}\n//]]>`],
    ["a comma too many", `{${body},}`],
    ["a comma too few", `{"@context":"x" ${body}}`],
    ["a comment inside", `{/* mine */${body}}`],
    ["control characters in strings", `{${body},"description":"a\tb\u0001c\nd"}`],
    ["a brace too few", `{${body}`],
  ])("%s", (_, text) => {
    expect(stepsOf(raw(text))).toEqual(STEPS);
  });

  it("what cannot be mended gives nothing, and other scripts are read still", () => {
    expect(mined(raw("Recipe!"))).toEqual([]);
    expect(stepsOf(`${raw("Recipe!")}${raw(`{${body}}`)}`)).toEqual(STEPS);
  });

  it("values nested without end, and lists without end, give nothing", () => {
    expect(mined(raw(`{"@type":"Recipe","name":"x","recipeInstructions":${"[".repeat(50_000)}`))).toEqual([]);
    expect(mined(recipe(Array.from({ length: 5000 }, (_, at) => `Turn it ${at} times.`)))).toEqual([]);
  });
});
