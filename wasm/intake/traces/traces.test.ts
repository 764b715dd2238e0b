import { describe, expect, it } from "vitest";
import type { LabelsPanel } from "../../host/panels.ts";
import { fromBlob } from "../source.ts";
import { gzip, zip } from "../testing.ts";
import { readTraces } from "./read.ts";
import type { Trace } from "./traces.ts";

const question = { role: "user", content: "Is the shop open on Monday?" };
const call = { id: "c1", type: "function", function: { name: "opening_hours", arguments: '{"day": "Monday"}' } };
const messages = [
  { role: "system", content: "Answer from the tools." },
  question,
  { role: "assistant", content: null, tool_calls: [call] },
  { role: "tool", tool_call_id: "c1", name: "opening_hours", content: "9 to 5" },
  { role: "assistant", content: [{ type: "text", text: "Yes, 9 to 5." }] },
];
const roles = ["system", "user", "assistant", "tool opening_hours", "assistant"];

const read = (name: string, data: unknown) =>
  readTraces(
    fromBlob(
      name,
      new Blob([data instanceof Uint8Array ? (data as Uint8Array<ArrayBuffer>) : typeof data === "string" ? data : JSON.stringify(data)]),
    ),
  );
const stepsOf = (trace: Trace | undefined) => ((trace as Trace).view.panels[0] as LabelsPanel).steps;

const sample = {
  id: "hours",
  epoch: 2,
  input: "Is the shop open?",
  target: "yes",
  scores: { match: { value: "C" } },
  messages: [
    { role: "user", content: "attachment://0123456789abcdef0123456789abcdef", source: "input" },
    {
      role: "assistant",
      content: [
        { type: "reasoning", reasoning: "I must look." },
        { type: "text", text: "I look it up." },
      ],
      tool_calls: [{ id: "c", function: "bash", arguments: { cmd: "cat hours" } }],
    },
    { role: "tool", function: "bash", content: "", error: { type: "timeout", message: "took too long" } },
  ],
  attachments: { "0123456789abcdef0123456789abcdef": "A very long question" },
};

describe("readTraces", () => {
  it("reads a list of messages as one trace, with calls as code writes them", async () => {
    const [trace, ...more] = await read("run.json", messages);
    expect(more).toEqual([]);
    expect(trace).toMatchObject({ id: "run.json", view: { title: "Is the shop open on Monday?" } });
    expect(stepsOf(trace).map(({ role }) => role)).toEqual(roles);
    expect(stepsOf(trace)[2]?.text).toBe('[calls] opening_hours({"day": "Monday"})');
    expect(stepsOf(trace)[4]?.text).toBe("Yes, 9 to 5.");
  });

  it("reads messages line by line, packed or not", async () => {
    const lines = messages.map((message) => JSON.stringify(message)).join("\n");
    expect(stepsOf((await read("run.jsonl", lines))[0])).toHaveLength(5);
    expect(stepsOf((await read("run.jsonl.gz", await gzip(lines)))[0])).toHaveLength(5);
  });

  it("reads conversations, each under its name or its place", async () => {
    const lines = [{ messages, task_id: "t-1" }, { messages }, { trajectory: messages, task_id: "t-1" }, { other: true }];
    const traces = await read("runs.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(traces.map(({ id }) => id)).toEqual(["t-1", "runs.jsonl, 2", "t-1 (2)"]);
  });

  it("reads a log of Inspect as JSON, with targets, scores, thoughts, errors and attachments", async () => {
    const [trace, ...more] = await read("log.json", { version: 2, status: "success", eval: { task: "shop" }, samples: [sample] });
    expect(more).toEqual([]);
    expect(trace?.id).toBe("hours, epoch 2");
    expect(trace?.view.facts).toEqual([
      { name: "Target", value: "yes" },
      { name: "Score of match", value: "C" },
    ]);
    expect(stepsOf(trace)).toEqual([
      { role: "user", text: "A very long question" },
      { role: "assistant", text: '[thinks] I must look.\nI look it up.\n[calls] bash({"cmd":"cat hours"})' },
      { role: "tool bash", text: "[error] took too long" },
    ]);
  });

  it("reads the samples of an .eval file, and nothing beside them", async () => {
    const file = await zip({
      "header.json": JSON.stringify({ eval: {} }),
      "_journal/summaries/1.json": JSON.stringify([{ id: "hours", epoch: 1, messages }]),
      "samples/hours_epoch_1.json": JSON.stringify({ ...sample, epoch: 1 }),
      "samples/hours_epoch_2.json": JSON.stringify(sample),
    });
    expect((await read("2026.eval", file)).map(({ id }) => id)).toEqual(["hours, epoch 1", "hours, epoch 2"]);
  });

  it("finds none in predictions, gold, tables and pictures", async () => {
    const others = [
      '{"id": "i", "prediction": 1}\n',
      "id,said\na,b\n",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]),
      "",
      '{"messages": []}',
    ];
    for (const other of others) expect(await read("other.json", other)).toEqual([]);
  });

  it("takes hostile messages for text, and says what it cannot show", async () => {
    const odd = [
      { role: "user", content: "<img src=x onerror=alert(1)>" },
      { role: "constructor", content: [{ type: "image", image: "data:" }, 7, null] },
      { role: "assistant", tool_calls: [null, { function: {} }] },
      { role: "assistant", content: "" },
    ];
    const [trace] = await read("odd.json", odd);
    expect(stepsOf(trace).map(({ text }) => text)).toEqual([
      "<img src=x onerror=alert(1)>",
      "[image]\n[a part of no known kind]\n[a part of no known kind]",
      "[calls] a tool without a name({})\n[calls] a tool without a name({})",
      "(says nothing)",
    ]);
  });
});
