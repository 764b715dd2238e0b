import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { recognise } from "../../host/recognise.ts";
import { wordsGold, wordsTrack } from "../../host/testing.ts";
import { unitsOf, WHOLE } from "../../host/units.ts";
import { fromBlob } from "../source.ts";
import { readAll, zip } from "../testing.ts";

const texts = wordsGold.map(({ id, words }) => ({ id, output: words.join(" > ") }));
const asLines = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const valuesOf = async (name: string, data: string | Uint8Array<ArrayBuffer>) => {
  const { records, problems, failure } = await readAll([name, data]);
  expect({ problems, failure }).toEqual({ problems: [], failure: undefined });
  return records.map(({ value }) => value);
};

const lmEvalRow = ({ id, output }: { id: string; output: string }, i: number, filter = "none") => ({
  doc_id: i,
  doc: { id, prompt: "say them" },
  target: "",
  arguments: { gen_args_0: { arg_0: "say them" } },
  resps: [[output]],
  filtered_resps: [filter === "none" ? output : "[invalid]"],
  filter,
  metrics: ["exact_match"],
});
const inspectSample = ({ id, output }: { id: string; output: string }, epoch = 1) => ({
  id,
  epoch,
  input: "say them",
  target: "",
  messages: [],
  output: { model: "mine", choices: [{ message: { role: "assistant", content: output }, stop_reason: "stop" }], completion: output },
});
const helmState = ({ id, output }: { id: string; output: string }, trial = 0, perturbation?: object) => ({
  instance: { id, input: { text: "say them" }, references: [], ...(perturbation === undefined ? {} : { perturbation }) },
  train_trial_index: trial,
  request: {},
  result: { success: true, completions: [{ text: output, logprob: 0, tokens: [] }] },
});
const helm = (states: readonly object[]) => JSON.stringify({ adapter_spec: { method: "generation" }, request_states: states });
const instance = ({ id, output }: { id: string; output: string }, more: object = {}) => ({
  schema_version: "0.3.0",
  evaluation_id: "words/me/mine/1769817600",
  model_id: "me/mine",
  evaluation_name: "words",
  evaluation_result_id: "words.accuracy",
  sample_id: id,
  interaction_type: "single_turn",
  input: { raw: "say them", reference: [] },
  output: { raw: [output] },
  messages: null,
  answer_attribution: [],
  evaluation: { score: 1, is_correct: true },
  ...more,
});
const asEval = (samples: readonly ReturnType<typeof inspectSample>[]) =>
  zip({
    "_journal/start.json": "{}",
    "header.json": '{"version":2,"status":"success","eval":{}}',
    "summaries.json": "[]",
    ...Object.fromEntries(samples.map((sample) => [`samples/${sample.id}_epoch_${sample.epoch}.json`, JSON.stringify(sample)])),
  });

describe("lm-evaluation-harness", () => {
  it("gives the responses once, however many filters have rows", async () => {
    const rows = [...texts.map((text, i) => lmEvalRow(text, i)), ...texts.map((text, i) => lmEvalRow(text, i, "strict-match"))];
    expect(await valuesOf("samples_words.jsonl", asLines(rows))).toEqual(texts);
  });

  it("keeps a row that is there twice, so that the track can tell it", async () => {
    const row = lmEvalRow(texts[0]!, 0);
    expect(await valuesOf("s.jsonl", asLines([row, row]))).toHaveLength(2);
  });

  it("takes repeats as samples", async () => {
    expect(await valuesOf("s.jsonl", asLines([{ ...lmEvalRow(texts[0]!, 0), resps: [["a > b", "a"]] }]))).toEqual([
      { id: "w-1", sample: 0, output: "a > b" },
      { id: "w-1", sample: 1, output: "a" },
    ]);
  });

  it("tells what holds no text or no id, with its line, and reads on", async () => {
    const likelihoods = { ...lmEvalRow(texts[0]!, 0), resps: [[[-1.5, false]], [[-2.5, true]]] };
    const nameless = { ...lmEvalRow(texts[1]!, 1), doc: { prompt: "x" } };
    const { records, problems } = await readAll([
      "s.jsonl",
      asLines([lmEvalRow(texts[2]!, 2), likelihoods, nameless, lmEvalRow(texts[3]!, 3)]),
    ]);
    expect(records.map(({ line }) => line)).toEqual([1, 4]);
    expect(problems).toMatchObject([
      { kind: "wrong-field", line: 2, id: "w-1", field: "resps" },
      { kind: "no-id", line: 3, field: "doc.id" },
    ]);
  });

  it("is one unit of work however large, as filters are told over the whole file", async () => {
    const source = fromBlob("s.jsonl", new Blob([asLines(texts.map((text, i) => lmEvalRow(text, i)))]));
    expect(await unitsOf(wordsTrack, source, 100)).toEqual([WHOLE]);
    expect(await unitsOf(wordsTrack, fromBlob("p.jsonl", new Blob([asLines(texts)])), 100)).not.toEqual([WHOLE]);
  });
});

