// What block plugins of WordPress write.
import { esc, groups, isTool, lines, type Markup, number } from "../block.ts";
import { wordsOf } from "../words.ts";

export const yoast: Markup = (procedure) => {
  const step = ({ title, text }: (typeof procedure.steps)[number], k: number): string =>
    `<li class="schema-how-to-step" id="how-to-step-${1000 * number(procedure) + k}">${title === undefined ? "" : `<strong class="schema-how-to-step-name">${esc(title)}</strong> `}<p class="schema-how-to-step-text">${esc(text)}</p> </li>`;
  return {
    titled: procedure.steps.some(({ title }) => title !== undefined),
    body: lines(
      `<div class="schema-how-to wp-block-yoast-how-to-block"><p class="schema-how-to-total-time"><span class="schema-how-to-duration-time-text">Time needed:&nbsp;</span>${5 + (number(procedure) % 9) * 5} minutes</p>`,
      `<p class="schema-how-to-description">${wordsOf(procedure.lang).need}: ${procedure.resources.map(({ text }) => esc(text)).join(", ")}.</p>`,
      ` <ol class="schema-how-to-steps">${procedure.steps.map(step).join(" ")}</ol></div>`,
    ),
  };
};

export const rankMath: Markup = (procedure) => {
  const step = ({ title, text }: (typeof procedure.steps)[number], k: number): string =>
    lines(
      `<div id="howto-${number(procedure)}-${k}" class="rank-math-howto-step">`,
      title === undefined ? undefined : `<h3 class="rank-math-howto-title ">${esc(title)}</h3>`,
      `<div class="rank-math-howto-content "><p>${esc(text)}</p></div></div>`,
    );
  return {
    titled: procedure.steps.some(({ title }) => title !== undefined),
    body: lines(
      `<div id="rank-math-howto" class="rank-math-block wp-block-rank-math-howto-block">`,
      `<div class="rank-math-howto-description"><p>${wordsOf(procedure.lang).need}: ${procedure.resources.map(({ text }) => esc(text)).join(", ")}.</p></div>`,
      `<div class="rank-math-steps ">`,
      procedure.steps.map(step),
      "</div>",
      "</div>",
    ),
  };
};

export const recipeMaker: Markup = (procedure) => {
  const { ingredients, tools, method } = wordsOf(procedure.lang);
  const id = number(procedure);
  const supply = (text: string): string =>
    `<li class="wprm-recipe-ingredient" style="list-style-type: disc;"><span class="wprm-recipe-ingredient-name">${esc(text)}</span></li>`;
  const tool = (text: string): string =>
    `<li class="wprm-recipe-equipment-item"><div class="wprm-recipe-equipment-name">${esc(text)}</div></li>`;
  const part = ({ title, steps }: ReturnType<typeof groups>[number], g: number): string =>
    lines(
      `<div class="wprm-recipe-instruction-group">`,
      title === undefined ? undefined : `<h4 class="wprm-recipe-group-name wprm-recipe-instruction-group-name">${esc(title)}</h4>`,
      `<ul class="wprm-recipe-instructions">`,
      steps.map(
        ({ text }, k) =>
          `<li id="wprm-recipe-${id}-step-${g}-${k}" class="wprm-recipe-instruction" style="list-style-type: decimal;"><div class="wprm-recipe-instruction-text"><span style="display: block;">${esc(text)}</span></div></li>`,
      ),
      "</ul></div>",
    );
  return {
    body: lines(
      `<div id="wprm-recipe-container-${id}" class="wprm-recipe-container" data-recipe-id="${id}"><div class="wprm-recipe wprm-recipe-template-compact">`,
      `<h2 class="wprm-recipe-name">${esc(procedure.goal)}</h2>`,
      `<div class="wprm-recipe-equipment-container"><h3 class="wprm-recipe-header">${tools}</h3><ul class="wprm-recipe-equipment">`,
      procedure.resources.filter(isTool).map(({ text }) => tool(text)),
      `</ul></div><div class="wprm-recipe-ingredients-container"><h3 class="wprm-recipe-header">${ingredients}</h3><div class="wprm-recipe-ingredient-group"><ul class="wprm-recipe-ingredients">`,
      procedure.resources.filter((one) => !isTool(one)).map(({ text }) => supply(text)),
      `</ul></div></div><div class="wprm-recipe-instructions-container"><h3 class="wprm-recipe-header">${method}</h3>`,
      groups(procedure).map(part),
      `</div><div class="wprm-recipe-notes-container"><h3 class="wprm-recipe-header">&#9998;</h3><ul><li>&#9733; &#9733; &#9733; &#9733;</li></ul></div></div></div>`,
    ),
  };
};
