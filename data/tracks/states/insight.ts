import type { StatesItem, StatesPrediction } from "@stepladder/schema";
import type { FailureKind, Insight } from "@stepladder/wasm/host/insight.ts";
import { stateKey, stateRule } from "./rules.ts";

/** All states after the start, the final one last. */
function run({ intermediate, final }: StatesPrediction): readonly unknown[] {
  return [...intermediate, final];
}

function prediction(states: readonly unknown[]): StatesPrediction {
  return { intermediate: states.slice(0, -1), final: states.at(-1) ?? "" };
}

/** A state as text; what is no text stands as JSON. */
function stateText(state: unknown): string {
  return typeof state === "string" ? state : JSON.stringify(state);
}

/** Whether each position that both have matches, by the matcher of gold's state. */
function matches(predicted: readonly unknown[], gold: readonly unknown[]): boolean[] {
  return gold.slice(0, predicted.length).map((state, at) => {
    const rule = stateRule(state);
    const key = stateKey(state, rule);
    return key !== undefined && stateKey(predicted[at], rule) === key;
  });
}

const wrongState: FailureKind<StatesItem, StatesPrediction> = {
  id: "wrong-state",
  title: "A wrong state",
  explains: "A state differs from gold's at its position; mended, every position that both have is gold's.",
  find(predicted, item) {
    const [own, gold] = [run(predicted), run(item)];
    const same = matches(own, gold);
    const at = same.indexOf(false);
    if (at < 0) return undefined;
    return { mended: prediction([...gold.slice(0, own.length), ...own.slice(gold.length)]), count: same.filter((one) => !one).length, at };
  },
};

const stoppedEarly: FailureKind<StatesItem, StatesPrediction> = {
  id: "stopped-early",
  title: "Stopped early",
  explains: "There are fewer states than in gold; mended, gold's remaining ones follow.",
  find(predicted, item) {
    const [own, gold] = [run(predicted), run(item)];
    if (own.length >= gold.length) return undefined;
    return { mended: prediction([...own, ...gold.slice(own.length)]), count: gold.length - own.length, at: own.length };
  },
};

const ranOn: FailureKind<StatesItem, StatesPrediction> = {
  id: "ran-on",
  title: "Ran on",
  explains: "There are more states than in gold; mended, those beyond its end are cut.",
  find(predicted, item) {
    const [own, gold] = [run(predicted), run(item)];
    if (own.length <= gold.length) return undefined;
    return { mended: prediction(own.slice(0, gold.length)), count: own.length - gold.length, at: gold.length };
  },
};

/** What every state-by-state track shows alike. */
export const statesInsight: Insight<StatesItem, StatesPrediction> = {
  view(item, predicted) {
    const gold = run(item);
    const own = predicted && run(predicted);
    return {
      title: item.task,
      ...(item.prompt === undefined ? {} : { texts: [{ title: "Task", text: item.prompt }] }),
      panels: [
        {
          kind: "states",
          title: "States",
          ...(item.init === undefined ? {} : { start: stateText(item.init) }),
          gold: gold.map(stateText),
          ...(own === undefined ? {} : { predicted: own.map(stateText), same: matches(own, gold) }),
        },
      ],
    };
  },
  failures: [wrongState, stoppedEarly, ranOn],
};
