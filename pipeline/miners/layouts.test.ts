import { describe, expect, it } from "vitest";
import { mined } from "./testing.ts";

describe("WordPress", () => {
  it.each<[string, string]>([
    [
      "Yoast",
      `<div class="schema-how-to wp-block-yoast-how-to-block"><p class="schema-how-to-description">Easy.</p><ol class="schema-how-to-steps">
        <li class="schema-how-to-step" id="how-to-step-1"><strong class="schema-how-to-step-name">Cut</strong> <p class="schema-how-to-step-text">Saw the board.</p></li>
        <li class="schema-how-to-step" id="how-to-step-2"><strong class="schema-how-to-step-name">Join</strong> <p class="schema-how-to-step-text">Glue both halves.</p></li></ol></div>`,
    ],
    [
      "Rank Math",
      `<div class="wp-block-rank-math-howto-block"><div class="rank-math-howto-steps">
        <div class="rank-math-howto-step"><h3 class="rank-math-howto-title">Cut</h3><div class="rank-math-howto-content"><p>Saw the board.</p></div></div>
        <div class="rank-math-howto-step"><h3 class="rank-math-howto-title">Join</h3><div class="rank-math-howto-content"><p>Glue both halves.</p></div></div></div></div>`,
    ],
  ])("%s", (_, text) => {
    const found = mined(`<title>Build a shelf</title>${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ goal: "Build a shelf", miner: "wordpress" });
    expect(found[0]?.steps.map(({ title, text: told }) => [title, told])).toEqual([
      ["Cut", "Saw the board."],
      ["Join", "Glue both halves."],
    ]);
  });

  it("WP Recipe Maker, with groups, and what stands in its texts and is none of them", () => {
    const [procedure] = mined(`<div class="wprm-recipe-container"><div class="wprm-recipe"><h2 class="wprm-recipe-name">Pie</h2>
      <li class="wprm-recipe-ingredient"><span class="wprm-checkbox-container">▢</span> 2 apples</li><div class="wprm-recipe-equipment-name">Dish</div>
      <div class="wprm-recipe-instruction-group"><h4 class="wprm-recipe-group-name wprm-recipe-instruction-group-name">Dough</h4><ul>
        <li class="wprm-recipe-instruction"><div class="wprm-recipe-instruction-text"><span>Knead it.</span></div><div class="wprm-recipe-instruction-ingredients">flour</div></li>
        <li class="wprm-recipe-instruction"><div class="wprm-recipe-instruction-text">Let it rest.</div></li></ul></div>
      <div class="wprm-recipe-instruction-group"><h4 class="wprm-recipe-instruction-group-name">Filling</h4><ul>
        <li class="wprm-recipe-instruction"><div class="wprm-recipe-instruction-text">Cut the apples.</div></li></ul></div></div></div>`);
    expect(procedure).toMatchObject({
      goal: "Pie",
      sections: ["Dough", "Filling"],
      resources: [
        { text: "2 apples", kind: "supply" },
        { text: "Dish", kind: "tool" },
      ],
      steps: [
        { text: "Knead it.", section: 0 },
        { text: "Let it rest.", section: 0 },
        { text: "Cut the apples.", section: 1 },
      ],
    });
  });

  it.each<[string, string]>([
    [
      "Tasty Recipes",
      `<div class="tasty-recipes"><h2>Soup</h2><div class="tasty-recipes-instructions"><div class="tasty-recipes-instructions-header"><h3>Instructions</h3></div><div class="tasty-recipes-instructions-body"><ol><li>Chop it.</li><li>Cook it.</li></ol></div></div></div>`,
    ],
    [
      "Tasty Recipes in paragraphs",
      `<div class="tasty-recipes"><h2>Soup</h2><div class="tasty-recipes-instructions"><h3>Instructions</h3><p>Chop it.</p><p>&nbsp;</p><p>Cook it.</p></div></div>`,
    ],
    [
      "Mediavine Create",
      `<section class="mv-create-card"><h2 class="mv-create-title">Soup</h2><div class="mv-create-instructions"><h3 class="mv-create-instructions-title">Instructions</h3><ol><li>Chop it.</li><li>Cook it.</li></ol></div></section>`,
    ],
    [
      "WPZOOM",
      `<div class="wp-block-wpzoom-recipe-card-block-recipe-card"><h2 class="recipe-card-title">Soup</h2><div class="recipe-card-directions"><ul><li class="direction-step">Chop it.</li><li class="direction-step">Cook it.</li></ul></div></div>`,
    ],
    [
      "EasyRecipe",
      `<div class="easyrecipe"><div class="ERSName">Soup</div><div class="ERSInstructions"><ol><li class="instruction">Chop it.</li><li class="instruction">Cook it.</li></ol></div></div>`,
    ],
    [
      "WP Ultimate Recipe",
      `<div class="wpurp-container"><span class="wpurp-recipe-title">Soup</span><ol><li class="wpurp-recipe-instruction"><span class="wpurp-recipe-instruction-text">Chop it.</span><img></li><li class="wpurp-recipe-instruction"><span class="wpurp-recipe-instruction-text">Cook it.</span></li></ol></div>`,
    ],
    [
      "Jetpack",
      `<div class="hrecipe jetpack-recipe"><h3 class="jetpack-recipe-title">Soup</h3><div class="jetpack-recipe-directions e-instructions"><h4 class="jetpack-recipe-directions-title">Directions</h4>Chop it.</p><p>Cook it.</p></div></div>`,
    ],
    [
      "Zip Recipes",
      `<div id="zlrecipe-container"><div id="zlrecipe-title">Soup</div><ol id="zlrecipe-instructions-list" class="instructions"><li class="instruction">Chop it.</li><li class="instruction">Cook it.</li></ol></div>`,
    ],
    [
      "Cooked",
      `<h1>Soup</h1><div class="cooked-recipe-directions"><div class="cooked-single-direction cooked-direction"><span>1</span><div class="cooked-dir-content"><p>Chop it.</p></div></div><div class="cooked-single-direction cooked-direction"><span>2</span><div class="cooked-dir-content"><p>Cook it.</p></div></div></div>`,
    ],
    [
      "Delicious Recipes",
      `<div class="dr-summary-holder"><h2 class="dr-recipe-title">Soup</h2><div class="dr-instructions"><div class="dr-instrc-title-wrap"><h2 class="dr-title">Instructions</h2></div><ol><li><div class="dr-instruction"><p>Chop it.</p></div></li><li><div class="dr-instruction"><p>Cook it.</p></div></li></ol></div></div>`,
    ],
  ])("%s", (_, text) => {
    expect(mined(`<title>Soup | Blog</title>${text}`)).toMatchObject([
      { goal: "Soup", miner: "wordpress", steps: [{ text: "Chop it." }, { text: "Cook it." }] },
    ]);
  });
});

it.each<[string, string]>([
  [
    "h-recipe",
    `<article class="h-recipe"><h1 class="p-name">Tea</h1><p class="p-ingredient">Leaves</p><div class="e-instructions"><ul><li>Boil water.<li>Pour it.</ul></div></article>`,
  ],
  [
    "hRecipe",
    `<div class="hrecipe"><h1 class="fn">Tea</h1><p class="ingredient">Leaves</p><ol class="instructions"><li class="instruction">Boil water.<li class="instruction">Pour it.</ol></div>`,
  ],
])("%s", (_, text) => {
  expect(mined(text)).toMatchObject([
    { goal: "Tea", miner: "h-recipe", resources: [{ text: "Leaves" }], steps: [{ text: "Boil water." }, { text: "Pour it." }] },
  ]);
});

it("wikiHow: parts, headlines, what you need", () => {
  const step = (head: string, rest: string): string =>
    `<li><div class="step_num">1</div><div class="mwimg"><p>Picture</p></div><div class="step"><b class="whb">${head}</b> ${rest}<sup class="reference">[1]</sup></div></li>`;
  const part = (name: string, ...steps: string[]): string =>
    `<div class="section steps"><h3><span class="mw-headline">${name}</span></h3><ol class="steps_list_2">${steps.join("")}</ol></div>`;
  const [procedure] = mined(
    `<body><h1>How to Groom a Goat</h1>${part("Brushing", step("Calm the goat.", "Talk to it."), step("Brush it.", "Begin at the neck."))}${part("Washing", step("Wet the goat.", "Use warm water."))}
     <div class="section thingsyoullneed"><ul><li>Brush</li></ul></div></body>`,
  );
  expect(procedure).toMatchObject({
    goal: "How to Groom a Goat",
    miner: "wikihow",
    sections: ["Brushing", "Washing"],
    resources: [{ text: "Brush", kind: "tool" }],
    steps: [
      { title: "Calm the goat.", text: "Talk to it.", section: 0 },
      { title: "Brush it.", text: "Begin at the neck.", section: 0 },
      { title: "Wet the goat.", text: "Use warm water.", section: 1 },
    ],
  });
});

describe("technical documentation", () => {
  const STEPS = ["Open the File menu.", "Choose Print."];
  it.each<[string, string, "html" | "xml"]>([
    [
      "DocBook HTML",
      `<div class="procedure"><p class="title"><b>Procedure 3.1. Print a page</b></p><ol class="procedure" type="1"><li class="step"><p>${STEPS[0]}</p></li><li class="step"><p>${STEPS[1]}</p></li></ol></div>`,
      "html",
    ],
    [
      "DocBook",
      `<article><procedure><title>Print a page</title><step><para>Open the <guimenu>File</guimenu> menu.</para></step><step><para>${STEPS[1]}</para></step></procedure></article>`,
      "xml",
    ],
    [
      "Mallard HTML",
      `<h1>Print a page</h1><div class="steps"><div class="inner"><div class="region"><ol class="steps"><li class="steps"><p>${STEPS[0]}</p></li><li class="steps"><p>${STEPS[1]}</p></li></ol></div></div></div>`,
      "html",
    ],
    [
      "Mallard",
      `<page><title>Print a page</title><p>Paper first.</p><steps><item><p>Open the <gui>File</gui> menu.</p></item><item><p>${STEPS[1]}</p></item></steps></page>`,
      "xml",
    ],
    [
      "DITA HTML",
      `<h1>Print a page</h1><section><div class="tasklabel"><h2>Procedure</h2></div><ol class="ol steps"><li class="li step stepexpand"><span class="ph cmd">${STEPS[0]}</span></li><li class="li step stepexpand"><span class="ph cmd">${STEPS[1]}</span></li></ol></section>`,
      "html",
    ],
    [
      "DITA",
      `<task><title>Print a page</title><taskbody><steps><step><cmd>Open the <uicontrol>File</uicontrol> menu.</cmd></step><step><cmd>${STEPS[1]}</cmd></step></steps></taskbody></task>`,
      "xml",
    ],
    [
      "AsciiDoc HTML",
      `<h2>Print a page</h2><div class="olist arabic"><div class="title">Procedure</div><ol class="arabic"><li><p>${STEPS[0]}</p></li><li><p>${STEPS[1]}</p></li></ol></div>`,
      "html",
    ],
    ["Starlight", `<h2>Print a page</h2><ol class="sl-steps"><li><p>${STEPS[0]}</p></li><li><p>${STEPS[1]}</p></li></ol>`, "html"],
  ])("%s", (_, text, markup) => {
    const found = mined(text, { markup });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ goal: "Print a page", miner: "documentation" });
    expect(found[0]?.steps.map((step) => step.text)).toEqual(STEPS);
  });

  it("substeps belong to their step, and each procedure of a page stays", () => {
    const list = (name: string, more: string): string =>
      `<div class="procedure"><p class="title">${name}</p><ol class="procedure"><li class="step"><p>Open ${name}.</p><ol class="substeps"><li class="step"><p>Look.</p></li></ol></li><li class="step"><p>${more}</p></li></ol></div>`;
    const found = mined(list("the drawer", "Take a spoon.") + list("the window", "Call the neighbour."));
    expect(found.map(({ goal, steps }) => [goal, ...steps.map(({ text }) => text)])).toEqual([
      ["the drawer", "Open the drawer. Look.", "Take a spoon."],
      ["the window", "Open the window. Look.", "Call the neighbour."],
    ]);
  });

  it("an ordered list that nothing calls a procedure is none of these", () => {
    expect(
      mined(`<h2>Fruit</h2><div class="olist arabic"><ol class="arabic"><li><p>Apples</p></li><li><p>Pears</p></li></ol></div>`),
    ).toEqual([]);
  });
});
