// Unmarked procedures: nothing but the form tells that these are steps.
import type { Procedure } from "@stepladder/schema";
import { type Block, esc, groups, isTool, lines, type Markup } from "../block.ts";
import { wordsOf } from "../words.ts";

type Step = Procedure["steps"][number];

/** What is needed, as a list under its heading; nothing where nothing is. */
export function needs({ resources, lang, topic }: Procedure, heading = "h2"): string {
  const words = wordsOf(lang);
  const of = (title: string, list: readonly { text: string }[]): string =>
    list.length === 0
      ? ""
      : `<${heading}>${title}</${heading}>\n<ul>\n${list.map(({ text }) => `<li>${esc(text)}</li>`).join("\n")}\n</ul>`;
  if (topic !== "food-dining") return of(words.need, resources);
  return lines(
    of(
      words.ingredients,
      resources.filter((one) => !isTool(one)),
    ),
    of(words.tools, resources.filter(isTool)),
  );
}

/** Every section under its own heading, its steps in a form. */
function sectioned(procedure: Procedure, form: (steps: readonly Step[], first: number) => string, heading = "h3"): string {
  let first = 1;
  return groups(procedure)
    .map(({ title, steps }) => {
      const told = form(steps, first);
      first += steps.length;
      return lines(title === undefined ? undefined : `<${heading}>${esc(title)}</${heading}>`, told);
    })
    .join("\n");
}

const untitled =
  (form: (procedure: Procedure) => string): Markup =>
  (procedure) => ({ body: form(procedure) });

export const ordered = untitled((procedure) =>
  lines(
    needs(procedure),
    `<h2>${wordsOf(procedure.lang).method}</h2>`,
    sectioned(procedure, (steps) => `<ol>\n${steps.map(({ text }) => `<li>${esc(text)}</li>`).join("\n")}\n</ol>`),
  ),
);

export const orderedParagraphs = untitled((procedure) =>
  lines(
    needs(procedure, "h4"),
    sectioned(procedure, (steps, first) => `<ol start="${first}">${steps.map(({ text }) => `<li><p>${esc(text)}</p></li>`).join("")}</ol>`),
  ),
);

export const bullets = untitled((procedure) =>
  lines(
    needs(procedure, "h3"),
    `<h3>${wordsOf(procedure.lang).method}</h3>`,
    sectioned(procedure, (steps) => `<ul class="steps-text">\n${steps.map(({ text }) => `<li>${esc(text)}</li>`).join("\n")}\n</ul>`, "h4"),
  ),
);

/** `Step N` headings, with the step's own title where it has one. */
export const stepHeadings: Markup = (procedure) => {
  const titled = procedure.steps.some(({ title }) => title !== undefined);
  const heading = ({ title }: Step, at: number): string =>
    `${wordsOf(procedure.lang).step} ${at}${title === undefined ? "" : `: ${title}`}`;
  const form = (steps: readonly Step[], first: number): string =>
    steps.map((step, k) => `<h3>${esc(heading(step, first + k))}</h3>\n<p>${esc(step.text)}</p>`).join("\n");
  return { body: lines(needs(procedure), sectioned(procedure, form, "h2")), titled };
};

/** The step's title behind its number is a heading, its text a paragraph. */
export const numberedHeadings: Markup = (procedure) => {
  const form = (steps: readonly Step[], first: number): string =>
    steps.map(({ title, text }, k) => `<h4>${first + k}. ${esc(title ?? "")}</h4><div><p>${esc(text)}</p></div>`).join("\n");
  return { body: lines(needs(procedure, "h3"), sectioned(procedure, form)), titled: true };
};

export const numberedParagraphs = untitled((procedure) =>
  lines(
    needs(procedure),
    sectioned(procedure, (steps, first) => steps.map(({ text }, k) => `<p>${first + k}. ${esc(text)}</p>`).join("\n"), "h2"),
  ),
);

export const numberedLines = untitled((procedure) =>
  lines(
    `<p><b>${wordsOf(procedure.lang).need}:</b> ${procedure.resources.map(({ text }) => esc(text)).join("; ")}.</p>`,
    sectioned(procedure, (steps, first) => `<p>\n${steps.map(({ text }, k) => `${first + k}) ${esc(text)}`).join("<br>\n")}\n</p>`),
  ),
);

export const boldParagraphs = untitled((procedure) => {
  const { step } = wordsOf(procedure.lang);
  return lines(
    needs(procedure, "h3"),
    sectioned(procedure, (steps, first) =>
      steps.map(({ text }, k) => `<p><strong>${step} ${first + k}.</strong> ${esc(text)}</p>`).join("\n\n"),
    ),
  );
});

export const cards = untitled((procedure) => {
  const card = ({ text }: Step, at: number): string =>
    `<div class="card-row"><div class="bubble">${at}</div><div class="card-body"><p>${esc(text)}</p></div></div>`;
  return lines(
    needs(procedure),
    sectioned(procedure, (steps, first) => `<div class="card-stack">\n${steps.map((step, k) => card(step, first + k)).join("\n")}\n</div>`),
  );
});

export const titledCards: Markup = (procedure) => {
  const card = ({ title, text }: Step): string =>
    `<section class="tile"><h3 class="tile-name">${esc(title ?? "")}</h3><p>${esc(text)}</p></section>`;
  return { body: lines(needs(procedure), `<div class="tiles">`, procedure.steps.map(card), "</div>"), titled: true };
};

export const table = untitled((procedure) => {
  const { step, method } = wordsOf(procedure.lang);
  const row = ({ text }: Step, at: number): string => `<tr><td>${at}</td><td>${esc(text)}</td></tr>`;
  const form = (steps: readonly Step[], first: number): string =>
    lines(
      `<table border="1" cellpadding="6">`,
      `<tr><th>${step}</th><th>${method}</th></tr>`,
      steps.map((one, k) => row(one, first + k)),
      "</table>",
    );
  return lines(needs(procedure, "h3"), sectioned(procedure, form));
});

/** Several procedures share a page: each under its goal, its list after a sentence that ends in a colon. */
export function underGoal(form: Markup): Markup {
  return (procedure): Block => {
    const { body, ...rest } = form(procedure);
    return { body: lines(`<h2>${esc(procedure.goal)}</h2>`, body.replaceAll(/<(\/?)h2>/g, "<$1h3>")), ...rest };
  };
}
