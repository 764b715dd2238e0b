import type { ExactItem, ExactPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import { defineInsight } from "../define.ts";

/** The ways in which an answer is wrong, from the slightest on: the first that it is in is its kind. */
const WAYS: readonly (Pick<FailureKind<never, never>, "id" | "title" | "explains"> & { is(text: string, expected: string): boolean })[] = [
  {
    id: "whitespace",
    title: "Other whitespace",
    explains: "The text is right but for its whitespace, which the strict measure looks at; mended, it is the expected one.",
    is: (text, expected) => plain(text) === plain(expected),
  },
  {
    id: "empty",
    title: "No text",
    explains: "Nothing is answered; mended, it is what is expected.",
    is: (text) => plain(text) === "",
  },
  {
    id: "case",
    title: "Other capitals",
    explains: "The text is right but for capital and small letters; mended, it is the expected one.",
    is: (text, expected) => plain(text).toLowerCase() === plain(expected).toLowerCase(),
  },
  {
    id: "around",
    title: "Text around the answer",
    explains: "The expected text stands there with other text around it; mended, it stands alone.",
    is: (text, expected) => plain(text).includes(plain(expected)),
  },
  {
    id: "cut-short",
    title: "A part of the answer",
    explains: "What is said is only a part of the expected text; mended, it is the whole.",
    is: (text, expected) => plain(expected).includes(plain(text)),
  },
  {
    id: "other-text",
    title: "Another text",
    explains: "The expected text does not stand there; mended, it does.",
    is: () => true,
  },
];

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export default defineInsight<ExactItem, ExactPrediction>({
  view({ category, prompt, expected }, predicted) {
    return {
      title: prompt.trim().split("\n", 1)[0] || category,
      texts: [{ title: "Prompt", text: prompt }],
      facts: [{ name: "Category", value: category }],
      panels: [
        {
          kind: "text",
          title: "Line by line",
          reference: expected.split("\n"),
          ...(predicted === undefined ? {} : { generated: predicted.text.split("\n") }),
        },
      ],
    };
  },
  failures: WAYS.map(({ is: _, ...words }, way) => ({
    ...words,
    find({ text }, { category, expected }) {
      if (text === expected || WAYS.findIndex(({ is }) => is(text, expected)) !== way) return undefined;
      return { mended: { text: expected }, count: 1, details: [category] };
    },
  })),
});
