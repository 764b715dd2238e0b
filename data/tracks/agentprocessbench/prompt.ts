import type { LabelsItem } from "@stepladder/schema";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";
import { asObject, definePrompt, type Material, objectIn, request } from "../prompt.ts";
import { type Fields, fault, fieldsOf } from "../records.ts";
import { trajectoryOf } from "./trajectories.ts";

const TASK =
  "The messages of an agent's run are given, numbered from 0: what it was told, what it said and called, and what its tools gave back. Judge every message of the assistant as a step, given all messages before it. 1: it is right and brings the task forward. 0: it does no harm and brings nothing forward, such as a first look that may or may not help. -1: it is wrong or harmful: it misreads, invents, breaks a rule it was given, calls the wrong tool or the right one wrongly, or carries an earlier error on.";
const FORM = '{"labels": {"2": 1, "4": -1, ...}}';

const Answer = z.object({ labels: z.record(z.string(), z.literal([-1, 0, 1])) });

/** Messages as a judge may see them: what the run was scored by is not among these fields. */
interface Shown {
  readonly message: number;
  readonly role: unknown;
  readonly name?: unknown;
  readonly content: unknown;
  readonly calls?: unknown;
}

interface Question {
  readonly id: string;
  readonly messages: readonly Shown[];
}

const SHOWN = { role: "role", name: "name", content: "content", tool_calls: "calls" } as const;

const trajectories: Material<readonly Shown[]> = {
  title: "the official trajectories, data/AgentProcessBench/<set>.jsonl",
  *read({ value, file }) {
    const fields = fieldsOf(value);
    if (!Array.isArray(fields?.messages)) return;
    const id = idOf(fields, file);
    if (id !== undefined) yield [id, fields.messages.map((message, place) => shownOf(fieldsOf(message) ?? {}, place))];
  },
};

function idOf(fields: Fields, file: string): string | undefined {
  try {
    return trajectoryOf(fields, file).id;
  } catch (error) {
    // Gold's reader tells what is wrong with the record.
    if (error instanceof RecordProblem) return undefined;
    throw error;
  }
}

function shownOf(message: Fields, place: number): Shown {
  const own = Object.entries(SHOWN).flatMap(([field, name]) => (message[field] === undefined ? [] : [[name, message[field]]]));
  return { message: place, role: undefined, content: "", ...Object.fromEntries(own) };
}

function stepsIn(messages: readonly Shown[]): string[] {
  return messages.filter(({ role }) => role === "assistant").map(({ message }) => `${message}`);
}

export default definePrompt({
  version: "1",
  about: "a label of every step of an agent's trajectory: correct, neutral or incorrect",
  maxTokens: 8192,
  material: trajectories,
  question: ({ id }: LabelsItem, messages: readonly Shown[]): Question => ({ id, messages }),
  messages: ({ messages }) =>
    request(TASK, `The steps are the messages ${stepsIn(messages).join(", ")}. ${asObject(FORM)}, with each of these numbers.`, messages),
  read(answer, { id, messages }) {
    const { labels } = objectIn(answer, Answer, id, FORM);
    const steps = stepsIn(messages);
    if (steps.every((step) => labels[step] !== undefined)) return { labels: Object.fromEntries(steps.map((step) => [step, labels[step]])) };
    const fix = "have the model label every message of the assistant";
    throw fault(id, "output", `labels of the messages ${steps.join(", ")}`, `those of ${Object.keys(labels).join(", ")}`, fix);
  },
  examples: [
    {
      item: { id: "hotpotqa:0:0", dataset: "hotpotqa", question: "hotpotqa:0", labels: { "1": 1, "3": -1 }, final: -1 },
      texts: [
        { message: 0, role: "user", content: "Which river does the old bridge cross?" },
        { message: 1, role: "assistant", content: "", calls: [{ name: "search", arguments: '{"query": "old bridge"}' }] },
        { message: 2, role: "tool", name: "search", content: "The bridge stands at a ford of the Rill." },
        { message: 3, role: "assistant", content: "It crosses the Rhine." },
      ],
    },
  ],
});
