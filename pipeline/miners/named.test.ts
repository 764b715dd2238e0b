import { expect, it } from "vitest";
import { mined, stepsOf } from "./testing.ts";

const STEPS = ["Sand the chair until it is smooth.", "Paint the chair in two thin coats."];
const [FIRST, SECOND] = STEPS as [string, string];

it.each([
  ["a list in a named box", `<div class="recipe-steps"><h2>Directions</h2><ol><li>${FIRST}<li>${SECOND}</ol><p>Rate this!</p></div>`],
  ["a named list", `<ul class="directionsList"><li>${FIRST}<li>${SECOND}</ul>`],
  ["named by id", `<div id="preparation"><p>${FIRST}</p><p>${SECOND}</p></div>`],
  [
    "boxes side by side",
    `<div class="box"><div class="preparationstep"><h4>Schritt 1</h4><p>${FIRST}</p></div><div class="preparationstep"><h4>Schritt 2</h4><p>${SECOND}</p></div></div>`,
  ],
  [
    "boxes of their own",
    `<label><i>1</i><p class="step-content">${FIRST}</p></label><label><i>2</i><p class="step-content">${SECOND}</p></label>`,
  ],
  [
    "beside ingredients",
    `<div class="directions-and-ingredients"><ul class="ingredients"><li>Paint of any colour</ul><ol class="directions"><li>${FIRST}<li>${SECOND}</ol></div>`,
  ],
  [
    "with notes inside",
    `<div class="method"><ol><li>${FIRST}<li>${SECOND}</ol><div class="notes"><ul><li>Wear old clothes and a mask.</ul></div></div>`,
  ],
])("%s", (_, text) => {
  expect(stepsOf(`<title>Paint a chair</title>${text}`)).toEqual(STEPS);
});

it("what is named ingredients is what is used up", () => {
  const text = `<div class="recipe-ingredients"><h3>Ingredients</h3><ul><li>One chair<li>Paint</ul></div><ol class="directions"><li>${FIRST}<li>${SECOND}</ol>`;
  expect(mined(`<title>Paint a chair</title>${text}`)[0]?.resources).toEqual([
    { text: "One chair", kind: "supply" },
    { text: "Paint", kind: "supply" },
  ]);
});

it("lists under headings are sections", () => {
  const text = `<ul class="steps"><li><h3>Wood</h3><ol><li>${FIRST}</ol><li><h3>Colour</h3><ol><li>${SECOND}<li>Let the paint dry for a day.</ol></ul>`;
  expect(mined(`<title>Paint a chair</title>${text}`)).toMatchObject([
    { miner: "named", sections: ["Wood", "Colour"], steps: [{ section: 0 }, { section: 1 }, { section: 1 }] },
  ]);
});

it.each([
  ["other methods", `<ul class="payment-methods"><li>Pay with a card of any bank.<li>Pay when the goods arrive.</ul>`],
  ["steps of a shop", `<ol class="checkout-steps"><li>Your basket with three things<li>Your address and your name</ol>`],
  ["in the navigation", `<nav><ul class="steps"><li>${FIRST}<li>${SECOND}</ul></nav>`],
  ["words, no sentences", `<ul class="method"><li>Email<li>Phone<li>Post</ul>`],
  ["one step", `<div class="instructions"><p>${FIRST}</p></div>`],
])("none in %s", (_, text) => {
  expect(mined(`<title>Paint a chair</title>${text}`)).toEqual([]);
});

it("is not asked where something is marked up", () => {
  const ld = `<script type="application/ld+json">{"@type":"Recipe","name":"Tea","recipeInstructions":["Boil water.","Pour it."]}</script>`;
  expect(mined(`${ld}<ol class="steps"><li>${FIRST}<li>${SECOND}</ol>`).map(({ miner }) => miner)).toEqual(["json-ld"]);
});
