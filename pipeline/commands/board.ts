import type { BoardFigure, BoardReport } from "@stepladder/schema";
import { type Cut, weightsOf } from "@stepladder/wasm/host/board.ts";
import { type Board, boardReport } from "@stepladder/wasm/host/board-report.ts";
import { type Metric, type MetricId, metrics } from "@stepladder/wasm/metrics";
import { inUnit, UNITS } from "@stepladder/wasm/metrics/contract.ts";
import { DRAWING, type Drawing } from "@stepladder/wasm/stats/contract.ts";
import { type Command, InvalidArgumentError } from "commander";
import { loadBoard } from "../core/boards.ts";
import { CommandError } from "../core/errors.ts";
import { openKernels } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { loadTrack } from "../core/tracks.ts";

/** Options of the commands that look at boards. */
export interface BoardOptions extends Drawing {
  readonly metric?: string;
  readonly slice: Cut;
  readonly json?: boolean;
}

/** `stepladder board`: how the entries of a track stand, from their committed packs. */
export function boardCommand(program: Command): void {
  const command = program
    .command("board")
    .description("show how a track's entries stand: values, intervals, ranks and rank ranges, from the committed packs alone")
    .argument("<track>", "id of a track")
    .option("--metric <id>", "a metric of the track; default: the one that ranks, with --json all");
  withBoardOptions(command).action(show);
}

/** Adds what every look at a board can be told. */
export function withBoardOptions(command: Command): Command {
  return command
    .option("--slice <id=value>", "only the items of this value; again for other slices, or for more values of one", addSlice, {})
    .option("--json", "print all of it as JSON (stepladder/board/1 or stepladder/comparison/1)")
    .option("--seed <n>", "seed of the draws", whole, DRAWING.seed)
    .option("--draws <n>", "bootstrap draws", enough, DRAWING.draws);
}

function addSlice(text: string, before: Cut): Cut {
  const [, slice, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (slice === undefined || value === undefined) throw new InvalidArgumentError("expected id=value, such as length=short");
  return { ...before, [slice]: [...(before[slice] ?? []), value] };
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("expected a whole number from 0 to 999999999");
  return Number(text);
}

/** Fewer draws have no middle 95 % to speak of. */
const FEWEST = 100;

function enough(text: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < FEWEST) throw new InvalidArgumentError(`expected a whole number from ${FEWEST} to 999999`);
  return number;
}

/** The metric of a track by its id; the one that ranks where none is named. Throws CommandError that lists those there are. */
export async function metricOf(trackId: string, named: string | undefined): Promise<Metric> {
  const track = await loadTrack(trackId);
  const id = named ?? track.metrics[0];
  if (track.metrics.includes(id)) return metrics[id as MetricId];
  throw new CommandError(`--metric: expected one of ${track.metrics.join(", ")}, found ${JSON.stringify(id)}`);
}

/** Throws CommandError where a track has no such slice or value, or no item is in all of them. */
export function refuseCut({ index }: Pick<Board, "index">, cut: Cut): void {
  let weights: Float64Array | undefined;
  try {
    weights = weightsOf(index, cut);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`--slice: ${error.message}`);
    throw error;
  }
  if (weights?.includes(1) === false) throw new CommandError("--slice: expected a cut with items in it, found none in all of these slices");
}

async function show(trackId: string, { metric: named, slice, json = false, seed, draws }: BoardOptions): Promise<void> {
  const one = await metricOf(trackId, named);
  const { metrics: own } = await loadTrack(trackId);
  const shown = json && named === undefined ? own.map((id) => metrics[id as MetricId]) : [one];
  const board = await loadBoard(trackId);
  refuseCut(board, slice);
  const report = boardReport(await openKernels(), board, shown, slice, { seed, draws });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, one));
}

function textOf({ entries, counts, seed, draws, metrics: [told] }: BoardReport, { id, title, unit, better }: Metric): string {
  const { sign } = UNITS[unit];
  const number = (value: number | undefined): string => (value === undefined ? "-" : inUnit(value, unit));
  const rows = entries.map(({ system, kind, evidence, coverage, metrics: own }) => {
    const figure = own[id] as BoardFigure;
    return [
      placesOf(figure.rank, figure.rankLow, figure.rankHigh),
      figure.letters ?? "",
      system,
      number(figure.value),
      figure.low === undefined ? "-" : `${number(figure.low)} to ${number(figure.high)}`,
      figure.setLow === undefined ? "-" : `${figure.setLow}-${figure.setHigh}`,
      figure.pFirst === undefined ? "-" : figure.pFirst.toFixed(2),
      coverage === undefined ? "-" : `${coverage.scored}/${coverage.items}`,
      kind === "baseline" ? "baseline" : evidence,
    ];
  });
  const head = [
    "rank",
    "ties",
    "system",
    sign === "" ? "value" : `value, ${sign}`,
    "95 % interval",
    "rank set",
    "P(first)",
    "scored",
    "evidence",
  ];
  const gap = told?.gap === undefined ? "" : ` Smallest detectable gap ${number(told.gap)}.`;
  const direction = better === "lower" ? ", lower is better" : "";
  return `${title}${direction}: ${counts.items} items in ${counts.clusters} clusters, ${told?.draws ?? draws} draws, seed ${seed}.${gap}\n${printTable(head, rows)}`;
}

/** "3 (2-6)". */
function placesOf(rank: number | undefined, low: number | undefined, high: number | undefined): string {
  if (rank === undefined) return "-";
  return low === undefined ? String(rank) : `${rank} (${low}-${high})`;
}
