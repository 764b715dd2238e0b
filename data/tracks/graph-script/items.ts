import type { ScriptItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { fault } from "../records.ts";
import { withoutStop } from "./steps.ts";

/** One procedure: its steps, and each video's path through them as places in that list. */
export interface Procedure {
  readonly library: readonly string[];
  readonly paths: readonly (readonly number[])[];
}

/** A next step is asked for where at least so many videos show one: fewer say little of what may follow. */
const LEAST_VIDEOS = 3;
/** Steps of a library: a row of a graph is one word of the kernel. */
export const MOST_STEPS = 64;

const ID = /^gs:t\d{2,}:(?:(next|complete):\d+(?:-\d+)*|graph)$/;
const SUBTASKS = { next: "next-step", complete: "completion", graph: "graph-script" } as const;
type Kind = keyof typeof SUBTASKS;

/** What an item of this id asks; `undefined` for the ids of other tracks. */
export function subtaskOf(id: string): ScriptItem["subtask"] | undefined {
  const found = ID.exec(id);
  return found === null ? undefined : SUBTASKS[(found[1] ?? "graph") as Kind];
}

/** `gs:t08:next:0-2`, `gs:t08:complete:0-2`, `gs:t08:graph`. */
export function itemId(number: number, kind: Kind, prefix: readonly number[]): string {
  return ["gs", taskName(number), kind, ...(prefix.length === 0 ? [] : [prefix.join("-")])].join(":");
}

/** The steps that an id of a next step or a completion says are done. */
export function prefixOf(id: string): number[] {
  return (id.split(":")[3] ?? "").split("-").map(Number);
}

function taskName(number: number): string {
  return `t${String(number).padStart(2, "0")}`;
}

/** All items of a procedure: next steps, completions, then the graph; prefixes in their order as lists of numbers. */
export function* itemsOf(number: number, { library, paths }: Procedure): Generator<ScriptItem> {
  const item = (kind: Kind, prefix: readonly number[], observed: readonly (readonly number[])[]): ScriptItem => ({
    id: itemId(number, kind, prefix),
    subtask: SUBTASKS[kind],
    task: taskName(number),
    library: [...library],
    prefix: [...prefix],
    observed: observed.map((steps) => [...steps]),
  });
  const followed = [...completionsOf(paths).values()].sort((a, b) => compare(a.prefix, b.prefix));
  for (const { prefix, completions } of followed) {
    if (completions.length >= LEAST_VIDEOS) yield item("next", prefix, distinct(completions.map((steps) => steps.slice(0, 1))));
  }
  for (const { prefix, completions } of followed) yield item("complete", prefix, distinct(completions));
  yield item("graph", [], paths);
}

interface Followed {
  readonly prefix: readonly number[];
  /** One for each video that went on. */
  readonly completions: (readonly number[])[];
}

function completionsOf(paths: Procedure["paths"]): Map<string, Followed> {
  const found = new Map<string, Followed>();
  for (const path of paths) {
    for (let done = 1; done < path.length; done++) {
      const prefix = path.slice(0, done);
      const followed = found.get(prefix.join()) ?? { prefix, completions: [] };
      followed.completions.push(path.slice(done));
      found.set(prefix.join(), followed);
    }
  }
  return found;
}

/** Each list once, in order. */
function distinct(lists: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(lists.map((list) => [list.join(), list])).values()].sort(compare);
}

/** Order of lists of numbers, place by place. */
export function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((step, i) => step !== b[i]);
  if (differs === -1) return a.length - b.length;
  return b.length <= differs ? 1 : (a[differs] as number) - (b[differs] as number);
}

/** Throws RecordProblem where steps cannot be a library: too many of them, or two of one text. */
export function checkLibrary(library: readonly string[], field: string, id: string): void {
  const names = library.map(withoutStop);
  const again = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (library.length > MOST_STEPS)
    throw fault(id, field, `at most ${MOST_STEPS} steps`, `${library.length}`, "give gold of shorter procedures");
  if (again !== -1) throw fault(id, `${field}[${again}]`, "each step once", shown(library[again]), "number steps of one text as one");
}

/** Throws RecordProblem where lists cannot be what was observed: none, an empty one, or a step that the library does not have. */
export function checkObserved(observed: readonly (readonly number[])[], library: readonly string[], field: string, id: string): void {
  if (observed.length === 0) throw fault(id, field, "at least one list of steps", "none", "leave out what no video shows");
  for (const [i, steps] of observed.entries()) {
    if (steps.length === 0) throw fault(id, `${field}[${i}]`, "at least one step", "none", "leave out what no video shows");
    checkSteps(steps, library, `${field}[${i}]`, id);
  }
}

/** Throws RecordProblem at a step that the library does not have. */
export function checkSteps(steps: readonly number[], library: readonly string[], field: string, id: string): void {
  const wrong = steps.find((step) => step >= library.length);
  if (wrong === undefined) return;
  throw fault(id, field, `steps below ${library.length}`, `${wrong}`, "number steps from 0 by their place in the library");
}
