import { describe, expect, it } from "vitest";
import { records } from "./formats.ts";
import judge from "./judge.ts";

const { prompt } = judge;
const item = {
  id: "how2bench:tea-01",
  topic: "Food & Dining",
  goal: "Make tea",
  resources: ["a secret kettle"],
  steps: ["Boil water.", "Pour it."],
};
const seen = judge.seen(item, { steps: ["Pour water."] });
if (seen === undefined) throw new Error("expected something to judge");

describe("the judge of How2Bench", () => {
  it("sees goal, reference and steps, and as officially no resources", () => {
    const said = JSON.stringify(prompt.messages(prompt.question(seen, undefined)));
    for (const text of ["Make tea", "1. Boil water.", "2. Pour it.", "1. Pour water."]) expect(said).toContain(text);
    expect(said).not.toContain("kettle");
  });

  it("has nothing to judge where no steps are given", () => {
    expect(judge.seen(item, { judgment: { has_failure: true } })).toBeUndefined();
  });

  it.each([
    [
      "a failure",
      '<think>{"critical_failures": []}</think>So:\n```json\n{"critical_failures": [{"failure": "cold", "L1_steps": [1], "L2_steps": []}]}\n```',
      { has_failure: true, n_failures: 1, critical_failures: [{ failure: "cold", L1_steps: [1], L2_steps: [] }] },
    ],
    [
      "failures without steps",
      '{"critical_failures": [{"failure": "cold"}, {"failure": "weak"}]}',
      { has_failure: true, n_failures: 2, critical_failures: [{ failure: "cold" }, { failure: "weak" }] },
    ],
    [
      "failures of which one has step numbers in another form, and none the other's",
      '{"critical_failures": [{"failure": "cold", "L1_steps": "step 1", "L2_steps": [2, "3"]}, {"failure": "weak", "L1_steps": [1]}]}',
      {
        has_failure: true,
        n_failures: 2,
        critical_failures: [
          { failure: "cold", L2_steps: [2] },
          { failure: "weak", L1_steps: [1] },
        ],
      },
    ],
    [
      "a failure without words",
      '{"critical_failures": [{"L1_steps": [1]}]}',
      { has_failure: true, n_failures: 1, critical_failures: [{ L1_steps: [1] }] },
    ],
    [
      "a list in which only objects count",
      '{"critical_failures": ["none", {"failure": "cold"}]}',
      { has_failure: true, n_failures: 1, critical_failures: [{ failure: "cold" }] },
    ],
    ["a list without any object", '{"critical_failures": ["it is cold"]}', { has_failure: true, n_failures: 0 }],
    ["none", 'It would work. {"critical_failures": []}', { has_failure: false, n_failures: 0 }],
  ])("reads %s", (_, answer, expected) => {
    expect(prompt.read?.(answer, seen)).toEqual(expected);
  });

  it.each([
    "",
    "There is none.",
    '{"critical_failures": "none"}',
    '{"critical_failures": {"failure": "cold"}}',
    '{"failures": []}',
    '{"critical_failures": [{"failure"',
  ])("makes nothing of %j, which counts as not parsed", (answer) => {
    expect(() => prompt.read?.(answer, seen)).toThrow("found none in the answer");
    expect(judge.withVerdict({ steps: ["a"] }, undefined)).toEqual({
      steps: ["a"],
      judgment: { has_failure: true, n_failures: 0, parse_failed: true },
    });
  });

  it.each([
    [{ has_failure: false, n_failures: 0 }, true],
    [undefined, false],
  ])("says of %j whether it is a verdict", (verdict, expected) => {
    expect(judge.hasVerdict(judge.withVerdict({ steps: ["a"] }, verdict))).toBe(expected);
    expect(judge.hasVerdict({ steps: ["a"] })).toBe(false);
  });

  it("reads every judgment back that it makes", () => {
    const verdict = prompt.read?.('{"critical_failures": [{"L1_steps": "1", "why": 2}, {"failure": 3}]}', seen);
    const value = { id: item.id, prediction: judge.withVerdict({ steps: ["a"] }, verdict) };
    const [record] = [records.read({ value, file: "judgments.jsonl" })];
    expect(record).toMatchObject({ prediction: { judgment: { has_failure: true, n_failures: 2 } }, remarks: [] });
  });

  it("gives gold the verdict of the other judge alone", () => {
    const judged = judge.withVerdict({ steps: ["a"] }, { has_failure: true, n_failures: 1, critical_failures: [{ failure: "cold" }] });
    expect(judge.agreedWith({ ...item, judgment: { has_failure: false } }, judged)).toEqual({
      ...item,
      judgment: { has_failure: true, n_failures: 1 },
    });
    expect(judge.agreedWith({ ...item, judgment: { has_failure: false } }, {})).toEqual(item);
  });
});
