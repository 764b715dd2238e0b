import type { Step } from "@stepladder/wasm/credit/contract.ts";

/** What a step holds as a number. */
export type NumberField = "score" | "accuracy" | "confidence" | "prior" | "tokens" | "visits" | "outcome";

/** Which numbers a field takes, and how it is called. */
export interface FieldInfo {
  readonly title: string;
  readonly about: string;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

const share = (title: string, about: string): FieldInfo => ({ title, about, low: 0, high: 1, whole: false });
const MOST = 1_000_000_000;

/** Every number of a step, in the order in which it is edited, told and put into an address. */
export const FIELDS: Readonly<Record<NumberField, FieldInfo>> = {
  score: share("Score", "what a judge or a process reward model gives it"),
  accuracy: share("Accuracy", "share of the answers probed after it that are right"),
  confidence: share("Confidence", "how sure the model is of the answer that it would give after it"),
  prior: share("Prior", "probability that the policy gives it among its siblings"),
  tokens: { title: "Tokens", about: "generated for it", low: 1, high: MOST, whole: true },
  visits: { title: "Visits", about: "how often a search came through it", low: 0, high: MOST, whole: true },
  outcome: share("Outcome", "how right the trajectory is that ends here"),
};

export const NUMBER_FIELDS = Object.keys(FIELDS) as readonly NumberField[];

/** More steps than these are no tree that anybody reads here. */
export const MOST_STEPS = 500;
/** Letters of a step, and of the question. */
export const LONGEST_TEXT = 300;

/** A step that somebody adds, before it is edited. */
export const NEW_STEP: Step = {
  text: "New step",
  tokens: 20,
  score: 0.5,
  accuracy: 0.5,
  confidence: 0.5,
  executed: true,
  prior: 0.5,
  visits: 0,
};

/** What a number has to be, in words: "a number from 0 to 1". */
export function expectedOf(field: NumberField): string {
  const { low, high, whole } = FIELDS[field];
  const kind = whole ? "a whole number" : "a number";
  return high === MOST ? `${kind}, ${low} or more` : `${kind} from ${low} to ${high}`;
}

/** Whether a field takes a value. */
export function isFor(field: NumberField, value: unknown): value is number {
  const { low, high, whole } = FIELDS[field];
  return typeof value === "number" && value >= low && value <= high && (!whole || Number.isInteger(value));
}
