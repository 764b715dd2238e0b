import { type Broken, fixture, jsonl, row, sound } from "./row.ts";

/** A fixture of one JSON document as a line. */
const line = (track: string, path: string): unknown => JSON.parse(fixture(track, path));

/** Submissions that the fuzz made, and that once failed or were passed over in silence. */
export const found: readonly Broken[] = [
  row(
    "list-among-videos.jsonl",
    "a list behind an object of all videos",
    "htm-align",
    () => jsonl(line("htm-align", "videos.json"), [9, 11]),
    {
      verdict: "scored with errors",
      says: [{ kind: "not-an-object", line: 2, found: "[9,11]", fix: "write one JSON object per line" }, { kind: "missing-prediction" }],
    },
  ),
  row(
    "null-among-videos.jsonl",
    "nothing behind an object of all videos",
    "crosstask",
    () => jsonl(line("crosstask", "videos.json"), null),
    {
      verdict: "scored with errors",
      says: [
        { kind: "not-an-object", line: 2, found: "null", fix: "write one JSON object per line" },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  row(
    "number-for-a-list.jsonl",
    "a number where the segments of a video should stand",
    "ht-step",
    () => jsonl(line("ht-step", "official/predictions/by-video.json"), { "tea-video-3": 5 }),
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-field", line: 2, id: "hts:tea-video-3", field: "tea-video-3", found: "5", fix: "give every video a list" },
        { kind: "missing-prediction" },
      ],
    },
  ),
  row(
    "no-results.jsonl",
    "a second document whose results are a number",
    "goal-step",
    () => jsonl(line("goal-step", "submissions/detections.json"), { results: 5 }),
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-field", line: 2, field: "results", found: "5", fix: "write all predictions into one object of that name" },
        { kind: "missing-prediction", count: 14 },
      ],
    },
  ),
  row(
    "number-among-graphs.jsonl",
    "a number behind an object of graphs",
    "graph-script",
    () => jsonl(line("graph-script", "drawn.json"), 5),
    {
      verdict: "scored with errors",
      says: [
        { kind: "not-an-object", line: 2, found: "5", fix: "write one JSON object per line" },
        { kind: "missing-prediction", count: 14 },
      ],
    },
  ),
  row(
    "900002_paperBt-001.csv",
    "JSON in place of a table of scores, its second row no list",
    "crosstask",
    () => jsonl([1, 2, 3], { seconds: [4, 5, 6] }),
    {
      verdict: "refused",
      says: [
        {
          kind: "wrong-field",
          id: "crosstask:900002_paperBt-001",
          field: "row 2",
          found: '{"seconds":[4,5,6]}',
          fix: "write numbers only, without a header or blank lines",
        },
      ],
    },
  ),
  row(
    "no-critique.jsonl",
    "a released output without its critique and what was drawn from it",
    "processbench",
    () => {
      const [output] = fixture("processbench", "official/predictions/mine/gsm8k_error.jsonl").split("\n");
      const { generated_critique: _, prediction: __, ...rest } = JSON.parse(output as string);
      return jsonl(output, { ...rest, id: "gsm8k-3" });
    },
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-field", line: 2, id: "gsm8k-3", field: "generated_critique", found: "nothing", fix: "write what the model said" },
        { kind: "missing-prediction", count: 8 },
      ],
    },
  ),
  row(
    "prediction-first.jsonl",
    "records that begin with their prediction, a graph first: no fault",
    "graph-script",
    () =>
      jsonl(
        ...sound("graph-script")
          .map((record) => Object.fromEntries(Object.entries(record).reverse()))
          .reverse(),
      ),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 9 }] },
  ),
];
