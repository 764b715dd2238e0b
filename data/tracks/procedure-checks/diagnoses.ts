import type { ChecksPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { readText } from "./formats.ts";

type ChecksDiagnose = Diagnose<ChecksPrediction, null>;

/** The prediction of another text, where it is another. */
function again({ text }: ChecksPrediction, change: (text: string) => string): ChecksPrediction | undefined {
  if (text === undefined) return undefined;
  const mended = change(text).trim();
  return mended === text.trim() || mended === "" ? undefined : readText(mended).prediction;
}

const fenced: ChecksDiagnose = {
  id: "fenced",
  title: "The answer stands in a fence",
  explanation: "The whole answer stands between lines of three backticks, which are text around a JSON object.",
  fix: "write the answer without the fence",
  mend: (prediction) => again(prediction, (text) => text.replace(/^\s*(?:```|~~~)[^\n]*\n([\s\S]*?)\n\s*(?:```|~~~)\s*$/, "$1")),
};

const chat: ChecksDiagnose = {
  id: "chat-around",
  title: "The answer begins with a line of chat",
  explanation: 'The first line, such as "Sure, here it is:", is no part of the procedure.',
  fix: "leave out what is no part of the procedure",
  mend: (prediction) =>
    again(prediction, (text) => text.replace(/^\s*(?:sure|certainly|of course|here(?:'s| is| are)|okay|ok)\b[^\n]*\n/i, "")),
};

/** `1. `, `2) `, `Step 3: ` before a step. */
const NUMBER = /^\s*(?:(?:step\s+)?\d{1,3}\s*[.):]\s+|[-*•]\s+)/i;

const numbered: ChecksDiagnose = {
  id: "numbers-in-steps",
  title: "Steps of a list begin with their number",
  explanation: 'A step of a list begins with "1. " or "- ", which is read as a word or a quantity of it.',
  fix: "leave marks out of lists: a step's number is its place",
  mend({ text, steps, ...rest }) {
    const mended = steps.map((step) => step.replace(NUMBER, ""));
    return text !== undefined || mended.every((step, i) => step === steps[i]) ? undefined : { ...rest, steps: mended };
  },
};

export const diagnoses: readonly ChecksDiagnose[] = [fenced, chat, numbered];
