import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { describe, expect, it } from "vitest";
import graphScript from "../graph-script/track.ts";
import htStep from "../ht-step/track.ts";
import procbench from "../procbench/track.ts";
import { file, fixtures, lines, refusal, score } from "./testing.ts";
import track from "./track.ts";

describe("recognise", () => {
  const told = async (sources: Parameters<typeof recognise>[1]) => {
    const { track: own, files } = await recognise([track, procbench, graphScript, htStep], sources);
    return [own, files.map(({ role, track: of, format }) => [role, of, format].filter(Boolean).join(" "))];
  };

  it.each([
    ["official/goalstep_valid.json", [undefined, ["gold goal-step official-annotations"]]],
    ["official/goalstep_test.json", [undefined, ["gold goal-step official-annotations"]]],
    ["gold.jsonl", [undefined, ["gold goal-step stepladder-gold"]]],
    ["predictions.jsonl", ["goal-step", ["prediction goal-step records"]]],
    ["submissions/challenge.json", ["goal-step", ["prediction goal-step challenge"]]],
    ["submissions/detections.json", ["goal-step", ["prediction goal-step activitynet"]]],
    ["malformed/predictions.jsonl", ["goal-step", ["prediction goal-step records"]]],
  ])("tells %s", async (path, expected) => {
    expect(await told(await fixtures(path))).toEqual(expected);
  });

  it("leaves another benchmark's detections to it", async () => {
    const detections = { results: { "-25-1nbOki0": [{ label: 513, score: 0.3, segment: [1, 2] }] } };
    expect((await told([file("d.json", detections)]))[1]).toEqual([expect.stringContaining("prediction ht-step")]);
  });

  it("tells the ids of this track from others", () => {
    for (const id of ["goalstep:c2d06df7-5d3a:0", "goalstep:grp-88bae242", "goalstep:v:57"]) expect(track.owns(id), id).toBe(true);
    for (const id of ["goalstep:", "goalstep:v:", "goalstep:v:x", "goalstep:v:1:2", "xgoalstep:v", "gs:t00:graph"])
      expect(track.owns(id), id).toBe(false);
  });
});

