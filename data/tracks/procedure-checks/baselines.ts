import type { Baseline, ChecksItem, ChecksPrediction } from "@stepladder/schema";
import { readText } from "./formats.ts";
import { written } from "./written.ts";

type ChecksBaseline = Baseline<ChecksItem, ChecksPrediction>;

function said(text: string): ChecksPrediction {
  return readText(text).prediction;
}

/** A procedure in the form that the item asks for. */
function inForm({ given, constraints }: ChecksItem, steps: readonly string[]): ChecksPrediction {
  return said(
    written(
      { ...given, steps },
      constraints.find(({ kind }) => kind === "numbering" || kind === "json"),
    ),
  );
}

export const baselines: readonly ChecksBaseline[] = [
  {
    id: "reference",
    title: "Reference answer (upper bound)",
    about: "Gold's own answer to each item, which shows that all constraints of an item can be kept at once. No system.",
    fit: () => (item) => said(item.reference),
  },
  {
    id: "source-in-form",
    title: "Source in the form asked for",
    about:
      "The procedure that the prompt shows, unchanged but for its form: numbering or JSON, whichever the item asks for. It reads the constraints.",
    fit: () => (item) => inForm(item, item.given.steps),
  },
  {
    id: "source",
    title: "Source unchanged",
    about: "The procedure as the prompt shows it.",
    fit: () => (item) => said(written(item.given, undefined)),
  },
  {
    id: "reversed",
    title: "Source reversed",
    about: "The steps that the prompt shows, last one first, in the form that the item asks for.",
    fit: () => (item) => inForm(item, item.given.steps.toReversed()),
  },
  {
    id: "prompt",
    title: "Prompt echoed",
    about: "The whole prompt, constraints and all.",
    fit: () => (item) => said(item.prompt),
  },
  {
    id: "empty",
    title: "Empty",
    about: "No steps.",
    fit: () => () => ({ steps: [] }),
  },
];