describe("Inspect", () => {
  it("gives the samples of an .eval file, and nothing that stands beside them", async () => {
    expect(await valuesOf("mine.eval", await asEval(texts.map((text) => inspectSample(text))))).toEqual(
      texts.map((text) => ({ ...text, sample: 0 })),
    );
  });

  it("takes epochs as samples, in a JSON log too", async () => {
    const log = { version: 2, status: "success", eval: {}, samples: [inspectSample(texts[0]!), inspectSample(texts[0]!, 2)] };
    expect(await valuesOf("log.json", JSON.stringify(log))).toEqual([0, 1].map((sample) => ({ ...texts[0], sample })));
  });

  it("reads content in parts and text that is kept as an attachment", async () => {
    const parts = {
      choices: [
        {
          message: {
            content: [
              { type: "reasoning", reasoning: "x" },
              { type: "text", text: "a" },
            ],
          },
        },
      ],
    };
    const kept = { ...inspectSample(texts[0]!), output: { choices: [], completion: "attachment://h" }, attachments: { h: "a > b" } };
    const log = {
      version: 2,
      status: "success",
      eval: {},
      samples: [
        { ...inspectSample(texts[0]!), output: parts },
        { ...kept, epoch: 2 },
      ],
    };
    expect(await valuesOf("log.json", JSON.stringify(log))).toMatchObject([{ output: "a" }, { output: "a > b" }]);
  });

  it("tells a log without samples", async () => {
    const { problems } = await readAll(["log.json", JSON.stringify({ version: 2, status: "error", eval: {} })]);
    expect(problems).toMatchObject([{ field: "samples", found: "nothing" }]);
  });
});

describe("HELM", () => {
  it("gives the completions, without perturbed instances", async () => {
    const states = texts.flatMap((text) => [helmState(text), helmState(text, 0, { name: "typos" })]);
    expect(await valuesOf("scenario_state.json", helm(states))).toEqual(texts);
  });

  it("takes trials as samples", async () => {
    const states = [helmState(texts[0]!), helmState(texts[0]!, 1)];
    expect(await valuesOf("scenario_state.json", helm(states))).toEqual([0, 1].map((sample) => ({ ...texts[0], sample })));
  });
});

/** An instance of Every Eval Ever, as its published schema has it: fields that are required, and no others than these. */
const Instance = z
  .strictObject({
    schema_version: z.string(),
    evaluation_id: z.string(),
    model_id: z.string(),
    evaluation_name: z.string(),
    evaluation_result_id: z.optional(z.string()),
    sample_id: z.string(),
    interaction_type: z.enum(["single_turn", "multi_turn", "agentic"]),
    input: z.object({ raw: z.string(), reference: z.array(z.string()) }),
    output: z.nullable(z.object({ raw: z.array(z.string()) })),
    messages: z.nullable(z.array(z.object({ turn_idx: z.int(), role: z.string(), content: z.nullable(z.string()) }))),
    answer_attribution: z.array(z.object({})),
    evaluation: z.object({ score: z.number(), is_correct: z.boolean(), num_turns: z.optional(z.int()) }),
    metadata: z.optional(z.record(z.string(), z.string())),
  })
  .check(
    z.refine(({ interaction_type, output, messages, evaluation }) =>
      interaction_type === "single_turn"
        ? output !== null && messages === null
        : output === null && messages !== null && evaluation.num_turns !== undefined,
    ),
  );

