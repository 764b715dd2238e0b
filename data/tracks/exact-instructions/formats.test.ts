import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import procladder from "../procladder/track.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("gold", () => {
  it("is read as it stands", async () => {
    const [first] = await goldItems(await fixtures("gold.jsonl"));
    expect(first).toMatchObject({ id: "exact:copy-word", expected: "rung" });
  });

  it("without a right output is refused", async () => {
    const bad = { id: "exact:a-b", category: "copying", prompt: "p", expected: "" };
    expect(await refusal(goldItems([file("gold.jsonl", bad)]))).toMatchObject([{ field: "expected" }]);
  });
});

describe("answers", () => {
  it("of the wrong form are told, and the others scored", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples).filter(({ line }) => line !== undefined);
    expect(told.sort((a, b) => Number(a.line) - Number(b.line))).toMatchObject([
      { line: 1, field: "output", expected: "text" },
      { line: 2, field: "prediction.text", found: "nothing" },
      { line: 3, field: "prediction.text", expected: "text", found: "5" },
      { line: 4, id: "exact:climb-on" },
    ]);
    expect(coverage.scored).toBe(1);
  });

  it("may stand in a table", async () => {
    const { scores } = await score([file("p.csv", 'id,output\nexact:format-pair,"up\ndown"\nexact:compute-five,5\n')]);
    expect(scores["text-match-strict"]?.value).toBe(2 / 4);
  });

  it("that are empty are answers", async () => {
    const { coverage, scores } = await score([file("p.jsonl", { id: "exact:copy-word", output: "" })]);
    expect([coverage.scored, scores["text-match"]?.value]).toEqual([1, 0]);
  });

  it("are not taken for another track's", async () => {
    expect((await recognise([procladder, track], await fixtures("predictions.jsonl"))).track).toBe("exact-instructions");
  });
});
