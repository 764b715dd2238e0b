import { TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { MOST_NODES } from "@stepladder/wasm/metrics/graphs/abi.ts";
import * as z from "zod/mini";
import { contextOfItem, fieldsOf, notAnObject, readId, readSample } from "../records.ts";
import { readAdjlist } from "./adjlist.ts";
import { arcsOf, type Steps } from "./steps.ts";

/** Ids are the scenario's name, which is that of its official file, behind this. */
export const PREFIX = "cc4d:";

/** Whether an item id is of this track. */
export function owns(id: string): boolean {
  return /^cc4d:[a-z0-9]+$/.test(id);
}

/** `gold/zoodles.json`, `llm-baseline/graph_zoodles.adjlist`: the folder, what stands before the scenario, the scenario, the ending. */
const FILE = /(?:([^/]+)\/)?(graph_)?([^/.]+)\.(json|adjlist)(?:\.gz)?$/;

function told(file: string): { id: string; predicted: boolean; ending: string; system: string | undefined } | undefined {
  const [, folder, predicted, scenario, ending] = FILE.exec(file) ?? [];
  if (scenario === undefined || ending === undefined) return undefined;
  return { id: `${PREFIX}${scenario}`, predicted: predicted !== undefined, ending, system: folder };
}

const system = (file: string): string | undefined => told(file)?.system;

/** A graph as the official files write it: keys are numbers in edges and text in steps. */
const OfficialGraph = z.object({
  steps: TaskGraphItem.shape.steps,
  edges: TaskGraphPrediction.shape.edges,
});

function isGraph(value: unknown): boolean {
  const fields = fieldsOf(value);
  return fields !== undefined && fields.id === undefined && fieldsOf(fields.steps) !== undefined && Array.isArray(fields.edges);
}

/** What is read of the official annotations of recordings. */
export const Recordings = z.object({
  annotations: z.record(
    z.string(),
    z.object({
      scenario: z.string("expected the name of a scenario"),
      segments: z.array(z.object({ step_name: z.string("expected the text of a step") }), "expected a list of segments"),
    }),
  ),
});

/** Whether a file has the form of the official annotations of recordings. */
export function isRecordings(value: unknown): boolean {
  const fields = fieldsOf(value);
  return fieldsOf(fields?.annotations) !== undefined && fieldsOf(fields?.taxonomy) !== undefined;
}

/** Gold as published: one graph per scenario, and recordings of all scenarios in another file, where it is given. */
export const officialFolder: GatheredFormat<TaskGraphItem> = {
  id: "official-folder",
  title: "Official folder: <scenario>.json with steps and edges, and task_graph_generation_annotations.json beside it",
  accepts: ({ value, file }) => (isGraph(value) && told(file)?.predicted === false) || isRecordings(value),
  gather: () => new OfficialGathering(),
};

class OfficialGathering implements Gathering<TaskGraphItem> {
  readonly #graphs: TaskGraphItem[] = [];
  /** Texts of the steps of each execution, by item. */
  readonly #executions = new Map<string, string[][]>();

  add({ value, file }: Raw): void {
    if (isRecordings(value)) {
      for (const { scenario, segments } of Object.values(check(Recordings, value, "").annotations)) {
        const id = `${PREFIX}${scenario}`;
        this.#executions.set(id, [...(this.#executions.get(id) ?? []), segments.map(({ step_name }) => step_name)]);
      }
      return;
    }
    const id = told(file)?.id as string;
    const { steps, edges } = check(OfficialGraph, value, "", id);
    this.#graphs.push(checked({ id, steps, edges: edges.map((pair) => pair.map(String)) }));
  }

  *items(): Generator<TaskGraphItem> {
    for (const graph of this.#graphs.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const executions = (this.#executions.get(graph.id) ?? []).map((texts) => executed(texts, graph));
      yield executions.length === 0 ? graph : { ...graph, executions };
    }
  }
}

/** Steps in the order in which they were first done, which is how the official learners take them (train.py). */
function executed(texts: readonly string[], { id, steps }: TaskGraphItem): string[] {
  const keys = new Map(Object.entries(steps).map(([key, text]) => [text, key]));
  return [...new Set(texts)].map((text) => {
    const key = keys.get(text);
    if (key !== undefined) return key;
    throw wrong(id, "annotations", "texts of steps of the scenario", shown(text), "use annotations and graphs of one release");
  });
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<TaskGraphItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one task per line with id, steps, edges and observed executions",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fieldsOf(fields.steps) !== undefined && Array.isArray(fields.edges);
  },
  read: ({ value }) => checked(check(TaskGraphItem, value, "")),
};

