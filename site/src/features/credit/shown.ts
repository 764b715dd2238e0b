import type { Credit, Method } from "@stepladder/wasm/credit/contract.ts";

/** A method without what computes it: pages are given these, and only what must compute loads the rest. */
export type ToldMethod = Pick<Method, "id" | "name" | "source" | "reads" | "settings">;

/** Credit as plain data, which a page can hold as JSON. */
export interface PlainCredit {
  /** As `Credit` has them; `null` where the method gives a step none. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly marks: readonly (readonly [step: number, mark: string])[];
  readonly facts: readonly { readonly name: string; readonly value: number }[];
}

/** Credit of methods by their id. */
export type Credits = Readonly<Record<string, PlainCredit | undefined>>;

export function plainCredit({ values, marks = new Map(), facts = [] }: Credit): PlainCredit {
  return { values: values.map((own) => Array.from(own, (value) => (Number.isFinite(value) ? value : null))), marks: [...marks], facts };
}

/** What must stand beside a method's name: a formula that its paper or code does not have is not the paper's. */
export function sourceNote(source: Method["source"]): string | undefined {
  return source === "our reading" ? "our reading" : source === "secondary" ? "as quoted by others" : undefined;
}

/** A method's name as plain text, with where it is from where that must be said. */
export function nameOf({ name, source }: Pick<Method, "name" | "source">): string {
  const note = sourceNote(source);
  return note === undefined ? name : `${name} (${note})`;
}

/** Values of all settings of a method: those given, else as its paper or code has them. */
export function valuesOf({ settings }: Pick<Method, "settings">, given: Readonly<Record<string, number>> = {}): Record<string, number> {
  return Object.fromEntries(settings.map(({ id, value }) => [id, given[id] ?? value]));
}

/** 0.3333 -> "0.333", -1 -> "−1.000". */
export function formatCredit(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const text = Math.abs(value).toFixed(3);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A number that somebody chose, without the noise of doubles. */
export function formatNumber(value: number): string {
  return String(Number(value.toFixed(6))).replace("-", "−");
}

/** The credit that is farthest from 0, which bars are drawn by; 1 where there is none. */
export function scaleOf({ values }: PlainCredit): number {
  return values.flat().reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0) || 1;
}

/** Where a bar begins and how long it is, around a zero in the middle of `width`. */
export function barOf(value: number, scale: number, width: number): { readonly x: number; readonly length: number } {
  const length = (Math.abs(value) / scale) * (width / 2);
  return { x: value < 0 ? width / 2 - length : width / 2, length };
}

/** Credit of each step: in the given trajectory, or of those that are not on it in the first that goes through. */
export function creditOfSteps({ values }: PlainCredit, trajectories: readonly (readonly number[])[], chosen: number): (number | null)[] {
  const all: (number | null)[] = [];
  const put = (trajectory: number): void => {
    for (const [place, step] of (trajectories[trajectory] ?? []).entries()) all[step] = values[trajectory]?.[place] ?? null;
  };
  // The earlier ones and then the chosen one last, for they overwrite.
  for (let trajectory = trajectories.length - 1; trajectory >= 0; trajectory--) put(trajectory);
  put(chosen);
  return all;
}

/** More steps than these are counted, not named. */
const MOST_NAMED = 4;

/** Which of a trajectory's steps each method gives the most, in one sentence. */
export function answerOf(
  trajectories: readonly (readonly number[])[],
  at: number,
  methods: readonly ToldMethod[],
  credits: Credits,
): string {
  const steps = trajectories[at] ?? [];
  const told = methods.flatMap((method) => {
    const values = credits[method.id]?.values[at];
    return values === undefined ? [] : [`${mostOf(values, steps)} by ${nameOf(method)}`];
  });
  if (methods.length === 0) return "Choose a method to see what it gives.";
  if (told.length === 0) return "Not computed yet.";
  return `Of trajectory ${at + 1}, the most credit goes to ${told.join("; to ")}.`;
}

function mostOf(values: readonly (number | null)[], steps: readonly number[]): string {
  const known = values.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  if (known.length === 0) return "no step";
  const most = formatCredit(Math.max(...known.map(({ value }) => value)));
  // What is printed alike is not told apart.
  const names = known.filter(({ value }) => formatCredit(value) === most).map(({ place }) => String((steps[place] as number) + 1));
  if (names.length === values.length && names.length > 1) return `all steps alike (${most})`;
  if (names.length > MOST_NAMED) return `${names.length} steps alike (${most})`;
  return `${names.length === 1 ? `step ${names[0]}` : `steps ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`} (${most})`;
}
