import type { OrderItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<OrderItem>(track, import.meta.url);

/** An order that the pairs allow. */
function orderOf({ steps, before = [] }: OrderItem): number[] {
  const order: number[] = [];
  while (order.length < steps.length)
    order.push(
      steps.findIndex((_, step) => !order.includes(step) && before.every(([first = 0, then]) => then !== step || order.includes(first))),
    );
  return order;
}

export const prompted: Prompted<OrderItem> = {
  gold: "gold.jsonl",
  answer(item) {
    const { ordered = item.released } = item;
    return JSON.stringify({ ...(ordered === undefined ? {} : { ordered }), order: orderOf(item) });
  },
  altered: ({ before, executions: _, ...item }) => ({
    ...item,
    ...(item.ordered === undefined ? {} : { ordered: !item.ordered }),
    ...(before === undefined ? {} : { before: before.map((pair) => pair.toReversed()) }),
  }),
  full: { "order-pairs": 1, "order-exact": 1, "section-order-pairs": 1, "ordered-accuracy": 1 },
  official: { folders: ["wikihow-ordering", "task-graphs-dtgl"], files: /ordering_annotations_1000|gold\/|sequences\//, items: 1024 },
};
