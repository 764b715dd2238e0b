import { readFile } from "node:fs/promises";
import { readsText } from "@stepladder/wasm/host/reads-text.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import type { AnyTrack, KnownItems, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { ENVELOPES } from "@stepladder/wasm/intake/envelopes/index.ts";
import { LAYOUTS, PACKINGS } from "@stepladder/wasm/intake/formats.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { gzip, zip } from "@stepladder/wasm/intake/testing.ts";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import segmentation from "./action-segmentation/track.ts";
import exact from "./exact-instructions/track.ts";
import goalStep from "./goal-step/track.ts";
import graphScript from "./graph-script/track.ts";
import how2bench from "./how2bench/track.ts";
import htStep from "./ht-step/track.ts";
import htmAlign from "./htm-align/track.ts";
import planning from "./procedure-planning/track.ts";
import { file, lines, refusal, testing } from "./testing.ts";

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
const fixturesOf = (track: AnyTrack) => testing(track, new URL(`${track.id}/track.ts`, import.meta.url).href);

const answers = [
  { id: "exact:copy-word", output: "rung" },
  { id: "exact:format-pair", output: "up\r\ndown\n" },
  { id: "exact:compute-five", output: 'The "sum",\tsays she, is 5.' },
];
const { score } = fixturesOf(exact);
const plain = await score([lines(...answers)]);

const text = answers.map((answer) => `${JSON.stringify(answer)}\n`).join("");
const table = (separator: string, some = answers) =>
  [["id", "output"], ...some.map(({ id, output }) => [id, `"${output.replaceAll('"', '""')}"`])]
    .map((row) => row.join(separator))
    .join("\n");
const parquet = parquetWriteBuffer({
  columnData: (["id", "output"] as const).map((name) => ({ name, data: answers.map((answer) => answer[name]), type: "STRING" })),
});

/** The same answers in every layout of records, and packed in every way. */
const layouts: Record<
  (typeof LAYOUTS)[number] | Exclude<(typeof PACKINGS)[number], "plain"> | "folder",
  () => Source[] | Promise<Source[]>
> = {
  JSONL: () => [file("p.jsonl", text)],
  JSON: () => [file("p.json", answers)],
  CSV: () => [file("p.csv", table(","))],
  TSV: () => [file("p.tsv", table("\t"))],
  parquet: () => [file("p.parquet", parquet)],
  ".gz": async () => [file("p.jsonl.gz", await gzip(text))],
  ".zip": async () => [
    file(
      "p.zip",
      await zip({
        "mine/p.json": JSON.stringify(answers.slice(0, 2)),
        "mine/q.csv": table(",", answers.slice(2)),
      }),
    ),
  ],
  folder: () => answers.map((answer, i) => file(`mine/${i}.json`, answer)),
};

const choice = (content: string) => ({ message: { role: "assistant", content }, stop_reason: "stop" });
const samples = answers.map(({ id, output }) => ({ id, epoch: 1, input: "", target: "", output: { choices: [choice(output)] } }));
const states = answers.map(({ id, output }) => ({ instance: { id }, train_trial_index: 0, result: { completions: [{ text: output }] } }));
const filters = ["none", "strict-match"];
const rows = filters.flatMap((filter) =>
  answers.map(({ id, output }, doc_id) => ({ doc_id, doc: { id }, resps: [[output]], filtered_resps: ["42"], filter })),
);
const members = Object.fromEntries(samples.map((sample, i) => [`samples/${i}_epoch_1.json`, JSON.stringify(sample)]));
const instances = ["exact-match", "containment"].flatMap((metric) =>
  answers.map(({ id, output }) => ({
    schema_version: "0.3.0",
    evaluation_id: "exact-instructions/me/mine/1769817600",
    model_id: "me/mine",
    evaluation_name: "exact-instructions",
    evaluation_result_id: `exact-instructions.${metric}`,
    sample_id: id,
    interaction_type: "single_turn",
    input: { raw: "", reference: [] },
    output: { raw: [output] },
    answer_attribution: [],
    evaluation: { score: 0, is_correct: false },
  })),
);

/** The same answers as other harnesses keep them: the envelope, what the README calls it, and its file. */
const envelopes: readonly (readonly [envelope: string, name: string, file: () => Source | Promise<Source>])[] = [
  ["lm-eval", "samples of lm-evaluation-harness", () => lines(...rows)],
  ["inspect-sample", "`.eval` and JSON logs of Inspect", async () => file("mine.eval", await zip({ "header.json": "{}", ...members }))],
  ["inspect-log", "`.eval` and JSON logs of Inspect", () => file("log.json", { version: 2, status: "success", eval: {}, samples })],
  ["helm-run", "`scenario_state.json` of HELM", () => file("scenario_state.json", { adapter_spec: {}, request_states: states })],
  ["every-eval-ever", "`_samples.jsonl` of Every Eval Ever", () => lines(...instances)],
];

