import type { OrderItem, OrderPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { GraphPanel, TextPanel } from "@stepladder/wasm/host/panels.ts";
import { closureOf } from "@stepladder/wasm/metrics/orders/measure.ts";
import { failureAt, quoted } from "../failures.ts";
import { orderOf } from "./steps.ts";

type Kind = FailureKind<OrderItem, OrderPrediction>;

/** Whether the step at one place has to come before that at another. */
type Before = (a: number, b: number) => boolean;

function beforeOf({ steps, before = [] }: OrderItem): Before {
  const closure = closureOf({ steps: steps.length, before: before as [number, number][] });
  return (a, b) => (((closure[a] as bigint) >> BigInt(b)) & 1n) === 1n;
}

/** The right order of these places that is most like the one they stand in: the first that may come next, each time. */
function rightOrder(places: readonly number[], isBefore: Before): number[] {
  const left = [...places];
  const order: number[] = [];
  while (left.length > 0) {
    const next = left.findIndex((place) => !left.some((other) => isBefore(other, place)));
    order.push(...left.splice(next, 1));
  }
  return order;
}

/** Steps that stand behind one which has to come after them, with the first of these. */
function strayed(order: readonly number[], isBefore: Before) {
  return order.flatMap((step, at) => {
    const ahead = order.slice(0, at).find((other) => isBefore(step, other));
    return ahead === undefined ? [] : [{ at, step, ahead }];
  });
}

/** Each step that is left out ahead of the first that has to come after it, at the end where there is none. */
function filled(order: readonly number[], { steps }: OrderItem, isBefore: Before): number[] {
  const full = [...order];
  for (const step of rightOrder([...steps.keys()], isBefore).toReversed()) {
    if (full.includes(step)) continue;
    const after = full.findIndex((other) => isBefore(step, other));
    full.splice(after < 0 ? full.length : after, 0, step);
  }
  return full;
}

function asksForOrder({ subtask, before }: OrderItem): boolean {
  return (subtask === "graph" || subtask === "section") && before !== undefined;
}

/** The predicted order beside the right one that is most like it. */
export function orderPanel(item: OrderItem, predicted: OrderPrediction | undefined): TextPanel {
  const { steps } = item;
  const isBefore = beforeOf(item);
  const own = predicted?.order === undefined ? undefined : orderOf(predicted.order, steps);
  const right = rightOrder(own === undefined ? [...steps.keys()] : filled(rightOrder(own, isBefore), item, isBefore), isBefore);
  const text = (step: number): string => steps[step] as string;
  return {
    kind: "text",
    title: own === undefined ? "A right order" : "The right order that is most like the predicted one",
    reference: right.map(text),
    ...(own === undefined
      ? {}
      : {
          generated: own.map(text),
          pairs: own.map((step, generated) => ({ reference: right.indexOf(step), generated })),
          notes: strayed(own, isBefore).map(({ at, ahead }) => ({
            of: "generated" as const,
            step: at,
            verdict: "bad" as const,
            text: `This has to come before ${quoted(text(ahead))}.`,
          })),
        }),
  };
}

/** The graph of a task, with executions to walk through it. */
export function orderGraph({ steps, before = [], executions = [] }: OrderItem, predicted: OrderPrediction | undefined): GraphPanel {
  const own = predicted?.order === undefined ? [] : [{ title: "The predicted order", nodes: orderOf(predicted.order, steps).map(String) }];
  return {
    kind: "graph",
    title: "What has to come before what",
    nodes: steps.map((text, place) => ({ id: `${place}`, text })),
    gold: before.map(([a, b]) => [`${a}`, `${b}`]),
    paths: [...own, ...executions.map((nodes, i) => ({ title: `Execution ${i + 1}`, nodes: nodes.map(String) }))],
  };
}

const swapped: Kind = {
  id: "order-swapped",
  title: "An order swapped",
  explains: "A step stands behind one that has to come after it; mended, the steps stand in the right order that is most like this one.",
  find(prediction, item) {
    if (!asksForOrder(item) || prediction.order === undefined) return undefined;
    const isBefore = beforeOf(item);
    const order = orderOf(prediction.order, item.steps);
    const wrong = strayed(order, isBefore);
    return failureAt(
      wrong.map(({ at }) => at),
      () => ({ ...prediction, order: rightOrder(order, isBefore) }),
      wrong.map(({ step, ahead }) => `${quoted(item.steps[step] as string)} behind ${quoted(item.steps[ahead] as string)}`),
    );
  },
};

const leftOut: Kind = {
  id: "step-missing",
  title: "A step missing",
  explains: "An order leaves out a step of the list; mended, it stands ahead of the steps that have to come after it.",
  find(prediction, item) {
    if (!asksForOrder(item) || prediction.order === undefined) return undefined;
    const isBefore = beforeOf(item);
    const order = orderOf(prediction.order, item.steps);
    const full = filled(order, item, isBefore);
    const missing = [...full.keys()].filter((place) => !order.includes(full[place] as number));
    return failureAt(
      missing,
      () => ({ ...prediction, order: full }),
      missing.map((place) => `${quoted(item.steps[full[place] as number] as string)} left out`),
    );
  },
};

const named = (ordered: boolean): string => (ordered ? "ordered" : "unordered");

const wrongCall: Kind = {
  id: "wrong-call",
  title: "A wrong call",
  explains: "Steps that have an order are called unordered, or the other way round; mended, the call is gold's.",
  find(prediction, { subtask, ordered }) {
    if (subtask !== "section" || ordered === undefined || prediction.ordered === undefined || prediction.ordered === ordered)
      return undefined;
    const details = [`${named(ordered)} steps called ${named(prediction.ordered)}`];
    return { mended: { ...prediction, ordered }, count: 1, details };
  },
};

export const orderFailures: readonly Kind[] = [swapped, leftOut, wrongCall];
