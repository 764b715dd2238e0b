import type { AlignmentItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import { asObject, definePrompt, objectIn, request } from "../prompt.ts";
import { fault } from "../records.ts";
import { isBeyond } from "./links.ts";

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
    // A link to what is no action is the track's to charge for, unless no number of the answer can be an action's.
    const tokens = [source, target].flatMap(({ actions }) => actions.map(({ token }) => token));
    if (links.length === 0 || !isBeyond(links, tokens)) return { links };
    const found = shown(links.map((link) => `[${link.join(", ")}]`).join(", "));
    const fix = "have the model name actions by their numbers";
    throw fault(id, "output", "numbers of actions of the source and of the target", found, fix);
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
