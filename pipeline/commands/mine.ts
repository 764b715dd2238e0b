import { availableParallelism } from "node:os";
import type { MiningReport } from "@stepladder/schema";
import { type Command, InvalidArgumentError } from "commander";
import { printReport } from "../core/gather.ts";
import { interrupted } from "../core/interrupt.ts";
import { mine } from "../core/run.ts";
import { Threads } from "../core/threads.ts";
import { wholeNumber } from "./score.ts";

interface Options {
  readonly out: string;
  readonly workers: number;
  readonly limit?: number;
  readonly json?: true;
}

/** `stepladder mine`: pages in, procedures out. */
export function mineCommand(program: Command): void {
  program
    .command("mine")
    .description("mine how-to procedures from pages; a run that was stopped goes on where it was")
    .argument("<inputs...>", "folders, files or addresses of pages")
    .requiredOption("--out <folder>", "where to write procedures.jsonl, dropped.jsonl, failures.jsonl and report.json")
    .option("--workers <number>", "threads on this machine; default: one per core", atLeastOne, availableParallelism())
    .option("--limit <pages>", "look at no more pages than this, the first ones", atLeastOne)
    .option("--json", "print the report as JSON")
    .action(async (inputs: string[], { out, workers, limit, json }: Options) => {
      const report = await mine({ inputs, out, limit }, async () => new Threads(workers), interrupted());
      process.stdout.write(json ? printReport(report) : summary(out, report));
    });
}

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number > 0) return number;
  throw new InvalidArgumentError("expected a whole number from 1");
}

function summary(out: string, { pages, failures, procedures, dropped, passedOver }: MiningReport): string {
  const list = (counts: Readonly<Record<string, number>>): string => {
    const entries = Object.entries(counts);
    const sum = entries.reduce((total, [, count]) => total + count, 0);
    return entries.length === 0 ? "0" : `${sum} (${entries.map(([name, count]) => `${name} ${count}`).join(", ")})`;
  };
  return [
    `${out}: ${procedures} procedures from ${pages} pages`,
    `dropped: ${list(dropped)}`,
    `failures: ${list(failures)}`,
    ...(Object.keys(passedOver).length > 0 ? [`files of other kinds passed over: ${list(passedOver)}`] : []),
    "",
  ].join("\n");
}
