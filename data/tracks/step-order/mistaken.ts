import type { OrderItem, OrderPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { LabelsPanel } from "@stepladder/wasm/host/panels.ts";
import { failureAt } from "../failures.ts";
import { OUT_OF_ORDER, outOfOrder } from "./items.ts";

type Kind = FailureKind<OrderItem, OrderPrediction>;
/** Kinds of mistakes of a step; absent where it has none. */
type Kinds = readonly string[] | undefined;

/** What each step is said to have, and behind the last place what is said of steps that are not there. */
function saidOf({ steps }: OrderItem, mistakes: OrderPrediction["mistakes"] = []): Kinds[] {
  const said: (string[] | undefined)[] = steps.map(() => undefined);
  for (const { step, kinds = [] } of mistakes) {
    const place = step >= 0 && step < steps.length ? step : steps.length;
    said[place] = [...new Set([...(said[place] ?? []), ...kinds])].sort();
  }
  return said;
}

/** Gold's kinds, with that a wrong step came too early as it is computed. */
function goldOf(item: OrderItem): Kinds[] {
  const early = outOfOrder(item);
  return saidOf(item, item.mistakes).map((kinds, place) => kinds && (early.includes(place) ? [...kinds, OUT_OF_ORDER].sort() : kinds));
}

const NONE = "no mistake";

function label(kinds: Kinds): string {
  if (kinds === undefined) return NONE;
  return kinds.length === 0 ? "a mistake" : kinds.join(", ");
}

/** The steps of an execution with their mistakes. */
export function mistakesPanel(item: OrderItem, predicted: OrderPrediction | undefined): LabelsPanel {
  const { steps, spans = [] } = item;
  const gold = goldOf(item);
  const own = predicted?.mistakes === undefined ? undefined : saidOf(item, predicted.mistakes);
  const labels = gold.map(label);
  const said = own?.slice(0, steps.length).map(label);
  return {
    kind: "labels",
    title: "Mistakes of the execution",
    steps: steps.map((text, place) => ({
      text,
      gold: labels[place] as string,
      ...(said === undefined ? {} : { predicted: said[place] as string }),
      ...noteOf(spans[place]),
    })),
    wrong: [...new Set([...labels, ...(said ?? [])])].filter((name) => name !== NONE),
  };
}

function noteOf(span: readonly number[] | null | undefined): { readonly note?: string } {
  if (span === undefined) return {};
  return { note: span === null ? "Skipped." : `From ${span[0]} to ${span[1]} seconds.` };
}

/** Steps that go wrong in one way; mended, they have gold's kinds. */
function ofSteps(
  words: Pick<Kind, "id" | "title" | "explains">,
  is: (gold: Kinds, own: Kinds) => boolean,
  detail: (gold: string, own: string) => string,
): Kind {
  return {
    ...words,
    find(prediction, item) {
      if (item.subtask !== "mistakes" || prediction.mistakes === undefined) return undefined;
      const [gold, own] = [goldOf(item), saidOf(item, prediction.mistakes)];
      const wrong = Array.from({ length: own.length }, (_, place) => place).filter((place) => is(gold[place], own[place]));
      const mended = () =>
        own.flatMap((kinds, step) => {
          const right = wrong.includes(step) ? gold[step] : kinds;
          return right === undefined ? [] : [{ step, kinds: [...right] }];
        });
      return failureAt(
        wrong,
        () => ({ mistakes: mended() }),
        wrong.map((place) => detail(label(gold[place]), label(own[place]))),
      );
    },
  };
}

export const mistakeFailures: readonly Kind[] = [
  ofSteps(
    { id: "mistake-overlooked", title: "A mistake overlooked", explains: "A wrong step is not named; mended, it is, with gold's kinds." },
    (gold, own) => gold !== undefined && own === undefined,
    (gold) => `${gold} overlooked`,
  ),
  ofSteps(
    { id: "false-alarm", title: "A mistake where there is none", explains: "A right step is named; mended, it is not." },
    (gold, own) => gold === undefined && own !== undefined,
    (_, own) => `${own} said of a right step`,
  ),
  ofSteps(
    { id: "wrong-kind", title: "Another kind of mistake", explains: "A wrong step is named with other kinds; mended, with gold's." },
    (gold, own) => gold !== undefined && own !== undefined && label(gold) !== label(own),
    (gold, own) => `gold's ${gold} said to be ${own}`,
  ),
];
