import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Scorecard } from "@stepladder/schema";
import { differences, type Told, verdictOf } from "@stepladder/tracks/broken/differences.ts";
import type { Broken } from "@stepladder/tracks/broken/row.ts";
import { table } from "@stepladder/tracks/broken/table.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemLines, told } from "./core/errors.ts";
import { openSubmission, scoreSubmission } from "./core/submission.ts";
import { trackPath } from "./core/tracks.ts";
import { ROOT, runIn } from "./testing.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-broken-"));
});
afterAll(() => rm(folder, { recursive: true }));

const goldOf = ({ track }: Broken): string => trackPath(track, "fixtures/gold.jsonl");

/** Writes the files of a row, and gives the path that a person would type. */
async function written(row: Broken, number: number): Promise<string> {
  const own = join(folder, String(number));
  const files = await row.files();
  for (const { name, data } of files) {
    await mkdir(dirname(join(own, name)), { recursive: true });
    await writeFile(join(own, name), data);
  }
  return files.length === 1 ? join(own, row.name) : own;
}

/** What the lines on the terminal tell; there are at most three problems of each kind. */
function toldBy(verdict: Told["verdict"], text: readonly string[]): Told {
  const kinds = text.flatMap((line) => {
    const [, kind, count] = /^(?:error|warning) ([a-z0-9-]+): (\d+)$/.exec(line) ?? [];
    return kind === undefined ? [] : [[kind, Number(count)] as const];
  });
  return { verdict, kinds: Object.fromEntries(kinds), lines: text };
}

/** Runs what `stepladder score` runs. */
async function run(row: Broken, path: string): Promise<Told> {
  const { signal } = new AbortController();
  try {
    const { problems }: Scorecard = await scoreSubmission(await openSubmission(row.track, [path], goldOf(row), signal), signal);
    return toldBy(verdictOf(problems), problemLines(problems));
  } catch (error) {
    const text = told(error);
    if (text === undefined) throw error;
    return { ...toldBy("refused", text.split("\n")), ...(error instanceof InputError ? {} : { lines: [text] }) };
  }
}

/** Where the command line refuses a file before it is scored, its own words have to stand there. */
function wrong(row: Broken, found: Told): string[] {
  if (row.onCommandLine === undefined) return differences(row, found);
  const text = found.lines.join("\n");
  return [
    ...(found.verdict === "refused" ? [] : [`expected refused, found ${found.verdict}`]),
    ...row.onCommandLine.filter((words) => !text.includes(words)).map((words) => `nothing told with ${words}: ${text}`),
  ];
}

it("every broken submission gets its messages on the command line", async () => {
  const all: string[] = [];
  for (const [number, row] of table.entries()) {
    all.push(...wrong(row, await run(row, await written(row, number))).map((one) => `${row.name}: ${one}`));
  }
  console.log(`${table.length} broken submissions, ${all.length === 0 ? "all as expected" : `${all.length} differences`}`);
  expect(all).toEqual([]);
});

const AS_PROCESSES = ["cut.jsonl.gz", "slip.zip", "wrong-split.jsonl", "doubled.jsonl", "<img src=x onerror=alert(1)>.jsonl"];

it.each(AS_PROCESSES)("%s as a process: a code that says so, its messages, and nothing half-written", async (name) => {
  const row = table.find((one) => one.name === name) as Broken;
  const path = await written(row, table.length + AS_PROCESSES.indexOf(name));
  const out = join(dirname(path), "out");
  await mkdir(out);
  const { code, err } = await runIn(ROOT, "score", row.track, path, "--gold", goldOf(row), "--out", join(out, "card.json"));
  expect(code).toBe(1);
  expect(wrong(row, toldBy(row.verdict, err.split("\n")))).toEqual([]);
  expect(await readdir(out)).toEqual(row.verdict === "refused" ? [] : ["card.json"]);
});
