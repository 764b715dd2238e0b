import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));
const tasks = "900009\nA title\nhttps://example.org\n2\na,b\n\n";

describe("gold", () => {
  it("of the official release, beside predictions, is that of one file, the videos of the validation list", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(await goldItems((await fixtures("official")).toReversed())).toEqual(stored);
  });

  it("without the validation list has all videos", async () => {
    const all = (await fixtures("official")).filter(({ name }) => !name.includes("videos_val"));
    expect((await goldItems(all)).map(({ id }) => id)).toEqual([...stored.map(({ id }) => id), "crosstask:900001_mossTea-003"].sort());
  });

  it.each([
    [
      "a step too many",
      [file("annotations/900009_v.csv", "3,1.0,2.0\n"), file("tasks_primary.txt", tasks)],
      { field: "segments[0].step", found: "3" },
    ],
    [
      "an end before its start",
      [file("annotations/900009_v.csv", "1,5.0,2.0\n"), file("tasks_primary.txt", tasks)],
      { field: "segments[0]", found: "5 to 2" },
    ],
    ["a row too short", [file("annotations/900009_v.csv", "1,5.0\n"), file("tasks_primary.txt", tasks)], { field: "row", found: "1,5.0" }],
    [
      "a time that is none",
      [file("annotations/900009_v.csv", "1,5.0,6.0\n2,x,7\n"), file("tasks_primary.txt", tasks)],
      { field: "row", found: "2,x,7" },
    ],
    ["no list of tasks", [file("annotations/900009_v.csv", "1,5.0,6.0\n")], { field: "tasks_primary.txt", found: "none" }],
    [
      "an unknown task",
      [file("annotations/900008_v.csv", "1,5.0,6.0\n"), file("tasks_primary.txt", tasks)],
      { field: "task", found: "900008" },
    ],
    [
      "a list of tasks that is none",
      [file("tasks_primary.txt", "900009\nA title\n"), file("annotations/900009_v.csv", "1,5.0,6.0\n")],
      { field: "tasks_primary.txt" },
    ],
    ["no segment", [lines({ id: "crosstask:1_v", task: "1", steps: 2, segments: [] })], { field: "segments", found: "none" }],
  ])("with %s is refused", async (_, gold, problem) => {
    expect((await refusal(goldItems(gold)))[0]).toMatchObject(problem);
  });
});

