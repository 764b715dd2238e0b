import type { NamedStep, OrderItem, OrderPrediction } from "@stepladder/schema";
import type { Subtask } from "./items.ts";

/** What predictions are read by. */
export interface Context {
  readonly subtask: Subtask;
  readonly steps: readonly string[];
}

export function contextOf({ subtask, steps }: OrderItem): Context {
  return { subtask, steps };
}

/** Place of a step that the list does not have. */
export const UNKNOWN = -1;

function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, "");
}

/** Place of a step by its number or its text, which is equal to the letter but for blanks around it and a full stop. */
export function placeOf(step: NamedStep, steps: readonly string[]): number {
  if (typeof step === "number") return step >= 0 && step < steps.length ? step : UNKNOWN;
  const name = withoutStop(step);
  return steps.findIndex((own) => withoutStop(own) === name);
}

/** Known steps of an order, each where it first stands. */
export function orderOf(order: readonly NamedStep[], steps: readonly string[]): number[] {
  return [...new Set(placesOf(order, steps))].filter((place) => place !== UNKNOWN);
}

/** Place of each named step, `UNKNOWN` where the list does not have it. Of steps with one text each further naming means the next of them. */
export function placesOf(order: readonly NamedStep[], steps: readonly string[]): number[] {
  const named = new Map<string, number>();
  return order.map((step) => {
    if (typeof step === "number") return placeOf(step, steps);
    const name = withoutStop(step);
    const alike = [...steps.keys()].filter((place) => withoutStop(steps[place] as string) === name);
    const before = named.get(name) ?? 0;
    named.set(name, before + 1);
    return alike[before] ?? alike[0] ?? UNKNOWN;
  });
}

/** The field that a list stands for where it stands alone. */
export const SHORT: Readonly<Record<Subtask, keyof OrderPrediction>> = {
  section: "order",
  graph: "order",
  recognition: "completions",
  mistakes: "mistakes",
};

/** Fields that may answer each question. */
export const ANSWERS: Readonly<Record<Subtask, readonly (keyof OrderPrediction)[]>> = {
  section: ["ordered", "order"],
  graph: ["order"],
  recognition: ["completions"],
  mistakes: ["mistakes"],
};
