import type { ExactPrediction, TraceItem } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import { defineInsight } from "../define.ts";
import { isAnswer, normalAnswer } from "./answers.ts";

/** The ways in which an answer is wrong: the first that it is in is its kind. */
const WAYS: readonly (Pick<FailureKind<never, never>, "id" | "title" | "explains"> & { is(answer: string, item: TraceItem): boolean })[] = [
  {
    id: "no-answer",
    title: "No answer of the asked form",
    explains: "The answer is neither a whole number nor yes, no or end; mended, it is the right one.",
    is: (answer) => !isAnswer(answer),
  },
  {
    id: "goes-on-below",
    title: "The line below",
    explains: "The next line is said to be the one below, where the run goes elsewhere; mended, it is the line that is executed.",
    is: (answer, { kind, question }) => kind === "next" && Number(answer) === Number(/line (\d+)/.exec(question)?.[1]) + 1,
  },
  {
    id: "off-by-one",
    title: "Off by one",
    explains: "A number is one too high or one too low, as where a last look at a loop's condition is not counted; mended, it is right.",
    is: (answer, { expected }) => Math.abs(Number(answer) - Number(expected)) === 1,
  },
  {
    id: "wrong-branch",
    title: "A wrong word about a line",
    explains: "A line that is executed is said not to be, or the other way round; mended, it is told as it is.",
    is: (_, { kind }) => kind === "covered",
  },
  {
    id: "other-number",
    title: "Another number",
    explains: "The number is off by more than one, or the run is said to end where it does not; mended, it is right.",
    is: () => true,
  },
];

/** The answer as it is compared, and whether it is right. */
function answerOf(predicted: ExactPrediction | undefined, expected: string): { predicted?: string[]; same?: boolean[] } {
  if (predicted === undefined) return {};
  const answer = normalAnswer(predicted.text);
  return { predicted: [answer], same: [answer === expected] };
}

export default defineInsight<TraceItem, ExactPrediction>({
  view({ run, kind, split, program, question, length, expected }, predicted) {
    return {
      title: question,
      texts: [{ title: "Program", text: program }],
      facts: [
        { name: "Run", value: run },
        { name: "Question", value: kind },
        { name: "Split", value: split },
        { name: "Lines executed", value: String(length) },
      ],
      panels: [{ kind: "states", title: "Answer", gold: [expected], ...answerOf(predicted, expected) }],
    };
  },
  failures: WAYS.map(({ is: _, ...words }, way) => ({
    ...words,
    find({ text }, item) {
      const answer = normalAnswer(text);
      if (answer === item.expected || WAYS.findIndex(({ is }) => is(answer, item)) !== way) return undefined;
      return { mended: { text: item.expected }, count: 1, details: [item.kind] };
    },
  })),
});
