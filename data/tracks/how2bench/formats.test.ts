import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import task from "../task-graph/track.ts";
import { extractSteps } from "./steps.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("files are recognised", () => {
  it.each([
    ["official/how2bench.jsonl", "gold how2bench"],
    ["official/how2mine.jsonl", "gold how2bench"],
    ["gold.jsonl", "gold stepladder-gold"],
    // Either could be gold for the other: that is for the person to say.
    ["judgments.jsonl", "prediction outputs"],
    ["people.jsonl", "prediction outputs"],
    ["generations.jsonl", "prediction outputs"],
    ["predictions.jsonl", "prediction records"],
    ["malformed/predictions.jsonl", "prediction outputs"],
    ["malformed/records.jsonl", "prediction records"],
  ])("%s as %s", async (path, expected) => {
    const { files } = await recognise([task, track], await fixtures(path));
    expect(files.map(({ role, track: found, format }) => [found, `${role} ${format}`])).toEqual([["how2bench", expected]]);
  });
});

describe("gold", () => {
  it("of rows, of an export and of what outputs carry is the same item", async () => {
    const items = await goldItems(await fixtures("official"));
    expect(items).toHaveLength(8);
    const carried = await goldItems(await fixtures("generations.jsonl"));
    expect(carried).toEqual(items.slice(0, carried.length));
    const own = await goldItems(await fixtures("gold.jsonl"));
    expect(own.map(({ judgment: _, ...item }) => item)).toEqual(items);
  });

  it("of judgments brings their verdicts along", async () => {
    const items = await goldItems(await fixtures("people.jsonl"));
    expect(items.map(({ judgment }) => judgment?.has_failure)).toEqual([false, true, false, true, false, false, true]);
  });

  it("is read as dataset.py does: stripped, without empty steps, rows without goal or steps passed over", async () => {
    const row = { source_example_id: " 7 ", topic: null, goal: " Wait ", steps: [" a ", "", null, 3], resources: "none" };
    const given = [row, { ...row, goal: " " }, { ...row, steps: [" "] }, { ...row, source_example_id: "", id: 8 }];
    expect(await goldItems([lines(...given)])).toEqual([
      { id: "how2bench:7", topic: "", goal: "Wait", resources: [], steps: ["a", "3"] },
      { id: "how2bench:8", topic: "", goal: "Wait", resources: [], steps: ["a", "3"] },
    ]);
    const { slices } = await score([lines({ source_example_id: "7", has_failure: false })], [lines(row)]);
    expect(slices.topic?.["no topic"]?.how2score?.value).toBe(1);
  });

  it("that is malformed is refused, each fault with its place", async () => {
    const problems = await refusal(score(await fixtures("predictions.jsonl"), await fixtures("malformed/gold.jsonl")));
    expect(problems.map(({ line, field, kind, expected }) => [line, field ?? kind, expected])).toEqual([
      [2, "steps", "at least one step"],
      [3, "judgment.has_failure", "true or false"],
    ]);
  });
});

describe("predictions", () => {
  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage, scores } = await score(await fixtures("malformed/predictions.jsonl"));
    expect(coverage).toMatchObject({ items: 8, scored: 4 });
    // "false" is text, and text is true: as officially.
    expect(scores.how2score?.value).toBe(1 - 2 / 3);
    const told = problems.flatMap(({ kind, examples }) => examples.map(({ line, field }) => [kind, line, field]));
    expect(told).toEqual(
      expect.arrayContaining([
        ["no-id", 3, "source_example_id"],
        ["odd-judgment", 4, "has_failure"],
        ["odd-judgment", 5, "n_failures"],
        ["not-an-object", 6, undefined],
        ["unknown-id", 7, undefined],
      ]),
    );
  });

  it("in records are told what they lack", async () => {
    const { problems } = await score(await fixtures("malformed/records.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ field, expected, found }) => `${field}: ${expected}, not ${found}`));
    expect(told).toEqual(
      expect.arrayContaining([
        "prediction.judgment.has_failure: true or false, not no",
        'prediction: steps, judgment or both, not {"judgement":{"has_failure":true}}',
        'prediction: an object with steps, judgment or both, not ["Open it."]',
        "prediction.steps[1]: text, not 3",
      ]),
    );
  });

  it("that count failures where they say that there is none are told, and scored by what they say", async () => {
    const judgment = { has_failure: false, n_failures: 2 };
    for (const record of [
      { source_example_id: "tea-01", ...judgment },
      { id: "how2bench:tea-01", prediction: { judgment } },
    ]) {
      const { scores, problems } = await score([lines(record)]);
      expect([scores.how2score?.value, scores["failures-per-procedure"]?.value]).toEqual([1, 2]);
      expect(problems.map(({ kind }) => kind)).toContain("odd-judgment");
    }
  });

  it("of a table hold JSON in their cells", async () => {
    const csv = 'id,prediction\nhow2bench:tea-01,"{""judgment"": {""has_failure"": false}}"\n';
    expect((await score([file("p.csv", csv)])).scores.how2score?.value).toBe(1);
  });

  it("of a model's own text have the steps that the official code draws", async () => {
    const { scores, extraction } = await score([lines({ id: "how2bench:tea-01", output: "1. a\n2. b\n3. c\n4. d" })]);
    expect(scores["step-count-mismatch"]?.value).toBe(0);
    expect(extraction?.rules).toEqual({ "numbered-lines": 1 });
  });
});

describe("steps are drawn from text", () => {
  it.each([
    ["a number that begins a line is taken for the step's own", "350 degrees, then wait\nbake", ["degrees, then wait"]],
    ["lines without a number are lost beside one that has any", "1. mix\nwell\n2. bake", ["mix", "bake"]],
    ["what follows the last thought counts", "<think>1. no</think> 1. a</think>\n1) b", ["b"]],
    ["marks that close before they open mark the rest", "</answer>1. a<answer>2. b", ["b"]],
    ["digits of any script", "٣- c", ["c"]],
    ["a number alone is no step", "1.\n2.", ["1.", "2."]],
    ["nothing", " \n", []],
  ])("%s", (_, text, steps) => {
    expect(extractSteps(text).steps).toEqual(steps);
  });
});
