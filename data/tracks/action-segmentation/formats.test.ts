import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import agentprocessbench from "../agentprocessbench/track.ts";
import procbench from "../procbench/track.ts";
import taskGraph from "../task-graph/track.ts";
import { file, fixtures, goldItems, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";
import { datasetOf, placeOf } from "./videos.ts";

const stored = await goldItems(await fixtures("gold.jsonl"));
const HEADER = "### Frame level recognition: ###\n";

describe("gold", () => {
  it("of the official folder, beside predictions and the rest, is that of one file", async () => {
    expect(await goldItems(await fixtures("official"))).toEqual(stored);
    expect(await goldItems((await fixtures("official")).toReversed())).toEqual(stored);
  });

  const folder = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([name, text]) => file(name, text));

  it("takes its data set from the names of videos where no folder tells it", async () => {
    const items = await goldItems(folder({ "groundTruth/S1_Tea_C1.txt": "take\ntake\n", "splits/test.split1.bundle": "S1_Tea_C1.txt\n" }));
    expect(items).toEqual([{ id: "gtea/S1_Tea_C1", dataset: "gtea", split: "1", runs: [["take", 2]] }]);
    const unnamed = folder({ "groundTruth/tea.txt": "take\n", "splits/test.split1.bundle": "tea.txt\n" });
    expect(await refusal(goldItems(unnamed))).toMatchObject([{ expected: "a folder that names the data set, such as gtea/groundTruth" }]);
  });

  it("keeps data sets apart, splits by number, and what stands behind the last line feed out, as eval.py does", async () => {
    const items = await goldItems(
      folder({
        "x/b/groundTruth/v.1.txt": "take\r\ntake\r\nput",
        "x/b/splits/test.split10.bundle": "v.txt",
        "x/b/groundTruth/w.txt": "put\n",
        "x/b/splits/test.split2.bundle": "w.txt\n\n",
        "x/a/groundTruth/v.txt": "open\n",
        "x/a/splits/test.split1.bundle": "v.txt\n",
      }),
    );
    expect(items).toEqual([
      { id: "a/v", dataset: "a", split: "1", runs: [["open", 1]] },
      { id: "b/w", dataset: "b", split: "2", runs: [["put", 1]] },
      { id: "b/v", dataset: "b", split: "10", runs: [["take", 2]] },
    ]);
  });

  it.each([
    ["without splits", { "k/groundTruth/v.txt": "a\n" }, { expected: "splits/test.split<n>.bundle beside groundTruth" }],
    ["with a video that is not there", { "k/splits/test.split1.bundle": "v.txt\n" }, { id: "k/v", found: "no such file" }],
    [
      "with a video in two test splits",
      { "k/groundTruth/v.txt": "a\n", "k/splits/test.split1.bundle": "v.txt\n", "k/splits/test.split2.bundle": "v.txt\n" },
      { id: "k/v", found: "it in 1 and 2" },
    ],
    [
      "with a blank line",
      { "k/groundTruth/v.txt": "a\n\na\n", "k/splits/test.split1.bundle": "v.txt\n" },
      { id: "k/v", field: "groundTruth, line 2" },
    ],
    ["without a frame", { "k/groundTruth/v.txt": "", "k/splits/test.split1.bundle": "v.txt\n" }, { kind: "wrong-video", found: "0" }],
  ])("%s is refused", async (_, files, problem) => {
    expect(await refusal(score(await fixtures("predictions.jsonl"), folder(files as Record<string, string>)))).toMatchObject([problem]);
  });

  it("in its own layout is held against the schema", async () => {
    const bad = file("g.jsonl", { id: "k/v", dataset: "k", split: "1", runs: [["a", 0]] });
    expect(await refusal(score(await fixtures("predictions.jsonl"), [bad]))).toMatchObject([{ field: "runs[0][1]", found: "0" }]);
  });

  it("given as predictions is refused", async () => {
    for (const path of ["gold.jsonl", "official/data"]) {
      const problems = await refusal(score(await fixtures(path)));
      expect(problems[0]).toMatchObject({ kind: "gold-given" });
    }
  });
});

