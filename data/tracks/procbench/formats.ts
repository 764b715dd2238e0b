import { States, type StatesItem, type StatesPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { fieldsOf, notAnObject, readId } from "../records.ts";
import { goldRunOf, readRun } from "../states/formats.ts";
import { taskName } from "./tasks.ts";

/** `task07/label/0012.json`, `task07/0012.json`, `task07/0012.txt`: the official folders name an example by its path. */
const EXAMPLE = /(?:^|\/)(task\d{2})\/(?:(label|prompt|config)\/)?(\d{4})\.(json|txt)$/;

function example(file: string): { id: string; kind: string | undefined; type: string | undefined } | undefined {
  const [, task, kind, number, type] = EXAMPLE.exec(file) ?? [];
  return task === undefined ? undefined : { id: `${task}_${number}`, kind, type };
}

/** Predictions as the official pipeline leaves them: one JSON per example under the name of its task. */
export const exampleFiles: Format<PredictionRecord<StatesPrediction>> = {
  id: "example-files",
  title:
    "Official folders: preds_json/<model>/taskNN/NNNN.json with intermediate and final, or preds/<model>/taskNN/NNNN.txt with the model's text",
  accepts({ file }) {
    const found = example(file);
    return found !== undefined && found.kind === undefined;
  },
  read({ value, file }) {
    const id = example(file)?.id ?? "";
    if (value === undefined) throw emptyFile(id);
    return { id, sample: undefined, ...readRun(value, "", id) };
  },
  // `preds_json/<model>/task01/0000.json`
  system: (file) => /([^/]+)\/task\d{2}\/\d{4}\.\w+$/.exec(file)?.[1],
};

function emptyFile(id: string): RecordProblem {
  return new RecordProblem({
    kind: "empty-answer",
    severity: "error",
    id,
    expected: "an answer",
    found: "an empty file",
    fix: "check how the file was written",
  });
}

/** Gold rows as published (joined JSONL, parquet): `label` is an object, or its JSON text. */
export const goldRows: Format<StatesItem> = {
  id: "official-rows",
  title: "Official rows (JSONL, parquet): problem_name, task_name, prompt and label {init, intermediate, final}",
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields?.label === undefined) return false;
    return fields.problem_name !== undefined || (fields.task_name !== undefined && fields.example_name !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = fields.problem_name === undefined ? `${fields.task_name}_${fields.example_name}` : readId({ id: fields.problem_name });
    const label = typeof fields.label === "string" ? parseJson(fields.label) : fields.label;
    return item(id, label, "label", typeof fields.prompt === "string" ? fields.prompt : undefined);
  },
};

/** Gold as the official generator writes it: one label file per example; prompt and config files beside it are passed over. */
export const goldFiles: Format<StatesItem> = {
  id: "official-files",
  title: "Official folders: dataset/taskNN/label/NNNN.json",
  accepts: ({ file }) => example(file)?.kind !== undefined,
  read({ value, file }) {
    const found = example(file);
    return found?.kind === "label" ? item(found.id, value, "", undefined) : undefined;
  },
};

function item(id: string, label: unknown, under: string, prompt: string | undefined): StatesItem {
  const { intermediate, final } = goldRunOf(label) ?? check(States, label, under, id);
  const task = taskName(id);
  return { id, task, ...(prompt === undefined ? {} : { prompt }), init: fieldsOf(label)?.init ?? null, intermediate, final };
}
