import type { ScriptItem } from "@stepladder/schema";
import * as z from "zod/mini";
import { asObject, definePrompt, type Message, objectIn, request } from "../prompt.ts";

type Question = Pick<ScriptItem, "id" | "subtask" | "library" | "prefix">;

const WAYS = "The steps of a task are given, numbered from 0. People do them in different orders, and leave some out.";
const RANKED = '{"steps": [4, 2, ...]}';
const EDGES = '{"edges": [[0, 1], [1, 3], ...]}';

const Steps = z.object({ steps: z.array(z.int()) });
const Edges = z.object({ edges: z.array(z.tuple([z.int(), z.int()])) });

function numbered(library: readonly string[]): object {
  return library.map((text, step) => ({ step, text }));
}

function messagesOf({ subtask, library, prefix }: Question): Message[] {
  if (subtask === "graph-script") {
    const task = `${WAYS} Draw the graph of all usual ways through the task: an edge from a step to one that people often do directly after it.`;
    return request(task, asObject(EDGES), { steps: numbered(library) });
  }
  if (subtask === "next-step") {
    const task = `${WAYS} Some are done, in the order in which they stand under "done". Name the steps that may come next, the likeliest first, five at most.`;
    return request(task, asObject(RANKED), { steps: numbered(library), done: prefix });
  }
  const task = `${WAYS} Some are done. Write the whole procedure: first what is done, as it stands, then the steps that complete it.`;
  const form =
    'Write the steps in one line with their texts as given, each with " <-> " behind it, and nothing else: "one step. <-> another. <-> "';
  return request(task, form, { steps: library, done: prefix.map((step) => library[step]) });
}

/** Completions are the benchmark's own text, which the track reads; the other two answers are numbers of steps. */
export default definePrompt({
  version: "1",
  about: "the steps that may come next, the steps that complete a procedure, or the graph of its ways",
  maxTokens: 4096,
  question: ({ id, subtask, library, prefix }: ScriptItem): Question => ({ id, subtask, library, prefix }),
  messages: messagesOf,
  // A number that the library does not have is the track's to charge for: it costs its place or its edge, and not the answer.
  read(answer, { id, subtask }) {
    if (subtask === "completion") return undefined;
    return subtask === "graph-script" ? objectIn(answer, Edges, id, EDGES) : objectIn(answer, Steps, id, RANKED);
  },
  examples: (["next-step", "completion", "graph-script"] as const).map((subtask) => ({
    item: {
      id: { "next-step": "gs:t00:next:0", completion: "gs:t00:complete:0", "graph-script": "gs:t00:graph" }[subtask],
      subtask,
      task: "t00",
      library: ["fill the kettle.", "boil the water.", "pour the water."],
      prefix: subtask === "graph-script" ? [] : [0],
      observed: [[1]],
    },
    texts: undefined,
  })),
});