/** The statistics of a video, by what is told of it. */
async function toast(...sources: Parameters<typeof score>[0]) {
  const { items, problems } = await score(sources);
  return { row: items.find(({ id }) => id === "kitchen/ben_toast"), problems: problems.flatMap(({ examples }) => examples) };
}

const words = `${"background ".repeat(10)}${"cut_bread ".repeat(16)}${"toast ".repeat(24)}${"spread ".repeat(20)}`;
const perfect = { "frames-right": 70, "edit-similarity": 1, "segment-hits-50": 3 };

describe("predictions", () => {
  it.each([
    ["an official file", "results/kitchen/split_2/ben_toast", HEADER + words],
    ["an official file with other line ends", "results/kitchen/split_2/ben_toast", HEADER.replace("\n", "\r\n") + words],
    ["an official file without a data set's folder, as gold knows the video", "split_2/ben_toast", HEADER + words],
    ["an official file under any name of a folder", "my run/ben_toast", HEADER + words],
    ["a line per frame", "kitchen/split_2/ben_toast.txt", words.trim().replaceAll(" ", "\n")],
    ["all on one line", "kitchen/split_2/ben_toast.txt", `${words}\n`],
    ["a table of runs", "p.csv", 'id,runs\nkitchen/ben_toast,"[[""background"",10],[""cut_bread"",16],[""toast"",24],[""spread"",20]]"\n'],
    ["a table of frames", "p.csv", `id,frames\nkitchen/ben_toast,${words}\n`],
  ])("in %s are read", async (_, name, text) => {
    const { row, problems } = await toast(file(name, text));
    expect(row?.statistics).toMatchObject(perfect);
    expect(problems.map(({ kind }) => kind)).not.toContain("other-length");
  });

  it("in runs that could be one are the same as in one", async () => {
    const runs = [
      ["background", 10],
      ["cut_bread", 9],
      ["cut_bread", 7],
      ["toast", 24],
      ["spread", 20],
    ];
    expect((await toast(lines({ id: "kitchen/ben_toast", prediction: { runs } }))).row?.statistics).toMatchObject(perfect);
  });

  it("of another test split are passed over, as eval.py reads those that the bundle names", async () => {
    const right = file("results/kitchen/split_2/ben_toast", HEADER + words);
    const wrong = file("results/kitchen/split_1/ben_toast", `${HEADER}toast`);
    const { row, problems } = await toast(right, wrong);
    expect(row?.statistics).toMatchObject(perfect);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("whose data set nothing tells are told how to mend it", async () => {
    const { problems } = await toast(file("split_2/ben_toast", HEADER + words), file("split_2/nobody", HEADER + words));
    expect(problems.find(({ kind }) => kind === "no-data-set")).toMatchObject({
      severity: "error",
      file: "split_2/nobody",
      fix: "put the files into results/<data set>/split_<n>, or write records with the ids of gold",
    });
  });

  it("without a label are unreadable, and cost their video only", async () => {
    const { row, problems } = await toast(file("kitchen/split_2/ben_toast", HEADER), ...(await fixtures("predictions.jsonl")));
    expect(row?.unscored).toBe("unreadable");
    expect(problems.find(({ severity }) => severity === "error")).toMatchObject({
      id: "kitchen/ben_toast",
      field: "labels",
      found: "none",
    });
  });

  it("that are malformed are told, each with its field", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const errors = problems.filter(({ severity }) => severity === "error").flatMap(({ examples }) => examples);
    expect(errors.map(({ line, id, kind, field }) => [line, id, kind, field]).sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [1, "kitchen/ana_tea", "wrong-field", "prediction.runs[1]"],
      [2, "kitchen/ana_toast", "wrong-field", "prediction.runs[0][1]"],
      [3, "kitchen/ben_tea", "wrong-field", "prediction.frames[1]"],
      [5, "kitchen/cat_tea", "unknown-id", undefined],
      [6, undefined, "no-id", "id"],
      [7, "kitchen/ana_tea", "wrong-field", "prediction"],
      [8, "kitchen/ana_tea", "wrong-field", "prediction.runs[0][0]"],
      [9, "kitchen/ana_tea", "wrong-field", "prediction"],
    ]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 3 } });
  });

  it("that no record answers are told", async () => {
    const { row, problems } = await toast(lines({ id: "kitchen/ben_toast", output: "" }));
    expect(row?.unscored).toBe("unreadable");
    expect(problems.map(({ kind }) => kind)).toContain("no-answer");
  });
});

