import type { Baseline, ExactItem, ExactPrediction } from "@stepladder/schema";

/** Answers without any understanding, and right ones as people and programs spoil them. */
export const baselines: readonly Baseline<ExactItem, ExactPrediction>[] = [
  {
    id: "empty",
    title: "Empty answer",
    about: "Answers with an empty text.",
    fit: () => () => ({ text: "" }),
  },
  {
    id: "echo",
    title: "Echo",
    about: "Answers with the prompt.",
    fit:
      () =>
      ({ prompt }) => ({ text: prompt }),
  },
  {
    id: "second-line",
    title: "Second line of the prompt",
    about: "Answers with the second line of the prompt, where what is to be worked on mostly begins.",
    fit:
      () =>
      ({ prompt }) => ({ text: prompt.split("\n")[1] ?? "" }),
  },
  {
    id: "introduced",
    title: "Right, introduced",
    about: "Is told the right answer, and puts a line of introduction before it: what an exact match takes for wrong.",
    fit:
      () =>
      ({ expected }) => ({ text: `Sure! Here is the answer:\n${expected}` }),
  },
  {
    id: "line-break",
    title: "Right, with a line break behind",
    about: "Is told the right answer, and ends it with a line break, as most programs do.",
    fit:
      () =>
      ({ expected }) => ({ text: `${expected}\n` }),
  },
];
