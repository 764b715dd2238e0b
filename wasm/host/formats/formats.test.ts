import type { Scorecard } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { readAll } from "../../intake/testing.ts";
import { metrics } from "../../metrics/index.ts";
import { InputError } from "../problems.ts";
import { score, wordsGold } from "../testing.ts";
import { type Details, detailsOf, lacking } from "./details.ts";
import { FORMATS, type FormatId } from "./index.ts";

const [first, ...rest] = wordsGold.map(({ id, words }) => ({ id, said: words }));
const plain = await score(first, ...rest.slice(0, 2), { id: "w-4", said: ["g", "x"] });
const details: Details = {
  model: "me/steps-7b",
  dataset: "me/words",
  task: "no",
  date: "2026-01-31",
  organization: "A: #1 {lab}",
  relationship: "first_party",
};

/** Scores that are hard to write: tiny, of many digits, without a value, on a scale of their own. */
const odd: Scorecard = {
  ...plain,
  scores: {
    "prefix-accuracy": { value: 0.1 + 0.2, low: 5e-7, high: 1, scored: 3, unscored: 1 },
    "cohen-kappa": { value: -1e-17, scored: 3, unscored: 1 },
    "final-match": { reason: "no items", scored: 0, unscored: 4 },
    "mean-severity": { value: 4.5, scored: 3, unscored: 1 },
    "completion-edit-distance": { value: 12, low: 0, high: 40.25, scored: 3, unscored: 1 },
  },
};
const cards = [plain, odd];

const formatOf = (id: FormatId) => FORMATS.find((format) => format.id === id)!;
const written = async (id: FormatId, card: Scorecard, own: Details = details) => String(await formatOf(id).write(card, metrics, own));

/** Metric id to value, of the scores that have one. */
const valuesOf = ({ scores }: Scorecard) =>
  Object.fromEntries(Object.entries(scores).flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]])));

const Text = z.string().check(z.minLength(1));
const Texts = z.record(z.string(), z.string());
const Bound = z.union([z.number(), z.enum(["Infinity", "-Infinity"])]);

/** The fields of Every Eval Ever 0.3.0 that a scorecard fills, as its schema and its validator have them. */
const EveryEvalEver = z.strictObject({
  schema_version: z.literal("0.3.0"),
  evaluation_id: Text,
  retrieved_timestamp: z.string().check(z.regex(/^\d+$/)),
  source_metadata: z.object({
    source_name: Text,
    source_type: z.enum(["documentation", "evaluation_run"]),
    source_organization_name: Text,
    evaluator_relationship: z.enum(["first_party", "third_party", "collaborative", "other"]),
  }),
  eval_library: z.object({ name: Text, version: Text, additional_details: Texts }),
  model_info: z.object({
    name: Text,
    id: Text,
    additional_details: z.object({
      deployment_type: z.enum(["self_deployed", "externally_managed", "unknown"]),
      model_availability: z.enum(["open_weights", "closed_weights", "unknown"]),
    }),
  }),
  evaluation_results: z
    .array(
      z.strictObject({
        evaluation_result_id: Text,
        evaluation_name: Text,
        source_data: z.discriminatedUnion("source_type", [
          z.strictObject({ source_type: z.literal("hf_dataset"), dataset_name: Text, hf_repo: Text, samples_number: z.int() }),
          z.strictObject({ source_type: z.literal("other"), dataset_name: Text }),
        ]),
        metric_config: z
          .strictObject({
            evaluation_description: Text,
            metric_id: Text,
            metric_name: Text,
            metric_unit: Text,
            lower_is_better: z.boolean(),
            score_type: z.optional(z.literal("continuous")),
            min_score: z.optional(Bound),
            max_score: z.optional(Bound),
          })
          .check(
            z.refine(
              ({ score_type, min_score, max_score }) =>
                (score_type === undefined) === (min_score === undefined) && (min_score === undefined) === (max_score === undefined),
            ),
          ),
        score_details: z.strictObject({
          score: z.number(),
          details: Texts,
          uncertainty: z.optional(
            z.strictObject({
              confidence_interval: z.strictObject({ lower: z.number(), upper: z.number(), confidence_level: z.literal(0.95) }),
            }),
          ),
        }),
      }),
    )
    .check(z.minLength(1)),
});

