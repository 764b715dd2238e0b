import { fault } from "@stepladder/tracks/records.ts";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { MOST_NODES } from "@stepladder/wasm/metrics/graphs/abi.ts";
import type { Task } from "../task.ts";

/** START and END are nodes too. */
const MOST_STEPS = MOST_NODES - 2;

/** Throws RecordProblem where a task cannot be one: no step, no path, an empty path, a step that is not there, two steps of one text. */
export function checkTask(task: Task): Task {
  const { id, steps, paths } = task;
  const texts = steps.map(({ text }) => text);
  const again = texts.findIndex((text, i) => texts.indexOf(text) !== i);
  if (texts.length === 0 || texts.length > MOST_STEPS)
    throw fault(id, "steps", `from 1 to ${MOST_STEPS} steps`, `${texts.length}`, "give the steps that the paths go through");
  if (again >= 0) throw fault(id, `steps[${again}]`, "each step once", shown(texts[again]), "number steps of one text as one");
  if (paths.length === 0) throw fault(id, "paths", "at least one path", "none", "leave out tasks that nobody was seen to do");
  for (const [i, path] of paths.entries()) {
    const strange = path.findIndex((step) => step < 0 || step >= texts.length);
    if (path.length === 0) throw fault(id, `paths[${i}]`, "at least one step", "none", "leave out paths without steps");
    if (strange >= 0)
      throw fault(
        id,
        `paths[${i}][${strange}]`,
        `steps below ${texts.length}`,
        `${path[strange]}`,
        "number steps from 0 by their place in steps",
      );
  }
  return task;
}
