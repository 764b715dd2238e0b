import type { NamedStep, ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { Steps } from "@stepladder/wasm/metrics/completion/measure.ts";
import type { Ranking } from "@stepladder/wasm/metrics/ranking/measure.ts";
import { decoded, edgeNumbers, knownOnce, type Names, placeOf, placesIn, withoutStop } from "./steps.ts";

/** What predictions are read by: the names of the steps, and how many were done. */
interface Asked {
  readonly names: Names;
  readonly done: number;
}

type Codec<Gold, Answer> = AskedCodec<ScriptItem, ScriptPrediction, Gold, Answer, Asked>;

function asking<Gold>(
  subtask: ScriptItem["subtask"],
  gold: (item: ScriptItem) => Gold,
): (item: ScriptItem) => { gold: Gold; context: Asked } | undefined {
  return (item) =>
    item.subtask === subtask
      ? { gold: gold(item), context: { names: item.library.map(withoutStop), done: item.prefix.length } }
      : undefined;
}

/** Next steps, ranked. Of a model's own text the first step behind the prefix counts (src/next_step_prediction.py). */
export const nextStepCodec: Codec<readonly number[], Ranking> = {
  gold: asking("next-step", ({ observed }) => observed.flat()),
  answer({ steps, scores, output }, { names, done }) {
    if (scores !== undefined) return { scores };
    if (steps !== undefined) return { candidates: placesOf(steps, names) };
    return output === undefined ? undefined : { candidates: placesIn(output, names).slice(done, done + 1) };
  },
};

/** The steps that complete a procedure. Of a model's own text as many steps are dropped first as the prefix has. */
export const completionCodec: Codec<readonly Steps[], Steps> = {
  gold: asking("completion", ({ observed }) => observed),
  answer({ steps, output }, { names, done }) {
    if (steps !== undefined) return knownOnce(placesOf(steps, names));
    return output === undefined ? undefined : knownOnce(placesIn(output, names).slice(done));
  },
};

/** The edges of a graph, or those of sampled paths. */
export const graphCodec: Codec<readonly Steps[], readonly number[]> = {
  gold: asking("graph-script", ({ observed }) => observed),
  answer({ edges, paths }, { names }) {
    if (edges !== undefined)
      return edgeNumbers(
        edges.map(([from = "", to = ""]) => ({ from, to })),
        names,
      );
    return paths === undefined ? undefined : edgeNumbers(decoded(paths, names), names);
  },
};

function placesOf(steps: readonly NamedStep[], names: Names): number[] {
  return steps.map((step) => placeOf(step, names));
}
