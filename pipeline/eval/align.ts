// `npm run eval:align`: how well steps are grounded in narrations, beside baselines. See README.md.
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { loadAligningKernels, loadKernels } from "@stepladder/wasm/host/node.ts";
import { isRanked } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING, drawingOf, type Interval } from "@stepladder/wasm/stats/contract.ts";
import { intervalsOf } from "@stepladder/wasm/stats/intervals.ts";
import { Command, Option } from "commander";
import { CommandError, told } from "../core/errors.ts";
import { printTable } from "../core/table.ts";
import { araPairs } from "./aligning/ara.ts";
import { calibrationError, fitted, type Said } from "./aligning/calibration.ts";
import { crosstaskSet, crosstaskVideos } from "./aligning/crosstask.ts";
import { FIGURES, matrixOf } from "./aligning/figures.ts";
import { LEVELS, type Level } from "./aligning/noise.ts";
import { learnt, recipesTable } from "./aligning/recipes.ts";
import { type Answer, OURS, similarityOf, systemsOf } from "./aligning/systems.ts";
import { type GoldVideo, isInOrder } from "./aligning/video.ts";
import { writtenSet } from "./aligning/written.ts";
import { youcook2Set } from "./aligning/youcook2.ts";

const SETS = ["written", "crosstask", "youcook2", "recipes"] as const;
type SetName = (typeof SETS)[number];

interface Asked {
  readonly set: SetName;
  readonly level: readonly Level[];
  readonly seed: string;
  readonly fit?: boolean;
}

