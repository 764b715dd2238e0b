import type { AskedFamily, Columns } from "../asked.ts";
import { Lists } from "../lists.ts";
import { SCRATCH } from "./abi.ts";

/** Steps as numbers from 0 to 63. */
export type Steps = readonly number[];

/** The `completion` family: a list of at most 64 steps against the lists that are right; the nearest of these counts. */
export const completion: AskedFamily<readonly Steps[], Steps> = {
  id: "completion",
  statistics: [
    { id: "completion-asked", title: "Asks for a completion" },
    { id: "completion-answered", title: "Has one" },
    { id: "completion-accuracy", title: "Equals a reference" },
    { id: "completion-edit-distance", title: "Edits to the nearest reference" },
    { id: "completion-similar-steps", title: "Most steps in common: the longer list less the edits" },
    { id: "completion-similarity", title: "The same as a share of the longer list" },
    { id: "completion-bleu", title: "BLEU" },
  ],
  gold: listsOfLists,
  answers: stepColumns,
  scratch: SCRATCH,
  run: ({ exports }, ...pointers) => exports.completionMeasure(...pointers),
};

/** Lists of lists: where each item's lists start, where each list starts, all values. */
export function listsOfLists(): Columns<readonly Steps[]> {
  const starts = [0];
  const lists = new Lists();
  return {
    push: (one = []) => {
      for (const list of one) lists.push(list);
      starts.push(lists.length);
    },
    words: () => [Int32Array.from(starts), ...lists.columns()],
    clear: () => {
      starts.length = 1;
      lists.clear();
    },
  };
}

/** Lists, and whether there was one. */
export function stepColumns(): Columns<Steps> {
  const answered: number[] = [];
  const lists = new Lists();
  return {
    push: (one) => {
      answered.push(Number(one !== undefined));
      lists.push(one ?? []);
    },
    words: () => [Int32Array.from(answered), ...lists.columns()],
    clear: () => {
      answered.length = 0;
      lists.clear();
    },
  };
}
