// Structured data inside of the page's own elements: microdata, RDFa, microformats.
import { esc, groups, isTool, lines, type Markup } from "../block.ts";
import { wordsOf } from "../words.ts";

export const microdataHowTo: Markup = (procedure) => {
  const { need, method } = wordsOf(procedure.lang);
  const resource = ({ text, kind }: (typeof procedure.resources)[number]): string => {
    const [property, type] = kind === "tool" ? ["tool", "HowToTool"] : ["supply", "HowToSupply"];
    return `<li itemprop="${property}" itemscope itemtype="https://schema.org/${type}"><span itemprop="name">${esc(text)}</span></li>`;
  };
  const step = (text: string, k: number): string =>
    `<div class="instruction" itemprop="step" itemscope itemtype="https://schema.org/HowToStep"><meta itemprop="position" content="${k + 1}"><span class="no">${k + 1}</span> <span itemprop="text">${esc(text)}</span></div>`;
  return {
    body: lines(
      `<div itemscope itemtype="https://schema.org/HowTo">`,
      `<meta itemprop="name" content="${esc(procedure.goal)}">`,
      `<h3>${need}</h3><ul>${procedure.resources.map(resource).join("")}</ul>`,
      `<h3>${method}</h3>`,
      procedure.steps.map(({ text }, k) => step(text, k)),
      "</div>",
    ),
  };
};

/** Sections as items that hold their steps. */
export const microdataSections: Markup = (procedure) => {
  const step = (text: string): string =>
    `<li itemprop="itemListElement" itemscope itemtype="http://schema.org/HowToStep"><p itemprop="text">${esc(text)}</p></li>`;
  const sections = groups(procedure).map(({ title, steps }) =>
    lines(
      `<section itemprop="step" itemscope itemtype="http://schema.org/HowToSection"><h2 itemprop="name">${esc(title ?? "")}</h2>`,
      `<ol>${steps.map(({ text }) => step(text)).join("")}</ol></section>`,
    ),
  );
  const tools = `<p>${wordsOf(procedure.lang).need}: ${procedure.resources.map(({ text, kind }) => `<span itemprop="${kind === "tool" ? "tool" : "supply"}">${esc(text)}</span>`).join(", ")}.</p>`;
  return {
    body: lines(
      `<article itemscope itemtype="http://schema.org/HowTo"><meta itemprop="name" content="${esc(procedure.goal)}">`,
      tools,
      sections,
      "</article>",
    ),
  };
};

export const microdataRecipe: Markup = (procedure) => {
  const { ingredients, tools, method } = wordsOf(procedure.lang);
  const supplies = procedure.resources.filter((one) => !isTool(one)).map(({ text }) => `<li itemprop="recipeIngredient">${esc(text)}</li>`);
  const used = procedure.resources.filter(isTool).map(({ text }) => esc(text));
  return {
    body: lines(
      `<div class="recipe-card" itemscope itemtype="http://schema.org/Recipe">`,
      `<h2 itemprop="name">${esc(procedure.goal)}</h2>`,
      `<h3>${ingredients}</h3><ul>${supplies.join("")}</ul>`,
      `<p>${tools}: ${used.join(", ")}</p>`,
      `<h3>${method}</h3>`,
      procedure.steps.map(({ text }) => `<p itemprop="recipeInstructions">${esc(text)}</p>`),
      "</div>",
    ),
  };
};

export const rdfaHowTo: Markup = (procedure) => {
  const step = (text: string): string => `<div property="step" typeof="HowToStep" class="row"><p property="text">${esc(text)}</p></div>`;
  const resource = ({ text, kind }: (typeof procedure.resources)[number]): string =>
    `<li property="${kind === "tool" ? "tool" : "supply"}" typeof="${kind === "tool" ? "HowToTool" : "HowToSupply"}"><span property="name">${esc(text)}</span></li>`;
  return {
    body: lines(
      `<div vocab="https://schema.org/" typeof="HowTo">`,
      `<span property="name" hidden>${esc(procedure.goal)}</span>`,
      `<ul class="kit">${procedure.resources.map(resource).join("")}</ul>`,
      procedure.steps.map(({ text }) => step(text)),
      "</div>",
    ),
  };
};

/** With a prefix in place of a vocabulary, and the list as one property. */
export const rdfaRecipe: Markup = (procedure) => {
  const { ingredients, method } = wordsOf(procedure.lang);
  const supplies = procedure.resources
    .filter((one) => !isTool(one))
    .map(({ text }) => `<li property="schema:recipeIngredient">${esc(text)}</li>`);
  return {
    body: lines(
      `<div prefix="schema: http://schema.org/" typeof="schema:Recipe">`,
      `<h2 property="schema:name">${esc(procedure.goal)}</h2>`,
      `<h3>${ingredients}</h3><ul>${supplies.join("")}</ul>`,
      `<h3>${method}</h3><ol>${procedure.steps.map(({ text }) => `<li property="schema:recipeInstructions">${esc(text)}</li>`).join("")}</ol>`,
      "</div>",
    ),
  };
};

export const hRecipe: Markup = (procedure) => {
  const { ingredients, method } = wordsOf(procedure.lang);
  const supplies = procedure.resources.filter((one) => !isTool(one)).map(({ text }) => `<li class="p-ingredient">${esc(text)}</li>`);
  return {
    body: lines(
      `<article class="h-recipe">`,
      `<h2 class="p-name">${esc(procedure.goal)}</h2>`,
      `<p>By <a class="p-author h-card" href="/about">the cook</a>, serves <data class="p-yield" value="4">four</data></p>`,
      `<h3>${ingredients}</h3><ul>${supplies.join("")}</ul>`,
      `<h3>${method}</h3><div class="e-instructions"><ol>${procedure.steps.map(({ text }) => `<li>${esc(text)}</li>`).join("")}</ol></div>`,
      "</article>",
    ),
  };
};
