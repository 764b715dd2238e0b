import { askedExample, type ExampleItem, exampleOf } from "../example.ts";
import { type Plan, planSets, plans } from "./measure.ts";

/** Actions are letters; A is number 0. */
function item(done: string, planned: string): ExampleItem<Plan, Plan> {
  const numbers = (actions: string): Plan => [...actions].map((action) => action.charCodeAt(0) - 65);
  const shown = (actions: string): string => [...actions].join(" ");
  return { gold: numbers(done), prediction: numbers(planned), shown: { gold: shown(done), prediction: shown(planned) } };
}

/** Plans: a right one, one with the middle turned around, and one that begins wrongly and repeats an action. */
const items = [item("ABCD", "ABCD"), item("ACBD", "ABCD"), item("BCEF", "ACCF")];

export const example = askedExample(plans, items);

export const setsExample = exampleOf(planSets<Plan, Plan>({ gold: (plan) => plan, prediction: (plan) => plan }), items);