describe("paths", () => {
  it.each([
    ["runs/mine/results/gtea/split_3/S3_Tea_C1", { video: "S3_Tea_C1", split: "3", dataset: "gtea", system: "results" }],
    ["gtea/split3/S3_Tea_C1.txt", { video: "S3_Tea_C1", split: "3", dataset: "gtea", system: "gtea" }],
    ["results/split_1/v.a.txt", { video: "v", split: "1", dataset: undefined, system: "results" }],
    ["v", { video: "v", split: undefined, dataset: undefined, system: undefined }],
    ["mine/my set/v.txt", { video: "v", split: undefined, dataset: "my_set", system: "mine" }],
  ])("%s", (path, place) => {
    expect(placeOf(path)).toEqual(place);
  });

  it("tell the data sets of the field by the names of their videos", () => {
    const names = ["S1_CofHoney_C1", "rgb-01-1", "P03_cam01_P03_cereals", "P54_stereo01_P54_tea", "01_4_crop4", "tea"];
    expect(names.map(datasetOf)).toEqual(["gtea", "50salads", "breakfast", "breakfast", "drilling", undefined]);
  });

  it("own ids are a data set and a video", () => {
    for (const id of ["gtea/S1_Cheese_C1", "50salads/rgb-01-1", "drilling/01_4_crop4"]) expect(track.owns(id)).toBe(true);
    for (const id of ["cc4d:tea", "task01_0000", "hotpotqa:0:0", "a/b/c", "/v", "gtea/"]) expect(track.owns(id)).toBe(false);
  });
});

describe("recognise", () => {
  it.each([
    ["official/data", "gold action-segmentation official-folder"],
    ["gold.jsonl", "gold action-segmentation stepladder-gold"],
    ["official/results", "prediction action-segmentation official-files"],
    ["predictions.jsonl", "prediction action-segmentation records"],
    ["malformed/predictions.jsonl", "prediction action-segmentation records"],
  ])("tells %s", async (path, expected) => {
    const { files } = await recognise([procbench, taskGraph, agentprocessbench, track], await fixtures(path));
    const known = files.filter(({ name }) => !/mapping|train/.test(name));
    expect([...new Set(known.map(({ role, track: own, format }) => `${role} ${own} ${format}`))]).toEqual([expected]);
  });

  it("tells a folder of plain files", async () => {
    const { files } = await recognise(
      [procbench, track],
      [file("gtea/split_1/S1_Tea_C1.txt", "take\nput\n"), file("S1_Tea_C1.txt", "take\n")],
    );
    expect(files.map(({ role, format }) => `${role} ${format}`)).toEqual(["prediction plain-files", "prediction plain-files"]);
  });

  it("shape alone is looked at, and nothing throws", () => {
    for (const value of [undefined, null, 1, "text", [], {}, { id: 1, prediction: null }, { runs: {}, id: {} }]) {
      for (const format of [...track.goldFormats, ...track.formats]) {
        expect(() => format.accepts({ value, file: "f.jsonl" }), `${format.id} ${JSON.stringify(value)}`).not.toThrow();
      }
    }
  });
});

it.each([
  ["a hundred thousand runs", JSON.stringify({ runs: Array.from({ length: 1e5 }, (_, i) => [i % 2 === 0 ? "toast" : "spread", 1]) })],
  ["a hundred thousand labels", JSON.stringify({ frames: Array.from({ length: 1e5 }, (_, i) => `l${i}`) })],
  ["labels that are no names", '{"frames":["__proto__","constructor","\\u0000","\\ud800","toString"]}'],
])("%s are scored in good time", async (_, prediction) => {
  const start = performance.now();
  const { row, problems } = await toast(file("p.jsonl", `{"id":"kitchen/ben_toast","prediction":${prediction}}`));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const value of Object.values(row?.statistics ?? {})) expect(Number.isFinite(value)).toBe(true);
  expect(performance.now() - start).toBeLessThan(5000);
});
