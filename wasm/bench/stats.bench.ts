import { Random } from "../../data/tracks/procladder/random.ts";
import type { Matrix, Metric } from "../metrics/contract.ts";
import { metrics } from "../metrics/index.ts";
import { Columns } from "../stats/columns.ts";
import { DRAWING, type Field } from "../stats/contract.ts";
import { clustersOf } from "../stats/draws.ts";
import { intervalsOf } from "../stats/intervals.ts";
import { permutationTests } from "../stats/permutation.ts";
import { samplerOf } from "../stats/sampler.ts";
import { standingsOf } from "../stats/standings.ts";
import { signOf, Worths } from "../stats/worths.ts";
import { type Contender, contend } from "./contend.ts";
import { type Bench, fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { plainBootstrap, plainPermutation, plainPlaces } from "./plain-stats.ts";
import { ratio } from "./report.ts";

const { draws } = DRAWING;
const SEED = 45;
const ITEMS = 7000;
/** Plain JavaScript ranks this share of the draws; its time is told for all. */
const SHARE = 20;

const share = (random: Random): number => random.bits() / 2 ** 32;

/** Scores of 0 and 1, the later systems better. */
function hits(systems: number, items: number): Float64Array[] {
  const random = new Random(SEED, 0);
  return Array.from({ length: systems }, (_, s) =>
    Float64Array.from({ length: items }, () => Number(share(random) < 0.5 + (0.2 * s) / systems)),
  );
}

/** Scores between 0 and 1, of two systems that nearly agree. */
function fractions(): [Float64Array, Float64Array] {
  const random = new Random(SEED, 1);
  const one = Float64Array.from({ length: ITEMS }, () => share(random));
  return [one, one.map((value) => Math.min(1, Math.max(0, value + 0.2 * (share(random) - 0.5))))];
}

function fieldOf(metric: Metric, systems: readonly Matrix["columns"][]): Field {
  const items = Object.values(systems[0]!)[0]!.length;
  return { metric, systems: systems.map((columns) => ({ items, columns })), weights: undefined };
}

/** The file that stats.c reads. */
function packed(bench: Bench, kind: number, columns: readonly Float64Array[]): string {
  const items = columns[0]!.length;
  const bytes = new Uint8Array(16 + columns.length * items * 8);
  bytes.set(new Uint8Array(Int32Array.of(kind, columns.length, items, draws).buffer));
  for (const [c, column] of columns.entries()) bytes.set(new Uint8Array(column.buffer), 16 + c * items * 8);
  return fileOf(bench, `stats-${kind}-${columns.length}`, bytes);
}

/** The interval of a mean. */
export const bootstrap: Job = async (bench) => {
  const [column] = fractions();
  const field = fieldOf(metrics["prefix-accuracy"], [{ "prefix-accuracy": column }]);
  const figures = [{ metric: field.metric, matrix: field.systems[0]! }];
  const ours = { name: "stepladder, BCa", run: () => ({ result: intervalsOf(bench.kernels, figures, field, DRAWING)[0]!.low }) };
  const plain = { name: "plain JavaScript, percentile", run: () => ({ result: plainBootstrap(column, draws) }) };
  return withNative(native("stats", [packed(bench, 0, [column])], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 9 });
    return {
      job: `bootstrap interval of a mean, ${ITEMS} items, ${draws} draws`,
      timed,
      amount: [draws, "draws"],
      result: "low end",
      quoted: [{ name: "scipy, not rerun", wall: 413 }],
      notes: [...notes, `goal: at most 1.4 times the C limit; now ${ratio(timed[0], timed[2])}`],
    };
  });
};

