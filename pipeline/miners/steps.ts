import type { Mined } from "../core/mining.ts";
import { clean } from "./text.ts";

/** "Step" in the languages in which pages number their steps by word. */
const STEP =
  "step|schritt|étape|etape|paso|passo|pas|stap|steg|trin|trinn|vaihe|krok|шаг|крок|lépés|adım|βήμα|langkah|bước|단계|ステップ|步骤|步驟|手順";

/** `Step 3:`, `Schritt 3 -`, `第3步`. The word alone, or a number with no word, is no label. */
const LABEL = new RegExp(
  `^(?:(?:${STEP})\\s*(?:n[°º.]?\\s*)?\\d{1,3}(?!\\p{L}|\\d)\\s*[:.)\\]–—-]*\\s*|第\\s*\\d{1,3}\\s*步\\s*[::.、]?\\s*)`,
  "iu",
);

/** `3.`, `3)`, `(3)`, `3 -` before words; `1.5 cups` and `3 eggs` are none. */
const NUMBER = /^(?:\(\d{1,3}\)|\d{1,3}\s*[.)\]:、．]|\d{1,3}\s+[–—-](?=\s))\s*(?=[^\d\s])/u;

/** The text of a step without the number or label that it stands under. */
export function cleanStep(text: string): string {
  const folded = clean(text);
  return folded.replace(LABEL, "").replace(NUMBER, "");
}

/** A goal as one line: no colon at its end, no quotes around it. */
export function cleanGoal(text: string): string {
  return clean(text)
    .replace(/\s*[:：]$/, "")
    .replace(/^["“„«](.*)["”»]$/u, "$1");
}

/** Steps that a procedure may have; longer lists are data. */
export const MAX_STEPS = 1000;

/** What was mined, made fit for the schema: clean texts, no empty step, sections that hold a step; nothing where no goal or no step is left. */
export function tidy(mined: Mined, title: string): Mined | undefined {
  const goal = cleanGoal(mined.goal) || cleanGoal(title);
  const steps = mined.steps.flatMap((step) => {
    const heading = step.title === undefined ? "" : cleanStep(step.title);
    const text = cleanStep(step.text) || heading;
    if (text === "") return [];
    return [{ ...step, text, title: heading === "" || heading === text ? undefined : heading }];
  });
  if (goal === "" || steps.length === 0 || steps.length > MAX_STEPS) return undefined;
  const used = [...new Set(steps.flatMap((step) => step.section ?? []))].filter((one) => clean(mined.sections?.[one] ?? "") !== "");
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
