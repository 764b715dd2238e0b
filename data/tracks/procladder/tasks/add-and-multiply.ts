import { readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Operation {
  multiply: boolean;
  by: number;
}

interface Params {
  start: number;
  operations: Operation[];
}

/** With at most 9^11 times a sum of at most 1,170, every value is below 2^46 and an exact JavaScript number. */
const MOST_PRODUCTS = 11;

export default defineOfficialTask<Params>({
  id: "add-and-multiply",
  title: "Add and multiply",
  official: "task21",
  rule: "Begin with the start number and carry out the operations in order, one step each: +n adds n, *n multiplies by n. The state is the current value, a JSON number.",
  question: ({ start, operations }) =>
    `Start: ${start}\nOperations: ${operations.map(({ multiply, by }) => `${multiply ? "*" : "+"}${by}`).join(", ")}`,
  generate(random, steps) {
    const products = Math.min(MOST_PRODUCTS, Math.floor(steps / 2));
    const kinds = random.shuffle(Array.from({ length: steps }, (_, place) => place < products));
    return {
      start: random.between(1, 9),
      operations: kinds.map((multiply) => ({ multiply, by: multiply ? random.between(2, 9) : random.between(1, 9) })),
    };
  },
  solve({ start, operations }) {
    let value = start;
    const states = operations.map(({ multiply, by }) => {
      value = multiply ? value * by : value + by;
      return value;
    });
    return { init: start, states };
  },
  readOfficial(prompt) {
    const [start, operations] = readQuestion(prompt, "N =", "Operations:");
    const each = [...operations.matchAll(/(Add|Multiply) (\d+)/g)];
    return { start: Number(start), operations: each.map(([, verb, by]) => ({ multiply: verb === "Multiply", by: Number(by) })) };
  },
});
