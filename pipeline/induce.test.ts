import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InducedGraph } from "@stepladder/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT, runIn } from "./testing.ts";
import { ended, numbersFrom, resultsIn, start, until } from "./testing-runs.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
});
afterEach(() => rm(folder, { recursive: true }));

const PATHS = join(ROOT, "data/graphs/paths.jsonl");

/** Tasks of as many steps each, gone through in an order that is drawn anew for every path. */
async function writeTasks(path: string, tasks: number, steps: number, paths: number): Promise<void> {
  const random = numbersFrom(tasks);
  const shuffled = (): number[] => {
    const order = Array.from({ length: steps }, (_, step) => ({ step, at: step + 4 * random() }));
    return order.sort((a, b) => a.at - b.at).map(({ step }) => step);
  };
  const lines = Array.from({ length: tasks }, (_, task) =>
    JSON.stringify({
      id: `task-${task}`,
      steps: Array.from({ length: steps }, (_, step) => `Turn knob ${step}.`),
      paths: Array.from({ length: paths }, shuffled),
    }),
  );
  await writeFile(path, `${lines.join("\n")}\n`);
}

/** Tasks that a run keeps as done. */
async function keptIn(out: string): Promise<string[]> {
  const names = await readdir(join(out, ".induce"), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith(".json"));
}

