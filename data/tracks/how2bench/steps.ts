import { pySplit, pySplitLines, pyStr, pyStrip } from "@stepladder/wasm/lib/python.ts";
import type { Given } from "@stepladder/wasm/metrics/judgments/measure.ts";

/** Steps drawn from a model's text, and how: from lines that begin with a number, or, where none does, from all lines. */
export interface Extracted {
  readonly steps: readonly string[];
  readonly rule: "numbered-lines" | "all-lines";
}

/**
 * The steps of a completion as generate.py draws them (`_extract_steps_from_text`), quirks included: a number in the text that begins a
 * line is taken for the step's own, and lines without one are lost where any other has one.
 */
export function extractSteps(completion: string): Extracted {
  const lines = pySplitLines(answerOf(pyStrip(completion)))
    .map(pyStrip)
    .filter(Boolean);
  const numbered = lines.map(unnumbered).filter(Boolean);
  return numbered.length > 0 ? { steps: numbered, rule: "numbered-lines" } : { steps: lines, rule: "all-lines" };
}

/** What follows the model's thoughts, and of that what it marks as its answer. */
function answerOf(text: string): string {
  const said = pyStrip(text.split("</think>").at(-1) ?? "");
  const start = said.indexOf("<answer>");
  if (start === -1 || !said.includes("</answer>")) return said;
  return pyStrip(said.slice(start + "<answer>".length).split("</answer>", 1)[0] ?? "");
}

/** What a stripped line says behind its number and at most one mark; empty where it begins with none. Digits are those of Python's `re`. */
function unnumbered(line: string): string {
  const [number = ""] = /^\p{Nd}+/u.exec(line) ?? [];
  const rest = pyStrip(line.slice(number.length));
  if (number === "") return "";
  return /^[).:-]/.test(rest) ? pyStrip(rest.slice(1)) : rest;
}

/** A list of steps as the official code reads one: as text, stripped, empty ones left out; anything else is no steps. */
export function officialSteps(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((step) => step !== null)
    .map((step) => pyStrip(pyStr(step)))
    .filter(Boolean);
}

/** Steps as they are measured: tokens stand between blanks, and n-grams run on from step to step (appendix D.3). */
export function given(steps: readonly string[]): Given {
  return { texts: steps, runs: [steps.flatMap(pySplit)] };
}
