import { type DroppedProcedure, type MinedProcedure, TOPICS } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { deduplicate, isDropped } from "../filters/duplicates.ts";
import { Benchmark } from "../filters/sample.ts";
import { WholeFiles } from "./output.ts";
import { minedProcedures, testProcedures } from "./procedures.ts";

/** How mined procedures are split. */
export interface Splitting {
  readonly perTopic: number;
  readonly seed: number;
  /** Path of a test set: what is like one of its procedures is dropped. */
  readonly test?: string;
  /** Folder of the results. */
  readonly out: string;
}

const FILES = ["benchmark.jsonl", "train.jsonl", "dropped.jsonl"] as const;
type File = (typeof FILES)[number];

/** Writes a benchmark, what is left to train on, and what was dropped, in the order of the files read. Gives how many are in each. */
export async function split(
  paths: readonly string[],
  { perTopic, seed, test, out }: Splitting,
  signal: AbortSignal,
): Promise<Map<File, number>> {
  const against = { kernels: await loadKernels(), test: test === undefined ? [] : await testProcedures(test) };
  const compared = () => deduplicate(() => aborting(minedProcedures(paths), signal), against);
  const benchmark = await Benchmark.draw(keptOf(compared()), { perTopic, seed });
  tellShort(benchmark, perTopic);
  const counts = new Map<File, number>(FILES.map((name) => [name, 0]));
  const files = await WholeFiles.open(out, FILES);
  try {
    for await (const one of compared()) {
      const [name, record] = placed(one, benchmark);
      counts.set(name, (counts.get(name) as number) + 1);
      await files.write(name, `${JSON.stringify(record)}\n`);
    }
    await files.commit();
  } catch (error) {
    await files.abandon();
    throw error;
  }
  return counts;
}

function placed(one: MinedProcedure | DroppedProcedure, benchmark: Benchmark): [File, MinedProcedure | DroppedProcedure] {
  if (isDropped(one)) return ["dropped.jsonl", one];
  const where = benchmark.splitOf(one);
  if (where !== "held-back") return [`${where}.jsonl`, one];
  return ["dropped.jsonl", { filter: "split", reason: "page-of-benchmark", procedure: one }];
}

async function* keptOf(all: AsyncIterable<MinedProcedure | DroppedProcedure>): AsyncGenerator<MinedProcedure> {
  for await (const one of all) if (!isDropped(one)) yield one;
}

async function* aborting<One>(all: AsyncIterable<One>, signal: AbortSignal): AsyncGenerator<One> {
  for await (const one of all) {
    signal.throwIfAborted();
    yield one;
  }
}

/** A benchmark that is not balanced says so. */
function tellShort({ counts }: Benchmark, perTopic: number): void {
  for (const [topic, title] of Object.entries(TOPICS)) {
    const count = counts.get(topic as keyof typeof TOPICS) ?? 0;
    if (count < perTopic) process.stderr.write(`${title}: ${count} of ${perTopic}; there are no more pages of this topic\n`);
  }
}