await new Command("eval:align")
  .description("how well steps are grounded in what is said, beside baselines, with intervals and paired tests")
  .addOption(new Option("--set <name>", "which videos").choices(SETS).default("written"))
  .addOption(
    new Option("--level <name...>", "how far narrations that are made are from their steps")
      .choices(Object.keys(LEVELS))
      .default(["usual"]),
  )
  .option("--seed <number>", "what narrations are drawn from", "1")
  .option(
    "--fit",
    "print what is learnt and nothing else: how sure margins are, from CrossTask's other videos; for recipes the weights, from all dishes",
  )
  .action(evaluate)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`eval:align: ${told(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  });

async function evaluate({ set, level: levels, seed, fit }: Asked): Promise<void> {
  const data = process.env.STEPLADDER_DATA ?? "../shared/data";
  const [kernels, aligning] = [await loadKernels(), await loadAligningKernels()];
  const drawn = Number(seed);
  if (!Number.isSafeInteger(drawn) || drawn < 0) throw new CommandError(`--seed: expected a whole number from 0, found ${seed}`);
  if (set === "recipes") {
    const pairs = await araPairs(data);
    process.stdout.write(fit ? `${JSON.stringify(learnt(aligning, pairs))}\n` : recipesTable(kernels, aligning, pairs));
    return;
  }
  if (fit) {
    const videos = crosstaskSet(crosstaskVideos(data), LEVELS.usual, drawn, false);
    process.stdout.write(`${JSON.stringify(fitted(aligning, videos))}\n`);
    return;
  }
  if (set === "written") return print("written", await writtenSet(), kernels, aligning);
  const all = set === "crosstask" ? crosstaskVideos(data) : [];
  for (const level of levels) {
    const videos = set === "crosstask" ? crosstaskSet(all, LEVELS[level], drawn) : youcook2Set(data, LEVELS[level], drawn);
    print(`${set}, ${level}`, videos, kernels, aligning);
  }
}

/** A table for all videos, and for those in the list's order and the others where there are both. */
function print(name: string, videos: readonly GoldVideo[], kernels: Kernels, aligning: AligningKernels): void {
  const similarities = videos.map(similarityOf);
  const systems = Object.entries(systemsOf(aligning)).filter(
    ([system]) => system !== "learnt order" || videos.every(({ paths }) => paths.length > 0),
  );
  const answers = systems.map(([, system]) => videos.map((video, i) => system(video, similarities[i] as (typeof similarities)[number])));
  const inOrder = videos.map(({ segments }) => isInOrder(segments));
  const slices = {
    "all videos": () => true,
    "in the list's order": (i: number) => inOrder[i],
    "in another order": (i: number) => !inOrder[i],
  };
  for (const [slice, holds] of Object.entries(slices)) {
    const kept = [...videos.keys()].filter(holds);
    if (kept.length < 2 || (slice !== "all videos" && kept.length === videos.length)) continue;
    const pick = <One>(list: readonly One[]): One[] => kept.map((i) => list[i] as One);
    const rows = rowsOf(
      kernels,
      pick(videos),
      systems.map(([system], s) => [system, pick(answers[s] as Answer[])]),
    );
    process.stdout.write(`${name}: ${slice}, ${kept.length}\n${printTable(["by", ...Object.keys(FIGURES)], rows)}\n`);
  }
  const own = answers[systems.findIndex(([system]) => system === OURS)] as Answer[];
  process.stdout.write(
    `calibration error: segments ${shareOf(videos, own, segmentsSaid)}, steps shown ${shareOf(videos, own, stepsSaid)}\n\n`,
  );
}

/** A row for each system: value, interval, and where it is not ours how much better ours is, with the p of the paired test. */
function rowsOf(kernels: Kernels, videos: readonly GoldVideo[], answers: readonly (readonly [string, Answer[]])[]): string[][] {
  const matrices = answers.map(([, own]) => matrixOf(kernels, videos, own));
  const ours = answers.findIndex(([system]) => system === OURS);
  const cells = Object.values(FIGURES).map((metric) => {
    const with_ = matrices.flatMap((matrix, s) => (metric.value(matrix, undefined).kind === "value" ? [s] : []));
    const systems = with_.map((s) => matrices[s] as (typeof matrices)[number]);
    const drawing = drawingOf(metric, DRAWING);
    const intervals = intervalsOf(
      kernels,
      systems.map((matrix) => ({ metric, matrix })),
      { weights: undefined },
      drawing,
    );
    const others = with_.flatMap((s, place) => (s === ours ? [] : [place]));
    const pairs = others.map((b) => ({ a: with_.indexOf(ours), b }));
    const compared = new Map(
      comparePairs(kernels, { metric, systems, weights: undefined }, pairs, drawing).map((one) => [with_[one.b], one]),
    );
    return matrices.map((matrix, s) => {
      const value = metric.value(matrix, undefined);
      return value.kind === "value" ? cellOf(value.value, intervals[with_.indexOf(s)], compared.get(s), isRanked(metric)) : "-";
    });
  });
  return answers.map(([system], s) => [system, ...cells.map((column) => column[s] as string)]);
}

function cellOf(value: number, interval: Interval | undefined, compared: Comparison | undefined, ranked: boolean): string {
  const percent = (share: number): string => (share * 100).toFixed(1);
  const within = interval === undefined ? "" : ` [${percent(interval.low)}, ${percent(interval.high)}]`;
  if (compared?.difference === undefined) return percent(value) + within;
  const sign = compared.difference >= 0 ? "+" : "";
  return `${percent(value)}${within} ${sign}${percent(compared.difference)} p ${compared.adjusted.toFixed(ranked ? 3 : 4)}`;
}

function shareOf(videos: readonly GoldVideo[], answers: readonly Answer[], said: (video: GoldVideo, answer: Answer) => Said[]): string {
  return calibrationError(videos.flatMap((video, i) => said(video, answers[i] as Answer))).toFixed(3);
}

/** A segment is right where gold has one of its step at the same time. */
function segmentsSaid({ segments: gold }: GoldVideo, { segments }: Answer): Said[] {
  return segments.map(({ step, start, end, confidence }) => ({
    confidence,
    right: gold.some((one) => one.step === step && one.start < end && start < one.end),
  }));
}

function stepsSaid({ segments, steps }: GoldVideo, { shown = [] }: Answer): Said[] {
  return steps.map((_, step) => ({ confidence: shown[step] as number, right: segments.some((one) => one.step === step) }));
}
