import { type AdditiveMetric, additive, type Matrix, type Metric, meanOf, ratioOf } from "../../metrics/contract.ts";
import type { Field } from "../contract.ts";
import type { Stream } from "./stream.ts";

/** Items drawn from a world whose truth is known: `truths[s]` is what system s would score on endlessly many of them. */
export interface World {
  readonly truths: readonly number[];
  /** A field of `n` clusters. */
  sample(stream: Stream, n: number): Field;
}

/** Items of one cluster where items come in clusters. */
const TOGETHER = 5;

function metric(finished: Pick<AdditiveMetric, "statistics" | "finish">, binary = false): Metric {
  const told = { id: "simulated", title: "Simulated", explains: "A metric of simulated items.", source: "simulation", family: "simulated" };
  return additive({ ...told, unit: "fraction", better: "higher", binary, ...finished });
}

const HITS = metric(meanOf("score"), true);
const GRADES = metric(meanOf("score"));
const RATIO = metric(ratioOf("hits", "steps", "no steps"));

function matrix(columns: Matrix["columns"], items: number): Matrix {
  return { items, columns };
}

/** Scores of `systems` systems on `n` items; `item` makes the scores of one, in the order of the systems. */
function scored(by: Metric, systems: number, n: number, item: (i: number) => readonly number[]): Field {
  const columns = Array.from({ length: systems }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) for (const [s, score] of item(i).entries()) (columns[s] as Float64Array)[i] = score;
  return { metric: by, systems: columns.map((score) => matrix({ score }, n)), weights: undefined };
}

/** One system that solves nine items of ten. */
export const hits: World = {
  truths: [0.9],
  sample: (stream, n) => scored(HITS, 1, n, () => [Number(stream.next() < 0.9)]),
};

/** One system with grades far from symmetric: the cube of a uniform number, mean 1/4, skewness 1.16. */
export const grades: World = {
  truths: [1 / 4],
  sample: (stream, n) => scored(GRADES, 1, n, () => [stream.next() ** 3]),
};

/** One system, steps found over steps asked: items of 1 to 12 steps, of which long ones are found less often. */
export const ratio: World = {
  // Sum of k (0.95 - 0.05 k) over sum of k, k from 1 to 12.
  truths: [(0.95 * 78 - 0.05 * 650) / 78],
  sample: (stream, n) => {
    const [found, steps] = [new Float64Array(n), new Float64Array(n)];
    for (let i = 0; i < n; i++) {
      const length = 1 + Math.floor(12 * stream.next());
      steps[i] = length;
      for (let step = 0; step < length; step++) found[i] = (found[i] as number) + Number(stream.next() < 0.95 - 0.05 * length);
    }
    return { metric: RATIO, systems: [matrix({ hits: found, steps }, n)], weights: undefined };
  },
};

/** One system with grades that items of a cluster share in half: clusters of five, mean 1/2. */
export const clusters: World = { truths: [1 / 2], sample: (stream, n) => clustered(stream, n, 1) };

/** Two systems that are as good as each other, on clusters of five that favour the one or the other. */
export const clusteredTwins: World = { truths: [1 / 2, 1 / 2], sample: (stream, n) => clustered(stream, n, 2) };

function clustered(stream: Stream, n: number, systems: number): Field {
  const of = Int32Array.from({ length: n * TOGETHER }, (_, i) => Math.floor(i / TOGETHER));
  let shared: readonly number[] = [];
  const uniforms = (): number[] => Array.from({ length: systems }, () => stream.next());
  const field = scored(GRADES, systems, of.length, (i) => {
    if (i % TOGETHER === 0) shared = uniforms();
    return uniforms().map((own, s) => (own + (shared[s] as number)) / 2);
  });
  return { ...field, clusters: of };
}

/** The same items, with nobody knowing that they come in clusters. */
export function unheeded(world: World): World {
  return { ...world, sample: (stream, n) => ({ ...world.sample(stream, n), clusters: undefined }) };
}

/** Two systems as good as each other: items are easier or harder for both. */
export const twins: World = field([0.5, 0.5]);

/** Two systems as good as each other, graded: the item counts half, the rest is each one's own. */
export const gradedTwins: World = {
  truths: [0.5, 0.5],
  sample: (stream, n) =>
    scored(GRADES, 2, n, () => {
      const item = stream.next();
      return [(item + stream.next()) / 2, (item + stream.next()) / 2];
    }),
};

/** Systems with these skills, 0.2 to 0.8: the share of items that each solves. Items are up to 0.2 easier or harder for all. */
export function field(skills: readonly number[]): World {
  return {
    truths: skills,
    sample: (stream, n) =>
      scored(HITS, skills.length, n, () => {
        const ease = 0.4 * stream.next() - 0.2;
        return skills.map((skill) => Number(stream.next() < skill + ease));
      }),
  };
}
