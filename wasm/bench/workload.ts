import type { State, StatesItem, StatesPrediction } from "@stepladder/schema";
import { Random } from "../../data/tracks/procladder/random.ts";
import { straight as tasks } from "../../data/tracks/procladder/tasks/index.ts";

const SEED = 11;
const NOISE = 12;
/** Size and lengths of the official set: 23 tasks of 240 examples, 2 to 25 steps. */
const ITEMS = 5520;
const LEAST = 2;
const MOST = 25;

/** A set of items and the answers of an imagined system that errs in a tenth of its states. */
export interface Workload {
  readonly items: readonly StatesItem[];
  readonly predictions: readonly StatesPrediction[];
}

/** Items of our own task types at ProcBench's size. */
export function procbenchSized(): Workload {
  const items = Array.from({ length: ITEMS }, (_, i) => makeItem(i));
  return { items, predictions: items.map(answer) };
}

function makeItem(i: number): StatesItem {
  const type = i % tasks.length;
  const number = Math.floor(i / tasks.length);
  const steps = LEAST + (number % (MOST - LEAST + 1));
  const { prompt, init, intermediate, final } = tasks[type]!.makeProblem(new Random(SEED, i), steps);
  const task = `task${String(type + 1).padStart(2, "0")}`;
  return { id: `${task}_${String(number).padStart(4, "0")}`, task, prompt, init, intermediate, final };
}

/** Errs at some states only, and leaves out or adds a step now and then. */
function answer({ intermediate, final }: StatesItem, i: number): StatesPrediction {
  const random = new Random(NOISE, i);
  const told = intermediate.map((state) => (random.chance(1, 10) ? wrong(state, random) : state));
  const slip = random.below(20);
  if (slip === 0) told.pop();
  else if (slip === 1) told.push(final);
  return { intermediate: told, final: random.chance(1, 10) ? wrong(final, random) : final };
}

function wrong(state: State, random: Random): State {
  if (typeof state === "string") return state.length < 2 ? `${state}x` : `${state.slice(1)}${state[0]}`;
  if (Array.isArray(state)) return state.slice(0, -1);
  return Number(state) + 1 + random.below(9);
}

/** Gold in the official joined layout, one row per line. */
export function goldLines({ items }: Workload): string {
  return items
    .map(({ id, task, prompt, init, intermediate, final }) => ({
      example_name: id.slice(-4),
      label: { final, init, intermediate },
      problem_name: id,
      prompt,
      task_name: task,
    }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join("");
}

/** Predictions as records, one per item. */
export function predictionLines({ items, predictions }: Workload): string {
  return predictions.map((prediction, i) => `${JSON.stringify({ problem_name: items[i]?.id, prediction })}\n`).join("");
}

/** The same predictions again and again, as numbered samples, until they fill `bytes`. */
export function* sampledLines({ items, predictions }: Workload, bytes: number): Generator<string> {
  let written = 0;
  for (let sample = 0; ; sample++) {
    for (const [i, prediction] of predictions.entries()) {
      const line = `${JSON.stringify({ id: items[i]?.id, sample, prediction })}\n`;
      written += line.length;
      if (written > bytes) return;
      yield line;
    }
  }
}
