import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import exact from "../exact-instructions/track.ts";
import procladder from "../procladder/track.ts";
import { extractAnswer, normalAnswer } from "./answers.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("an answer in a model's text", () => {
  it.each([
    ["tags", "So <answer> 12 </answer>.", "12", "answer-tags"],
    ["the last tags of several", "<answer>1</answer> no, <answer>2</answer>", "2", "answer-tags"],
    ["tags behind thinking that has others", "<think><answer>1</answer></think><answer>2</answer>", "2", "answer-tags"],
    ["tags before a label", "Answer: 1\n<answer>2</answer>", "2", "answer-tags"],
    ["a label", "I count.\n**Final answer:** 14\nDone.", "14", "answer-line"],
    ["the last label", "Answer: 1\nThe answer is: 2", "2", "answer-line"],
    ["nothing but an answer", " yes\n", "yes", "bare"],
    ["nothing but a line's number", "**Line 12.**", "12", "bare"],
  ])("is found in %s", (_, text, answer, rule) => {
    expect(extractAnswer(text)).toEqual({ text: expect.stringContaining(answer), rule });
    expect(normalAnswer(extractAnswer(text)?.text ?? "")).toBe(answer);
  });

  it.each([
    ["tags that are not closed", "I think that the answer is <answer>12"],
    ["tags with nothing between them", "Nothing comes out of this, I am afraid: <answer> </answer>"],
    ["several lines without any label", "12\n13"],
    ["a sentence, however short", "The answer is **7**."],
    ["a number among words", "12 or so"],
    ["nothing", ""],
  ])("is not found in %s", (_, text) => expect(extractAnswer(text)).toBeUndefined());

  it.each([
    ["Yes.", "yes"],
    ["`12`", "12"],
    ["**-07**", "-7"],
    ["+5", "5"],
    ["-0", "0"],
    ["Line 12", "12"],
    ["END", "end"],
    ["12.5", "12.5"],
    ["12 or 13", "12 or 13"],
  ])("%s is compared as %s", (text, normal) => expect(normalAnswer(text)).toBe(normal));
});

it("a long answer is left as it is, at once", () => {
  const text = `1${"*".repeat(500_000)}1`;
  expect(normalAnswer(` ${text} `)).toBe(text);
});

describe("records", () => {
  it("of the wrong form are told, and the others scored", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples).filter(({ line }) => line !== undefined);
    expect(told.sort((a, b) => Number(a.line) - Number(b.line))).toMatchObject([
      { line: 1, field: "output.text", expected: "text" },
      { line: 2, field: "prediction.text", found: "nothing" },
      { line: 3, field: "prediction.text", expected: "text", found: "8" },
      { line: 4, id: "sc-1-00000-climb" },
    ]);
    expect(coverage.scored).toBe(1);
  });

  it("without an answer say how an answer is read here", async () => {
    const { problems, coverage } = await score([lines({ id: "sc-1-00000-value", output: "The answer is **7**." })]);
    expect(coverage.unscored.unreadable).toBe(1);
    const told = problems.find(({ kind }) => kind === "nothing-extracted");
    expect(told?.examples[0]).toMatchObject({ expected: expect.stringContaining("<answer>"), fix: expect.stringContaining("</answer>") });
    expect(JSON.stringify(told)).not.toContain("intermediate");
  });

  it("may stand in a table, where numbers are text", async () => {
    const { coverage, scores } = await score([file("p.csv", "id,prediction\nsc-1-00000-value,6\nsc-1-00001-next,end\n")]);
    expect([coverage.scored, scores["text-match"]?.value]).toEqual([2, 2 / 10]);
  });

  it("are not taken for another track's", async () => {
    expect((await recognise([procladder, exact, track], await fixtures("predictions.jsonl"))).track).toBe("stepcode");
  });

  it("of gold need an answer and a kind of this track", async () => {
    const [first] = await goldItems(await fixtures("gold.jsonl"));
    expect(await refusal(goldItems([file("gold.jsonl", { ...first, expected: "" })]))).toMatchObject([{ field: "expected" }]);
    expect(await refusal(goldItems([file("gold.jsonl", { ...first, kind: "why" })]))).toMatchObject([{ field: "kind" }]);
  });
});
