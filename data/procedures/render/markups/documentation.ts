// What documentation tools write: DocBook, DITA, Mallard and AsciiDoc as HTML, and the layout of a large how-to wiki.
import { esc, groups, isTool, lines, type Markup } from "../block.ts";
import { wordsOf } from "../words.ts";
import { needs } from "./plain.ts";

export const docBook: Markup = (procedure) => {
  const part = ({ title, steps }: ReturnType<typeof groups>[number], k: number): string =>
    lines(
      `<div class="procedure"><a name="id-${k + 1}"></a><p class="title"><b>Procedure 4.${k + 1}. ${esc(title ?? procedure.goal)}</b></p>`,
      `<ol class="procedure" type="1">`,
      steps.map(({ text }) => `<li class="step"><p>${esc(text)}</p></li>`),
      "</ol></div>",
    );
  const list = `<div class="itemizedlist"><ul class="itemizedlist" style="list-style-type: disc; ">${procedure.resources.map(({ text }) => `<li class="listitem"><p>${esc(text)}</p></li>`).join("")}</ul></div>`;
  return { body: lines(list, groups(procedure).map(part)) };
};

export const dita: Markup = (procedure) => {
  const part = ({ title, steps }: ReturnType<typeof groups>[number]): string =>
    lines(
      `<section class="section"><div class="tasklabel"><h2 class="sectiontitle tasklabel">${esc(title ?? "Procedure")}</h2></div>`,
      `<ol class="ol steps">`,
      steps.map(({ text }) => `<li class="li step stepexpand">\n<span class="ph cmd">${esc(text)}</span>\n</li>`),
      "</ol></section>",
    );
  const list = `<section class="section prereq"><div class="tasklabel"><h2 class="sectiontitle tasklabel">Before you begin</h2></div><ul class="ul">${procedure.resources.map(({ text }) => `<li class="li">${esc(text)}</li>`).join("")}</ul></section>`;
  return { body: lines(`<div class="body taskbody">`, list, groups(procedure).map(part), "</div>") };
};

export const mallard: Markup = (procedure) => {
  const { need } = wordsOf(procedure.lang);
  const list = `<div class="list"><div class="title title-list"><h3><span class="title">${need}</span></h3></div><ul class="list">${procedure.resources.map(({ text }) => `<li class="list"><p class="p">${esc(text)}</p></li>`).join("")}</ul></div>`;
  const part = ({ title, steps }: ReturnType<typeof groups>[number]): string =>
    lines(
      `<div class="steps"><div class="inner">${title === undefined ? "" : `<div class="title title-steps"><h3><span class="title">${esc(title)}</span></h3></div>`}<div class="region"><ol class="steps">`,
      steps.map(({ text }) => `<li class="steps"><p class="p">${esc(text)}</p></li>`),
      "</ol></div></div></div>",
    );
  return { body: lines(list, groups(procedure).map(part)) };
};

export const asciiDoc: Markup = (procedure) => {
  const part = ({ title, steps }: ReturnType<typeof groups>[number]): string =>
    lines(
      `<div class="olist arabic">`,
      `<div class="title">${esc(title ?? "Procedure")}</div>`,
      `<ol class="arabic">`,
      steps.map(({ text }) => `<li>\n<p>${esc(text)}</p>\n</li>`),
      "</ol>",
      "</div>",
    );
  const list = lines(
    `<div class="ulist">`,
    `<div class="title">Prerequisites</div>`,
    "<ul>",
    procedure.resources.map(({ text }) => `<li>\n<p>${esc(text)}</p>\n</li>`),
    "</ul>",
    "</div>",
  );
  return { body: lines(`<div class="sect1"><div class="sectionbody">`, list, groups(procedure).map(part), "</div></div>") };
};

/** Steps in the lists of a reStructuredText page. */
export const sphinx: Markup = (procedure) => ({
  body: lines(
    needs(procedure),
    `<ol class="arabic simple">`,
    procedure.steps.map(({ text }) => `<li><p>${esc(text)}</p></li>`),
    "</ol>",
  ),
});

/** Parts under numbered headings, each step with a bold lead. */
export const wiki: Markup = (procedure) => {
  const { part, need } = wordsOf(procedure.lang);
  const step = ({ title, text }: (typeof procedure.steps)[number], k: number): string =>
    `<li id="step-id-${k}"><div class="step_num" aria-hidden="true">${k + 1}</div><div class="step">${title === undefined ? `<b class="whb">${esc(text)}</b>` : `<b class="whb">${esc(title)}.</b> ${esc(text)}`}</div></li>`;
  const section = ({ title, steps }: ReturnType<typeof groups>[number], k: number): string =>
    lines(
      `<div class="section steps" id="steps_${k + 1}"><h3><div class="altblock"><span>${part}</span> ${k + 1}</div><span class="mw-headline">${esc(title ?? procedure.goal)}</span></h3>`,
      `<div id="steps_${k + 1}_list" class="section_text"><ol class="steps_list_2">`,
      steps.map(step),
      "</ol></div></div>",
    );
  const things = `<div class="section thingsyoullneed"><h2><span class="mw-headline">${need}</span></h2><div class="section_text"><ul>${[
    ...procedure.resources,
  ]
    .sort((a, b) => Number(isTool(a)) - Number(isTool(b)))
    .map(({ text }) => `<li>${esc(text)}</li>`)
    .join("")}</ul></div></div>`;
  return { titled: procedure.steps.some(({ title }) => title !== undefined), body: lines(groups(procedure).map(section), things) };
};
