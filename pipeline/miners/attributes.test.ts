import { expect, it } from "vitest";
import { parsePage } from "./doc.ts";
import { mined, pageOf } from "./testing.ts";

/** One how-to in three syntaxes. */
const JSON_LD = `<script type="application/ld+json">${JSON.stringify({
  "@context": "https://schema.org",
  "@type": "HowTo",
  name: "Pot a fern",
  supply: { "@type": "HowToSupply", name: "Soil" },
  tool: ["Trowel", { "@type": "HowToTool", name: "Can" }],
  step: [
    {
      "@type": "HowToSection",
      name: "Before",
      itemListElement: [{ "@type": "HowToStep", itemListElement: { "@type": "HowToDirection", text: "Choose a pot with a hole." } }],
    },
    {
      "@type": "HowToSection",
      name: "Potting",
      itemListElement: [
        {
          "@type": "HowToStep",
          itemListElement: [
            { "@type": "HowToDirection", text: "Fill in the soil." },
            { "@type": "HowToTip", text: "Not to the brim." },
          ],
        },
        { "@type": "HowToStep", text: "Water it." },
      ],
    },
  ],
})}</script>`;

const MICRODATA = `<div itemscope itemtype="https://schema.org/HowTo"><h1 itemprop="name">Pot a fern</h1>
  <p itemprop="supply" itemscope itemtype="https://schema.org/HowToSupply"><b itemprop="name">Soil</b></p>
  <p itemprop="tool">Trowel</p> <p itemprop="tool" itemscope itemtype="https://schema.org/HowToTool"><meta itemprop="name" content="Can"></p>
  <div itemprop="step" itemscope itemtype="https://schema.org/HowToSection"><h2 itemprop="name">Before</h2>
    <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToStep">
      <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToDirection"><p itemprop="text">Choose a pot with a hole.</p></div></div></div>
  <div itemprop="step" itemscope itemtype="https://schema.org/HowToSection"><h2 itemprop="name">Potting</h2>
    <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToStep">
      <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToDirection"><p itemprop="text">Fill in the soil.</p></div>
      <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToTip"><p itemprop="text">Not to the brim.</p></div></div>
    <div itemprop="itemListElement" itemscope itemtype="https://schema.org/HowToStep"><p itemprop="text">Water it.</p></div></div></div>`;

const RDFA = MICRODATA.replace("<div itemscope", '<div vocab="https://schema.org/"')
  .replaceAll("itemscope", "")
  .replaceAll('itemtype="https://schema.org/', 'typeof="')
  .replaceAll("itemprop", "property");

it("JSON-LD, microdata and RDFa give the same procedure", () => {
  const [ld, micro, rdfa] = [JSON_LD, MICRODATA, RDFA].map((text) => mined(text));
  const told = (found: typeof ld): unknown =>
    found?.map(({ goal, resources, sections, steps }) => ({
      goal,
      resources,
      sections,
      steps: steps.map(({ pointer: _, ...step }) => step),
    }));
  expect([ld, micro, rdfa].map((found) => found?.map(({ miner }) => miner))).toEqual([["json-ld"], ["microdata"], ["rdfa"]]);
  expect(told(ld)).toEqual([
    {
      goal: "Pot a fern",
      resources: [
        { text: "Soil", kind: "supply" },
        { text: "Trowel", kind: "tool" },
        { text: "Can", kind: "tool" },
      ],
      sections: ["Before", "Potting"],
      steps: [
        { text: "Choose a pot with a hole.", section: 0 },
        { text: "Fill in the soil. Not to the brim.", section: 1 },
        { text: "Water it.", section: 1 },
      ],
    },
  ]);
  expect(told(micro)).toEqual(told(ld));
  expect(told(rdfa)).toEqual(told(ld));
});

it("pointers find the elements", () => {
  const [procedure] = mined(MICRODATA);
  const doc = parsePage(pageOf(MICRODATA));
  if ("kind" in doc) throw new Error(doc.kind);
  expect(doc.$(procedure?.pointer ?? "").attr("itemtype")).toBe("https://schema.org/HowTo");
  expect(procedure?.steps.map(({ pointer }) => doc.$(pointer).length)).toEqual([1, 1, 1]);
  expect(doc.$(procedure?.steps[2]?.pointer ?? "").text()).toBe("Water it.");
});

it.each([
  ["each item a property", "<ol><li itemprop=recipeInstructions>Peel them.<li itemprop=recipeInstructions>Cut them.</ol>"],
  ["one property with a list", "<ol itemprop=recipeInstructions><li>Peel them.<li>Cut them.</ol>"],
  ["one property with paragraphs", "<div itemprop=recipeInstructions><p>Peel them.</p><p>Cut them.</p></div>"],
  ["one property with breaks", "<div itemprop=recipeInstructions>Peel them.<br><br>Cut them.</div>"],
  ["one property with numbers", "<p itemprop=recipeInstructions>1. Peel them. 2. Cut them.</p>"],
  ["one property with labels", "<div itemprop=recipeInstructions><h4>Step 1</h4><p>Peel them.</p><h4>Step 2</h4><p>Cut them.</p></div>"],
])("recipeInstructions: %s", (_, markup) => {
  const [procedure] = mined(
    `<div itemscope itemtype="http://schema.org/Recipe"><h1 itemprop=name>Chips</h1><i itemprop=ingredients>3 potatoes</i>${markup}</div>`,
  );
  expect(procedure).toMatchObject({ goal: "Chips", resources: [{ text: "3 potatoes", kind: "supply" }] });
  expect(procedure?.steps.map(({ text }) => text)).toEqual(["Peel them.", "Cut them."]);
});

it("a section that belongs to no how-to is one, called after its heading", () => {
  const [procedure] = mined(
    `<title>Help</title><h2>To Add a Page</h2><p>Do this:</p><ol itemprop="HowTo" itemscope itemtype="http://schema.org/HowToSection">
      <li itemprop="itemListElement" itemtype="http://schema.org/HowToStep"><p>Open the menu.</p><p>It is above.</p></li>
      <li itemprop="itemListElement" itemtype="http://schema.org/HowToStep"><p>Choose Add.</p></li></ol>`,
  );
  expect(procedure).toMatchObject({ goal: "To Add a Page", steps: [{ text: "Open the menu. It is above." }, { text: "Choose Add." }] });
});
