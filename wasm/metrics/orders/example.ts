import { askedExample, type ExampleItem } from "../example.ts";
import { calledOrders, orders, type PartialOrder, sectionOrders } from "./measure.ts";

/** Steps are letters; A is number 0. */
function numbers(steps: string): number[] {
  return [...steps].map((step) => step.charCodeAt(0) - 65);
}

/** Pairs such as `AB`: A has to come before B. */
function item(steps: number, before: readonly string[], order: string): ExampleItem<PartialOrder, readonly number[]> {
  return {
    gold: { steps, before: before.map((pair) => numbers(pair) as unknown as readonly [number, number]) },
    prediction: numbers(order),
    shown: { gold: before.map((pair) => [...pair].join(" before ")).join(", "), prediction: [...order].join(" ") || "no order" },
  };
}

/** Orders: right where two steps are open, with the first step last, and with a step left out. */
const items = [item(4, ["AB", "AC", "BD", "CD"], "ACBD"), item(4, ["AB", "BC", "CD"], "BCDA"), item(3, ["AB", "BC"], "AC")];

export const example = askedExample(orders, items);
export const sectionExample = askedExample(sectionOrders, items.slice(1));
/** The same, and a section whose order does not count because it is not called ordered. */
export const calledExample = askedExample(calledOrders, [...items.slice(1), item(2, ["AB"], "")]);