describe("Every Eval Ever", () => {
  it.each(cards)("has the fields of its schema, and every value and interval to the last bit", async (card) => {
    const record = EveryEvalEver.parse(JSON.parse(await written("eee", card)));
    const told = record.evaluation_results.map(({ metric_config, score_details: { score, uncertainty } }) => {
      const { lower, upper } = uncertainty?.confidence_interval ?? {};
      return [metric_config.metric_id, score, lower, upper];
    });
    const wanted = Object.entries(card.scores).filter(([, { value }]) => value !== undefined);
    expect(told).toEqual(wanted.map(([id, { value, low, high }]) => [`words.${id}`, value, low, high]));
    for (const { metric_config, score_details } of record.evaluation_results) {
      expect(score_details.score).toBeGreaterThanOrEqual(Number(metric_config.min_score ?? -Infinity));
      expect(score_details.score).toBeLessThanOrEqual(Number(metric_config.max_score ?? Infinity));
    }
  });

  it("takes the day from the person, at its start in UTC, and the dataset where it is told", async () => {
    const { dataset: _, ...without } = details;
    const record = EveryEvalEver.parse(JSON.parse(await written("eee", plain, without)));
    expect(record).toMatchObject({ retrieved_timestamp: "1769817600", evaluation_id: "words/me/steps-7b/1769817600" });
    expect(record.evaluation_results[0]?.source_data).toEqual({ source_type: "other", dataset_name: "words" });
    expect(new Date(Number(record.retrieved_timestamp) * 1000).toISOString()).toBe("2026-01-31T00:00:00.000Z");
  });

  it("says of a scale that a metric has for itself nothing but its name", async () => {
    const { evaluation_results } = EveryEvalEver.parse(JSON.parse(await written("eee", odd)));
    const configs = Object.fromEntries(evaluation_results.map(({ metric_config }) => [metric_config.metric_id, metric_config]));
    expect(configs["words.mean-severity"]).not.toHaveProperty("score_type");
    expect(configs["words.mean-severity"]).toMatchObject({ metric_unit: "points", lower_is_better: true });
    expect(configs["words.completion-edit-distance"]).toMatchObject({ min_score: 0, max_score: "Infinity" });
    expect(configs["words.cohen-kappa"]).toMatchObject({ min_score: -1, max_score: 1 });
  });
});

describe("the table in CSV", () => {
  it.each(cards)("is read back with every score to the last bit, overall and by slice", async (card) => {
    const { records, problems } = await readAll(["card.csv", await written("csv", card)]);
    const rows = records.map(({ value }) => value as Record<string, string>);
    const read = rows.map(({ slice, slice_value, metric, scored, unscored, ...figures }) => {
      const told = Object.entries(figures).flatMap(([name, cell]) => (cell === "" ? [] : [[name, Number(cell)]]));
      return [slice, slice_value, metric, { ...Object.fromEntries(told), scored: Number(scored), unscored: Number(unscored) }];
    });
    const rowsOf = (slice: string, value: string, scores: Scorecard["scores"]) =>
      Object.entries(scores).map(([metric, { reason: _, ...score }]) => [slice, value, metric, score]);
    const cut = Object.entries(card.slices).flatMap(([slice, values]) =>
      Object.entries(values).flatMap(([value, scores]) => rowsOf(slice, value, scores)),
    );
    expect({ read, problems }).toEqual({ read: [...rowsOf("", "", card.scores), ...cut], problems: [] });
  });
});

/** `.eval_results/*.yaml`, as its documentation has it: what is required, and what may be there. */
const EvalResults = z.array(
  z.strictObject({
    dataset: z.strictObject({ id: Text, task_id: Text, revision: z.optional(Text) }),
    value: z.number(),
    date: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
    source: z.optional(z.strictObject({ url: z.url(), name: z.optional(Text), user: z.optional(Text), org: z.optional(Text) })),
    notes: z.optional(Text),
  }),
);

/** `model-index` of a model card: task, dataset and metrics with their type. */
const ModelIndex = z.strictObject({
  "model-index": z.array(
    z.strictObject({
      name: Text,
      results: z.array(
        z.strictObject({
          task: z.strictObject({ type: Text, name: z.optional(Text) }),
          dataset: z.strictObject({ type: Text, name: Text }),
          metrics: z.array(z.strictObject({ type: Text, value: z.number(), name: z.optional(Text) })).check(z.minLength(1)),
        }),
      ),
    }),
  ),
});

