import type { State } from "@stepladder/schema";
import type { Random } from "../random.ts";

/** A procedure carried out: where it starts, and the state after each step; the last one is the final state. */
export interface Run {
  init: State;
  states: State[];
}

/** One task type, written as data beside the rule that solves it; `Params` is what one problem is about. */
interface Task<Params> {
  /** Kebab-case, the same as the file's name; stands as `task` in every item. */
  id: string;
  title: string;
  /** What is to be done, what one step is and what a state looks like; the same for every problem of the type. */
  rule: string;
  /** The part of the prompt that differs between problems: every parameter, one labelled line each. */
  question(params: Params): string;
  /** Draws a problem whose run has exactly `steps` states after the start, for any `steps` from 2 to 128. */
  generate(random: Random, steps: number): Params;
  solve(params: Params): Run;
}

/** A task type with a rule of ProcBench. */
interface OfficialTask<Params> extends Task<Params> {
  /** The ProcBench task that has the same rule (`task01` to `task23`). */
  official: string;
  /** The parameters of an official ProcBench prompt; throws where a label of the question is missing. */
  readOfficial(prompt: string): Params;
}

/** A problem of some task type with its gold, ready to become an item. */
export interface Problem extends Solution {
  prompt: string;
}

/** The gold of a problem as item fields. */
export interface Solution {
  init: State;
  intermediate: State[];
  final: State;
}

/** A task type with its parameters hidden, so that the registry can hold all of them. */
export interface TaskType {
  id: string;
  title: string;
  makeProblem(random: Random, steps: number): Problem;
}

/** The same with a rule of ProcBench. */
export interface OfficialTaskType extends TaskType {
  official: string;
  /** Our gold for an official prompt, from the question alone. */
  solveOfficial(prompt: string): Solution;
}

const ANSWER =
  'Answer with one JSON object and nothing else: {"intermediate": [...], "final": ...}. ' +
  '"intermediate" lists the state after every step except the last one, in order; "final" is the state after the last step. ' +
  "The start is not listed.";

/** Closes a task type over its parameter type. */
export function defineTask<Params>(task: Task<Params>): TaskType {
  return {
    id: task.id,
    title: task.title,
    makeProblem(random, steps) {
      const params = task.generate(random, steps);
      return { prompt: `${task.rule}\n\n${ANSWER}\n\n${task.question(params)}`, ...solution(task, params) };
    },
  };
}

/** The same for a type whose rule is ProcBench's. */
export function defineOfficialTask<Params>(task: OfficialTask<Params>): OfficialTaskType {
  return {
    ...defineTask(task),
    official: task.official,
    solveOfficial: (prompt) => solution(task, task.readOfficial(prompt)),
  };
}

function solution<Params>(task: Task<Params>, params: Params): Solution {
  const { init, states } = task.solve(params);
  return { init, intermediate: states.slice(0, -1), final: states.at(-1)! };
}
