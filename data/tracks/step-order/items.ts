import type { OrderItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { MOST_STEPS } from "@stepladder/wasm/metrics/orders/abi.ts";
import { closureOf } from "@stepladder/wasm/metrics/orders/measure.ts";
import { MOST } from "@stepladder/wasm/metrics/recognition/abi.ts";
import { KINDS } from "@stepladder/wasm/metrics/tags/measure.ts";
import { fault } from "../records.ts";

export type Subtask = OrderItem["subtask"];

const ID = /^so:(section|graph|recognition|mistakes):[a-z0-9_]+$/;

/** What an item of this id asks; `undefined` for the ids of other tracks. */
export function subtaskOf(id: string): Subtask | undefined {
  return ID.exec(id)?.[1] as Subtask | undefined;
}

/** `so:section:0007`, `so:graph:zoodles`, `so:recognition:1_7`, `so:mistakes:1_7`. */
export function itemId(subtask: Subtask, name: string): string {
  return `so:${subtask}:${name}`;
}

/** A kind of mistake that is computed from the task graph, beside the annotated ones. */
export const OUT_OF_ORDER = "out-of-order";

/** Fields that an item must have for what it asks. */
const NEEDS: Readonly<Record<Subtask, (item: OrderItem) => readonly (keyof OrderItem)[]>> = {
  section: ({ steps, ordered, labelled }) => [
    "released",
    ...(labelled === "lost" ? [] : (["ordered"] as const)),
    ...(ordered === true && steps.length > 1 ? (["before"] as const) : []),
  ],
  graph: () => ["before"],
  recognition: () => ["completions"],
  mistakes: () => ["spans", "mistakes", "before"],
};

/** What a schema cannot say of an item; throws RecordProblem with the field at fault. */
export function checkItem(item: OrderItem): OrderItem {
  const { id, subtask, steps, before, completions = [], spans, mistakes = [] } = item;
  const asks = subtaskOf(id);
  if (asks !== undefined && asks !== subtask) throw fault(id, "subtask", asks, subtask, "give each item the id of what it asks");
  for (const field of NEEDS[subtask](item)) {
    if (item[field] === undefined) throw fault(id, field, `what ${subtask} items are measured by`, "nothing", `add the field ${field}`);
  }
  const known = (places: readonly number[], field: string): void => {
    const stray = places.find((place) => place >= steps.length);
    if (stray !== undefined)
      throw fault(id, field, `steps below ${steps.length}`, `${stray}`, "number steps from 0 by their place in the list");
  };
  if (steps.length > MOST_STEPS) throw fault(id, "steps", `at most ${MOST_STEPS} steps`, `${steps.length}`, "leave the item out");
  for (const [i, pair] of (before ?? []).entries()) known(pair, `before[${i}]`);
  for (const [i, execution] of (item.executions ?? []).entries()) known(execution, `executions[${i}]`);
  known(
    completions.map(({ step }) => step),
    "completions",
  );
  known(
    mistakes.map(({ step }) => step),
    "mistakes",
  );
  checkTimes(item);
  const kind = mistakes.flatMap(({ kinds }) => kinds).find((name) => !(KINDS as readonly string[]).includes(name));
  if (kind !== undefined) throw fault(id, "mistakes", `one of ${KINDS.join(", ")}`, shown(kind), "name the kinds of CaptainCook4D");
  if (spans !== undefined && spans.length !== steps.length)
    throw fault(id, "spans", `${steps.length} spans, one for each step`, `${spans.length}`, "give a span or null for each step");
  if (subtask === "graph" && before?.length === 0) throw fault(id, "before", "at least one pair", "none", "leave out what has no order");
  if (before !== undefined && subtask !== "mistakes") checkAcyclic(item, before as [number, number][]);
  return item;
}

function checkTimes({ id, completions = [] }: OrderItem): void {
  if (completions.length > MOST)
    throw fault(id, "completions", `at most ${MOST} completions`, `${completions.length}`, "leave the recording out");
  const late = completions.findIndex(({ time }, i) => i > 0 && time < (completions[i - 1]?.time ?? time));
  if (late !== -1) throw fault(id, `completions[${late}].time`, "completions in order of time", "an earlier one", "sort them by time");
}

function checkAcyclic({ id, steps }: OrderItem, before: readonly (readonly [number, number])[]): void {
  const cycle = closureOf({ steps: steps.length, before }).findIndex((row, a) => ((row >> BigInt(a)) & 1n) === 1n);
  if (cycle !== -1) throw fault(id, "before", "an order, without a cycle", `step ${cycle} before itself`, "remove a pair of the cycle");
}

/**
 * Places of the steps of an execution that came too early: a step that `before` puts first was begun for the first time after them. A
 * step that was skipped is never out of order, and makes none so.
 */
export function outOfOrder({ steps, spans = [], before = [] }: OrderItem): number[] {
  const first = new Map<string, number>();
  for (const [place, step] of steps.entries()) {
    const start = spans[place]?.[0];
    if (start !== undefined) first.set(step, Math.min(first.get(step) ?? start, start));
  }
  const late = (place: number, after: number): boolean => {
    const [start, own] = [first.get(steps[place] as string), spans[after]?.[0]];
    return start !== undefined && own !== undefined && start > own;
  };
  return [...steps.keys()].filter((place) => before.some(([a = 0, b]) => b === place && late(a, place)));
}
