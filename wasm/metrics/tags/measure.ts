import type { AskedFamily } from "../asked.ts";
import { stepColumns } from "../completion/measure.ts";
import { Lists } from "../lists.ts";

/** The tags of each place, as numbers from 0. */
export type Tagged = readonly (readonly number[])[];

/** The one tag of a section: its steps have an order. */
export const ORDERED = ["ordered"] as const;

/** Kinds of mistakes in CaptainCook4D, by their number in its error_category_idx.json. */
export const KINDS = ["preparation", "measurement", "order", "timing", "technique", "temperature", "missing-step", "other"] as const;

/** What a step of an execution may have: a mistake, its kinds, and that it came too early for the graph. */
export const MISTAKES = ["mistake", ...KINDS, "out-of-order"] as const;

function wordOf(tags: readonly number[]): number {
  return tags.reduce((word, tag) => word | (1 << tag), 0);
}

/** A family of tags on places: one kernel, as many columns as there are tags. `place` names a place, `gold` what has its tags. */
function tagFamily(id: string, names: readonly string[], place: string, gold = "gold"): AskedFamily<Tagged, Tagged> {
  return {
    id,
    statistics: [
      { id: `${id}-asked`, title: `Asks for tags of ${place}s` },
      { id: `${id}-answered`, title: "Has them" },
      { id: `${id}-places`, title: `Number of ${place}s` },
      { id: `${id}-exact`, title: `Every ${place} has just the tags of ${gold}` },
      ...names.flatMap((name) => [
        { id: `${id}-gold-${name}`, title: `${place}s that are ${name} in ${gold}` },
        { id: `${id}-named-${name}`, title: `${place}s called ${name}` },
        { id: `${id}-both-${name}`, title: `${place}s called ${name} that are so in ${gold}` },
      ]),
    ],
    gold() {
      const lists = new Lists();
      return {
        push: (one = []) => lists.push(one.map(wordOf)),
        words: () => lists.columns(),
        clear: () => lists.clear(),
      };
    },
    answers() {
      const columns = stepColumns();
      return { ...columns, push: (one) => columns.push(one?.map(wordOf)) };
    },
    scratch: 0,
    run: ({ exports }, ...pointers) => exports.tagsMeasure(...pointers, names.length),
  };
}

/** The `ordered` family: whether the steps of a section have an order. A section is one place. */
export const ordered = tagFamily("ordered", ORDERED, "section");

/** The `released-labels` family: the same calls, against the labels where they stand in the release. */
export const releasedLabels = tagFamily("released-labels", ORDERED, "section", "the release");

/** The `mistakes` family: which steps of an execution are wrong, and in what. */
export const mistakes = tagFamily("mistakes", MISTAKES, "step");
