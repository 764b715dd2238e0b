import { withoutThinking } from "@stepladder/wasm/intake/extract.ts";

/** An answer drawn from what a model wrote, and the rule that found it. */
export interface Extraction {
  readonly text: string;
  readonly rule: string;
}

/** Longer texts are no answer, however they are trimmed. */
const LONGEST = 100;

/** The rules in order; the first that finds anything decides. The names stand in scorecards: do not change them. */
const RULES: readonly (readonly [rule: string, find: (text: string) => string | undefined])[] = [
  ["answer-tags", tagged],
  ["answer-line", labelled],
  ["bare", bare],
];

/** Finds the answer in a model's raw text, thinking left out. The same text gives the same answer on every host. */
export function extractAnswer(text: string): Extraction | undefined {
  const said = withoutThinking(text);
  for (const [rule, find] of RULES) {
    const found = find(said)?.trim();
    if (found !== undefined && found !== "") return { text: found, rule };
  }
  return undefined;
}

/** What stands between the last `<answer>` and the `</answer>` behind it, as ExecVerify reads answers. */
function tagged(text: string): string | undefined {
  const start = text.lastIndexOf("<answer>");
  const end = text.indexOf("</answer>", start);
  return start < 0 || end < 0 ? undefined : text.slice(start + "<answer>".length, end);
}

/** What stands behind "Answer:" on the last line that begins so, signs of Markdown aside. */
function labelled(text: string): string | undefined {
  const lines = text
    .split("\n")
    .flatMap((line) => /^[\s*_#>]{0,8}(?:the )?(?:final )?answer\s*(?:is)?[*_]{0,2}\s*:(.*)$/i.exec(line)?.[1] ?? []);
  return lines.at(-1);
}

/** The text itself, where it is nothing but an answer. */
function bare(text: string): string | undefined {
  return isAnswer(normalAnswer(text)) ? text : undefined;
}

/** Whether an answer, as it is compared, is one that a question may have. */
export function isAnswer(normal: string): boolean {
  return /^(?:-?\d+|yes|no|end)$/.test(normal);
}

/**
 * An answer as it is compared: in small letters, without the signs that models put around answers, without "line" before a number, and
 * whole numbers in their shortest form.
 */
export function normalAnswer(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return trimmed;
  const plain = trimmed
    .toLowerCase()
    .replace(/^[\s`*_"']+|[\s`*_"'.]+$/g, "")
    .replace(/^line\s+(?=\d)/, "");
  const number = /^([+-]?)0*(\d{1,15})$/.exec(plain);
  if (number === null) return plain;
  const [, sign, digits = ""] = number;
  return sign === "-" && digits !== "0" ? `-${digits}` : digits;
}
