import type { TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import type { Arc, GraphsCodec } from "@stepladder/wasm/metrics/graphs/measure.ts";

/** A graph without edges: what an unreadable prediction is measured as. */
export const vacant: TaskGraphPrediction = { edges: [] };

/** The steps of a task, numbered in the order of their keys. */
export interface Steps {
  readonly keys: readonly string[];
  /** Numbers of START and END, which every task has. */
  readonly start: number;
  readonly end: number;
  /** The step that a prediction calls so: by key, or by text as the official evaluation does. */
  find(name: string): number | undefined;
}

/** Steps by their keys and texts; of two steps with one text the later has it, as in the official evaluation. */
export function stepsOf({ steps }: Pick<TaskGraphItem, "steps">): Steps {
  const keys = Object.keys(steps);
  const byKey = new Map(keys.map((key, i) => [key, i]));
  const byText = new Map(keys.map((key, i) => [(steps[key] as string).toLowerCase(), i]));
  return {
    keys,
    start: byText.get("start") as number,
    end: byText.get("end") as number,
    find: (name) => byKey.get(name) ?? byText.get(textOf(name)) ?? byText.get(name.toLowerCase()),
  };
}

/** `12_Add salt` is `add salt`: what stands between the first two underscores (evaluation.py: `node.split("_")[1].lower()`). */
function textOf(name: string): string {
  return (name.split("_")[1] ?? name).toLowerCase();
}

/** Edges as pairs of names. */
export function arcsOf({ edges }: TaskGraphPrediction): Arc<string>[] {
  return edges.map(([before, after]) => [String(before), String(after)]);
}

/** Edges between steps, with START before each step that needs none and END behind each that none needs. */
export function withEnds(start: string, steps: readonly string[], edges: readonly (readonly [string, string])[], end: string): string[][] {
  const first = steps.filter((key) => !edges.some(([, after]) => after === key));
  const last = steps.filter((key) => !edges.some(([before]) => before === key));
  return [...first.map((key) => [start, key]), ...edges.map((edge) => [...edge]), ...last.map((key) => [key, end])];
}

/** How task graphs become columns. */
export const taskGraphCodec: GraphsCodec<TaskGraphItem, TaskGraphPrediction> = {
  gold: (item) => {
    const { keys, find } = stepsOf(item);
    const byKey = new Map(keys.map((key, i) => [key, i]));
    const number = (key: string | undefined): number => byKey.get(key as string) as number;
    return {
      nodes: keys.length,
      arcs: item.edges.map(([before, after]): Arc<number> => [number(before), number(after)]),
      executions: (item.executions ?? []).map((execution) => execution.map(number)),
      find,
    };
  },
  prediction: arcsOf,
};
