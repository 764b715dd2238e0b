import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";

const items = await goldItems(await fixtures("official"));
const ids = items.map(({ id }) => id);

it("a prefix is asked about where videos go on from it: three of them for the next step, one for a completion", () => {
  expect(ids).toEqual([
    "gs:t00:next:0",
    "gs:t00:next:0-1",
    "gs:t00:complete:0",
    "gs:t00:complete:0-1",
    "gs:t00:complete:0-1-2",
    "gs:t00:complete:0-2",
    "gs:t00:complete:0-2-1",
    "gs:t00:complete:2",
    "gs:t00:complete:2-0",
    "gs:t00:complete:2-0-1",
    "gs:t00:graph",
    "gs:t01:next:0",
    "gs:t01:complete:0",
    "gs:t01:complete:0-1",
    "gs:t01:complete:1",
    "gs:t01:graph",
  ]);
});

it("gold is what was observed, each once but for the paths of a graph", () => {
  const observed = (id: string) => items.find((item) => item.id === id)?.observed;
  expect(observed("gs:t00:next:0")).toEqual([[1], [2]]);
  expect(observed("gs:t00:complete:0")).toEqual([
    [1, 2, 3],
    [1, 3],
    [2, 1, 3],
  ]);
  expect(observed("gs:t01:graph")).toEqual([
    [0, 1, 2],
    [0, 1],
    [1, 2],
    [0, 1, 2],
  ]);
});

it("in short, in the released arrays without their inputs, and as imported is the same", async () => {
  const lines = items.map((item) => `${JSON.stringify(item)}\n`).join("");
  const arrays = await fixtures("official/tea_output_sequences.json", "official/tea_reference_step_libraries.json");
  for (const gold of [await fixtures("compact.json"), arrays, [file("items.jsonl", lines)]]) expect(await goldItems(gold)).toEqual(items);
});

it("in short beside the released arrays is taken once, and has to agree", async () => {
  expect(await goldItems(await fixtures("official", "compact.json"))).toEqual(items);
  const [first] = await fixtures("compact.json");
  const [tea, box] = JSON.parse(await new Response(first?.stream()).text()) as { paths: number[][] }[];
  const other = file("compact.json", [{ ...tea, paths: tea?.paths.toReversed() }, box]);
  expect(await refusal(goldItems([...(await fixtures("official")), other]))).toMatchObject([
    { field: "paths", found: "others in the short form" },
  ]);
});

it("released and short are the same in the benchmark's own files", async (context) => {
  const files = await goldenFiles("graph-script");
  if (typeof files === "string") return context.skip(files);
  const named = (pattern: RegExp) => [...files].flatMap(([name, source]) => (pattern.test(name) ? [source] : []));
  const released = await goldItems(named(/^crosstask_wikihow_(input|output|reference).*\.gz$/));
  expect(released).toEqual(await goldItems(named(/^crosstask_wikihow_paths_compact/)));
  const counts = Object.groupBy(released, ({ subtask }) => subtask);
  expect([counts["next-step"]?.length, counts.completion?.length, counts["graph-script"]?.length]).toEqual([769, 3093, 17]);
  expect(counts["graph-script"]?.reduce((sum, { observed }) => sum + observed.length, 0)).toBe(2610);
});

const broken = async (...changed: readonly (readonly [name: string, value: unknown])[]) => {
  const official = (await fixtures("official")).filter(({ name }) => !changed.some(([other]) => other === name));
  return refusal(goldItems([...official, ...changed.map(([name, value]) => file(name, JSON.stringify(value)))]));
};
const library = ["a. <-> ", "b. <-> "];

it.each([
  ["arrays of other lengths", [["tea_output_sequences.json", ["fill the kettle. <-> "]]], "output_sequences", /1 output sequences, 9 step/],
  ["no text", [["tea_output_sequences.json", [["fill the kettle. <-> "]]]], "output_sequences", /fill/],
  ["no library", [["tea_reference_step_libraries.json", ["fill"]]], "reference_step_libraries", /fill/],
  [
    "a path with a step of another library",
    [
      ["tea_output_sequences.json", ["a. <-> c. <-> "]],
      ["tea_reference_step_libraries.json", [library]],
      ["tea_input_sequences.json", ["a. <-> b. <-> "]],
    ],
    "output_sequences[0]",
    /^c\.$/,
  ],
  [
    "an input in another order than its library",
    [
      ["tea_output_sequences.json", ["a. <-> b. <-> "]],
      ["tea_reference_step_libraries.json", [library]],
      ["tea_input_sequences.json", ["b. <-> a. <-> "]],
    ],
    "input_sequences[0]",
    /^b\./,
  ],
] as const)("released gold with %s is refused", async (_, changed, field, found) => {
  expect(await broken(...changed)).toContainEqual(expect.objectContaining({ field, found: expect.stringMatching(found) }));
});

it.each([
  ["out of order", [{ task_index: 1, step_library: ["a."], paths: [[0]] }], "task_index"],
  ["no paths", [{ task_index: 0, step_library: ["a."], paths: [] }], "paths"],
  ["an empty path", [{ task_index: 0, step_library: ["a."], paths: [[0], []] }], "paths[1]"],
  ["a step that is none", [{ task_index: 0, step_library: ["a."], paths: [[0, 1]] }], "paths[0]"],
  ["a step that is no number", [{ task_index: 0, step_library: ["a."], paths: [[0.5]] }], "paths"],
  [
    "a procedure without paths",
    [
      { task_index: 0, step_library: ["a."], paths: [[0]] },
      { task_index: 1, step_library: ["b."] },
    ],
    "paths",
  ],
  ["a library of numbers", [{ task_index: 0, step_library: [1], paths: [[0]] }], "step_library"],
  ["a step twice", [{ task_index: 0, step_library: ["a.", "a"], paths: [[0]] }], "step_library[1]"],
  ["too many steps", [{ task_index: 0, step_library: Array.from({ length: 65 }, (_, i) => `${i}`), paths: [[0]] }], "step_library"],
] as const)("gold in short with %s is refused", async (_, value, field) => {
  expect(await refusal(goldItems([file("paths.json", JSON.stringify(value))]))).toMatchObject([{ field }]);
});

it.each([
  ["no question", { subtask: "guess" }, "subtask"],
  ["another question than its id", { subtask: "completion" }, "subtask"],
  ["a prefix of other steps", { prefix: [4] }, "prefix"],
  ["nothing observed", { observed: [] }, "observed"],
  ["an empty observation", { observed: [[1], []] }, "observed[1]"],
  ["other steps observed", { observed: [[9]] }, "observed[0]"],
  ["a library of no list", { library: "a." }, "library"],
] as const)("imported gold with %s is refused", async (_, change, field) => {
  const lines = `${JSON.stringify(items[0])}\n${JSON.stringify({ ...items[1], ...change })}\n`;
  expect(await refusal(goldItems([file("items.jsonl", lines)]))).toMatchObject([{ field, line: 2 }]);
});

it("gold given as predictions is refused, not scored as a perfect system", async () => {
  const imported = file("mine.jsonl", `${JSON.stringify(items[0])}\n`);
  for (const given of [imported, ...(await fixtures("compact.json", "official/tea_output_sequences.json"))]) {
    expect(await refusal(score([given]))).toMatchObject([{ kind: "gold-given" }]);
  }
});
