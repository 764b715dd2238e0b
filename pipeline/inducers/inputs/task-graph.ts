import { fault } from "@stepladder/tracks/records.ts";
import { isRecordings, PREFIX, Recordings } from "@stepladder/tracks/task-graph/formats.ts";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import type { Task } from "../task.ts";
import { checkTask } from "./check.ts";

const NAME = "expected the text of a step";

/** What recordings say beside their segments. */
const Scenarios = z.object({
  annotations: z.record(z.string(), z.object({ scenario: z.string(), activity_name: z.optional(z.string("expected text")) })),
  taxonomy: z.record(
    z.string(),
    z.record(z.string(), z.object({ name: z.string(NAME) }), "expected the steps of a scenario by their numbers"),
    "expected the scenarios by their names",
  ),
});

/** Recordings of CaptainCook4D without error, of all scenarios in one file. */
export const taskGraph: GatheredFormat<Task> = {
  id: "task-graph",
  title: "task-graph's recordings: task_graph_generation_annotations.json",
  accepts: ({ value }) => isRecordings(value),
  gather() {
    const tasks: Task[] = [];
    return {
      add: ({ value }) => void tasks.push(...tasksOf(value)),
      items: () => tasks,
    };
  },
};

function* tasksOf(value: unknown): Generator<Task> {
  const { annotations } = check(Recordings, value, "");
  const told = check(Scenarios, value, "");
  const goals = new Map(Object.values(told.annotations).map(({ scenario, activity_name }) => [scenario, activity_name]));
  for (const [scenario, recordings] of Map.groupBy(Object.entries(annotations), ([, one]) => one.scenario)) {
    // Two steps of one text cannot be told apart in a recording.
    const texts = [...new Set(Object.values(told.taxonomy[scenario] ?? {}).map(({ name }) => name))];
    const paths = recordings.map(([id, { segments }]) => {
      // A step counts where it was first done, as the official learners take it (train.py).
      return [...new Set(segments.map(({ step_name }) => step_name))].map((text) => placeOf(text, texts, `annotations.${id}`, scenario));
    });
    const id = `${PREFIX}${scenario}`;
    yield checkTask({ id, goal: goals.get(scenario) ?? scenario, steps: texts.map((text) => ({ key: text, text })), paths });
  }
}

function placeOf(text: string, texts: readonly string[], field: string, scenario: string): number {
  const place = texts.indexOf(text);
  if (place >= 0) return place;
  throw fault(`${PREFIX}${scenario}`, field, `steps that taxonomy.${scenario} has`, shown(text), "use a whole file of the release");
}