describe("predictions", () => {
  it("that cannot be read are told, each with its field, and the others scored", async () => {
    const sound = lines({ id: "crosstask:900002_paperBt-003", prediction: { seconds: [2, 8, 14] } });
    const { problems, coverage, scores } = await score([sound, ...(await fixtures("malformed/predictions.jsonl"))]);
    const found = problems.flatMap(({ examples }) => examples).map(({ line, id, kind, field }) => [line, id?.slice(10), kind, field]);
    expect(found).toEqual([
      [6, undefined, "no-id", "id"],
      [5, "900009_nothere-001", "unknown-id", undefined],
      [1, "900001_mossTea-001", "wrong-field", "seconds"],
      [2, "900001_mossTea-002", "wrong-field", "prediction.seconds[1]"],
      [3, "900002_paperBt-001", "wrong-field", "scores[0]"],
      [4, "900002_paperBt-002", "wrong-field", "scores[0]"],
      [7, "900001_mossTea-001", "wrong-field", "prediction"],
    ]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 4 } });
    expect(scores["pointing-recall"]?.value).toBe(3 / 15);
  });

  it.each([
    ["a number that is none", "0.1,0.2,0.3\n0.1,nan,0.3\n0,0,0\n", "row 2", "0.1,nan,0.3"],
    ["a row too short", "0.1,0.2,0.3\n0.1,0.2\n0,0,0\n0,0,0\n", "row 2", "none that can be read"],
    ["a blank line", "0.1,0.2,0.3\n\n0,0,0\n0,0,0\n", "row 2", "none that can be read"],
    ["a column too many", "1,2,3,4\n1,2,3,4\n1,2,3,4\n", "scores[0]", "4: rows and columns seem exchanged"],
  ])("in a table with %s are told with the row: no row may move to another second", async (_, text, field, found) => {
    const sound = lines({ id: "crosstask:900002_paperBt-003", prediction: { seconds: [2, 8, 14] } });
    const { problems, coverage } = await score([sound, file("peaks/900002_paperBt-001.csv", text)]);
    const told = problems.flatMap(({ examples }) => examples).filter(({ kind }) => kind === "wrong-field");
    expect(told).toMatchObject([{ id: "crosstask:900002_paperBt-001", file: "peaks/900002_paperBt-001.csv", field, found }]);
    expect(coverage.unscored).toEqual({ "no-prediction": 3, unreadable: 1 });
  });

  it("in one object of videos are read each for itself", async () => {
    const { items, problems } = await score([
      file("videos.json", { "paperBt-001": [3, 9], "paperBt-002": [0, 5, 10], "paperBt-009": [1] }),
    ]);
    expect(items.map(({ unscored, statistics }) => unscored ?? statistics["pointing-hits"])).toEqual([
      "no-prediction",
      "no-prediction",
      "unreadable",
      2,
      "no-prediction",
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-id", "wrong-field", "missing-prediction"]);
  });

  it.each([
    [
      "rows and columns exchanged",
      [
        [0, 1, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 1, 0],
      ],
      {
        field: "scores[0]",
        expected: "3 numbers, one for each step",
        found: "4: rows and columns seem exchanged",
        fix: "write a row for each second, not one for each step",
      },
    ],
    [
      "a row that is too short",
      [
        [0, 1, 0],
        [1, 0],
        [0, 0, 1],
      ],
      { field: "scores[1]", found: "2" },
    ],
    [
      "fewer seconds than steps",
      [
        [0, 1, 0],
        [1, 0, 0],
      ],
      { field: "scores", expected: "at least 3 rows: each step takes a second of its own", found: "2" },
    ],
  ])("with %s are told so", async (_, scores, problem) => {
    const sound = lines({ id: "crosstask:900001_mossTea-001", prediction: { seconds: [4, 13, 0, 35] } });
    const { problems } = await score(
      [sound, lines({ id: "crosstask:900002_paperBt-003", prediction: { scores } })].map((one, i) => ({ ...one, name: `${i}.jsonl` })),
    );
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(expect.objectContaining({ kind: "wrong-field", ...problem }));
  });

  it("in cells of a table are read as JSON", async () => {
    const table = file("p.csv", 'id,prediction\ncrosstask:900002_paperBt-003,"[2, 8.0, null]"\n');
    expect((await score([table])).items[4]?.statistics).toEqual({ "pointing-queries": 3, "pointing-answered": 2, "pointing-hits": 2 });
  });
});

describe("recognise", () => {
  it.each([
    ["official/release", [undefined, "gold official-release"]],
    ["gold.jsonl", [undefined, "gold stepladder-gold"]],
    ["predictions.jsonl", ["crosstask", "prediction records"]],
    ["malformed/predictions.jsonl", ["crosstask", "prediction records"]],
    ["videos.json", ["crosstask", "prediction videos-object"]],
    ["official/scores", ["crosstask", "prediction score-tables"]],
  ])("tells %s", async (path, [own, kind]) => {
    const found = await recognise([track, procbench], await fixtures(path as string));
    for (const one of found.files) expect([one.track, `${one.role} ${one.format}`], one.name).toEqual(["crosstask", kind]);
    expect(found.track).toBe(own);
  });
});

it("the system of tables is their folder", () => {
  expect(track.formats.map((format) => format.system?.("runs/peaks/900002_paperBt-001.csv"))).toEqual(["peaks", undefined, undefined]);
});
