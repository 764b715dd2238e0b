import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

interface Params {
  start: number;
  steps: number;
  /** The first case is for multiples of this. */
  divisor: number;
  /** The second case is for numbers above this. */
  bound: number;
  added: number;
  taken: number;
  /** The third case multiplies by two or three and adds this. */
  factor: number;
  more: number;
}

export default defineTask<Params>({
  id: "branch-on-a-number",
  title: "Branch on a number",
  rule:
    "Change a number step by step. At each step look at the number as it is then, and carry out the first of the three cases that holds for it, and no other. " +
    "Stop after the given number of steps. The state is the current number, a JSON number.",
  question: ({ start, steps, divisor, bound, added, taken, factor, more }) =>
    [
      `Start: ${start}`,
      `Case 1: if the number is a multiple of ${divisor}, add ${added}.`,
      `Case 2: if the number is above ${bound}, subtract ${taken}.`,
      `Case 3: in all other cases, multiply by ${factor} and add ${more}.`,
      `Steps: ${steps}`,
    ].join("\n"),
  generate(random, steps) {
    for (;;) {
      const params = draw(random, steps);
      const values = run(params);
      const cases = new Set(values.slice(0, -1).map((value) => caseOf(params, value)));
      // A short cycle would be seen once and written down; a run of one case has no branch.
      if (new Set(values).size > Math.min(steps, 12) && cases.size >= Math.min(steps, 3)) return params;
    }
  },
  solve(params) {
    const [init = params.start, ...states] = run(params);
    return { init, states };
  },
});

function draw(random: Random, steps: number): Params {
  const bound = random.between(60, 400);
  const divisor = random.between(3, 7);
  return {
    start: random.between(2, 99),
    steps,
    divisor,
    bound,
    // No multiple of the divisor, which would lead to the same case for ever.
    added: random.below(3) * divisor + random.between(1, divisor - 1),
    // At most what leaves the number above zero.
    taken: random.between(Math.floor(bound / 3), bound - 1),
    factor: random.between(2, 3),
    more: random.between(1, 9),
  };
}

function caseOf({ divisor, bound }: Params, value: number): 1 | 2 | 3 {
  if (value % divisor === 0) return 1;
  return value > bound ? 2 : 3;
}

function run(params: Params): number[] {
  const values = [params.start];
  for (let value = params.start; values.length <= params.steps; values.push(value)) {
    const taken = caseOf(params, value);
    if (taken === 1) value += params.added;
    else if (taken === 2) value -= params.taken;
    else value = value * params.factor + params.more;
  }
  return values;
}