describe.each(["1.1", "1.2"] as const)("YAML %s for Hugging Face", (version) => {
  const read = async (id: FormatId, card: Scorecard, own?: Details): Promise<unknown> => parse(await written(id, card, own), { version });

  it.each(cards)("eval results have the ranking score to the last bit", async (card) => {
    const [result, ...others] = EvalResults.parse(await read("hf-eval-results", card));
    expect(others).toEqual([]);
    expect(result).toMatchObject({ dataset: { id: "me/words", task_id: "no" }, date: "2026-01-31" });
    expect(result?.value).toBe(card.scores["prefix-accuracy"]?.value);
  });

  it.each(cards)("model-index has every score to the last bit", async (card) => {
    const { "model-index": models } = ModelIndex.parse(await read("hf-model-index", card));
    expect(models.map(({ name }) => name)).toEqual(["me/steps-7b"]);
    const [result] = models[0]?.results ?? [];
    expect(result).toMatchObject({ task: { type: "no" }, dataset: { type: "me/words", name: "words" } });
    expect(Object.fromEntries(result?.metrics.map(({ type, value }) => [type, value]) ?? [])).toEqual(valuesOf(card));
  });

  it.each([
    "yes",
    "null",
    "~",
    "1e-7",
    "1.0",
    "2026-01-31",
    "a: b",
    "# a",
    "- a",
    "'",
    '"',
    "{a}",
    "*a",
    "&a",
    "!a",
    "@a",
    "0o7",
    "12:30:45",
    "=",
    "<<",
  ])("keeps %s as the text it is", async (task) => {
    const [result] = EvalResults.parse(await read("hf-eval-results", plain, { ...details, task }));
    expect(result?.dataset.task_id).toBe(task);
  });
});

it("a number without a point has one where YAML 1.1 would take it for text", async () => {
  expect(await written("hf-model-index", odd)).toContain("value: -1.0e-17\n");
});

describe("LaTeX", () => {
  it("has a row per metric with its interval, and a dash where nothing can be said", async () => {
    const rows = (await written("latex", odd)).split("\n").filter((line) => line.endsWith("\\\\"));
    expect(rows.map((row) => row.trim())).toEqual([
      "Metric & Score & Items \\\\",
      "Prefix accuracy,~\\% & 30.0 {[}0.0, 100.0{]} & 4 \\\\",
      "Cohen's kappa & -0.000 & 4 \\\\",
      "Final match,~\\% & -- & 4 \\\\",
      "Mean severity,~points & 4.50 & 4 \\\\",
      "Edit distance,~steps & 12.00 {[}0.00, 40.25{]} & 4 \\\\",
    ]);
  });
});

describe("what only the person knows", () => {
  it("is asked for by name, all at once; what cannot be used is as good as missing", () => {
    expect(lacking(formatOf("eee"), {})).toEqual(["model", "date", "organization", "relationship"]);
    expect(lacking(formatOf("eee"), { ...details, date: "2026-02-30" })).toEqual(["date"]);
    expect(lacking(formatOf("eee"), { ...details, relationship: "friend" })).toEqual(["relationship"]);
    expect(lacking(formatOf("hf-eval-results"), { dataset: "me/words", task: "t" })).toEqual([]);
    expect(lacking(formatOf("hf-eval-results"), { ...details, date: "yesterday" })).toEqual(["date"]);
    for (const format of FORMATS) expect(lacking(format, details)).toEqual([]);
  });

  it("is one line of what can be seen; blanks are nothing", () => {
    expect(detailsOf({ model: " a\u202eb\n\u0000c ", task: " \t" })).toEqual({ model: "ab c" });
  });
});

it("a result without a score is refused, and another metric's score does not pass for the one that ranks", async () => {
  const silent = { ...plain, scores: { "final-match": { reason: "no items", scored: 0, unscored: 0 } } };
  for (const id of ["eee", "hf-eval-results", "hf-model-index"] as const) await expect(written(id, silent)).rejects.toThrow(InputError);
  const unranked = { ...plain, scores: { ...silent.scores, "prefix-accuracy": { value: 1, scored: 4, unscored: 0 } } };
  await expect(written("hf-eval-results", unranked)).rejects.toThrow("words: expected a score of final-match, found no items");
  await expect(written("hf-model-index", unranked)).resolves.toContain("value: 1\n");
});

it("the same scorecard gives the same bytes", async () => {
  for (const { write } of FORMATS) expect(await write(plain, metrics, details)).toEqual(await write(plain, metrics, details));
});
