import { type Part, partOf, readLabels } from "./extract-labels.ts";
import { lastLiteral } from "./last-literal.ts";
import { wholeLiteral } from "./literal.ts";

/** A prediction of the states family. */
export interface StatesPrediction {
  readonly intermediate: unknown[];
  readonly final: unknown;
}

/** A prediction drawn from what a model wrote, and the rule that found it. */
export interface Extraction {
  readonly prediction: StatesPrediction;
  readonly rule: string;
}

/** The rules in order; the first that finds a final state decides. The names stand in scorecards: do not change them. */
const RULES: readonly (readonly [rule: string, find: (text: string) => StatesPrediction | undefined])[] = [
  ["fenced-json", lastFenced],
  ["json", (text) => lastLiteral(text, "json", predictionIn)],
  ["python-literal", (text) => lastLiteral(text, "python", predictionIn)],
  ["labelled", labelled],
];

/** Finds intermediate states and final state in a model's raw text, thinking left out. The same text gives the same result on every host. */
export function extractStates(text: string): Extraction | undefined {
  const said = withoutThinking(text);
  for (const [rule, find] of RULES) {
    const prediction = find(said);
    if (prediction !== undefined) return { prediction, rule };
  }
  return undefined;
}

/** What stands outside `<think>`; the opening tag may be in the prompt, and the closing one missing where the model ran out. */
export function withoutThinking(text: string): string {
  let kept = "";
  let depth = 0;
  let from = 0;
  for (const tag of text.matchAll(/<(\/?)think(?:ing)?>/gi)) {
    const closing = tag[1] === "/";
    if (!closing && depth === 0) kept += text.slice(from, tag.index);
    if (closing && depth === 0) kept = "";
    depth = Math.max(0, depth + (closing ? -1 : 1));
    from = tag.index + tag[0].length;
  }
  return depth > 0 ? kept : kept + text.slice(from);
}

const FENCE = /^[ \t]*(?:```|~~~)/;

/** The last fenced block that is such an object; the last fence may be left open. */
function lastFenced(text: string): StatesPrediction | undefined {
  let found: StatesPrediction | undefined;
  let start: number | undefined;
  let offset = 0;
  for (const line of `${text}\n\`\`\``.split("\n")) {
    if (FENCE.test(line)) {
      if (start !== undefined) found = fenced(text.slice(start, Math.max(start, offset - 1))) ?? found;
      start = start === undefined ? offset + line.length + 1 : undefined;
    }
    offset += line.length + 1;
  }
  return found;
}

function fenced(block: string): StatesPrediction | undefined {
  return predictionIn(wholeLiteral(block.trim(), ["json"])?.value);
}

/** The object itself, else the last one in it. Depth is bounded by the reader. */
function predictionIn(value: unknown): StatesPrediction | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const own = Array.isArray(value) ? undefined : toPrediction(value as Record<string, unknown>);
  if (own !== undefined) return own;
  let found: StatesPrediction | undefined;
  for (const inner of Object.values(value)) found = predictionIn(inner) ?? found;
  return found;
}

function toPrediction(record: Record<string, unknown>): StatesPrediction | undefined {
  const parts: Partial<Record<Part, unknown>> = {};
  for (const [key, value] of Object.entries(record)) {
    const part = partOf(key.replace(/([a-z])([A-Z])/g, "$1_$2"));
    if (part !== undefined) parts[part] ??= value;
  }
  return finished(parts);
}

function labelled(text: string): StatesPrediction | undefined {
  const parts = readLabels(text);
  const { intermediate } = parts;
  return finished(intermediate === undefined || Array.isArray(intermediate) ? parts : { ...parts, intermediate: [intermediate] });
}

function finished({ intermediate, final }: Partial<Record<Part, unknown>>): StatesPrediction | undefined {
  if (final === undefined) return undefined;
  if (intermediate === undefined || intermediate === null) return { intermediate: [], final };
  return Array.isArray(intermediate) ? { intermediate, final } : undefined;
}
