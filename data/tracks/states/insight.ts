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
  return gold.slice(0, predicted.length).map((state, at) => isState(predicted[at], state));
}

/** Whether a predicted state matches gold's, by the matcher of gold's. */
function isState(predicted: unknown, gold: unknown): boolean {
  const rule = stateRule(gold);
  const key = stateKey(gold, rule);
  return key !== undefined && stateKey(predicted, rule) === key;
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

/**
 * By how many positions the rest of a run is off, from where it leaves gold on: at least one position must be left to compare, and all must
 * match. Positive where the prediction is ahead of gold, for it left states out; negative where it has some too many.
 */
function shiftOf(own: readonly unknown[], gold: readonly unknown[]): { readonly at: number; readonly by: number } | undefined {
  const at = matches(own, gold).indexOf(false);
  if (at < 0) return undefined;
  const isOff = (by: number): boolean => {
    const [from, of] = by > 0 ? [own.slice(at), gold.slice(at + by)] : [own.slice(at - by), gold.slice(at)];
    const both = Math.min(from.length, of.length);
    return both > 0 && of.slice(0, both).every((state, i) => isState(from[i], state));
  };
  for (let by = 1; at + by < Math.max(own.length, gold.length); by++) {
    if (isOff(by)) return { at, by };
    if (isOff(-by)) return { at, by: -by };
  }
  return undefined;
}

const leftOut: FailureKind<StatesItem, StatesPrediction> = {
  id: "left-out",
  title: "A state left out",
  explains: "From some step on every state is gold's of a later one; mended, the states between are put in.",
  find(predicted, item) {
    const [own, gold] = [run(predicted), run(item)];
    const { at, by } = shiftOf(own, gold) ?? { at: 0, by: 0 };
    if (by <= 0) return undefined;
    return { mended: prediction([...own.slice(0, at), ...gold.slice(at, at + by), ...own.slice(at)]), count: by, at, details: [off(by)] };
  },
};

const putIn: FailureKind<StatesItem, StatesPrediction> = {
  id: "put-in",
  title: "A state too many",
  explains: "From some step on every state is gold's of an earlier one, as where a state is doubled; mended, the states between are cut.",
  find(predicted, item) {
    const [own, gold] = [run(predicted), run(item)];
    const { at, by } = shiftOf(own, gold) ?? { at: 0, by: 0 };
    if (by >= 0) return undefined;
    return { mended: prediction([...own.slice(0, at), ...own.slice(at - by)]), count: -by, at, details: [off(-by)] };
  },
};

function off(by: number): string {
  return `later states off by ${by}`;
}

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
  failures: [wrongState, leftOut, putIn, stoppedEarly, ranOn],
};
