import type { MinedProcedure } from "@stepladder/schema";
import type { Filter } from "../core/mining.ts";
import { languageOf } from "./language.ts";
import { stepTexts } from "./text.ts";

/** Words that English writes with a capital and that name nobody. */
const COMMON = new Set(
  "I I'm I'll I've Mr Mrs Ms Dr Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Step Fahrenheit Celsius English Ctrl Alt Shift Enter Tab Esc OK Dutch French Italian Greek Step Phillips Allen Christmas Easter Internet".split(
    " ",
  ),
);
/** A word with a capital behind a small one, a number or a comma: it begins no sentence. */
const NAME = /(?<=[\p{Ll}\p{N}][,;)]?\s(?:["“‘(])?)\p{Lu}[\p{Ll}\p{Lu}\p{N}]*\p{L}[\p{L}\p{N}’'&-]*/gu;

/** Share of steps from which a name is what a procedure is about. */
const FROM = 0.4;
/** And this many of them. */
const LEAST = 3;

/** The name that most steps have, and how many have it. Steps written in capitals throughout have none. */
export function commonestName(procedure: MinedProcedure): { name: string; steps: number } | undefined {
  const counts = new Map<string, number>();
  for (const step of stepTexts(procedure)) {
    const words = step.match(/\p{L}{3,}/gu) ?? [];
    if (words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2) continue;
    for (const name of new Set(step.match(NAME))) if (!COMMON.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Equal counts: the first in the order of their letters, whatever the order of steps.
  const [first] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first && { name: first[0], steps: first[1] };
}

/** How2Mine drops what is about one named person, product or place. Its language model judges; this looks for a name that recurs, in English. */
export const noEntity: Filter = {
  id: "no-entity",
  title: "Is not about one named person, product or place",
  judge(procedure) {
    if (languageOf(procedure) !== "en") return undefined;
    const found = commonestName(procedure);
    if (found === undefined || found.steps < Math.max(LEAST, FROM * procedure.steps.length)) return undefined;
    return { reason: "named-entity", detail: `${found.name}, in ${found.steps} of ${procedure.steps.length} steps` };
  },
};
