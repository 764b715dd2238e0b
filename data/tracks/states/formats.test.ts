import { SourceNumber } from "@stepladder/schema";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { describe, expect, it } from "vitest";
import { goldFormat, recordFormat } from "./formats.ts";

const raw = (json: string) => ({ value: parseJson(json), file: "f.jsonl" });
const read = (json: string) => recordFormat.read(raw(json));

/** What a reader says of a record that it cannot take. */
function refusal(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof RecordProblem) return error.problem;
    throw error;
  }
  throw new Error("expected a RecordProblem, found a record");
}

const run = { intermediate: ["a"], final: "b" };

describe("prediction records", () => {
  it.each([
    ["a structured prediction", '{"id":"i","prediction":{"intermediate":["a"],"final":"b"}}', { prediction: run }],
    ["a run spread over the record", '{"id":"i","intermediate":["a"],"final":"b"}', { prediction: run }],
    ["the official name of the id", '{"problem_name":"i","prediction":{"intermediate":["a"],"final":"b"}}', { prediction: run }],
    ["id before problem_name", '{"id":"i","problem_name":"j","intermediate":["a"],"final":"b"}', { prediction: run }],
    [
      "fields that nobody asked for",
      '{"id":"i","model":"m","intermediate":["a"],"final":"b","init":"a","prediction":{"intermediate":["a"],"final":"b"}}',
      { prediction: run },
    ],
    ["a sample", '{"id":"i","sample":3,"intermediate":["a"],"final":"b"}', { sample: 3, prediction: run }],
    ["the largest sample", '{"id":"i","sample":2147483647,"intermediate":["a"],"final":"b"}', { sample: 2147483647, prediction: run }],
    ["a sample as a table cell", '{"id":"i","sample":"12","intermediate":["a"],"final":"b"}', { sample: 12, prediction: run }],
    ["null as final state", '{"id":"i","intermediate":[],"final":null}', { prediction: { intermediate: [], final: null } }],
    [
      "lists as table cells",
      '{"id":"i","intermediate":"[[\\"a\\"]]","final":" [\\"b\\",1.0]"}',
      { prediction: { intermediate: [["a"]], final: ["b", new SourceNumber("1.0")] } },
    ],
    [
      "a final cell that only starts like a list",
      '{"id":"i","intermediate":"[]","final":"[b"}',
      { prediction: { intermediate: [], final: "[b" } },
    ],
    [
      "final text that looks like a list, in a record that is no table row",
      '{"id":"i","intermediate":[],"final":"[1]"}',
      { prediction: { intermediate: [], final: "[1]" } },
    ],
  ] as const)("%s", (_, json, expected) => {
    expect(recordFormat.accepts(raw(json))).toBe(true);
    expect(read(json)).toEqual({ id: "i", sample: undefined, ...expected });
  });

  it.each(["prediction", "output", "response", "completion", "text"])("model text in %s", (field) => {
    const json = (text: string) => JSON.stringify({ id: "i", sample: 1, [field]: text });
    expect(recordFormat.accepts(raw(json("x")))).toBe(true);
    expect(read(json('So: {"intermediate": ["a"], "final": "b"}'))).toEqual({
      id: "i",
      sample: 1,
      prediction: run,
      extraction: { rule: "json" },
    });
    expect(read(json("no idea"))).toEqual({ id: "i", sample: 1, prediction: undefined, extraction: { rule: undefined } });
  });

  it("a structured final state wins over text beside it", () => {
    expect(read('{"id":"i","text":"prose","intermediate":["a"],"final":"b"}')).toEqual({ id: "i", sample: undefined, prediction: run });
  });

  it.each([
    ["no id", '{"intermediate":[],"final":"b"}', { kind: "no-id", field: "id", found: "none among the fields intermediate, final" }],
    ["an empty id", '{"id":"","intermediate":[],"final":"b"}', { kind: "no-id", field: "id", found: "an empty text" }],
    ["an id that is no text", '{"id":7,"intermediate":[],"final":"b"}', { kind: "no-id", field: "id", found: "7" }],
    [
      "a negative sample",
      '{"id":"i","sample":-1,"intermediate":[],"final":"b"}',
      { kind: "wrong-sample", id: "i", field: "sample", found: "-1" },
    ],
    [
      "a broken sample",
      '{"id":"i","sample":1.5,"intermediate":[],"final":"b"}',
      { kind: "wrong-sample", id: "i", field: "sample", found: "1.5" },
    ],
    [
      "a sample beyond 32 bits",
      '{"id":"i","sample":4294967295,"intermediate":[],"final":"b"}',
      { kind: "wrong-sample", id: "i", expected: "a whole number from 0 to 2147483647", found: "4294967295" },
    ],
    [
      "no final state",
      '{"id":"i","intermediate":["a"]}',
      {
        kind: "wrong-field",
        id: "i",
        field: "final",
        expected: "the final state",
        found: "nothing",
        fix: 'add the final state; write "" where the system gave none',
      },
    ],
    [
      "no intermediate states",
      '{"id":"i","final":"b"}',
      { kind: "wrong-field", id: "i", field: "intermediate", expected: "a list of states", found: "nothing" },
    ],
    [
      "intermediate states that are no list",
      '{"id":"i","prediction":{"intermediate":{"0":"a"},"final":"b"}}',
      { kind: "wrong-field", id: "i", field: "prediction.intermediate", expected: "a list of states", found: '{"0":"a"}' },
    ],
    [
      "a cell that is no list",
      '{"id":"i","intermediate":"[a","final":"b"}',
      { kind: "wrong-field", id: "i", field: "intermediate", found: "[a" },
    ],
    [
      "a prediction that is a number",
      '{"id":"i","prediction":7}',
      { kind: "wrong-field", id: "i", field: "prediction", expected: "an object with intermediate and final", found: "7" },
    ],
    [
      "a prediction without a final state",
      '{"id":"i","prediction":{"intermediate":[]}}',
      { kind: "wrong-field", id: "i", field: "prediction.final", expected: "the final state", found: "nothing" },
    ],
    ["no object", '["i"]', { kind: "not-an-object", found: '["i"]' }],
    ["null", "null", { kind: "not-an-object", found: "null" }],
  ])("refuses %s", (_, json, expected) => {
    expect(refusal(() => read(json))).toMatchObject({ severity: "error", ...expected });
  });

  it.each([
    ["gold rows", '{"problem_name":"i","label":{"init":"","intermediate":[],"final":""}}'],
    ["stepladder gold", '{"id":"i","task":"t","init":"a","intermediate":["a"],"final":"b"}'],
    ["records without an id", '{"intermediate":[],"final":"b"}'],
    ["records without a run", '{"id":"i","score":1}'],
    ["lists", "[]"],
  ])("does not accept %s", (_, json) => {
    expect(recordFormat.accepts(raw(json))).toBe(false);
  });
});