describe("predictions", () => {
  const fill = async (...sources: Parameters<typeof score>[0]) => (await score(sources)).items[1]?.statistics;
  const right = { "grounding-answered": 1, "grounding-r1-at-50": 1, "grounding-iou": 11 / 12 };
  const result = { clip_uid: "tea-01", annotation_uid: "tea-01_0.02_240.5", query_idx: 1, predicted_times: [[3, 14]] };

  it.each([
    ["a list", lines({ id: "goalstep:tea-01:1", prediction: [[3, 14]] })],
    ["an object", lines({ id: "goalstep:tea-01:1", prediction: { segments: [[3, 14.0]] } })],
    ["a list with scores", lines({ id: "goalstep:tea-01:1", prediction: [[3, 14, 0.5]] })],
    ["a table", file("p.csv", 'id,prediction\ngoalstep:tea-01:1,"[[3, 14.0]]"\n')],
    ["the challenge's file", file("p.json", { version: "1.0", challenge: "ego4d_nlq_challenge", results: [result] })],
    ["its results in a list", file("p.json", [result])],
    ["its results line by line, with video_uid", lines({ ...result, clip_uid: undefined, video_uid: "tea-01" })],
  ])("as %s are read", async (_, source) => {
    expect(await fill(source)).toMatchObject(right);
  });

  it("in the layouts of the challenge and of ActivityNet score as those read as records", async () => {
    const records = await score(await fixtures("predictions.jsonl"));
    const official = await score(await fixtures("submissions/challenge.json", "submissions/detections.json"));
    expect(official.scores).toEqual(records.scores);
  });

  it("that are malformed cost their item only, and each fault is told with its place", async () => {
    const { problems, coverage } = await score(await fixtures("malformed/predictions.jsonl"));
    const told = problems.flatMap(({ examples }) => examples.map(({ kind, line, id, field }) => [kind, line, id, field]));
    expect(told.filter(([kind]) => kind !== "missing-prediction").sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      ["wrong-field", 2, "goalstep:tea-01:0", "prediction[1]"],
      ["wrong-field", 3, "goalstep:tea-01:1", "prediction[0][0]"],
      ["wrong-field", 4, "goalstep:tea-01:2", "prediction"],
      ["wrong-field", 5, "goalstep:tea-01", "prediction[0].score"],
      ["unknown-id", 6, "goalstep:soup-03:0", undefined],
      ["no-id", 7, undefined, "id"],
      ["wrong-field", 8, "goalstep:tea-01:3", "prediction.segments[0][1]"],
      ["wrong-sample", 9, "goalstep:tea-01:4", "sample"],
      ["not-an-object", 10, undefined, undefined],
      ["not-json", 11, undefined, undefined],
    ]);
    expect(coverage).toMatchObject({ items: 16, scored: 1 });
  });

  it("of more than five segments are told, and those behind the fifth passed over", async () => {
    const { problems, items } = await score(await fixtures("predictions.jsonl"));
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ kind: "more-than-five", severity: "warning", id: "goalstep:tea-01:5", found: "6" }),
    );
    expect(items[5]?.statistics).toMatchObject({ "grounding-r5-at-50": 1, "grounding-iou": 10 / 15 });
  });

  it("without query_idx are refused, and told where it is to be had", async () => {
    for (const query_idx of [undefined, "1", -1, 0.5, null]) {
      const [problem] = await refusal(score([file("p.json", { results: [{ ...result, query_idx }] })]));
      expect(problem).toMatchObject({
        kind: "no-query",
        field: "results[0].query_idx",
        fix: expect.stringContaining("parse_goalstep_jsons.py"),
      });
    }
  });

  it("without annotation_uid, or with that of the test split, are scored and told of it", async () => {
    for (const annotation_uid of [undefined, "tea-01"]) {
      const card = await score([file("p.json", { results: [{ ...result, annotation_uid }] })]);
      expect(card.items[1]?.statistics).toMatchObject(right);
      expect(card.problems.flatMap(({ examples }) => examples)).toContainEqual(
        expect.objectContaining({ kind: "annotation-uid", field: "results[0].annotation_uid", expected: "tea-01_0.02_240.5" }),
      );
    }
  });

  it("with times that are none cost their query, in a file with others", async () => {
    const { problems, coverage } = await score([
      file("p.json", { results: [result, { ...result, query_idx: 2, predicted_times: [[1]] }] }),
    ]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 1 } });
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ id: "goalstep:tea-01:2", field: "results[1].predicted_times[0]", found: "[1]" }),
    );
  });

  it("with steps that are none cost their video, in a file with others", async () => {
    const sound = [{ label: "Furniture: screw", score: 0.5, segment: [100, 400] }];
    const broken = [{ label: "Hot drinks: stir", score: "high", segment: [60, 66] }];
    const { problems, scores, coverage } = await score([file("d.json", { results: { "grp-shelf-02": sound, "tea-01": broken } })]);
    expect(coverage).toMatchObject({ scored: 1, unscored: { unreadable: 1 } });
    expect(scores["detection-map"]?.value).toBeCloseTo(1 / 7, 12);
    expect(problems.flatMap(({ examples }) => examples)).toContainEqual(
      expect.objectContaining({ id: "goalstep:tea-01", field: "results.tea-01[0].score", found: "high" }),
    );
  });

  it("without a video are refused", async () => {
    const [problem] = await refusal(score([file("p.json", { results: [{ ...result, clip_uid: 7 }] })]));
    expect(problem).toMatchObject({ field: "results[0].clip_uid", found: "7" });
  });

  it("with repeats are averaged", async () => {
    const { items } = await score([
      lines({ id: "goalstep:tea-01:1", sample: 0, prediction: [[3, 14]] }, { id: "goalstep:tea-01:1", sample: 1, prediction: [] }),
    ]);
    expect(items[1]).toMatchObject({ samples: 2, statistics: { "grounding-r1-at-50": 0.5 } });
  });

  it("for the test split or another benchmark are refused by name", async () => {
    const other = { ...result, clip_uid: "soup-03", annotation_uid: "soup-03" };
    expect(await refusal(score([file("p.json", { results: [other] })]))).toMatchObject([{ kind: "wrong-split" }]);
    expect(await refusal(score([lines({ id: "task01_0000", prediction: [[0, 1]] })]))).toMatchObject([{ kind: "wrong-track" }]);
  });
});
