import type { Command } from "commander";
import { interrupted } from "../core/interrupt.ts";
import { atLeastOne } from "./mine.ts";
import { wholeNumber } from "./score.ts";

interface Options {
  readonly perTopic: number;
  readonly seed: number;
  readonly out: string;
}

/** `stepladder draw`: a balanced benchmark out of mined procedures. */
export function drawCommand(program: Command): void {
  program
    .command("draw")
    .description("draw a benchmark with as many procedures of each topic from mined ones; the rest is training data")
    .argument("<procedures>", "procedures.jsonl of a mining run")
    .requiredOption("--per-topic <number>", "how many of each topic, as far as there are", atLeastOne)
    .requiredOption("--seed <number>", "which ones", wholeNumber)
    .requiredOption("--out <folder>", "where to write benchmark.jsonl and train.jsonl")
    .action(async (path: string, { perTopic, seed, out }: Options) => {
      const { drawBenchmark } = await import("../core/draw.ts");
      const { topics, splits } = await drawBenchmark(path, out, { perTopic, seed }, interrupted());
      const list = [...topics].map(([topic, count]) => `${topic} ${count}`).join(", ");
      process.stdout.write(
        `${out}: ${splits.benchmark} procedures in the benchmark (${list}), ${splits.train} for training, ${splits["held-back"]} in neither: they share a page with the benchmark\n`,
      );
    });
}
