import type { ComparisonReport } from "@stepladder/schema";
import { type Board, comparisonReport } from "@stepladder/wasm/host/board-report.ts";
import type { Metric } from "@stepladder/wasm/metrics";
import { inUnit } from "@stepladder/wasm/metrics/contract.ts";
import type { Command } from "commander";
import { loadBoard } from "../core/boards.ts";
import { CommandError } from "../core/errors.ts";
import { openKernels } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { type BoardOptions, metricOf, refuseCut, withBoardOptions } from "./board.ts";

/** `stepladder compare`: systems of a board pair by pair. */
export function compareCommand(program: Command): void {
  const command = program
    .command("compare")
    .description("hold entries of a track against each other, pair by pair on the same items, from the committed packs alone")
    .argument("<track>", "id of a track")
    .argument("<entries...>", "two or more entries that were scored here: file names without .json, or names of systems")
    .option("--metric <id>", "a metric of the track; default: the one that ranks");
  withBoardOptions(command).action(show);
}

async function show(trackId: string, ids: string[], { metric: named, slice, json = false, seed, draws }: BoardOptions): Promise<void> {
  const metric = await metricOf(trackId, named);
  const board = await loadBoard(trackId);
  refuseCut(board, slice);
  const report = comparisonReport(await openKernels(), { ...board, contenders: chosen(board, ids) }, metric, slice, { seed, draws });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, metric));
}

/** The rows that were named, by the file names of their entries or the names of their systems. */
function chosen({ contenders, entries }: Board, names: readonly string[]): Board["contenders"] {
  const rows = names.map((name) => {
    const entry = entries.find(({ id, system }) => id === name || system.name === name);
    const found = contenders.find(({ id }) => id === entry?.id);
    if (found !== undefined) return found;
    const why = entry === undefined ? "" : `, whose predictions were not scored here (${entry.evidence.kind}) or not on the same items`;
    const known = contenders.map(({ id }) => id).join(", ");
    throw new CommandError(`compare: expected entries that were scored here (${known}), found ${JSON.stringify(name)}${why}`);
  });
  const distinct = [...new Set(rows)];
  if (distinct.length < 2) throw new CommandError("compare: expected two or more different entries, found one");
  return distinct;
}

function textOf({ pairs, draws, seed }: ComparisonReport, { title, unit }: Metric): string {
  const difference = (value: number | undefined): string => (value === undefined ? "-" : `${value > 0 ? "+" : ""}${inUnit(value, unit)}`);
  const rows = pairs.map(({ a, b, difference: off, low, high, p, adjusted, test, won, lost, tied }) => [
    a,
    b,
    difference(off),
    low === undefined ? "-" : `${difference(low)} to ${difference(high)}`,
    probability(p),
    probability(adjusted),
    test,
    `${won}/${lost}/${tied}`,
  ]);
  const head = ["a", "b", unit === "fraction" ? "a - b, points" : "a - b", "95 % interval", "p", "p, Holm", "test", "won/lost/tied"];
  return `${title}: ${draws} draws, seed ${seed}.\n${printTable(head, rows)}`;
}

function probability(p: number): string {
  return p < 0.0001 ? "<0.0001" : p.toFixed(4);
}
