import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import procbench from "../../data/tracks/procbench/track.ts";
import { recordFormat } from "../../data/tracks/states/formats.ts";
import { type Gold, loadGold } from "../host/gold.ts";
import { scoreUnit, WHOLE } from "../host/units.ts";
import { fromPath } from "../intake/node.ts";
import { readSource } from "../intake/read.ts";
import { fromBlob } from "../intake/source.ts";
import type { Measurer } from "../metrics/contract.ts";
import { contend } from "./contend.ts";
import { type Bench, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { parsePlain } from "./plain.ts";
import { figure, ratio } from "./report.ts";
import { goldLines, sampledLines } from "./workload.ts";

const BYTES = 100e6;
/** Predictions per run of the kernel, as in scoring. */
const BATCH = 1024;

/** 100 MB of predictions from a file to columns, validated. */
const intake: Job = async (bench) => {
  const path = await bigFile(bench);
  const gold = await loadGold(procbench, [fromBlob("gold.jsonl", new Blob([goldLines(bench.workload)]))]);
  const measurer = gold.columns.measurer(bench.kernels);
  const ours = { name: "stepladder, to columns and rows", run: async () => ({ result: await encode(path, gold, measurer) }) };
  const whole = {
    name: "stepladder, the same and all that scoring keeps",
    run: async () => ({ result: (await scoreUnit(procbench, gold, fromPath("big.jsonl", path), WHOLE, measurer)).measured.item.length }),
  };
  const plain = { name: "plain JavaScript, JSON.parse per line, nothing kept", run: () => ({ result: parsePlain(path) }) };
  return withNative(native("intake", [path], bench.folder), async (limit, notes) => {
    const timed = await contend([ours, whole, plain, ...limit], { rounds: 5, warmUp: 1 });
    const megabytes = statSync(path).size / 1e6;
    return {
      job: `read ${figure(megabytes)} MB of JSONL predictions, validate and encode`,
      timed,
      amount: [megabytes, "MB"],
      result: "records",
      notes: [
        ...notes,
        `goal: at least 80 MB/s (in a worker of Chromium; this is Node); now ${figure((megabytes / timed[0]!.wall) * 1000)}, ${ratio(timed[0], timed[2])} times JSON.parse per line`,
      ],
    };
  });
};
export default intake;

async function bigFile({ workload, folder }: Bench): Promise<string> {
  const path = join(folder, "big.jsonl");
  await finished(Readable.from(sampledLines(workload, BYTES)).pipe(createWriteStream(path, { highWaterMark: 2 ** 20 })));
  return path;
}

async function encode(path: string, gold: Gold, measurer: Measurer<unknown>): Promise<number> {
  let records = 0;
  const problem = (): never => {
    throw new Error("a record that cannot be read");
  };
  for await (const batch of readSource(fromPath("big.jsonl", path), { problem })) {
    for (const raw of batch) {
      const { id, prediction } = recordFormat.read(raw) ?? {};
      measurer.add(gold.index.get(id ?? "") ?? problem(), prediction);
      if (measurer.queued >= BATCH) measurer.flush();
      records++;
    }
  }
  measurer.flush();
  return records;
}
