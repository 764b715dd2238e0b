import { statSync } from "node:fs";
import procbench from "../../data/tracks/procbench/track.ts";
import { scoreTrack } from "../host/score.ts";
import { fromPath } from "../intake/node.ts";
import { contend } from "./contend.ts";
import { fileOf, type Job, withNative } from "./job.ts";
import { native } from "./native.ts";
import { scorePlain } from "./plain.ts";
import { figure, ratio } from "./report.ts";
import { goldLines, predictionLines } from "./workload.ts";

/** Wall times in ms at this size on the machine of BUDGETS.md: the official code, and plain JavaScript to scale them by. */
const OFFICIAL = { memory: 129, jsonl: 295, plain: 43 };

/** ProcBench's size, files to scorecard. */
const score: Job = async (bench) => {
  const gold = fileOf(bench, "gold.jsonl", goldLines(bench.workload));
  const predictions = fileOf(bench, "predictions.jsonl", predictionLines(bench.workload));
  const { kernels, workload, folder } = bench;
  const ours = {
    name: "stepladder, validated, whole scorecard",
    async run() {
      const mark = kernels.arena.mark();
      const sources = { gold: [fromPath("gold.jsonl", gold)], predictions: [fromPath("predictions.jsonl", predictions)] };
      const { scores } = await scoreTrack({ track: procbench, ...sources, kernels });
      kernels.arena.release(mark);
      return { result: scores["prefix-accuracy"]?.value ?? Number.NaN };
    },
  };
  const plain = { name: "plain JavaScript, JSON.parse + score", run: () => ({ result: scorePlain(gold, predictions) }) };
  return withNative(native("score", [gold, predictions], folder), async (limit, notes) => {
    const timed = await contend([ours, plain, ...limit], { rounds: 11, warmUp: 3 });
    const scale = (timed[1]?.wall ?? Number.NaN) / OFFICIAL.plain;
    const bytes = statSync(gold).size + statSync(predictions).size;
    return {
      job: `score ${workload.items.length} items of ProcBench's lengths, ${figure(bytes / 1e6)} MB of JSONL`,
      timed,
      amount: [bytes / 1e6, "MB"],
      result: "prefix accuracy",
      quoted: [
        { name: "official Python from JSONL, not rerun", wall: OFFICIAL.jsonl * scale },
        { name: "official Python in memory, not rerun", wall: OFFICIAL.memory * scale },
      ],
      notes: [
        ...notes,
        "not rerun: 295 and 129 ms where plain JavaScript took 43 ms, scaled by what it takes here",
        `goal: at most 2 times plain JavaScript; now ${ratio(timed[0], timed[1])}`,
      ],
    };
  });
};
export default score;
