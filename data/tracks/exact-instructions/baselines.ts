import type { Baseline, ExactItem, ExactPrediction } from "@stepladder/schema";

/** Answers without any understanding. */
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
];
