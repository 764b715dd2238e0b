import type { AlignmentItem } from "@stepladder/schema";
import * as z from "zod/mini";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { fault } from "../records.ts";

type Question = Pick<AlignmentItem, "id" | "goal" | "source" | "target">;

const TASK =
  "Two procedures for one goal are given as lists of actions, each action with a number. For every action of the source name the action of the target that does the same to the same things, or 0 where the target has none. Several actions of the source may go with one of the target.";
const FORM = '{"links": [[source, target], ...]}';

const Answer = z.object({ links: z.array(z.tuple([z.int(), z.int()])) });

/** Actions go by the number of their first token, which is how the track names them too. */
export default definePrompt({
  version: "1",
  about: "for every action of one procedure the action of another that corresponds to it",
  maxTokens: 4096,
  question: ({ id, goal, source, target }: AlignmentItem): Question => ({ id, goal, source, target }),
  messages: ({ goal, source, target }) => request(TASK, asObject(FORM), { goal, source: listed(source), target: listed(target) }),
  read(answer, { id, source, target }) {
    const { links } = objectIn(answer, Answer, id, FORM);
    const [from, to] = [source, target].map(({ actions }) => new Set(actions.map(({ token }) => token)));
    const stray = links.find((link) => !from?.has(link[0]) || (link[1] !== 0 && !to?.has(link[1])));
    if (stray === undefined) return { links };
    const fix = "have the model name actions by their numbers";
    throw fault(id, "output", "numbers of actions of the source and of the target", `[${stray.join(", ")}]`, fix);
  },
  examples: [
    {
      item: {
        id: "ara:tea_0+tea_1",
        goal: "tea",
        source: { name: "tea_0", actions: [{ token: 1, text: "Boil" }] },
        target: { name: "tea_1", actions: [{ token: 1, text: "Heat" }] },
        links: [[1, 1]],
      },
      texts: undefined,
    },
  ],
});

function listed({ actions }: AlignmentItem["source"]): object[] {
  return actions.map(({ token, text }) => ({ number: token, action: text }));
}
