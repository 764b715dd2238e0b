import type { Topic } from "@stepladder/schema";
import { type Balance, Benchmark, type Split } from "../filters/sample.ts";
import { WholeFiles } from "./output.ts";
import { readMined } from "./procedures.ts";

/** What was drawn. */
export interface Drawn {
  /** Procedures of the benchmark by topic. */
  readonly topics: ReadonlyMap<Topic, number>;
  readonly splits: Readonly<Record<Split, number>>;
  readonly sha256: Readonly<Record<string, string>>;
}

/** Splits mined procedures, in order, into a benchmark with as many of each topic and training data that shares no page with it. */
export async function drawBenchmark(path: string, out: string, balance: Balance, signal: AbortSignal): Promise<Drawn> {
  const benchmark = await Benchmark.draw(readMined(path), balance);
  const files = await WholeFiles.open(out, ["benchmark.jsonl", "train.jsonl"]);
  const splits = { benchmark: 0, train: 0, "held-back": 0 };
  try {
    for await (const procedure of readMined(path)) {
      signal.throwIfAborted();
      const split = benchmark.splitOf(procedure);
      splits[split]++;
      if (split !== "held-back") await files.write(`${split}.jsonl`, `${JSON.stringify(procedure)}\n`);
    }
    return { topics: benchmark.counts, splits, sha256: await files.commit() };
  } catch (error) {
    await files.abandon();
    throw error;
  }
}
