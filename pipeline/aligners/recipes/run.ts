import { idOf } from "@stepladder/tracks/step-alignment/formats.ts";
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { loadAligningKernels } from "@stepladder/wasm/host/node.ts";
import { keptRun } from "../../core/kept.ts";
import { WholeFiles } from "../../core/output.ts";
import { counterparts, WEIGHING, type Weighing } from "./align.ts";
import { featuresOf, raritiesOf } from "./features.ts";
import type { Goal } from "./pairs.ts";
import type { Recipe } from "./recipe.ts";

/** A prediction of the track step-alignment. */
export interface Aligned {
  readonly id: string;
  /** Tokens of each action of the source and of its counterpart, 0 where it has none. */
  readonly prediction: { readonly links: readonly (readonly [number, number])[] };
}

/** Counts of a run, as report.json has them. */
export interface RecipesReport {
  readonly goals: number;
  readonly pairs: number;
  readonly actions: number;
  readonly links: number;
}

const FILES = ["alignments.jsonl", "report.json"] as const;

/** Aligns the procedures of each goal pair by pair, and writes the predictions of all or of none. */
export async function alignRecipes(goals: readonly Goal[], out: string, signal: AbortSignal): Promise<RecipesReport> {
  const kernels = await loadAligningKernels();
  const run = { out, mark: ".align", code: ["pipeline/aligners", "wasm/aligning"], options: WEIGHING, noun: "goals" };
  return keptRun(run, goals, (goal) => alignedOf(kernels, goal, WEIGHING), written, signal);

  async function written(results: AsyncIterable<Aligned[]>): Promise<RecipesReport> {
    const counts = { goals: 0, pairs: 0, actions: 0, links: 0 };
    const files = await WholeFiles.open(out, FILES);
    try {
      for await (const pairs of results) {
        counts.goals++;
        counts.pairs += pairs.length;
        for (const pair of pairs) {
          counts.actions += pair.prediction.links.length;
          counts.links += pair.prediction.links.filter(([, target]) => target > 0).length;
          await files.write("alignments.jsonl", `${JSON.stringify(pair)}\n`);
        }
      }
      await files.write("report.json", `${JSON.stringify(counts, null, 2)}\n`);
      await files.commit();
      return counts;
    } catch (error) {
      await files.abandon();
      throw error;
    }
  }
}

function alignedOf(kernels: AligningKernels, { recipes, pairs }: Goal, weighing: Weighing): Aligned[] {
  const rarity = raritiesOf(recipes);
  return pairs.map(([source, target]) => {
    const places = counterparts(kernels, featuresOf(source, target, rarity), weighing);
    return { id: idOf(source.name, target.name), prediction: { links: linksOf(source, target, places) } };
  });
}

/** Places of counterparts as links. */
export function linksOf(source: Recipe, target: Recipe, places: ArrayLike<number>): [number, number][] {
  return source.actions.map(({ token }, i) => [token, target.actions[places[i] as number]?.token ?? 0]);
}
