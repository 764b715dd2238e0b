import { readFile } from "node:fs/promises";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import agentprocessbench from "../agentprocessbench/track.ts";
import prmbench from "../prmbench/track.ts";
import { boxed, firstBelow, indexOf, voted } from "./answer.ts";
import { records } from "./formats.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
/** What does not hang on how the predictions were written. */
const told = ({ scores, slices, coverage, items }: typeof card) => ({ scores, slices, coverage, items });

describe("the official rules", () => {
  it("take the last box up to its first closing brace, without blanks", () => {
    expect(boxed("\\boxed{1} no, \\boxed{ 3 }")).toBe("3");
    expect(boxed("\\boxed{\\text{2}}")).toBe("\\text{2");
    expect(boxed("\\boxed{2")).toBeUndefined();
    expect(boxed("3")).toBeUndefined();
  });

  it("read it as Python's int()", () => {
    expect(["2", "-1", " 4 ", "+3", "1_0", "٣"].map(indexOf)).toEqual([2, -1, 4, 3, 10, 3]);
    expect(["2.0", "", "none", "paragraph 2", "--1"].map(indexOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(indexOf("9".repeat(400))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("vote with texts, before they are numbers, the first seen of equally many", () => {
    expect(voted(["1", "2", "2", "1", undefined])).toBe("1");
    expect(voted(["01", "1", "x", "x"])).toBe("x");
    expect(voted([undefined, undefined])).toBeUndefined();
    const read = (output: unknown) => records.read({ value: { id: "math-0", output }, file: "p.jsonl" })?.prediction;
    expect(read(["\\boxed{x}", "\\boxed{x}", "\\boxed{1}"])).toBeUndefined();
    expect(read(["", "\\boxed{1}"])).toEqual({ label: 1 });
    expect(read([])).toBeUndefined();
  });

  it("take the first score below the threshold", () => {
    expect([firstBelow([0.9, 0.5, 0.4], 0.5), firstBelow([0.9], 0.5), firstBelow([], 0)]).toEqual([2, -1, -1]);
  });
});

describe("gold", () => {
  it("in the official layout is the same as imported, whatever order its files stand in", async () => {
    const official = await fixtures("official/gold");
    const items = await goldItems(await fixtures("gold.jsonl"));
    expect(await goldItems(official)).toEqual(items);
    expect(await goldItems(official.toReversed())).toEqual(items);
  });

  it("that is wrong somewhere is refused as a whole, with every fault", async () => {
    const problems = await refusal(score(await fixtures("predictions.jsonl"), await fixtures("malformed/gold.jsonl")));
    expect(problems.map(({ line, field, found }) => [line, field, found])).toEqual([
      [2, "label", "3"],
      [3, "steps", "0"],
      [4, "label", "-2"],
      [5, "answer", "yes"],
    ]);
    const row = { id: "gsm8k-0", generator: "g", problem: "p", steps: ["s"], final_answer_correct: true, label: 0 };
    expect(await refusal(goldItems([lines({ ...row, id: "gsm9k-0" })]))).toMatchObject([{ field: "id", found: "gsm9k-0" }]);
    expect(await refusal(goldItems([lines({ ...row, label: 1 })]))).toMatchObject([{ field: "label", found: "1" }]);
    expect(await refusal(goldItems([lines(row, { ...row, id: "gsm8k-1", steps: 3 })]))).toMatchObject([{ field: "steps", found: "3" }]);
  });

  it("given as predictions is refused, not scored as a perfect critic", async () => {
    for (const gold of [await fixtures("gold.jsonl"), await fixtures("official/gold")]) {
      expect(await refusal(score(gold, gold))).toMatchObject(gold.map(() => ({ kind: "gold-given" })));
    }
  });
});

describe("predictions", () => {
  it("as the official scorer writes them score as the same under our ids, and name their system", async () => {
    expect(told(await score(await fixtures("official/predictions")))).toEqual(told(card));
    expect(track.formats[0]?.system?.("outputs/Some-7B_voting/math_error.jsonl")).toBe("Some-7B_voting");
    expect(track.formats[0]?.system?.("outputs/math.jsonl")).toBeUndefined();
  });

  it("of the official scorer without its prediction are drawn from the critique, several of which vote", async () => {
    const row = { id: "gsm8k-0", steps: ["a", "b"], label: 1, generated_critique: ["\\boxed{1}", "\\boxed{0}", "\\boxed{1}"] };
    const { items, extraction } = await score([lines(row)]);
    expect(items[0]?.statistics["first-error-found"]).toBe(1);
    expect(extraction?.rules).toEqual({ vote: 1 });
  });

  it.each([
    ["an index", { prediction: 1 }],
    ["text", { label: "1" }],
    ["a number with a point", { prediction: { label: 1.0 } }],
    ["scores", { scores: [0.9, 0.1], threshold: 0.5 }],
    ["labels as 1 and -1", { prediction: { labels: [1, -1, -1, -1] } }],
  ])("may be %s", async (_, rest) => {
    const { items } = await score([lines({ id: "gsm8k-0", ...rest })]);
    expect(items[0]?.statistics["first-error-found"]).toBe(1);
  });

  it("in a table are read too", async () => {
    const { items, coverage } = await score([file("p.csv", "id,label\ngsm8k-0,1\ngsm8k-1,\n")]);
    expect([items[0]?.statistics["first-error-found"], coverage.scored]).toEqual([1, 1]);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const faults = problems.filter(({ severity }) => severity === "error").flatMap(({ examples }) => examples);
    expect(faults.map(({ kind, line, id, field }) => [kind, line, id, field])).toEqual([
      ["no-id", 8, undefined, "id"],
      ["not-an-object", 9, undefined, undefined],
      ["not-json", 2, undefined, undefined],
      ["unknown-id", 10, "math-77", undefined],
      ["wrong-field", 3, "gsm8k-1", "prediction.label"],
      ["wrong-field", 4, "gsm8k-2", "prediction.threshold"],
      ["wrong-field", 5, "gsm8k-3", "prediction.labels"],
      ["wrong-field", 6, "math-0", "prediction.label"],
      ["wrong-field", 7, "math-1", "output"],
      ["wrong-field", 11, "math-2", "prediction.scores"],
    ]);
    expect(coverage).toEqual({ items: 10, scored: 1, unscored: { "no-prediction": 3, unreadable: 6 }, share: 1 / 10 });
  });
});

describe("recognise", () => {
  it.each([
    ["gold.jsonl", "gold processbench stepladder-gold"],
    ["official/gold", "gold processbench official-gold"],
    ["official/predictions", "prediction processbench official-outputs"],
    ["predictions.jsonl", "prediction processbench records"],
    ["malformed/predictions.jsonl", "prediction processbench records"],
  ])("tells %s", async (path, expected) => {
    const { files } = await recognise([agentprocessbench, prmbench, track], await fixtures(path));
    expect([...new Set(files.map(({ role, track: own, format }) => `${role} ${own} ${format}`))]).toEqual([expected]);
  });

  it("owns ids of its own form only", () => {
    expect(["gsm8k-0", "omnimath-999"].every((id) => track.owns(id))).toBe(true);
    expect(["gsm8k-", "gsm8k-1a", "xgsm8k-1", "aime-1", "gsm8k-0\n"].some((id) => track.owns(id))).toBe(false);
  });

  it("shape alone is looked at, and nothing throws", () => {
    for (const value of [undefined, null, 1, "text", [], {}, { steps: [] }, { id: 1, prediction: null }, { label: {}, id: {} }]) {
      for (const format of [...track.goldFormats, ...track.formats]) {
        expect(() => format.accepts({ value, file: "f.jsonl" }), `${format.id} ${JSON.stringify(value)}`).not.toThrow();
      }
    }
  });
});

it("whatever a text holds, it is read in good time", async () => {
  const texts = [
    "\\boxed{".repeat(2e5),
    `\\boxed{${"9".repeat(1e6)}}`,
    `\\boxed{${" ".repeat(1e6)}`,
    "}".repeat(1e6),
    `\\boxed{${"-".repeat(1e5)}1}`,
  ];
  const start = performance.now();
  for (const output of texts) await score([lines({ id: "gsm8k-0", output })]);
  expect(performance.now() - start).toBeLessThan(4000);
});

it("no fixture names a place on a machine", async () => {
  for (const source of await fixtures(".")) {
    const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
    expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  }
});
