import { readFileSync } from "node:fs";

interface Run {
  readonly intermediate: readonly unknown[];
  readonly final: unknown;
}

/** What a user would write: parse both files, compare states, take means. Gives the mean prefix accuracy. Validates nothing. */
export function scorePlain(goldPath: string, predictionsPath: string): number {
  const predictions = new Map<string, Run>();
  for (const line of readFileSync(predictionsPath, "utf8").split("\n")) {
    if (line === "") continue;
    const { problem_name, prediction } = JSON.parse(line) as { problem_name: string; prediction: Run };
    predictions.set(problem_name, prediction);
  }
  const sums = { accuracy: 0, sequential: 0, final: 0, prefix: 0, ratio: 0 };
  let items = 0;
  for (const line of readFileSync(goldPath, "utf8").split("\n")) {
    if (line === "") continue;
    const { problem_name, label } = JSON.parse(line) as { problem_name: string; label: Run };
    const predicted = predictions.get(problem_name) ?? { intermediate: [], final: "" };
    const gold = [...label.intermediate, label.final];
    const run = [...predicted.intermediate, predicted.final];
    const hits = gold.map((state, i) => i < run.length && equal(state, run[i]));
    const miss = hits.indexOf(false);
    const prefix = miss < 0 ? hits.length : miss;
    const longest = Math.max(gold.length, run.length);
    sums.prefix += prefix;
    sums.accuracy += prefix / longest;
    sums.sequential += Number(prefix === longest);
    sums.final += Number(equal(label.final, predicted.final));
    sums.ratio += hits.filter(Boolean).length / longest;
    items++;
  }
  return sums.accuracy / items;
}

function equal(gold: unknown, predicted: unknown): boolean {
  if (Array.isArray(gold)) {
    return (
      Array.isArray(predicted) && gold.length === predicted.length && gold.every((element, i) => String(element) === String(predicted[i]))
    );
  }
  return String(gold) === String(predicted);
}

/** Parses every line and keeps nothing; gives the number of lines. */
export function parsePlain(path: string): number {
  const text = readFileSync(path, "utf8");
  let records = 0;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    if (JSON.parse(text.slice(start, end)) !== undefined) records++;
    start = end + 1;
  }
  return records;
}
