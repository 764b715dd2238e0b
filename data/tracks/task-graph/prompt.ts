import type { TaskGraphItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { fault } from "../records.ts";

const TASK =
  "The steps of a task are given in no order, each with its key; START and END stand for its beginning and its end. Tell which steps directly need which others done before them. A step that needs none needs START; END needs the steps that no other step needs. Name no edge that follows from others: where b needs a and c needs b, the edge from a to c is left out. Every step is in at least one edge.";
const FORM = '{"edges": [["key of a step", "key of a step that directly needs it"], ...]}';

const Answer = z.object({ edges: z.array(z.tuple([z.union([z.string(), z.int()]), z.union([z.string(), z.int()])])) });

interface Question {
  readonly id: string;
  /** In the order of the texts: keys as they stand in gold's files may follow the order of the task. */
  readonly steps: readonly { readonly key: string; readonly text: string }[];
}

/** Keys that tell nothing: places in the order of the texts, as `s1`, `s2`. */
function question({ id, steps }: TaskGraphItem): Question {
  const inOrder = Object.entries(steps).sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { id, steps: inOrder.map(([key, text]) => ({ key, text })) };
}

export default definePrompt({
  version: "1",
  about: "which steps of a task directly need which others done before them",
  maxTokens: 4096,
  question,
  messages: ({ steps }) => request(TASK, asObject(FORM), { steps: steps.map(({ text }, place) => ({ key: nameOf(place), text })) }),
  read(answer, { id, steps }) {
    const keys = new Map(steps.map(({ key }, place) => [nameOf(place), key]));
    const { edges } = objectIn(answer, Answer, id, FORM);
    const names = edges.flat();
    if (names.length > 0 && names.every((name) => !keys.has(`${name}`))) {
      const fix = "have the model name steps by their keys";
      throw fault(id, "output", `keys from ${nameOf(0)} to ${nameOf(steps.length - 1)}`, shown(names.join(", ")), fix);
    }
    // Gold's own keys were not told: a name that happens to be one of them is as strange as any other, and costs its edge.
    return { edges: edges.map((edge) => edge.map((name) => keys.get(`${name}`) ?? `no step ${name}`)) };
  },
  examples: [
    {
      item: { id: "cc4d:tea", steps: { 0: "START", 1: "Pour the water", 2: "Boil the water", 3: "END" }, edges: [["2", "1"]] },
      texts: undefined,
    },
  ],
});

function nameOf(place: number): string {
  return `s${place + 1}`;
}
