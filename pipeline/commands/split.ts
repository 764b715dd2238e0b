import { join } from "node:path";
import type { Command } from "commander";
import { atLeastOne, pathToWrite, wholeNumber } from "../core/arguments.ts";
import { interrupted } from "../core/interrupt.ts";
import type { Splitting } from "../core/split.ts";

/** `stepladder split`: a benchmark of as many procedures of each topic, and the rest to train on. */
export function splitCommand(program: Command): void {
  program
    .command("split")
    .description("draw a benchmark with as many mined procedures of each topic; what gives it away is held back from training")
    .argument("<files...>", "folders of mining runs, or their procedures.jsonl")
    .requiredOption("--per-topic <number>", "procedures of each topic, where there are as many", atLeastOne)
    .requiredOption("--seed <number>", "which ones", wholeNumber)
    .option("--test <file>", "a test set, goal and steps on each line (How2Bench's layout too): what is like one of these is dropped")
    .requiredOption("--out <folder>", "where to write benchmark.jsonl, train.jsonl and dropped.jsonl", pathToWrite)
    .action(async (paths: string[], options: Splitting) => {
      // Filters know languages by heart, which takes long to load.
      const { split } = await import("../core/split.ts");
      const counts = await split(paths, options, interrupted());
      for (const [name, count] of counts) process.stdout.write(`${join(options.out, name)}: ${count} procedures\n`);
    });
}
