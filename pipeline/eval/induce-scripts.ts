import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import { FOLDS, heldOut, type Learnt, type Path, ranked } from "@stepladder/tracks/graph-script/held-out.ts";
import { itemsOf } from "@stepladder/tracks/graph-script/items.ts";
import track from "@stepladder/tracks/graph-script/track.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { Matrix } from "@stepladder/wasm/metrics/contract.ts";
import type { Task } from "../inducers/task.ts";
import type { Learner } from "./learners.ts";
import { measured } from "./measured.ts";

/** Questions of one kind, and what answers them. */
export interface Questions {
  readonly items: readonly ScriptItem[];
  /** Procedure of each item: items of one come from the same videos. */
  readonly clusters: Int32Array;
  answer(learner: Learner): (item: ScriptItem) => ScriptPrediction;
}

/** The track's own questions, each answered from the videos that do not begin with its prefix. */
export function ownQuestions(tasks: readonly Task[]): Questions {
  const all = tasks.map((task, number) => [...itemsOf(number, procedureOf(task, task.paths))]);
  const asked = all.map((items) => items.filter(isAsked));
  return {
    items: asked.flat(),
    clusters: Int32Array.from(asked.flatMap((items, number) => items.map(() => number))),
    answer(learner) {
      const answers = tasks.map((task, number) => heldOut(learner.of(task))(all[number] as ScriptItem[]));
      const byItem = new Map(asked.flatMap((items, number) => items.map((item) => [item.id, answers[number]] as const)));
      return (item) => (byItem.get(item.id) as (item: ScriptItem) => ScriptPrediction)(item);
    },
  };
}

/**
 * Questions made of the videos of one fold at a time by the track's rules, answered from the other four. `unseen`: only of videos whose whole
 * path no video of the other folds has.
 */
export function foldQuestions(tasks: readonly Task[], unseen: boolean): Questions {
  const asked = tasks.flatMap((task, number) =>
    Array.from({ length: FOLDS }, (_, fold) => {
      const others = task.paths.filter((_, video) => video % FOLDS !== fold);
      const known = new Set(others.map(String));
      const own = task.paths.filter((path, video) => video % FOLDS === fold && !(unseen && known.has(String(path))));
      // A procedure of its own for each fold: prefixes of two folds are two questions.
      const items = own.length === 0 ? [] : [...itemsOf(100 * (fold + 1) + number, procedureOf(task, own))].filter(isAsked);
      return { task, number, others, items };
    }),
  );
  return {
    items: asked.flatMap(({ items }) => items),
    clusters: Int32Array.from(asked.flatMap(({ items, number }) => items.map(() => number))),
    answer(learner) {
      const learnt = new Map(
        asked.flatMap(({ task, others, items }) => {
          const own = learner.of(task)(
            others,
            task.steps.map(({ text }) => text),
          );
          return items.map((item) => [item.id, own] as const);
        }),
      );
      return ({ id, subtask, prefix, library }) => {
        const own = learnt.get(id) as Learnt;
        return { steps: subtask === "completion" ? [...own.completion(prefix)] : ranked(prefix, library, own.next(prefix)) };
      };
    },
  };
}

/** What graphs draw is asked of all videos at once, and nothing of it can be held out. */
const isAsked = ({ subtask }: ScriptItem): boolean => subtask !== "graph-script";

function procedureOf(task: Task, paths: readonly Path[]): { library: string[]; paths: readonly Path[] } {
  return { library: task.steps.map(({ text }) => text), paths };
}

/** How each learner answers, by the track's own kernels. */
export function answered(kernels: Kernels, questions: Questions, learners: readonly Learner[]): Matrix[] {
  return learners.map((learner) => measured(kernels, track, questions.items, questions.answer(learner)));
}
