import type { FileRecord } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { type Case, plansOf } from "./kepp.ts";
import { actionNumbers, type Done, trainingPlans } from "./training.ts";

const TASKS = `900001
Make Tea
http://example.org/tea
3
boil water,pour water,stir

900002
Make Soup
http://example.org/soup
2
stir,boil soup
`;

const rows = (name: string, ...cells: number[][]): FileRecord[] => cells.map((value) => ({ file: `annotations/${name}.csv`, value }));

const records: FileRecord[] = [
  { file: "pdpp_train_list.json", value: { vid: "a", task: "900001", length: 5 } },
  { file: "pdpp_train_list.json", value: { vid: "b", task: "900002", length: 2 } },
  { file: "pdpp_train_list.json", value: { vid: "gone", task: "900002", length: 2 } },
  { file: "tasks_primary.txt", value: TASKS },
  ...rows("900001_a", [1, 0, 2], [2, 3, 4], [3, 5, 6], [2, 7, 8], [3, 9, 10]),
  ...rows("900002_b", [1, 0, 2], [2, 3, 4]),
  ...rows("900002_not-listed", [1, 0, 2]),
];

describe("training plans", () => {
  it("number steps over all tasks, the same name once", () => {
    expect([...actionNumbers(TASKS)]).toEqual([
      ["900001", [0, 1, 2]],
      ["900002", [2, 3]],
    ]);
  });

  it("are the runs of the listed videos, short ones filled up at the start", () => {
    expect(trainingPlans(records, 4)).toEqual([
      { task: "900001", actions: [0, 1, 2, 1] },
      { task: "900001", actions: [1, 2, 1, 2] },
      { task: "900002", actions: [2, 2, 2, 3] },
    ]);
  });
});

describe("a baseline", () => {
  const training: Done[] = [
    { task: "t", actions: [0, 1, 2, 3] },
    { task: "t", actions: [0, 2, 1, 3] },
    { task: "t", actions: [0, 2, 1, 3] },
    { task: "t", actions: [0, 1, 2, 4] },
    { task: "u", actions: [5, 6, 5, 6] },
  ];
  const asked = (first: number, last: number, more: Partial<Case> = {}): Case => ({
    vid: "v",
    task: "t",
    legal_range: [0, 1, 2, 3].map((place) => [place, place + 1, 9]),
    pred_list: [first, 0, 0, last],
    ...more,
  });
  const plan = (id: string, own: Case) => baselines.find((one) => one.id === id)?.fit(training)(own);

  it("takes the commonest plan of the task", () => {
    expect(plan("most-frequent-plan", asked(9, 9))).toEqual([0, 2, 1, 3]);
    expect(plan("most-frequent-plan", asked(9, 9, { task: "unknown" }))).toBeUndefined();
  });

  it("takes the commonest plan with both ends, else with the first", () => {
    expect(plan("nearest-path", asked(0, 4))).toEqual([0, 1, 2, 4]);
    expect(plan("nearest-path", asked(0, 9))).toEqual([0, 2, 1, 3]);
    expect(plan("nearest-path", asked(9, 3))).toBeUndefined();
  });

  it("plans nothing where no ends are predicted", () => {
    const { pred_list: _, ...bare } = asked(0, 4);
    expect([plan("nearest-path", bare), plan("markov", bare)]).toEqual([undefined, undefined]);
  });

  it("walks the likeliest way between the ends, also where none was seen", () => {
    // From 0 to 2 and 1 twice each; from 2 to 1 twice, to 3 once, to 4 once; from 1 to 2 and 3 twice each.
    expect(plan("markov", asked(0, 3))).toEqual([0, 2, 1, 3]);
    // 6 follows 5 twice, and 5 follows 6 once
    expect(plan("markov", asked(5, 6))).toEqual([5, 6, 5, 6]);
    const unseen = plan("markov", asked(9, 8)) ?? [];
    expect([unseen.length, unseen[0], unseen.at(-1)]).toEqual([4, 9, 8]);
  });

  it("makes records of what it plans", () => {
    const value = { id: asked(0, 4) };
    expect(
      plansOf([{ file: "l.json", value }, ...records], baselines.find(({ id }) => id === "nearest-path")?.fit(training) ?? (() => [])),
    ).toEqual([{ id: "plan:t_v:0", prediction: { actions: [0, 1, 2, 4] } }]);
  });
});