describe("stepladder induce", () => {
  it("goes on where it was killed, and gives the same bytes", async () => {
    const [input, whole, killed] = [join(folder, "paths.jsonl"), join(folder, "whole"), join(folder, "killed")];
    await writeTasks(input, 40, 14, 40);
    const args = ["induce", input, "--method", "mdl", "--out"];
    expect(await runIn(ROOT, ...args, whole)).toMatchObject({ code: 0 });
    const child = start(...args, killed);
    await until(async () => (await keptIn(killed)).length >= 3, child);
    child.kill("SIGKILL");
    expect(await ended(child)).toBe("SIGKILL");
    const before = await keptIn(killed);
    expect(before.length).toBeLessThan(40);
    expect(Object.keys(await resultsIn(killed))).toEqual([]);
    expect(await runIn(ROOT, ...args, killed)).toMatchObject({ code: 0 });
    expect(await resultsIn(killed)).toEqual(await resultsIn(whole));
    expect((await readdir(killed)).sort()).toEqual((await readdir(whole)).sort());
    expect(await keptIn(killed)).toEqual(expect.arrayContaining(before));
  });

  it("writes graphs of the schema, and predictions that task-graph's track takes", async () => {
    const out = join(folder, "out");
    await runIn(ROOT, "induce", join(ROOT, "pipeline/golden/induce-recordings/input"), "--out", out);
    const graphs = (await readFile(join(out, "graphs.jsonl"), "utf8")).trimEnd().split("\n");
    expect(graphs.map((line) => InducedGraph.parse(JSON.parse(line)).id)).toEqual(["cc4d:toast", "cc4d:jam"]);
    const gold = join(folder, "gold");
    await mkdir(gold);
    const steps = {
      "0": "START",
      "1": "Slice the bread",
      "2": "Toast the slices",
      "3": "Take the butter out",
      "4": "Butter the toast",
      "5": "Rub the toast with garlic",
      "6": "END",
    };
    const jam = {
      "0": "START",
      "1": "Wash the plums",
      "2": "Stone the plums",
      "3": "Boil the plums with sugar",
      "4": "Boil the glasses",
      "5": "Fill the glasses",
      "6": "END",
    };
    const chain = (edges: string) => edges.split(" ").map((edge) => edge.split("-"));
    const items = [
      { id: "cc4d:toast", steps, edges: chain("0-1 1-2 2-4 0-3 3-4 2-5 4-6 5-6") },
      { id: "cc4d:jam", steps: jam, edges: chain("0-1 1-2 2-3 0-4 4-5 3-5 5-6") },
    ];
    await writeFile(join(gold, "items.jsonl"), items.map((item) => `${JSON.stringify(item)}\n`).join(""));
    const scored = await runIn(ROOT, "score", "task-graph", join(out, "predictions.jsonl"), "--gold", join(gold, "items.jsonl"));
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.out)).toMatchObject({ scores: { "edge-f1": { value: 1 }, "closure-f1": { value: 1 } } });
  });

  it("writes predictions for all that graph-script asks of its paths", async () => {
    const input = join(ROOT, "pipeline/golden/induce-scripts/input");
    const out = join(folder, "out");
    await runIn(ROOT, "induce", input, "--out", out);
    const scored = await runIn(
      ROOT,
      "score",
      "graph-script",
      join(out, "graph-script.jsonl"),
      "--gold",
      join(input, "lamp_and_letter.json"),
    );
    expect(scored.code).toBe(0);
    expect(JSON.parse(scored.out)).toMatchObject({ coverage: { items: 45, scored: 45 }, scores: { "accuracy-at-3": { value: 1 } } });
  });

  it("prints its report as JSON", async () => {
    const ran = await runIn(ROOT, "induce", PATHS, "--out", join(folder, "out"), "--cut", "0.8", "--json");
    expect(JSON.parse(ran.out)).toEqual(JSON.parse(await readFile(join(folder, "out/report.json"), "utf8")));
    expect(JSON.parse(ran.out)).toMatchObject({ method: "frequency", settings: { cut: 0.8 } });
  });

  it.each([
    ["a cut that is no share", ["--cut", "1.5"], 2, /expected a share from 0\.5 to 1/],
    ["a cut that is given twice", ["--cut", "0.9", "--set", "cut=0.8"], 2, /expected --cut or --set cut, found both/],
    ["a setting that is given twice", ["--method", "mdl", "--set", "noise=0.1", "--set", "noise=0.2"], 2, /expected noise once/],
    ["a method that is none", ["--method", "guess"], 2, /Allowed choices are frequency, beam-count, likelihood, mdl/],
    ["a setting that the method has not", ["--method", "mdl", "--cut", "0.9"], 2, /--method mdl has no setting cut; it has: noise/],
    ["a setting that is none", ["--set", "noise"], 2, /expected a name and a number, such as noise=0\.01/],
    ["noise that is no share", ["--method", "mdl", "--set", "noise=0"], 2, /noise: expected a share from 1e-9, below 1, found 0/],
    ["a number beyond all numbers", ["--method", "likelihood", "--set", `penalty=1${"0".repeat(400)}`], 2, /expected a number/],
    [
      "a penalty out of bounds",
      ["--method", "likelihood", "--set", "penalty=-1"],
      2,
      /penalty: expected a number from 0 to 1000000, found -1/,
    ],
  ])("refuses %s", async (_, args, code, message) => {
    const ran = await runIn(ROOT, "induce", PATHS, "--out", join(folder, "out"), ...args);
    expect(ran).toMatchObject({ code, err: expect.stringMatching(message) });
    expect(await readdir(folder)).toEqual([]);
  });

  it("takes a number however it is written", async () => {
    const args = ["--method", "mdl", "--set", "noise=1e-5", "--json", "--out", join(folder, "out")];
    expect(JSON.parse((await runIn(ROOT, "induce", PATHS, ...args)).out)).toMatchObject({ settings: { noise: 0.00001 } });
  });

  it("says how graphs and predictions are scored", async () => {
    const out = join(folder, "out");
    const of = async (name: string) => (await runIn(ROOT, "induce", join(ROOT, `pipeline/golden/${name}/input`), "--out", out)).out;
    expect(await of("induce-recordings")).toContain(`2 graphs; score them with "stepladder score task-graph ${out}/predictions.jsonl"\n`);
    expect(await of("induce-scripts")).toContain(
      `--gold <graphs that are known>" and "stepladder score graph-script ${out}/graph-script.jsonl"\n`,
    );
  });

  it("removes predictions of an earlier run that are none of its own", async () => {
    const out = join(folder, "out");
    await runIn(ROOT, "induce", join(ROOT, "pipeline/golden/induce-scripts/input"), "--out", out);
    expect(Object.keys(await resultsIn(out))).toContain("graph-script.jsonl");
    await runIn(ROOT, "induce", PATHS, "--out", out);
    expect(Object.keys(await resultsIn(out))).toEqual(["graphs.jsonl", "predictions.jsonl", "report.json"]);
  });

  it("predicts nothing for procedures whose numbers are not sure", async () => {
    const out = join(folder, "out");
    const ran = await runIn(ROOT, "induce", join(ROOT, "data/tracks/graph-script/fixtures/official"), "--out", out);
    expect(ran).toMatchObject({ code: 0, err: expect.stringMatching(/^no graph-script\.jsonl: procedures of the released arrays/) });
    expect(Object.keys(await resultsIn(out))).toEqual(["graphs.jsonl", "predictions.jsonl", "report.json"]);
  });

  it.for(["SIGINT", "SIGTERM"] as const)("ends at once on %s, in the middle of a task", async (signal) => {
    const input = join(folder, "paths.jsonl");
    await writeTasks(input, 1, 100, 400);
    const child = start("induce", input, "--method", "mdl", "--out", join(folder, "out"));
    await until(async () => (await readdir(join(folder, "out")).catch(() => [])).some((name) => name.endsWith(".partial")), child);
    // The thread is well in the task then, which takes minutes.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const before = performance.now();
    child.kill(signal);
    expect(await ended(child)).toBe(130);
    expect(performance.now() - before).toBeLessThan(3000);
    expect(await readdir(join(folder, "out"))).toEqual([".induce"]);
  });

  it("refuses more steps than the method ends with, before any work", async () => {
    const input = join(folder, "paths.jsonl");
    await writeTasks(input, 1, 101, 2);
    const ran = await runIn(ROOT, "induce", input, "--method", "mdl", "--out", join(folder, "out"));
    expect(ran).toMatchObject({
      code: 1,
      err: "task-0 steps: expected at most 100 steps for --method mdl, found 101; choose another method, such as --method frequency\n",
    });
    expect(await readdir(folder)).toEqual(["paths.jsonl"]);
  });

  it("writes nothing where paths cannot be used", async () => {
    await writeFile(join(folder, "paths.jsonl"), `${JSON.stringify({ id: "a", steps: ["One."], paths: [[]] })}\n`);
    const ran = await runIn(ROOT, "induce", join(folder, "paths.jsonl"), "--out", join(folder, "out"));
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^paths\.jsonl:1 a paths\[0\]: expected at least one step, found none/),
    });
    expect(await readdir(folder)).toEqual(["paths.jsonl"]);
  });
});
