import type { PlanItem, PlanPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import { defineInsight } from "../define.ts";
import { failureAt } from "../failures.ts";

type Kind = FailureKind<PlanItem, PlanPrediction>;

/** Places of a plan beside gold's: of actions that both have, each as often as in both, and of those that only one has. */
function matched(own: readonly number[], gold: readonly number[]) {
  const free = new Map<number, number[]>();
  for (const [place, action] of gold.entries()) free.set(action, [...(free.get(action) ?? []), place]);
  const common = new Map<number, number>();
  // Where an action stands in its place it is that one, and not another of the same name.
  for (const settled of [true, false]) {
    for (const [place, action] of own.entries()) {
      const places = free.get(action) ?? [];
      const at = settled ? places.indexOf(place) : 0;
      if (common.has(place) || at < 0 || places.length === 0) continue;
      common.set(place, places.splice(at, 1)[0] as number);
    }
  }
  const wrong = [...own.keys()].filter((place) => !common.has(place));
  const left = new Set(common.values());
  return { common, wrong, left: [...gold.keys()].filter((place) => !left.has(place)) };
}

/** A plan up to gold's length, and what stands beyond. */
function cut({ actions }: PlanPrediction, { length }: readonly number[]): [own: readonly number[], beyond: readonly number[]] {
  return [actions.slice(0, length), actions.slice(length)];
}

const wrongAction: Kind = {
  id: "wrong-action",
  title: "A wrong action",
  explains: "An action is planned that gold does not have, or not so often; mended, it is the action of gold that is missing.",
  find(predicted, { actions: gold }) {
    const [own, beyond] = cut(predicted, gold);
    const { wrong, left } = matched(own, gold);
    const mended = [...own];
    for (const [i, place] of wrong.entries()) mended[place] = gold[left[i] as number] as number;
    const details = wrong.map((place, i) => `gold's action ${gold[left[i] as number]} planned as action ${own[place]}`);
    return failureAt(wrong, () => ({ actions: [...mended, ...beyond] }), details);
  },
};

const swapped: Kind = {
  id: "order-swapped",
  title: "An order swapped",
  explains: "An action that gold has stands at another place; mended, every such action stands where gold has it.",
  find(predicted, { actions: gold }) {
    const [own, beyond] = cut(predicted, gold);
    const { common, wrong } = matched(own, gold);
    const strayed = [...common].filter(([place, right]) => place !== right).map(([place]) => place);
    const rest = wrong.map((place) => own[place] as number);
    const taken = new Set(common.values());
    const mended = gold.slice(0, own.length).map((action, place) => (taken.has(place) ? action : (rest.shift() as number)));
    const details = strayed.map((place) => `action ${own[place]} planned as number ${place + 1}, not ${(common.get(place) as number) + 1}`);
    return failureAt(
      strayed.sort((a, b) => a - b),
      () => ({ actions: [...mended, ...beyond] }),
      details,
    );
  },
};

const tooLong: Kind = {
  id: "too-long",
  title: "A plan too long",
  explains: "There are more actions than the case asks for; mended, those beyond are cut.",
  find(predicted, { actions: gold }) {
    const [own, beyond] = cut(predicted, gold);
    return failureAt(
      beyond.map((_, i) => own.length + i),
      () => ({ actions: [...own] }),
    );
  },
};

const named = (action: number): string => `Action ${action}`;

export default defineInsight<PlanItem, PlanPrediction>({
  view({ task, video, actions: gold, padding }, predicted) {
    return {
      title: `Task ${task}, ${gold.length} actions`,
      facts: [
        { name: "Video", value: video },
        ...(padding === 0 ? [] : [{ name: "Filled up", value: `The first ${padding} of ${gold.length} actions only repeat the next one` }]),
      ],
      panels: [
        {
          kind: "states",
          title: "Plan",
          steps: gold.map((_, place) => `Action ${place + 1} of ${gold.length}`),
          gold: gold.map(named),
          ...(predicted === undefined
            ? {}
            : {
                predicted: predicted.actions.map(named),
                same: gold.slice(0, predicted.actions.length).map((action, place) => action === predicted.actions[place]),
              }),
        },
      ],
    };
  },
  failures: [wrongAction, swapped, tooLong],
});
