// `npm run bench`: prints what the jobs of BUDGETS.md take here. It asserts nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { loadKernels } from "../host/node.ts";
import alignment from "./alignment.bench.ts";
import captions from "./captions.bench.ts";
import checks from "./checks.bench.ts";
import { detection, detectionDraws } from "./detection.bench.ts";
import generate from "./generate.bench.ts";
import { edits, graphs } from "./graphs.bench.ts";
import grounding from "./grounding.bench.ts";
import intake from "./intake.bench.ts";
import kernel from "./kernel.bench.ts";
import minhash from "./minhash.bench.ts";
import nextStep from "./next-step.bench.ts";
import order from "./order.bench.ts";
import { lines } from "./report.ts";
import score from "./score.bench.ts";
import segments from "./segments.bench.ts";
import split from "./split.bench.ts";
import { bootstrap, permutation, ranks, ratioRanks } from "./stats.bench.ts";
import { procbenchSized } from "./workload.ts";

const jobs = {
  score,
  kernel,
  intake,
  generate,
  graphs,
  "edits-8": edits(8, 200),
  "edits-10": edits(10, 20),
  detection,
  "detection-draws": detectionDraws,
  "next-step": nextStep,
  captions,
  checks,
  segments,
  split,
  alignment,
  order,
  grounding,
  minhash,
  "stats-bootstrap": bootstrap,
  "stats-permutation": permutation,
  "stats-ranks-25": ranks(25, 500, "50 ms"),
  "stats-ranks-134": ranks(134, 500, "300 ms"),
  "stats-ranks-100": ranks(100, 7000, "at most 1.3 times the C limit"),
  "stats-ratio": ratioRanks,
};

const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "stepladder-bench-"));
try {
  const bench = { kernels: await loadKernels(), workload: procbenchSized(), folder };
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores, ${cpus()[0]?.model}; medians of interleaved runs\n`);
  for (const [name, job] of Object.entries(jobs)) {
    // `stats` means all that begin with it.
    if (named.length > 0 && !named.some((one) => name === one || name.startsWith(`${one}-`))) continue;
    for (const line of lines(await job(bench))) console.log(line);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