/** What a schema cannot say of a graph; that it has no cycle, the kernel's host does. */
function checked(item: TaskGraphItem): TaskGraphItem {
  const { id, steps, edges, executions = [] } = item;
  const texts = Object.values(steps).map((text) => text.toLowerCase());
  for (const text of ["start", "end"]) {
    const found = texts.filter((own) => own === text).length;
    if (found !== 1)
      throw wrong(id, "steps", `one step ${text.toUpperCase()}`, `${found}`, `add a step with the text ${text.toUpperCase()}`);
  }
  const known = (keys: readonly string[], field: string): void => {
    const stray = keys.find((key) => !Object.hasOwn(steps, key));
    if (stray !== undefined) throw wrong(id, field, "keys of steps", shown(stray), "name steps by their keys");
    if (new Set(keys).size < keys.length) throw wrong(id, field, "each step once", shown(keys.join(", ")), "remove the repeat");
  };
  for (const [i, pair] of edges.entries()) known(pair, `edges[${i}]`);
  for (const [i, keys] of executions.entries()) known(keys, `executions[${i}]`);
  return item;
}

type Prediction = PredictionRecord<TaskGraphPrediction>;

/** Predictions as the official code writes them: networkx adjacency lists, arcs from a step to what it needs done. */
export const adjlistFiles: Format<Prediction> = {
  id: "adjlist",
  title: "Official folders: graph_<scenario>.adjlist, networkx multiline adjacency lists from a step to its prerequisites",
  accepts: ({ value, file }) => typeof value === "string" && told(file)?.ending === "adjlist",
  read({ value, file }) {
    const id = told(file)?.id as string;
    const edges = readAdjlist(value as string, id).map(([step, prerequisite]) => [prerequisite, step]);
    return { id, sample: undefined, prediction: limited({ edges }, "edges", id) };
  },
  system,
};

/** Predictions in the layout of gold, told from it by their names. */
export const graphFiles: Format<Prediction> = {
  id: "graph-files",
  title: "Folders of graph_<scenario>.json in the layout of gold: steps {key: text} and edges [before, after]",
  accepts: ({ value, file }) => isGraph(value) && told(file)?.predicted === true,
  read({ value, file }) {
    const id = told(file)?.id as string;
    const { steps, edges } = check(OfficialGraph, value, "", id);
    const named = edges.map((pair, i) =>
      pair.map((key) => {
        if (Object.hasOwn(steps, key)) return steps[key] as string;
        throw wrong(id, `edges[${i}]`, "keys of steps", shown(key), "add the step to steps");
      }),
    );
    return { id, sample: undefined, prediction: limited({ edges: named }, "edges", id) };
  },
  system,
};

/** One record per prediction. */
export const recordFormat: PredictionFormat<TaskGraphPrediction, Steps> = {
  id: "records",
  title: 'JSONL or JSON records: id with prediction {"edges": [[before, after], ...]}, steps by key or text',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined;
  },
  read({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const prediction = check(TaskGraphPrediction, fields.prediction, "prediction", id);
    const remarks = strangeSteps(prediction, contextOfItem(id, items));
    return { id, sample, prediction: limited(prediction, "prediction.edges", id), remarks };
  },
};

/** A remark on the first edge of a step that the task does not have: it counts as a wrong one. */
function strangeSteps(prediction: TaskGraphPrediction, steps: Steps | undefined): Remark[] {
  const names = arcsOf(prediction).flat();
  const place = steps === undefined ? -1 : names.findIndex((name) => steps.find(name) === undefined);
  if (place < 0) return [];
  const field = `prediction.edges[${place >> 1}][${place % 2}]`;
  const fix = "name steps by their keys or texts; edges of other steps are wrong ones";
  return [{ kind: "unknown-steps", field, expected: "a step of the task", found: shown(names[place]), fix }];
}

function limited(prediction: TaskGraphPrediction, field: string, id: string): TaskGraphPrediction {
  const names = new Set(arcsOf(prediction).flat());
  if (names.size <= MOST_NODES) return prediction;
  throw new RecordProblem({
    kind: "too-many-nodes",
    severity: "error",
    id,
    field,
    expected: `at most ${MOST_NODES} different steps`,
    found: `${names.size}`,
    fix: "predict edges between the steps of the task",
  });
}

function wrong(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
