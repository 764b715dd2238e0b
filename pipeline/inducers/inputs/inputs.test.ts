import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTasks } from "./index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
});
afterEach(() => rm(folder, { recursive: true }));

const golden = (name: string): string => fileURLToPath(new URL(`../../golden/${name}/input`, import.meta.url));
const never = new AbortController().signal;

/** The tasks of records, a line each. */
async function read(...records: unknown[]) {
  await writeFile(join(folder, "paths.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return readTasks([folder], never);
}

const tea = {
  id: "tea",
  steps: ["Boil water.", "Pour.", "Sip."],
  paths: [
    [0, 1, 2],
    ["Boil water.", "Sip."],
  ],
};

describe("readTasks", () => {
  it("reads lines of our own, a step by place or text", async () => {
    expect(await read(tea)).toEqual([
      {
        id: "tea",
        goal: "tea",
        steps: tea.steps.map((text) => ({ key: text, text })),
        paths: [
          [0, 1, 2],
          [0, 2],
        ],
      },
    ]);
  });

  it("knows graph-script's procedures by their numbers", async () => {
    const tasks = await readTasks([golden("induce-scripts")], never);
    expect(tasks.map(({ id, script, paths }) => [id, script?.number, paths.length])).toEqual([
      ["gs:t00", 0, 10],
      ["gs:t01", 1, 7],
    ]);
  });

  it("takes a step of a recording where it was first done", async () => {
    const [toast, jam] = await readTasks([golden("induce-recordings")], never);
    expect(toast).toMatchObject({ id: "cc4d:toast", goal: "Garlic Toast" });
    expect(jam?.paths.at(-1)).toEqual([0, 1, 2, 3, 4]);
  });

  it("takes the steps of grounded videos by time, one that is cut in two once, and leaves out videos without any", async () => {
    const [wash] = await readTasks([golden("induce-grounded")], never);
    expect(wash).toMatchObject({ id: "wash-a-car", goal: "Wash a car by hand" });
    expect(wash?.paths).toHaveLength(9);
    expect(wash?.paths[0]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(wash?.paths[2]).toEqual([0, 1, 2, 3, 4, 3, 4, 5]);
  });

  it("reads several files of several layouts at once", async () => {
    await writeFile(join(folder, "own.jsonl"), `${JSON.stringify(tea)}\n`);
    const tasks = await readTasks([folder, golden("induce-grounded"), golden("induce-recordings")], never);
    expect(tasks.map(({ id }) => id).sort()).toEqual(["cc4d:jam", "cc4d:toast", "tea", "wash-a-car"]);
  });
});

describe("what cannot be used is told with its place", () => {
  it.each([
    [
      "a step that is not there",
      { ...tea, paths: [[0, 3]] },
      /paths\.jsonl:1.* tea paths\[0\]\[1\]: expected steps below 3, found 3; number steps/,
    ],
    ["a text that is no step", { ...tea, paths: [["Boil milk."]] }, /paths\[0\]\[0\]: expected a step of the task, found Boil milk\./],
    ["an empty path", { ...tea, paths: [[0], []] }, /paths\[1\]: expected at least one step, found none; leave out paths without steps/],
    ["no path", { ...tea, paths: [] }, /paths: expected at least one path, found none/],
    ["no step", { ...tea, steps: [], paths: [[]] }, /steps: expected from 1 to 510 steps, found 0/],
    ["two steps of one text", { ...tea, steps: ["Pour.", "Pour."], paths: [[0, 1]] }, /steps\[1\]: expected each step once, found Pour\./],
    ["a place that is no number", { ...tea, paths: [[0, 1.5]] }, /paths\[0\]\[1\]: expected a step/],
    ["paths that are none", { ...tea, paths: [0] }, /paths\[0\]: expected a list of steps/],
  ])("%s", async (_, record, message) => {
    await expect(read(record)).rejects.toThrow(message);
  });

  it("a task that comes twice", async () => {
    await expect(read(tea, tea)).rejects.toThrow("tea: expected each task once, found it again; give the paths of a task in one record");
  });

  it("a line that is no JSON", async () => {
    await writeFile(join(folder, "paths.jsonl"), `${JSON.stringify(tea)}\n{"id": \n`);
    await expect(readTasks([folder], never)).rejects.toThrow(/paths\.jsonl:2/);
  });

  it("a file of another kind alone, and a folder without paths", async () => {
    await writeFile(join(folder, "other.json"), '{"shopping": ["milk"]}');
    await expect(readTasks([join(folder, "other.json")], never)).rejects.toThrow(
      /other\.json: expected graph-script's paths.*found none of these/,
    );
    await writeFile(join(folder, "more.json"), '{"shopping": ["tea"]}');
    await expect(readTasks([folder], never)).rejects.toThrow(/found none in 2 files/);
  });

  it("videos of one article with other steps", async () => {
    const video = { id: "a", procedure: "p", goal: "g", steps: ["One."], sentences: [], segments: [], shown: [0] };
    await expect(read(video, { ...video, id: "b", steps: ["Two."] })).rejects.toThrow(/steps: expected the steps that a has of p/);
    await expect(read({ ...video, segments: [{ step: 1, start: 0, end: 1, confidence: 1, sentences: [] }] })).rejects.toThrow(
      /paths\[0\]\[0\]: expected steps below 1, found 1/,
    );
    await expect(read(video)).rejects.toThrow(/paths: expected at least one path, found none/);
  });

  it("a recording with a step that its scenario does not have", async () => {
    const recordings = {
      annotations: { r: { scenario: "s", segments: [{ step_name: "Two" }] } },
      taxonomy: { s: { 1: { name: "One" } } },
    };
    await expect(read(recordings)).rejects.toThrow(/cc4d:s annotations\.r: expected steps that taxonomy\.s has, found Two/);
  });
});
