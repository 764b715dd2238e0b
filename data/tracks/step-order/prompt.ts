import type { OrderItem } from "@stepladder/schema";
import * as z from "zod/mini";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { fault } from "../records.ts";

type Question = Pick<OrderItem, "id" | "subtask" | "steps">;

const ORDER = "Put the steps into an order in which they can be done, each once.";
const SECTION =
  "Steps of one section of a how-to article are given, shuffled and numbered from 0. Tell whether they have to be done in a certain order, or are tips or alternatives that stand side by side. Put them into the order in which they are most likely written, each once, in both cases.";
const GRAPH = `The steps of one task are given, shuffled and numbered from 0. ${ORDER}`;
const FORMS = { section: '{"ordered": true, "order": [2, 0, 1, ...]}', graph: '{"order": [2, 0, 1, ...]}' } as const;

const Section = z.object({ ordered: z.boolean(), order: z.array(z.int()) });
const Graph = z.object({ order: z.array(z.int()) });

export default definePrompt({
  version: "1",
  about: "whether steps have an order, and in which order they are done",
  maxTokens: 4096,
  withheld: ({ subtask }) => (subtask === "section" || subtask === "graph" ? undefined : "the recording, which is a video"),
  question: ({ id, subtask, steps }: OrderItem): Question => ({ id, subtask, steps }),
  messages({ subtask, steps }) {
    const [task, form] = subtask === "section" ? [SECTION, FORMS.section] : [GRAPH, FORMS.graph];
    return request(task, asObject(form), { steps: steps.map((text, step) => ({ step, text })) });
  },
  read(answer, { id, subtask, steps }) {
    const found = subtask === "section" ? objectIn(answer, Section, id, FORMS.section) : objectIn(answer, Graph, id, FORMS.graph);
    const once = new Set(found.order);
    if (once.size === found.order.length && steps.length === once.size && steps.every((_, place) => once.has(place))) return found;
    const fix = "have the model name every step once, by its number";
    throw fault(id, "output", `every number from 0 to ${steps.length - 1} once`, found.order.join(", "), fix);
  },
  examples: (["section", "graph"] as const).map((subtask) => ({
    item: { id: `so:${subtask}:tea`, subtask, task: "tea", steps: ["Take the bag out.", "Boil the water."] },
    texts: undefined,
  })),
});
