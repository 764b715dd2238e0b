import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procbench from "../../../data/tracks/procbench/track.ts";
import procladder from "../../../data/tracks/procladder/track.ts";
import { look } from "./look.ts";

const source = (name: string, content: BlobPart) => fromBlob(name, new Blob([content]));
const see = (...sources: ReturnType<typeof source>[]) => look([procbench, procladder], sources);
const gold = JSON.stringify({ id: "task01_0000", task: "task01", prompt: "go", init: "a", intermediate: ["b"], final: "x" });
const prediction = (id: string) => JSON.stringify({ id, prediction: { intermediate: [], final: "x" } });

describe("a file that cannot be used says why", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  it.each<[string, BlobPart, object]>([
    ["empty", "", { kind: "empty" }],
    ["a picture", png, { kind: "unknown-format" }],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), { kind: "unknown-format", found: expect.stringContaining("UTF-16") }],
    ["only a line with NaN", '{"id":"pl-1-00000","prediction":{"intermediate":[NaN],"final":1}}\n', { line: 1, found: /NaN/ }],
    ["an id of the wrong type", '{"id":7,"intermediate":[],"final":"b"}\n'.repeat(2), { kind: "no-id", field: "id" }],
    ["records of another thing", '{"name":"x"}\n', { kind: "unknown-layout", found: '{"name":"x"}' }],
  ])("%s", async (_, content, problem) => {
    const { files, track } = await see(source("p.jsonl", content));
    expect(track).toBeUndefined();
    const [file] = files;
    const expected = Object.entries(problem).map(([key, value]) => [key, value instanceof RegExp ? expect.stringMatching(value) : value]);
    expect(file?.problem).toMatchObject(Object.fromEntries(expected));
  });

  it("readable records whose ids are of no track have nothing wrong with them", async () => {
    const { files, track } = await see(source("p.jsonl", prediction("x-1")));
    expect([files[0]?.role, files[0]?.problem, track]).toEqual(["prediction", undefined, undefined]);
  });
});

it("what is of no layout is told the layouts of the track at hand, else where those of all stand", async () => {
  const strange = source("s.json", '{"name":"x"}\n');
  const wanted = async (looks: ReturnType<typeof look>) => (await looks).files[0]?.problem?.expected;
  expect(await wanted(see(strange))).toContain("2 benchmarks");
  expect(await wanted(see(strange, source("p.jsonl", prediction("pl-1-00000"))))).toContain(`predictions for ${procladder.title}`);
  expect(await wanted(look([procbench, procladder], [strange], "procbench"))).toContain(`predictions for ${procbench.title}`);
});

it("gold names the track of predictions that name none, and gives way to those that do", async () => {
  expect((await see(source("gold.jsonl", gold))).track).toBe("procbench");
  expect((await see(source("gold.jsonl", gold), source("p.jsonl", prediction("x-1")))).track).toBe("procbench");
  expect((await see(source("gold.jsonl", gold), source("p.jsonl", prediction("pl-1-00000")))).track).toBe("procladder");
});

it("of several files of predictions it is told whose they are, or what they answer", async () => {
  const two = [prediction("pl-1-00000"), prediction("pl-1-00001")].join("\n");
  const repeat = JSON.stringify({ id: "pl-1-00000", sample: 1, prediction: { intermediate: [], final: "x" } });
  const { files } = await see(source("a.jsonl", two), source("b.jsonl", repeat));
  expect(files.map(({ holds }) => holds)).toEqual([
    { keys: ["0 pl-1-00000", "0 pl-1-00001"], whole: true },
    { keys: ["1 pl-1-00000"], whole: true },
  ]);
  const official = JSON.stringify({ intermediate: ["a"], final: "b" });
  const named = await look([procbench], [source("m1/task01/0000.json", official), source("m2/task01/0000.json", official)]);
  expect(named.files.map(({ system }) => system)).toEqual(["m1", "m2"]);
  expect((await see(source("a.jsonl", two))).files[0]?.holds).toBeUndefined();
});
