import type { Kernels } from "../../host/kernels.ts";
import { falseAlarm, inInterval, inPercentile, inRange, inSets, type Question, shareOf, type Trial } from "./shares.ts";
import { clusteredTwins, clusters, field, gradedTwins, grades, hits, ratio, twins, unheeded, type World } from "./worlds.ts";

/** A line of a table: one trial at each number of clusters. */
export interface Row {
  readonly title: string;
  readonly trial: Trial;
  /** The shares in percent, from 200 clusters on, that the method promises; absent where the row shows what goes wrong without it. */
  readonly promised?: readonly [low: number, high: number];
}

export interface Table {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Numbers of clusters of every table. */
export const CLUSTERS = [20, 50, 100, 200, 500] as const;

const NOMINAL = [93, 97] as const;
const SEPARATED = field([0.75, 0.65, 0.55, 0.45, 0.35, 0.25]);
const NEAR = field([0.52, 0.515, 0.51, 0.505, 0.5, 0.495]);
const EQUAL = field([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);

const trial = (world: World, question: Question, repetitions: number): Trial => ({ world, question, repetitions, draws: 1000 });
const interval = (world: World, question = inInterval): Trial => trial(world, question, 4000);
const alarm = (world: World): Trial => trial(world, falseAlarm, 2000);
const ranks = (world: World, question: Question): Trial => trial(world, question, 2000);

export const INTERVALS: Table = {
  heading: "The 95 % interval holds the true value (percent of samples, nominal 95)",
  rows: [
    // Wilson's asks for no draws: two are enough to have standings.
    { title: "Share of items solved (0 or 1), Wilson", trial: { ...interval(hits), draws: 2 }, promised: NOMINAL },
    { title: "Mean of skewed grades, BCa", trial: interval(grades), promised: NOMINAL },
    { title: "Mean of skewed grades, percentile", trial: interval(grades, inPercentile), promised: NOMINAL },
    { title: "Ratio of sums, BCa", trial: interval(ratio), promised: NOMINAL },
    { title: "Clusters of 5 items, drawn together, BCa", trial: interval(clusters), promised: NOMINAL },
    { title: "Clusters of 5 items, drawn as if each stood alone", trial: interval(unheeded(clusters)) },
  ],
};

export const ALARMS: Table = {
  heading: "Two equal systems are said to differ, p < 0.05 (percent of samples, at most 5 is right)",
  rows: [
    { title: "Items solved, McNemar", trial: alarm(twins), promised: [0, 6.5] },
    { title: "Grades, permutation", trial: alarm(gradedTwins), promised: [3, 7] },
    { title: "Grades in clusters of 5, swapped together", trial: alarm(clusteredTwins), promised: [3, 7] },
    { title: "Grades in clusters of 5, swapped as if each stood alone", trial: alarm(unheeded(clusteredTwins)) },
  ],
};

export const RANKS: Table = {
  heading: "True ranks of six systems (percent; of systems for ranges, of samples for sets)",
  rows: [
    { title: "10 points apart: true rank in the rank range", trial: ranks(SEPARATED, inRange) },
    { title: "10 points apart: all true ranks in their simultaneous sets", trial: ranks(SEPARATED, inSets), promised: [93, 100] },
    { title: "Half a point apart: true rank in the rank range", trial: ranks(NEAR, inRange) },
    { title: "Half a point apart: all true ranks in their simultaneous sets", trial: ranks(NEAR, inSets), promised: [93, 100] },
    { title: "Equal, all of true rank 1: true rank in the rank range", trial: ranks(EQUAL, inRange) },
    { title: "Equal, all of true rank 1: all in their simultaneous sets", trial: ranks(EQUAL, inSets), promised: [93, 100] },
  ],
};

export const TABLES: readonly Table[] = [INTERVALS, ALARMS, RANKS];

/** A percentage with one decimal, as the tables print it. */
export function cell(kernels: Kernels, { trial }: Row, n: number): string {
  return (100 * shareOf(kernels, trial, n)).toFixed(1);
}

/** A row of Markdown. */
export function line(kernels: Kernels, row: Row): string {
  return `| ${[row.title, ...CLUSTERS.map((n) => cell(kernels, row, n))].join(" | ")} |`;
}

/** A table's head in Markdown. */
export function head({ heading }: Table): string {
  return `| ${[heading, ...CLUSTERS.map((n) => `n = ${n}`)].join(" | ")} |\n| --- |${" ---: |".repeat(CLUSTERS.length)}`;
}