/** Layouts that benchmarks brought into use: what the README calls each, the track and its layout, and a fixture of it. */
interface Own {
  readonly name: string;
  readonly track: AnyTrack;
  readonly format: string;
  readonly fixture: string;
  readonly gold?: string;
}
const own: readonly Own[] = [
  { name: "ActivityNet JSON", track: goalStep, format: "activitynet", fixture: "submissions/detections.json" },
  { name: "ActivityNet JSON", track: htStep, format: "segment-object", fixture: "official/predictions/activitynet.json" },
  { name: "HT-Step CSV", track: htStep, format: "segment-table", fixture: "official/predictions/predictions.csv" },
  { name: "How2Bench JSONL", track: how2bench, format: "outputs", fixture: "generations.jsonl" },
  { name: "How2Bench JSONL", track: how2bench, format: "outputs", fixture: "judgments.jsonl" },
  { name: "TREC run", track: graphScript, format: "trec-run", fixture: "run.trec" },
  { name: "TREC run", track: graphScript, format: "trec-run", fixture: "run.trec", gold: "next.qrels" },
  { name: "TREC run", track: htmAlign, format: "trec-run", fixture: "run.trec" },
];

/** Files that tell how answers were judged, and not what they were: nothing can be scored by them. */
const figures: readonly (readonly [name: string, record: object, give: string])[] = [
  ["`per_instance_stats.json`", { instance_id: "exact:copy-word", train_trial_index: 0, stats: [] }, "scenario_state.json"],
  [
    "rows of eval-arena",
    { benchmark_id: "exact", model: "m", example_id: "exact:copy-word", pass1: 1, correct: 1, count: 1 },
    "the predictions",
  ],
  ["aggregate records of Every Eval Ever", { evaluation_id: "x", model_info: {}, evaluation_results: [] }, "_samples.jsonl"],
];

/** The scorecard without what names files. */
const told = ({ scores, items, slices, coverage, problems }: Awaited<ReturnType<typeof score>>) => ({
  scores,
  items,
  slices,
  coverage,
  problems,
});

describe("records", () => {
  it.each(Object.entries(layouts))("as %s score as they do in lines of JSON", async (_, files) => {
    expect(plain.coverage.scored).toBe(3);
    expect(told(await score(await files()))).toEqual(told(plain));
  });

  it("are tested in all layouts and packings that the page names", () => {
    expect(Object.keys(layouts)).toEqual([...LAYOUTS, ...PACKINGS.slice(1), "folder"]);
  });
});

describe("logs of other harnesses", () => {
  it.each(envelopes)("%s scores as the plain file does", async (_, __, files) => {
    expect(told(await score([await files()]))).toEqual(told(plain));
  });

  it("are tested in all envelopes that the page names", () => {
    expect(envelopes.map(([id]) => id).sort()).toEqual(ENVELOPES.map(({ id }) => id).sort());
  });

  it("are read where a model's text is", () => {
    expect([exact, planning, segmentation].map(readsText)).toEqual([true, false, false]);
  });
});

/** What a layout of a track holds, as the track's own records. */
async function recordsOf(
  format: PredictionFormat<unknown, unknown>,
  source: Source,
  items: KnownItems<unknown>,
): Promise<PredictionRecord<unknown>[]> {
  const records: unknown[] = [];
  const gathering = format.gather?.(items);
  for await (const batch of readSource(source, { problem: () => undefined })) {
    for (const raw of batch) {
      if (gathering !== undefined) gathering.add(raw);
      else records.push(...(format.readAll?.(raw, items) ?? [format.read(raw, items)]));
    }
  }
  return [...records, ...(gathering?.items() ?? [])] as PredictionRecord<unknown>[];
}

describe("layouts of benchmarks", () => {
  it.each(own)("$fixture, $name, is read for $track.id", async ({ track, format, fixture, gold = "gold.jsonl" }) => {
    const { fixtures, score, goldItems } = fixturesOf(track);
    const [source] = (await fixtures(fixture)) as [Source];
    expect((await recognise([exact, track], [source])).files).toMatchObject([{ role: "prediction", track: track.id, format }]);
    const own = await fixtures(gold);
    const given = await score([source], own);
    expect(given.coverage.scored).toBeGreaterThan(0);
    const items = await goldItems(own);
    const known = { ids: items.map((item) => track.itemId(item)), contexts: items.map((item) => track.context(item)) };
    const layout = track.formats.find(({ id }) => id === format) as PredictionFormat<unknown, unknown>;
    const records = (await recordsOf(layout, source, known)).map(({ id, sample, prediction }) => ({ id, sample, prediction }));
    const { scores, items: rows, slices } = await score([lines(...records)], own);
    expect({ scores, rows, slices }).toEqual({ scores: given.scores, rows: given.items, slices: given.slices });
  });
});

it.each(figures)("%s are refused, with what to give", async (_, record, give) => {
  expect(await refusal(score([lines(record)]))).toMatchObject([{ kind: "figures-given", fix: expect.stringContaining(give) }]);
});

it("the README names them all", () => {
  const names = [
    ...Object.keys(layouts),
    ...envelopes.map(([, name]) => name),
    ...own.map(({ name }) => name),
    "TREC qrels",
    ...figures.map(([name]) => name),
  ];
  expect(names.filter((name) => !readme.includes(name))).toEqual([]);
});
