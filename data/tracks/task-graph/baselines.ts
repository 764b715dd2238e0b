import type { Baseline, TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import { countPairs, precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";
import { stepsOf, vacant, withEnds } from "./steps.ts";

type GraphBaseline = Baseline<TaskGraphItem, TaskGraphPrediction>;

/** Keys of START, of the steps in their order, and of END. */
function keysOf(item: TaskGraphItem): { start: string; steps: string[]; end: string } {
  const { keys, start, end } = stepsOf(item);
  return { start: keys[start] as string, steps: keys.filter((_, i) => i !== start && i !== end), end: keys[end] as string };
}

function chain(keys: readonly string[]): TaskGraphPrediction {
  return { edges: keys.slice(1).map((key, i) => [keys[i] as string, key]) };
}

/** What scoring gives for nothing at all. */
const empty: GraphBaseline = {
  id: "empty",
  title: "No edges",
  about: "Predicts no edge.",
  fit: () => () => vacant,
};

/** What scoring gives for START and END alone. */
const unordered: GraphBaseline = {
  id: "unordered",
  title: "Any order",
  about: "Puts every step straight between START and END: demands no order at all, so that no execution can contradict it.",
  fit: () => (item) => {
    const { start, steps, end } = keysOf(item);
    return {
      edges: steps.flatMap((key) => [
        [start, key],
        [key, end],
      ]),
    };
  },
};

/** What scoring gives for one order, the one of the list of steps. */
const givenOrder: GraphBaseline = {
  id: "given-order",
  title: "Order of the list",
  about: "One chain through the steps as gold happens to list them, which is no order of execution.",
  fit: () => (item) => {
    const { start, steps, end } = keysOf(item);
    return chain([start, ...steps, end]);
  },
};

/** What one look at the task gives. */
const firstExecution: GraphBaseline = {
  id: "first-execution",
  title: "First execution",
  about:
    "One chain through the steps as the first observed execution did them. Sees the executions, which are the training data of this task, and not gold's edges.",
  fit: () => (item) => {
    const { start, steps, end } = keysOf(item);
    const [first = []] = item.executions ?? [];
    return chain([start, ...first, ...steps.filter((key) => !first.includes(key)), end]);
  },
};

/** What counting gives. */
const alwaysBefore: GraphBaseline = {
  id: "always-before",
  title: "Always before",
  about:
    "Orders two steps where every observed execution that did both agrees, and leaves out what follows. Sees the executions, which are the training data of this task, and not gold's edges.",
  fit: () => (item) => {
    const { start, steps, end } = keysOf(item);
    const executions = (item.executions ?? []).map((execution) => execution.map((key) => steps.indexOf(key)));
    const edges = precedenceEdges(steps.length, countPairs(steps.length, executions), 1);
    const pairs = edges.map(({ before, after }): [string, string] => [steps[before] as string, steps[after] as string]);
    return { edges: withEnds(start, steps, pairs, end) };
  },
};

export const baselines: readonly GraphBaseline[] = [empty, unordered, givenOrder, firstExecution, alwaysBefore];
