import { readFile } from "node:fs/promises";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { MOST_ACTIONS } from "@stepladder/wasm/metrics/plans/abi.ts";
import { describe, expect, it } from "vitest";
import crosstask from "../crosstask/track.ts";
import { file, fixtures, goldItems, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));
const official = await readFile(new URL("fixtures/official/test_list.json", import.meta.url), "utf8");
const list = () => JSON.parse(official);

describe("gold", () => {
  it("of KEPP's list is that of its lines, cases numbered by video", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
  });

  it("is the same where a second list has the same cases", async () => {
    const cases = list();
    expect(await goldItems([...(await fixtures("official")), file("steps.json", cases)])).toEqual(stored);
  });

  it("is refused where a second list has other actions", async () => {
    const cases = list();
    cases[1].id.legal_range[2][2] = 0;
    expect(await refusal(goldItems([...(await fixtures("official")), file("twice.json", cases)]))).toMatchObject([
      { id: "plan:900001_teaTime-001:1", field: "legal_range", found: "1, 2, 0, 2" },
    ]);
  });

  it.each([
    ["no video", { vid: 3, task: "9", legal_range: [[0, 1, 2]] }, { field: "id.vid", found: "3" }],
    ["a range without an action", { vid: "v", task: "9", legal_range: [[0, 1]] }, { field: "id.legal_range[0]" }],
    ["no actions", { vid: "v", task: "9", legal_range: [] }, { field: "id.legal_range" }],
    ["an action below 0", { vid: "v", task: "9", legal_range: [[0, 1, -2]] }, { field: "actions[0]", found: "-2" }],
  ])("with %s is refused", async (_, id, problem) => {
    expect(await refusal(goldItems([file("bad.json", [{ id }])]))).toMatchObject([problem]);
  });
});

describe("predictions", () => {
  it("of KEPP's list are the first plan of each case", async () => {
    const { items } = await score(await fixtures("official"));
    expect(items.map(({ statistics }) => statistics["plan-right"])).toEqual([4, 2, 1, 2]);
  });

  it("of a list without plans are none", async () => {
    const cases = list().map(({ id: { graph_action_path: _, ...id } }: { id: object & { graph_action_path?: unknown } }) => ({
      id,
    }));
    expect((await refusal(score([file("twice.json", cases)]))).length).toBeGreaterThan(0);
  });

  it("of the wrong form are told, and the others scored", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples).filter(({ line }) => line !== undefined);
    expect(told.sort((a, b) => Number(a.line) - Number(b.line))).toMatchObject([
      { line: 1, field: "prediction.actions[1]", expected: "a whole number from 0 to 2147483647", found: "1" },
      { line: 2, field: "prediction.actions", expected: "a list of actions", found: "1 2 3 2" },
      { line: 3, field: "prediction.actions", found: "nothing" },
      { line: 4, field: "prediction.actions[2]", expected: "a whole number from 0 to 2147483647" },
      { line: 5, id: "plan:900003_unknown:0" },
      { line: 6, field: "id" },
      { line: 8, kind: "wrong-field", field: "prediction.actions", expected: "4 actions", found: "3" },
      { line: 9, kind: "wrong-field", field: "prediction.actions[2]", expected: "the number of an action, from 0 to 104", found: "400" },
    ]);
    expect(coverage.scored).toBe(1);
  });

  it("have at most as many actions as the kernel takes", async () => {
    const plan = (count: number) => file("p.jsonl", { id: stored[0]?.id, prediction: Array.from({ length: count }, () => 1) });
    expect((await score([plan(MOST_ACTIONS)])).coverage.scored).toBe(1);
    expect(await refusal(score([plan(MOST_ACTIONS + 1)]))).toMatchObject([
      { field: "prediction.actions", expected: "at most 512 actions" },
    ]);
  });

  it("may stand in a table", async () => {
    const table = file("p.csv", 'id,prediction\nplan:900002_paper_Bt-01:0,"[4, 5, 6, 7]"\n');
    expect((await score([table])).scores["plan-success"]?.value).toBe(1 / 4);
  });

  it("are not taken for another track's", async () => {
    const { track: found } = await recognise([crosstask, track], await fixtures("predictions.jsonl"));
    expect(found).toBe("procedure-planning");
  });
});
