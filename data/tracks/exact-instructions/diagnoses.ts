import type { ExactPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";

type ExactDiagnose = Diagnose<ExactPrediction, null>;

/** A mistake that leaves the right answer in the text: `pattern` captures what is left. */
function around(told: Omit<ExactDiagnose, "mend">, pattern: RegExp): ExactDiagnose {
  return {
    ...told,
    mend: ({ text }) => {
      const inner = pattern.exec(text)?.[1];
      return inner === undefined ? undefined : { text: inner };
    },
  };
}

export const diagnoses: readonly ExactDiagnose[] = [
  around(
    {
      id: "thinking",
      title: "The answers begin with thinking",
      explanation: "What stands up to </think> is part of the text, and the text has to be the answer alone.",
      fix: "write what stands behind </think>",
    },
    /<\/think(?:ing)?>([\s\S]*)$/i,
  ),
  around(
    {
      id: "code-block",
      title: "The answers stand in code blocks",
      explanation: "The prompts ask for the answer without a code block around it.",
      fix: "tell the model again, or write what stands inside; that is another system then",
    },
    /^\s*```[^\n]*\n([\s\S]*?)\n?```\s*$/,
  ),
  around(
    {
      id: "quoted",
      title: "The answers stand in quotation marks",
      explanation: "The prompts ask for the answer without quotation marks around it.",
      fix: "write the text itself and not a literal of it",
    },
    /^\s*"([^"]*)"\s*$/,
  ),
  around(
    {
      id: "introduced",
      title: "The answers begin with a line of introduction",
      explanation: "The first line ends in a colon, and what follows fits better alone.",
      fix: "tell the model again, or write what stands behind; that is another system then",
    },
    /^[^\n]*:[ \t]*\n([\s\S]+)$/,
  ),
];