/** The paired test. */
export const permutation: Job = async (bench) => {
  const [one, other] = fractions();
  const field = fieldOf(metrics["prefix-accuracy"], [{ "prefix-accuracy": one }, { "prefix-accuracy": other }]);
  const ours = {
    name: "stepladder",
    run() {
      const columns = new Columns(clustersOf(field));
      const [a, b] = field.systems.map((matrix) => metrics["prefix-accuracy"].value(matrix, undefined)) as [never, never];
      const seen = (a as { value: number }).value - (b as { value: number }).value;
      const placed = field.systems.map((matrix) => columns.place({ metric: metrics["prefix-accuracy"], matrix }));
      return { result: permutationTests(bench.kernels, columns, placed, [{ a: 0, b: 1 }], [seen], DRAWING)[0]! };
    },
  };
  const plain = { name: "plain JavaScript", run: () => ({ result: plainPermutation(one, other, draws) }) };
  return withNative(native("stats", [packed(bench, 2, [one, other])], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 9 });
    return {
      job: `paired permutation of a mean, ${ITEMS} items, ${draws} draws`,
      timed,
      amount: [draws, "draws"],
      result: "p",
      quoted: [{ name: "scipy, not rerun", wall: 5826 }],
      notes: [...notes, "ours keeps both systems' sums, so that any formula can be finished; the others keep the difference of means"],
    };
  });
};

function rankJob(bench: Bench, field: Field, plain: () => number): readonly Contender[] {
  const { kernels } = bench;
  const last = field.systems.length - 1;
  return [
    { name: "stepladder, whole standings", run: () => ({ result: standingsOf(kernels, field, DRAWING).systems[last]!.first }) },
    {
      name: "stepladder, places alone",
      run() {
        const mark = kernels.arena.mark();
        const clusters = clustersOf(field);
        const figures = field.systems.map((matrix) => ({ metric: field.metric, matrix }));
        const sampler = samplerOf(kernels, figures, clusters, DRAWING);
        const places = new Worths(kernels, sampler, clusters.count, signOf(field.metric)).places();
        kernels.arena.release(mark);
        return { result: places[last * field.systems.length]! / draws };
      },
    },
    {
      name: `plain JavaScript, places alone (${SHARE} times a ${SHARE}th of the draws)`,
      run() {
        const [start, cpu] = [performance.now(), process.cpuUsage()];
        const result = plain();
        const [wall, user] = [performance.now() - start, process.cpuUsage(cpu).user / 1000];
        return { result, times: { wall: wall * SHARE, user: user * SHARE } };
      },
    },
  ];
}

/** Ranks by a metric of 0 and 1, one item a cluster. */
export function ranks(systems: number, items: number, goal: string): Job {
  return async (bench) => {
    const columns = hits(systems, items);
    const field = fieldOf(
      metrics["sequential-match"],
      columns.map((column) => ({ "sequential-match": column })),
    );
    const own = rankJob(bench, field, () => plainPlaces(columns, undefined, draws / SHARE));
    return withNative(native("stats", [packed(bench, 1, columns)], bench.folder), async (limit, notes) => {
      const timed = await contend([...own, ...limit], { rounds: 7 });
      return {
        job: `rank ranges of ${systems} systems on ${items} items of 0 or 1, ${draws} draws`,
        timed,
        amount: [draws, "draws"],
        result: "P(last is first)",
        notes: [...notes, `goal: ${goal}; places alone take ${ratio(timed[1], timed[3])} times the C limit, which has places alone`],
      };
    });
  };
}

/** Ranks by one sum over another. */
export const ratioRanks: Job = async (bench) => {
  const [systems, items] = [25, 1000];
  const random = new Random(SEED, 2);
  const steps = Float64Array.from({ length: items }, () => 2 + random.below(20));
  const matches = Array.from({ length: systems }, (_, s) =>
    steps.map((n) => Math.round(n * Math.min(1, share(random) + (0.3 * s) / systems))),
  );
  const field = fieldOf(
    metrics["step-accuracy"],
    matches.map((own) => ({ "step-matches": own, steps })),
  );
  const timed = await contend(
    rankJob(bench, field, () => plainPlaces(matches, steps, draws / SHARE)),
    { rounds: 7 },
  );
  return {
    job: `rank ranges of ${systems} systems on ${items} items by a ratio of sums, ${draws} draws`,
    timed,
    amount: [draws, "draws"],
    result: "P(last is first)",
    notes: ["goal: 150 ms"],
  };
};
