import { NamedStep } from "@stepladder/schema";
import { fault, fieldsOf } from "@stepladder/tracks/records.ts";
import type { GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import type { Task } from "../task.ts";
import { checkTask } from "./check.ts";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

/** A task on a line. */
const Line = z.object({
  id: NonEmptyText,
  goal: z.optional(NonEmptyText),
  steps: z.array(NonEmptyText, "expected a list of texts"),
  paths: z.array(z.array(NamedStep, "expected a list of steps"), "expected a list of paths"),
});

export const plain: GatheredFormat<Task> = {
  id: "paths",
  title: 'lines of {"id", "goal", "steps": [text, ...], "paths": [[step, ...], ...]}, a step by its place from 0 or its text',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.steps) && Array.isArray(fields.paths);
  },
  gather() {
    const tasks: Task[] = [];
    return {
      add({ value }) {
        const { id, goal = id, steps, paths } = check(Line, value, "");
        const places = paths.map((path, i) => path.map((step, j) => placeOf(step, steps, `paths[${i}][${j}]`, id)));
        tasks.push(checkTask({ id, goal, steps: steps.map((text) => ({ key: text, text })), paths: places }));
      },
      items: () => tasks,
    };
  },
};

function placeOf(step: NamedStep, steps: readonly string[], field: string, id: string): number {
  if (typeof step === "number") return step;
  const place = steps.indexOf(step);
  if (place < 0) throw fault(id, field, "a step of the task", shown(step), "name steps by their place in steps, or by their text");
  return place;
}
