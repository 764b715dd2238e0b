import type { InducedGraph, TaskGraphPrediction } from "@stepladder/schema";
import { withEnds } from "@stepladder/tracks/task-graph/steps.ts";

/** An induced graph in the layout of task-graph's predictions: steps by text, and START and END around them. */
export function taskGraphPrediction({ id, steps, edges }: InducedGraph): { id: string; prediction: TaskGraphPrediction } {
  const text = (step: number): string => steps[step]?.text as string;
  const names = steps.map((step) => step.text);
  const pairs = edges.map(({ before, after }): [string, string] => [text(before), text(after)]);
  return { id, prediction: { edges: withEnds("START", names, pairs, "END") } };
}
