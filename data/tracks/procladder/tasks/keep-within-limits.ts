import { defineTask } from "./task.ts";

interface Params {
  least: number;
  most: number;
  /** A level that is a multiple of this may not stay. */
  divisor: number;
  start: number;
  changes: number[];
}

export default defineTask<Params>({
  id: "keep-within-limits",
  title: "Keep within limits",
  rule:
    "A level is changed, one step per change, in order, and two constraints are checked at each. First, if the change would take the level below the least or above the most, skip it: the level stays, and the mark is s. " +
    "Otherwise carry it out. Then, if the new level is a multiple of the forbidden divisor, undo the change: the level is again what it was before, and the mark is u. In all other cases the mark is k. " +
    'The state is a list of the level and the text of all marks so far, like [17, "kkus"]. The start is the given level with an empty text.',
  question: ({ least, most, divisor, start, changes }) =>
    `Level: ${start}\nLeast: ${least}\nMost: ${most}\nForbidden divisor: ${divisor}\nChanges: ${changes.map((change) => (change < 0 ? change : `+${change}`)).join(", ")}`,
  generate(random, steps) {
    const least = random.between(1, 20);
    const divisor = random.between(3, 6);
    const most = least + random.between(15, 30);
    const levels = Array.from({ length: most - least + 1 }, (_, i) => least + i).filter((level) => level % divisor !== 0);
    const changes = random.list(steps, () => random.between(1, 12) * (random.chance(1, 2) ? 1 : -1));
    return { least, most, divisor, start: random.pick(levels), changes };
  },
  solve({ least, most, divisor, start, changes }) {
    let level = start;
    let marks = "";
    const states = changes.map((change) => {
      const next = level + change;
      const mark = next < least || next > most ? "s" : next % divisor === 0 ? "u" : "k";
      if (mark === "k") level = next;
      marks += mark;
      return [level, marks];
    });
    return { init: [start, ""], states };
  },
});
