import type { Mined } from "../core/mining.ts";
import { clean } from "./text.ts";

/** "Step" in the languages in which pages number their steps by word. */
const STEP =
  "step|schritt|étape|etape|paso|passo|pas|stap|steg|trin|trinn|vaihe|krok|шаг|крок|lépés|adım|βήμα|langkah|bước|단계|ステップ|步骤|步驟|手順";

/** `Step 3:`, `Schritt 3 -`, `第3步`. The word alone, or a number with no word, is no label. */
const LABEL = new RegExp(
  `^(?:(?:${STEP})\\s*(?:n[°º.]?\\s*)?\\d{1,3}(?!\\d|(?:st|nd|rd|th)\\b)\\s*[:.)\\]–—-]*\\s*|第\\s*\\d{1,3}\\s*步\\s*[::.、]?\\s*)`,
  "iu",
);

/** `3.`, `3)`, `(3)`, `3 -` before words; `1.5 cups` and `3 eggs` are none. */
const NUMBER = /^(?:\(\d{1,3}\)|\d{1,3}\s*[.)\]:、．]+|\d{1,3}\s+[–—-](?=\s))\s*(?=[^\d\s])/u;

const BULLET = /^[•●▪◦‣➤►✓✔–—-]\s+/u;

/** Whether a text is nothing but the number or label of a step. */
export function isLabel(text: string): boolean {
  return /^\(?\d{1,3}\s*[.):]?$/.test(text) || text.replace(LABEL, "") === "";
}

/** The text of a step without the number or label that it stands under. */
export function cleanStep(text: string): string {
  const folded = clean(text);
  return folded.replace(BULLET, "").replace(LABEL, "").replace(NUMBER, "");
}

/** Where a number that begins a step may stand: `1. `, `2) `, `3.番茄`, and no decimal or range. */
const INLINE_NUMBER = /(?<=^|[\s.。;;!!))])(\d{1,2})\s*[.)、．:](?=\s*[^\d\s])/gu;

/** The steps of `1. Peel them. 2. Cut them.` on one line; a line that is not numbered from 1 is one step. */
export function splitNumbered(text: string): string[] {
  const starts: number[] = [];
  for (const found of text.matchAll(INLINE_NUMBER)) {
    if (Number(found[1]) === starts.length + 1 && (starts.length > 0 || found.index === 0)) starts.push(found.index);
  }
  return starts.length < 2 ? [text] : starts.map((start, at) => text.slice(start, starts[at + 1]).trim());
}

/** A goal as one line: no colon at its end, no quotes around it. */
export function cleanGoal(text: string): string {
  return clean(text)
    .replace(/^procedure\s+[\d.]+[.:]?\s+/i, "")
    .replace(/\s*[:：]$/, "")
    .replace(/^["“„«](.*)["”»]$/u, "$1");
}

function isSection(title: string | undefined): boolean {
  return title !== undefined && wordy(title) !== "" && !isLabel(clean(title));
}

function wordy(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : "";
}

/** A step's title, where it says something that its text does not begin with: many pages repeat the text there, cut short. */
function titleBeside(title: string, text: string): string | undefined {
  if (title.length > MAX_TITLE) return undefined;
  const stem = title.replace(/[\s.…:]+$/u, "");
  return wordy(stem) === "" || /^\d+$/.test(stem) || text.toLowerCase().startsWith(stem.toLowerCase()) ? undefined : title;
}

/** What stands above all steps of a page and names none of them. */
const CAPTION = new RegExp(
  `^(?:${"instructions?|directions?|method|steps?|procedure|preparation|how to make it|how to make|zubereitung|anleitung|so geht's|préparation|étapes|recette|preparación|elaboración|instrucciones|pasos|preparazione|procedimento|modo de preparo|bereiding|bereidingswijze|stappen|fremgangsmåde|gör så här|tillagning|så gör du|framgangsmåte|slik gjør du|przygotowanie|sposób przygotowania|postup|elkészítés|приготовление|做法|步骤|作り方"})\\s*[:.]?$`,
  "iu",
);

export function isCaption(text: string): boolean {
  return CAPTION.test(clean(text));
}

/** Numbers 1, 2, 3 at the beginning of all steps are dropped, also where nothing but a blank, or not even that, stands behind them; of two steps they may be amounts. */
function withoutNumbers(texts: readonly string[]): string[] {
  const numbered = texts.length > 2 && texts.every((text, at) => new RegExp(`^${at + 1}(?!\\d|[.,]\\d|\\s*[–-]\\s*\\d)`).test(text));
  return numbered ? texts.map((text) => text.replace(/^\d+\s*(?:[.)\]:、．]+|[–-])?\s*/, "")) : [...texts];
}

/** Steps that a procedure may have; longer lists are data. */
export const MAX_STEPS = 1000;
/** Characters that a step, and a title or goal, may have; longer ones are no steps and no titles. */
const MAX_TEXT = 20_000;
const MAX_TITLE = 500;

/** What was mined, made fit for the schema: clean texts, no empty step, sections that hold a step; nothing where no goal or no step is left. */
export function tidy(mined: Mined, title: string): Mined | undefined {
  if (mined.steps.length > MAX_STEPS) return undefined;
  const goal = (mined.goal.length > MAX_TITLE ? "" : cleanGoal(mined.goal)) || cleanGoal(title);
  const texts = withoutNumbers(mined.steps.map(({ text }) => clean(text)));
  const steps = mined.steps.flatMap((step, at) => {
    const heading = step.title === undefined ? "" : cleanStep(step.title);
    const text = wordy(cleanStep(texts[at] as string)) || wordy(heading);
    if (text === "" || isCaption(text)) return [];
    return [{ ...step, text, title: titleBeside(heading, text) }];
  });
  if (goal === "" || steps.length === 0 || steps.some(({ text }) => text.length > MAX_TEXT)) return undefined;
  if (
    steps.every(
      ({ title: own, section }, at) =>
        own === undefined && isSection(mined.sections?.[section ?? -1]) && section !== steps[at - 1]?.section,
    ) &&
    steps.length > 1
  )
    for (const step of steps) {
      step.title = titleBeside(cleanStep(mined.sections?.[step.section as number] as string), step.text);
      step.section = undefined;
    }
  const used = [...new Set(steps.flatMap((step) => step.section ?? []))].filter((one) => isSection(mined.sections?.[one]));
  // A caption is a section where there are others: "Preparation" before "Baking".
  if (used.every((one) => isCaption(mined.sections?.[one] as string))) used.length = 0;
  used.sort((a, b) => a - b);
  const place = new Map(used.map((old, at) => [old, at]));
  return {
    ...mined,
    goal,
    resources: mined.resources.map((one) => ({ ...one, text: clean(one.text) })).filter((one) => one.text !== ""),
    sections: used.length === 0 ? undefined : used.map((old) => clean(mined.sections?.[old] as string)),
    steps: steps.map(({ text, title: heading, section, pointer }) => {
      const at = section === undefined ? undefined : place.get(section);
      return { text, ...(heading === undefined ? {} : { title: heading }), ...(at === undefined ? {} : { section: at }), pointer };
    }),
  };
}
