import type { Kernels } from "../../host/kernels.ts";
import type { Matrix } from "../../metrics/contract.ts";
import { comparePairs } from "../compare.ts";
import type { Drawing, Field, Places, Standing } from "../contract.ts";
import { clustersOf } from "../draws.ts";
import { quantile } from "../quantile.ts";
import { samplerOf } from "../sampler.ts";
import { standingsOf } from "../standings.ts";
import { Stream } from "./stream.ts";
import type { World } from "./worlds.ts";

/** What is asked of one sample: the share of it that holds, 0 to 1. `truths` are the systems' true values. */
export type Question = (kernels: Kernels, field: Field, truths: readonly number[], drawing: Drawing) => number;

/** A question asked of many samples of a world. */
export interface Trial {
  readonly world: World;
  readonly question: Question;
  readonly repetitions: number;
  /** Draws for each sample. */
  readonly draws: number;
}

/** Mean answer over samples of `n` clusters; each has items and draws of its own. */
export function shareOf(kernels: Kernels, { world, question, repetitions, draws }: Trial, n: number): number {
  let sum = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const field = world.sample(new Stream(n * 1_000_000 + repetition), n);
    sum += question(kernels, field, world.truths, { seed: repetition, draws });
  }
  return sum / repetitions;
}

/** Whether the interval that boards show holds the truth. */
export const inInterval: Question = (kernels, field, [truth], drawing) => {
  const [standing] = standingsOf(kernels, field, drawing).systems;
  return Number(covers(standing?.interval, truth));
};

/** Whether the plain percentile interval of the same draws does. */
export const inPercentile: Question = (kernels, field, [truth], drawing) => {
  const figure = { metric: field.metric, matrix: field.systems[0] as Matrix };
  const sampler = samplerOf(kernels, [figure], clustersOf(field), drawing);
  const values = new Float64Array(sampler.draws);
  sampler.fill(() => values, sampler.draws, 1);
  values.sort();
  return Number(covers({ low: quantile(values, 0.025), high: quantile(values, 0.975) }, truth));
};

/** Whether the test of two systems that are equal says that they differ. */
export const falseAlarm: Question = (kernels, field, _, drawing) => {
  const [comparison] = comparePairs(kernels, field, [{ a: 0, b: 1 }], drawing);
  return Number((comparison?.p as number) < 0.05);
};

/** Share of systems whose true rank lies in their rank range. */
export const inRange: Question = (kernels, field, truths, drawing) => {
  const held = standingsOf(kernels, field, drawing).systems.filter(({ range }, s) => covers(range, trueRank(truths, s)));
  return held.length / truths.length;
};

/** Whether all true ranks lie in their simultaneous sets at once. */
export const inSets: Question = (kernels, field, truths, drawing) => {
  const holds = ({ set }: Standing, s: number): boolean => covers(set, trueRank(truths, s));
  return Number(standingsOf(kernels, field, drawing).systems.every(holds));
};

/** 1 + the number of systems that are truly better. */
function trueRank(truths: readonly number[], s: number): number {
  return 1 + truths.filter((truth) => truth > (truths[s] as number)).length;
}

function covers(between: Places | undefined, truth: number | undefined): boolean {
  return between !== undefined && truth !== undefined && between.low <= truth && truth <= between.high;
}