describe("gold in our own layout", () => {
  const item = {
    id: "i",
    task: "t",
    split: "easy",
    prompt: "p",
    init: { any: 1 },
    intermediate: ["a", 1, ["b"]],
    final: new SourceNumber("9007199254740993"),
  };

  it("reads back as it was written", () => {
    expect(goldFormat.accepts(raw(JSON.stringify(item)))).toBe(true);
    expect(goldFormat.read(raw(JSON.stringify(item)))).toEqual(item);
  });

  it.each([
    ["a prediction", '{"id":"i","intermediate":["a"],"final":"b"}'],
    ["a final state that can be none", '{"id":"i","init":"","intermediate":[],"final":1.5}'],
    ["text", '"x"'],
  ])("does not accept %s", (_, json) => {
    expect(goldFormat.accepts(raw(json))).toBe(false);
  });

  it.each([
    [
      "a state of another type",
      { intermediate: ["a", null] },
      { field: "intermediate[1]", expected: "a string, a whole number or a list", found: "null" },
    ],
    ["a broken number", { final: new SourceNumber("1.5") }, { field: "final", found: "1.5" }],
    ["no task", { task: undefined }, { field: "task", expected: "text", found: "nothing", fix: "add the field task" }],
    ["an empty id", { id: "" }, { field: "id", expected: "text that is not empty", found: "an empty text" }],
  ])("refuses %s", (_, change, expected) => {
    expect(refusal(() => goldFormat.read(raw(JSON.stringify({ ...item, ...change }))))).toMatchObject({ kind: "wrong-field", ...expected });
  });
});
