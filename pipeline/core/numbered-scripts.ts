import { itemsOf } from "@stepladder/tracks/graph-script/items.ts";
import type { Task } from "../inducers/task.ts";
import { loadIndex } from "./boards.ts";

/**
 * The tasks, those of graph-script without their number where that is no more than their place in the input and they do not come to the very
 * items of the board: of a part of the release, or in another order, predictions would bear the ids of other procedures.
 */
export async function withSureNumbers(tasks: readonly Task[]): Promise<Task[]> {
  if (!tasks.some(({ script }) => script?.byPlace === true)) return [...tasks];
  const ids = tasks.flatMap(({ script, steps, paths }) =>
    script === undefined ? [] : Array.from(itemsOf(script.number, { library: steps.map(({ text }) => text), paths }), ({ id }) => id),
  );
  const board = new Set((await loadIndex("graph-script"))?.ids);
  if (ids.length === board.size && ids.every((id) => board.has(id))) return [...tasks];
  return tasks.map(({ script: _, ...task }) => task);
}
