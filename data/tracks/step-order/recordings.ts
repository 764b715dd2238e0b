import type { OrderItem } from "@stepladder/schema";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { KINDS } from "@stepladder/wasm/metrics/tags/measure.ts";
import * as z from "zod/mini";
import { fault, fieldsOf, plainNumbers } from "../records.ts";
import { type Graph, RELEASED_GRAPHS } from "./graphs.ts";
import { itemId } from "./items.ts";

/** Columns of error_annotations.csv, in the order of error_category_idx.json. */
const COLUMNS = [
  "Preparation Error",
  "Measurement Error",
  "Order Error",
  "Timing Error",
  "Technique Error",
  "Temperature Error",
  "Missing Step",
  "Other",
] as const;

/** What is read of complete_step_annotations.json. A skipped step starts at -1. */
const Recording = z.object({
  recording_id: z.string("expected the id of a recording"),
  activity_name: z.string("expected the name of a recipe"),
  steps: z.array(
    z.object({
      step_id: z.int("expected the id of a step"),
      start_time: z.number("expected seconds"),
      end_time: z.number("expected seconds"),
      description: z.string("expected the text of a step"),
      has_errors: z.boolean("expected true or false"),
    }),
    "expected a list of steps",
  ),
});
type Recording = z.infer<typeof Recording>;
type Segment = Recording["steps"][number];

const Annotations = z.record(z.string(), Recording);

/** complete_step_annotations.json: all recordings in one object. */
export function isAnnotations({ value }: Raw): boolean {
  const [first] = Object.values(fieldsOf(value) ?? {});
  const fields = fieldsOf(first);
  return typeof fields?.recording_id === "string" && Array.isArray(fields.steps);
}

/** A row of error_annotations.csv. */
export function isErrorRow({ value }: Raw): boolean {
  const fields = fieldsOf(value);
  return typeof fields?.recording_id === "string" && COLUMNS.every((column) => typeof fields[column] === "string");
}

/** `Microwave Egg Sandwich` is the task `microwaveeggsandwich`. */
function taskOf(recipe: string): string {
  return recipe.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** What a step of a recording is called in both files; the table writes None where the other has -1. */
function keyOf(recording: string, step: string | number, start: string | number): string {
  return JSON.stringify([recording, String(step), start === "None" || Number(start) < 0 ? "skipped" : Number(start)]);
}

/** Annotated recordings, and the kinds of errors beside them. */
export class Recordings {
  readonly #recordings: Recording[] = [];
  /** Kinds of the errors of each step, steps of one key in the order of the table. */
  readonly #kinds = new Map<string, string[][]>();

  addAnnotations({ value }: Raw): void {
    this.#recordings.push(...Object.values(check(Annotations, plainNumbers(value), "")));
  }

  addErrors({ value }: Raw): void {
    const fields = fieldsOf(value) as Record<string, string>;
    const key = keyOf(fields.recording_id as string, fields.step_id as string, fields.start_time as string);
    const held = this.#kinds.get(key) ?? [];
    held.push(KINDS.filter((_, k) => fields[COLUMNS[k] as string] === "1"));
    this.#kinds.set(key, held);
  }

  *items(graphs: ReadonlyMap<string, Graph>): Generator<OrderItem> {
    for (const recording of this.#recordings) {
      const { recording_id: id, activity_name } = recording;
      const graph = graphs.get(taskOf(activity_name));
      if (graph === undefined) throw fault(id, "activity_name", "a recipe with a task graph", shown(activity_name), RELEASED_GRAPHS);
      yield recognitionItem(recording, graph);
      yield this.#mistakesItem(recording, graph);
    }
  }

  #mistakesItem({ recording_id: id, steps: segments }: Recording, graph: Graph): OrderItem {
    const done = segments.filter(isDone).sort((a, b) => a.start_time - b.start_time);
    const steps = [...done, ...segments.filter((segment) => !isDone(segment))];
    const nodes = steps.map(({ description }) => graph.steps.indexOf(description));
    const pairs = nodes.flatMap((a, i) => nodes.flatMap((b, j) => (a !== -1 && b !== -1 && graph.leads(a, b) ? [[i, j]] : [])));
    const mistakes = steps.flatMap((segment, step) => {
      const kinds = this.#kindsOf(id, segment);
      return segment.has_errors ? [{ step, kinds }] : [];
    });
    return {
      id: itemId("mistakes", id),
      subtask: "mistakes",
      task: graph.task,
      steps: steps.map(({ description }) => description),
      before: pairs,
      spans: steps.map((segment) => (isDone(segment) ? [segment.start_time, segment.end_time] : null)),
      mistakes,
    };
  }

  #kindsOf(id: string, { step_id, start_time, has_errors }: Segment): string[] {
    const kinds = this.#kinds.get(keyOf(id, step_id, start_time))?.shift();
    if (kinds !== undefined && kinds.length > 0 === has_errors) return kinds;
    throw fault(
      id,
      `step ${step_id}`,
      `a row of error_annotations.csv ${has_errors ? "with" : "without"} an error`,
      kinds === undefined ? "none" : shown(kinds.join(", ")),
      "give both files of one release",
    );
  }
}

function isDone({ start_time }: Segment): boolean {
  return start_time >= 0;
}

/** Steps of the graph, and those of the recording that it does not have; a step is done when its segment ends. */
function recognitionItem({ recording_id, steps: segments }: Recording, graph: Graph): OrderItem {
  const done = segments.filter(isDone).sort((a, b) => a.end_time - b.end_time);
  const steps = [...new Set([...graph.steps, ...done.map(({ description }) => description)])];
  return {
    id: itemId("recognition", recording_id),
    subtask: "recognition",
    task: graph.task,
    steps,
    completions: done.map(({ description, end_time: time }) => ({ step: steps.indexOf(description), time })),
  };
}