describe("Every Eval Ever", () => {
  it("gives the output of a sample once, however many results have rows of it", async () => {
    const rows = texts.flatMap((text) => [instance(text), instance(text, { evaluation_result_id: "words.f1" })]);
    expect(await valuesOf("x_samples.jsonl", asLines(rows))).toEqual(texts);
  });

  it("tells results without an id apart by their names, and keeps samples that only some results have", async () => {
    const rows = texts.map((text, i) => instance(text, { evaluation_result_id: undefined, evaluation_name: `words/${i}` }));
    const again = { ...rows[0], evaluation_name: "words" };
    expect(await valuesOf("x_samples.jsonl", asLines([...rows, again]))).toEqual(texts);
  });

  it("keeps a row that is there twice, so that the track can tell it", async () => {
    expect(await valuesOf("x_samples.jsonl", asLines([instance(texts[0]!), instance(texts[0]!)]))).toHaveLength(2);
  });

  it("takes several outputs and epochs as samples", async () => {
    const [text] = texts as [(typeof texts)[number]];
    const several = instance(text, { output: { raw: ["a > b", "a"] } });
    expect(await valuesOf("s.jsonl", asLines([several]))).toEqual([
      { id: "w-1", sample: 0, output: "a > b" },
      { id: "w-1", sample: 1, output: "a" },
    ]);
    const epochs = ["1", "2"].map((epoch) => instance(text, { metadata: { epoch } }));
    expect(epochs.map((one) => Instance.safeParse(one).success)).toEqual([true, true]);
    expect(await valuesOf("s.jsonl", asLines(epochs))).toEqual([0, 1].map((sample) => ({ ...text, sample })));
  });

  it("takes what the assistant said last in a conversation", async () => {
    const turns = [
      { turn_idx: 0, role: "user", content: "say them" },
      { turn_idx: 1, role: "assistant", content: "wait" },
      { turn_idx: 2, role: "tool", content: "f" },
      { turn_idx: 3, role: "assistant", content: "a > b" },
    ];
    const talked = { interaction_type: "agentic", output: null, messages: turns, evaluation: { score: 1, is_correct: true, num_turns: 4 } };
    const talk = instance(texts[0]!, talked);
    expect(Instance.safeParse(talk)).toMatchObject({ success: true });
    expect(await valuesOf("s.jsonl", asLines([talk]))).toEqual([texts[0]]);
  });

  it("tells what holds no text, no id, no epoch or is of another model, with its line, and reads on", async () => {
    const broken = [
      instance(texts[1]!, { output: { raw: [] } }),
      instance(texts[1]!, { sample_id: "" }),
      instance(texts[1]!, { metadata: { epoch: "0" } }),
      instance(texts[1]!, { model_id: "me/other" }),
      instance(texts[0]!, { evaluation_result_id: "words.f1", output: { raw: ["something else"] } }),
      instance(texts[2]!, { interaction_type: "agentic", output: null, messages: [{ turn_idx: 0, role: "user", content: "say them" }] }),
    ];
    const { records, problems } = await readAll(["s.jsonl", asLines([instance(texts[0]!), ...broken, instance(texts[3]!)])]);
    expect(records.map(({ line }) => line)).toEqual([1, 8]);
    expect(problems).toMatchObject([
      { kind: "wrong-field", line: 2, id: "w-2", field: "output.raw" },
      { kind: "no-id", line: 3, field: "sample_id" },
      { kind: "wrong-field", line: 4, id: "w-2", field: "metadata.epoch", found: "0" },
      { kind: "wrong-field", line: 5, id: "w-2", field: "model_id", expected: "the model of the file, me/mine", found: "me/other" },
      { kind: "wrong-field", line: 6, id: "w-1", field: "output" },
      { kind: "wrong-field", line: 7, id: "w-3", field: "messages" },
    ]);
  });
});

it.each([
  ["per_instance_stats.json", { instance_id: "w-1", train_trial_index: 0, stats: [] }, "scenario_state.json"],
  ["arena.jsonl", { benchmark_id: "words", model: "m", example_id: "w-1", pass1: 1, correct: 1, count: 1 }, "the predictions"],
  ["x.eee.json", { schema_version: "0.3.0", evaluation_id: "words", model_info: {}, evaluation_results: [] }, "_samples.jsonl"],
])("%s has figures and no predictions, and says what to give", async (name, record, fix) => {
  const { failure } = await readAll([name, JSON.stringify([record])]);
  expect(failure).toMatchObject({ kind: "figures-given", fix: expect.stringContaining(fix) });
});

describe("the same predictions in any envelope", async () => {
  const files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
    ["samples_words.jsonl", asLines(texts.map((text, i) => lmEvalRow(text, i)))],
    ["mine.eval", await asEval(texts.map((text) => inspectSample(text)))],
    ["scenario_state.json", helm(texts.map((text) => helmState(text)))],
    ["x_samples.jsonl", asLines(texts.map((text) => instance(text)))],
  ];
  it.each(files)("%s is of the track whose ids it bears", async (name, data) => {
    const { track } = await recognise([wordsTrack], [fromBlob(name, new Blob([data]))]);
    expect(track).toBe("words");
  });
});
