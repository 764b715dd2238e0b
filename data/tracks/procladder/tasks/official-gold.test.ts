import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Random } from "../random.ts";
import { straight, tasks } from "./index.ts";

const folder = process.env.STEPLADDER_DATA ?? join(import.meta.dirname, "../../../../../shared/data");
const file = join(folder, "procbench/procbench_regenerated_20tasks.jsonl.gz");

interface OfficialRecord {
  task_name: string;
  problem_name: string;
  prompt: string;
  label: unknown;
}

const records = existsSync(file)
  ? gunzipSync(readFileSync(file))
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .map((line): OfficialRecord => JSON.parse(line))
  : undefined;
const ABSENT = "no procbench/procbench_regenerated_20tasks.jsonl.gz in the data folder (STEPLADDER_DATA)";

test.for(straight)("$id gives the official labels of $official, all 240", (task, context) => {
  if (records === undefined) return context.skip(ABSENT);
  const own = records.filter((record) => record.task_name === task.official);
  expect(own).toHaveLength(240);
  for (const { problem_name, prompt, label } of own) expect(task.solveOfficial(prompt), problem_name).toStrictEqual(label);
});

test("no sentence of an official prompt stands in one of ours", (context) => {
  if (records === undefined) return context.skip(ABSENT);
  const instructions = new Set(records.map(({ prompt }) => prompt.slice(0, prompt.indexOf("[Question]"))));
  const sentences = [...instructions].flatMap((text) => text.split(/[.:]\s|\n/)).map((sentence) => sentence.trim());
  const ours = tasks.map((task) => task.makeProblem(new Random(1, 0), 8).prompt).join("\n");
  for (const sentence of sentences) if (sentence.length >= 20) expect(ours).not.toContain(sentence);
});
