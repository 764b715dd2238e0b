import { SourceNumber } from "@stepladder/schema";
import { describe, expect, test } from "vitest";
import { extractStates } from "./extract.ts";

const AB_C = { intermediate: ["a", "b"], final: "c" };

describe("each rule finds its form", () => {
  test.each([
    ["fenced-json", 'Sure:\n```json\n{"intermediate": ["a", "b"], "final": "c"}\n```\nDone.'],
    ["fenced-json", '```\n{"final": 0}\n```\n```json\n{"final": "c", "intermediate": ["a", "b"]}\n```\n```python\nprint(1)\n```'],
    ["fenced-json", '```json\n{"Intermediate States": ["a", "b"], "final_state": "c"}'],
    ["json", 'First {"final": 0}, then {"intermediate_states": ["a", "b"], "finalState": "c"} {x}'],
    ["json", '{"answer": {"intermediate": ["a", "b"], "final": "c"}}'],
    ["json", 'Format: {"final": ...}. Mine: {"intermediate": ["a", "b"], "final": "c"} "'],
    ["python-literal", "So {'intermediate': ('a', \"b\",), 'final': 'c',} it is"],
    ["labelled", 'Intermediate states: ["a", "b"]\nFinal state: c'],
    ["labelled", "- **Intermediate:** ['a', 'b']\n- **Final:** `c`"],
    ["labelled", '**Intermediate states**:\n1. a\n2. b\n\n**Final state**: "c"'],
    ["labelled", "### Intermediate states:\n```\n['a',\n 'b']\n```\n### Final state:\nc"],
    ["labelled", "Final: x\nintermediate_states = [\n  'a',\n  'b'\n]\nFinal answer: **c**"],
  ])("%s: %j", (rule, text) => expect(extractStates(text)).toEqual({ prediction: AB_C, rule }));
});

test.each([
  ['{"final": 21.0, "intermediate": [-0, 7]}', { intermediate: [new SourceNumber("-0"), 7], final: new SourceNumber("21.0") }],
  ["{'final': None, 'intermediate': [True, .5, 'it\\'s']}", { intermediate: [true, new SourceNumber(".5"), "it's"], final: null }],
  ["Final: 21", { intermediate: [], final: 21 }],
  ["Intermediate: a\nFinal: b c.", { intermediate: ["a"], final: "b c." }],
  ['<think>{"final": 1}</think>Final: 2', { intermediate: [], final: 2 }],
  ['{"final": 1} hm </think>\nFinal: 2', { intermediate: [], final: 2 }],
])("%j", (text, prediction) => expect(extractStates(text)?.prediction).toEqual(prediction));

test.each([
  "",
  "the final state is c",
  "<think>Final: 1",
  '{"intermediate": ["a"]}',
  '{"final": 1, "intermediate": "a"}',
  '{"final": 1, "__proto__": 2}',
  `{"final": ${"[".repeat(200)}${"]".repeat(200)}}`,
])("nothing in %j", (text) => expect(extractStates(text)).toBeUndefined());

describe("1 MB made to be slow", () => {
  const units = ["{", "[", '{"a":', "{'a':[", "(", '{"', '"', "`", "```\n", "{'final':", "Final: [", "Final:\n", "<think>", "</think>"];
  const more = [
    "- a\nFinal:\n",
    "**",
    '{"a":1,',
    "\\",
    '{"\\"',
    "Final: [1,\n",
    "1",
    "{'a':1",
    "Final: `",
    "Final: *",
    " \n",
    "{ ",
    "Final:\n- a\n",
  ];
  test.each([...units, ...more])("%j", (unit) => {
    // Time of this process: what else the machine does is not what is tested.
    const start = process.cpuUsage();
    extractStates(`Final: ${unit.repeat(1e6 / unit.length)}x`);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(5_000);
  });
});

test("digits with a leading zero are text, as no dialect has such numbers", () => {
  expect(extractStates('intermediate: ["010"]\nfinal: 007')).toMatchObject({ prediction: { intermediate: ["010"], final: "007" } });
  expect(extractStates('{"intermediate": ["010"], "final": 007}')).toMatchObject({ prediction: { final: "007" }, rule: "python-literal" });
  expect(extractStates("Final: 0")).toMatchObject({ prediction: { final: 0 } });
});
