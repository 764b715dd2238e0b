import { type OrderItem, TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { closureOf } from "@stepladder/wasm/metrics/orders/measure.ts";
import * as z from "zod/mini";
import { fault, fieldsOf } from "../records.ts";
import { itemId } from "./items.ts";
import { SEED, shuffled } from "./sections.ts";

/** Where the graphs of the recipes are, and how to give both releases: the graphs beside CaptainCook4D's annotations name steps twice. */
export const RELEASED_GRAPHS =
  "put the 24 graphs of fpv-iplab/Differentiable-Task-Graph-Learning (gold/ground_truth_task_graphs/*.json of task-graphs-dtgl) and CaptainCook4D's annotation_json and annotation_csv into one folder, without CaptainCook4D's own task_graphs: npx stepladder import step-order --from <that folder>";

/** A task as its graph has it: texts of the steps, without START and END, and which has to come before which, over any others. */
export interface Graph {
  readonly task: string;
  readonly steps: readonly string[];
  /** Direct pairs of places in `steps`. */
  readonly edges: readonly (readonly [number, number])[];
  /** Whether the step at one place has to come before that at the other. */
  leads(before: number, after: number): boolean;
}

const FILE = /(?:^|\/)([a-z0-9]+)\.json(?:\.gz)?$/;

const OfficialGraph = z.object({ steps: TaskGraphItem.shape.steps, edges: TaskGraphPrediction.shape.edges });

/** Gold's graphs lie in files named after their task; predicted ones have another name. */
export function isGraph({ value, file }: Raw): boolean {
  const fields = fieldsOf(value);
  return FILE.test(file) && fields?.id === undefined && fieldsOf(fields?.steps) !== undefined && Array.isArray(fields?.edges);
}

/** Error-free executions of all tasks. */
export function isSequences({ value }: Raw): boolean {
  const fields = fieldsOf(value);
  return fieldsOf(fields?.annotations) !== undefined && fieldsOf(fields?.taxonomy) !== undefined;
}

const Sequences = z.object({
  annotations: z.record(
    z.string(),
    z.object({
      scenario: z.string("expected the name of a scenario"),
      segments: z.array(z.object({ step_name: z.string("expected the text of a step") }), "expected a list of segments"),
    }),
  ),
});

function graphOf({ value, file }: Raw): Graph {
  const task = FILE.exec(file)?.[1] as string;
  const { steps, edges } = check(OfficialGraph, value, "", task);
  const isEnd = (key: string): boolean => /^(start|end)$/i.test(steps[key] as string);
  const keys = Object.keys(steps).filter((key) => !isEnd(key));
  const texts = keys.map((key) => steps[key] as string);
  const again = texts.findIndex((text, i) => texts.indexOf(text) !== i);
  if (again !== -1) throw fault(task, "steps", "each step once", shown(texts[again]), RELEASED_GRAPHS);
  const places = edges.map((pair) => pair.map((key) => keys.indexOf(String(key))));
  const own = places.filter((pair): pair is [number, number] => pair.every((place) => place !== -1));
  const closure = closureOf({ steps: keys.length, before: own });
  return { task, steps: texts, edges: own, leads: (before, after) => (((closure[before] as bigint) >> BigInt(after)) & 1n) === 1n };
}

/** Files of task graphs, and the executions beside them. */
export class GraphFiles {
  readonly #graphs = new Map<string, Graph>();
  /** Texts of the steps of each execution, by task. */
  readonly #executions = new Map<string, string[][]>();

  add(raw: Raw): void {
    if (!isSequences(raw)) {
      const graph = graphOf(raw);
      if (this.#graphs.has(graph.task))
        throw fault(graph.task, "steps", "one graph for each task", "a second one", "give one release of the graphs");
      this.#graphs.set(graph.task, graph);
      return;
    }
    for (const { scenario, segments } of Object.values(check(Sequences, raw.value, "").annotations)) {
      const held = this.#executions.get(scenario) ?? [];
      held.push(segments.map(({ step_name }) => step_name));
      this.#executions.set(scenario, held);
    }
  }

  read(): ReadonlyMap<string, Graph> {
    return this.#graphs;
  }

  *items(): Generator<OrderItem> {
    const graphs = [...this.#graphs.values()].sort((a, b) => (a.task < b.task ? -1 : 1));
    for (const [i, { task, steps, edges }] of graphs.entries()) {
      // A stream apart from those of the sections.
      const { shown: list, places } = shuffled(steps, SEED + 1, i);
      const executions = (this.#executions.get(task) ?? []).map((texts) =>
        [...new Set(texts)].map((text) => list.indexOf(text)).filter((place) => place !== -1),
      );
      yield {
        id: itemId("graph", task),
        subtask: "graph",
        task,
        steps: list,
        before: edges.map(([a, b]) => [places[a] as number, places[b] as number]),
        ...(executions.length === 0 ? {} : { executions }),
      };
    }
  }
}
