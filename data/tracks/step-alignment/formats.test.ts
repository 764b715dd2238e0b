import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { MOST_NODES } from "@stepladder/wasm/metrics/graphs/abi.ts";
import { describe, expect, it } from "vitest";
import taskGraph from "../task-graph/track.ts";
import { actionsOf } from "./ara.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));
const table = (...rows: string[]) =>
  file("alignments.tsv", ["file1\ttoken1\tfile2\ttoken2", ...rows.map((row) => row.replaceAll(" ", "\t"))].join("\n"));
const recipe = (name: string, ...tokens: number[]) => file(`${name}.conllu`, tokens.map((token) => `${token}\tStir\t_\t_\tB-A\n`).join(""));

describe("gold", () => {
  it("of the official folders is that of its lines, in whatever order files come", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(await goldItems((await fixtures("official")).toReversed())).toEqual(stored);
  });

  it("has actions of several words, and comments and blank lines are passed over", () => {
    const text = "# a\n1\tLet\t_\t_\tB-A\n2\tsimmer\t_\t_\tI-A\n\n3\tnow\t_\t_\tO\n4\tEat\t_\t_\tB-A\n";
    expect(actionsOf(text, "a")).toEqual([
      { token: 1, text: "Let simmer" },
      { token: 4, text: "Eat" },
    ]);
  });

  it("takes rows of a source that is numbered otherwise in their order, and as target the same", async () => {
    const files = [recipe("a_1", 1, 5), recipe("a_2", 1, 3), table("a_1 2 a_2 1", "a_1 9 a_2 3", "a_2 1 a_1 9", "a_2 3 a_1 0")];
    expect((await goldItems(files)).map(({ links }) => links)).toEqual([
      [
        [1, 1],
        [5, 3],
      ],
      [
        [1, 5],
        [3, 0],
      ],
    ]);
  });

  it.each([
    [
      "numbers that fit nothing",
      [recipe("a_1", 1, 5), recipe("a_2", 1), table("a_1 2 a_2 1")],
      { field: "a_1.conllu", found: "none at 2" },
    ],
    ["a recipe that is not given", [recipe("a_1", 1), table("a_1 1 a_2 1")], { field: "file1, file2", found: "a_2" }],
    ["a token that is no number", [recipe("a_1", 1), table("a_1 x a_1 1")], { field: "token1", found: "x" }],
    ["a line that is no token", [file("a_1.conllu", "1\tStir\n"), table("a_1 1 a_1 1")], { field: "a_1.conllu:1" }],
    [
      "a recipe without actions",
      [recipe("a_1", 1), file("a_2.conllu", "1\tEat\t_\t_\tO\n"), table("a_1 1 a_2 0")],
      { field: "target.actions" },
    ],
  ])("with %s is refused", async (_, files, problem) => {
    expect(await refusal(goldItems(files))).toMatchObject([problem]);
  });

  it("of its lines with a link to no action is refused", async () => {
    const links = [[1, 2]];
    expect(await refusal(goldItems([file("gold.jsonl", { ...stored[1], links })]))).toMatchObject([{ field: "links[0][1]", found: "2" }]);
  });
});

describe("predictions", () => {
  it("in tables of their own name are read pair by pair, also with the files exchanged", async () => {
    const { items } = await score(await fixtures("predicted"));
    expect(
      items.map(({ id, statistics }) => [id, statistics["edge-hits"], statistics["edges-predicted"], statistics["plan-right"]]),
    ).toEqual([
      ["ara:cake_1+cake_0", 1, 1, 1],
      ["ara:tea_0+tea_2", 0, 0, 0],
      ["ara:tea_1+tea_0", 2, 2, 3],
    ]);
  });

  it("of the wrong form are told, and the others scored", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples).filter(({ line }) => line !== undefined);
    expect(told.sort((a, b) => Number(a.line) - Number(b.line))).toMatchObject([
      { line: 1, field: "prediction.links[1]", expected: "a pair of tokens: source, target" },
      { line: 2, field: "prediction.links[0][0]", expected: "the number of a token", found: "1" },
      { line: 3, field: "prediction.links", found: "nothing" },
      { line: 4, id: "ara:tea_1+tea_9" },
      {
        line: 6,
        kind: "foreign-actions",
        severity: "warning",
        field: "prediction.links",
        expected: "first tokens of actions, of the source 1, 4 and of the target 1 or 0",
        found: "[9999, 1]",
      },
      { line: 7, kind: "wrong-field", severity: "error", field: "prediction.links", found: "[9999, 1000], [11, 77777]" },
    ]);
    expect(coverage.scored).toBe(2);
  });

  it("in tables that name no action of a pair cost that pair only", async () => {
    const { problems, coverage, scores } = await score([
      file("p.tsv", "file1\ttoken1\tfile2\ttoken2\ntea_0\t99\ttea_2\t88\ncake_1\t1\tcake_0\t1\n"),
    ]);
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ id: "ara:tea_0+tea_2", field: "prediction.links", found: "[99, 88]" }),
    );
    expect(coverage.scored).toBe(1);
    expect(scores["pooled-edge-precision"]?.value).toBe(1);
  });

  it("have at most as many actions as the kernel takes", async () => {
    const links = (count: number) => Array.from({ length: count }, (_, i) => [1, i + 1]);
    const told = (count: number) => score([file("p.jsonl", { id: stored[0]?.id, prediction: links(count) })]);
    expect((await told(MOST_NODES - 1)).coverage.scored).toBe(1);
    expect(await refusal(told(MOST_NODES))).toMatchObject([{ field: "prediction.links", expected: "at most 512 different actions" }]);
  });

  it("are not taken for another track's", async () => {
    expect((await recognise([taskGraph, track], await fixtures("predictions.jsonl"))).track).toBe("step-alignment");
  });
});
