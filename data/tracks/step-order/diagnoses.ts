import type { OrderPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { Context } from "./steps.ts";

type OrderDiagnose = Diagnose<OrderPrediction, Context>;

/** An order that numbers each of so many steps once, from `first` on. */
function isPermutation(order: OrderPrediction["order"], count: number, first: number): order is number[] {
  return order?.length === count && [...Array(count).keys()].every((place) => order.includes(place + first));
}

const METRIC = { graph: "order-pairs", section: "section-order-pairs" } as const;

/** Readings of an order: told once for tasks and once for sections, by the metric that it raises. */
function ofOrders(
  one: Pick<OrderDiagnose, "id" | "title" | "explanation" | "fix" | "chance">,
  mend: (order: OrderPrediction["order"], count: number) => OrderPrediction["order"],
) {
  return (["graph", "section"] as const).map(
    (kind): OrderDiagnose => ({
      ...one,
      id: kind === "graph" ? one.id : `section-${one.id}`,
      raises: METRIC[kind],
      group: `${kind}-orders`,
      mend(prediction, { subtask, steps }) {
        const order = subtask === kind ? mend(prediction.order, steps.length) : undefined;
        return order === undefined ? undefined : { ...prediction, order };
      },
    }),
  );
}

/** Share of gold's pairs that a shuffled order has right, on average. */
const SHUFFLED = 0.5;

const ranks = ofOrders(
  {
    id: "ranks",
    chance: SHUFFLED,
    title: "The orders are ranks",
    explanation:
      "An order lists steps, the first to be done first. These lists give each step's rank, in the order in which the steps are shown.",
    fix: "list the numbers of the steps in the order in which they are done",
  },
  (order, count) => (isPermutation(order, count, 0) ? order.map((_, place) => order.indexOf(place)) : undefined),
);

const fromOne = ofOrders(
  {
    id: "numbered-from-1",
    title: "Steps are numbered from 1",
    explanation: "A step's number is its place in the list, and the first place is 0; here the last number is one too high.",
    fix: "number steps from 0",
  },
  (order, count) => (isPermutation(order, count, 1) ? order.map((step) => step - 1) : undefined),
);

const backwards = ofOrders(
  {
    id: "backwards",
    chance: SHUFFLED,
    title: "The orders run backwards",
    explanation: "The step that is done first stands last.",
    fix: "list the step that is done first at the start",
  },
  (order) => (order === undefined || order.length < 2 ? undefined : order.toReversed()),
);

/** No recording of the release is that long. */
const A_DAY = 24 * 60 * 60;

const milliseconds: OrderDiagnose = {
  id: "milliseconds",
  title: "Times are milliseconds",
  explanation: "Times are seconds from the start of the recording; these lie beyond a day.",
  fix: "divide times by 1,000",
  raises: "psr-delay",
  mend(prediction) {
    const { completions = [] } = prediction;
    if (!completions.some(({ time }) => time > A_DAY)) return undefined;
    return { ...prediction, completions: completions.map(({ step, time }) => ({ step, time: time / 1000 })) };
  },
};

export const diagnoses: readonly OrderDiagnose[] = [...ranks, ...fromOne, ...backwards, milliseconds];
