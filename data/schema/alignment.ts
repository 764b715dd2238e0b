import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const TOKEN = "expected the number of a token, from 1 on";
const Token = z.int(TOKEN).check(z.minimum(1, TOKEN));
const Named = z.int("expected the number of a token");

/** A procedure as the list of its actions. */
const Actions = z.object(
  {
    name: NonEmptyText,
    /** In the order of the text: the number of an action's first token, and its words. */
    actions: z.array(z.object({ token: Token, text: NonEmptyText }), "expected a list of actions"),
  },
  "expected an object with name and actions",
);

/** Two procedures for one goal, and which of their actions correspond. */
export const AlignmentItem = z.object({
  id: NonEmptyText,
  /** The goal of both. */
  goal: NonEmptyText,
  source: Actions,
  target: Actions,
  /** Tokens of an action of the source and of one of the target, 0 where it has no counterpart; nothing is known of what has no link. */
  links: z.array(
    z.array(Named, "expected a pair of tokens").check(z.length(2, "expected a pair of tokens: source, target")),
    "expected a list of pairs [source, target]",
  ),
});
export type AlignmentItem = z.infer<typeof AlignmentItem>;

/** Links between actions, each by the number of its first token; a target of 0 says that the source's action has no counterpart. */
export const AlignmentPrediction = z.object(
  {
    links: z.array(
      z.array(Named, "expected a pair of tokens").check(z.length(2, "expected a pair of tokens: source, target")),
      "expected a list of pairs [source, target]",
    ),
  },
  "expected an object with links",
);
export type AlignmentPrediction = z.infer<typeof AlignmentPrediction>;
