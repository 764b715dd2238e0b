import type { AlignmentPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { AlignmentContext } from "./formats.ts";

type AlignmentDiagnose = Diagnose<AlignmentPrediction, AlignmentContext>;

/** Readings of numbers that are no tokens of their side; of these the one that mends best is told. */
const group = "numbers";

const turned: AlignmentDiagnose = {
  id: "turned-around",
  group,
  title: "The links point from the target to the source",
  explanation: "The first number of a link is a token of the source, the longer procedure; here the second fits there.",
  fix: "write each link as [source, target]",
  mend: ({ links }) => ({ links: links.map(([source, target]) => [target as number, source as number]) }),
};

function renumbered(
  id: string,
  title: string,
  explanation: string,
  token: (side: readonly number[], number: number) => number,
): AlignmentDiagnose {
  return {
    id,
    group,
    title,
    explanation,
    fix: "name an action by the number of its first token, counted from 1",
    mend: ({ links }, { source, target }) => ({
      links: links.map(([from, to]) => [token(source, from as number), token(target, to as number)]),
    }),
  };
}

/** The token of an action that there is not. */
const NONE = -1;

export const diagnoses: readonly AlignmentDiagnose[] = [
  turned,
  renumbered(
    "actions-from-one",
    "The numbers are those of actions, from 1",
    "An action is named by its place among the actions.",
    (side, number) => (number === 0 ? 0 : (side[number - 1] ?? NONE)),
  ),
  renumbered(
    "actions-from-zero",
    "The numbers are those of actions, from 0",
    "An action is named by its place among the actions, and the first has number 0.",
    (side, number) => side[number] ?? NONE,
  ),
  renumbered(
    "tokens-from-zero",
    "The tokens are numbered from 0",
    "Every number is one too low: the first token has number 1.",
    (_, number) => number + 1,
  ),
];
