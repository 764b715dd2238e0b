import type { ChecksItem, ChecksPrediction, Constraint, ConstraintKind } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { wordsOf } from "@stepladder/wasm/metrics/captions/vocabulary.ts";
import { languagesOf } from "@stepladder/wasm/metrics/checks/language.ts";
import { mentions as mentionsOf } from "@stepladder/wasm/metrics/checks/resources.ts";
import { type CheckedProcedure, type CheckResult, checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { readText } from "./formats.ts";
import { written } from "./written.ts";

/** What is said, as it is checked. */
export function checked({ steps, resources = [], text }: ChecksPrediction): CheckedProcedure {
  return { steps, resources, ...(text === undefined ? {} : { raw: text }) };
}

interface Parts {
  readonly steps: readonly string[];
  readonly resources: readonly string[];
}

/** A failed check, and what it may be mended by. */
interface Failed<Kind extends ConstraintKind = ConstraintKind> {
  readonly constraint: Extract<Constraint, { kind: Kind }>;
  readonly result: CheckResult;
  readonly gold: Parts;
  readonly mentions: (resource: string, text: string) => boolean;
}

type Edit<Kind extends ConstraintKind> = (own: Parts, failed: Failed<Kind>) => Parts;

/** Steps in another language are mended by gold's answer as a whole. */
const EDITS: { readonly [Kind in ConstraintKind]?: Edit<Kind> } = {
  "step-count": ({ steps, resources }, { constraint: { min = 0, max = Number.POSITIVE_INFINITY, exactly }, gold }) => {
    const rest = gold.steps.filter((step) => !steps.includes(step));
    return { resources, steps: [...steps, ...rest.slice(0, Math.max(0, (exactly ?? min) - steps.length))].slice(0, exactly ?? max) };
  },
  required: (own, { result, gold }) => withSteps(own, missingOf(result), gold),
  forbidden: ({ steps, resources }, { result: { matches = [] } }) => ({
    resources,
    steps: steps.filter((_, place) => !matches.some(({ step }) => step === place)),
  }),
  ordered: (own, { constraint, result, gold }) =>
    arranged(withSteps(own, missingOf(result), gold), saidFor(own, result, constraint.steps), false),
  adjacent: (own, { constraint, result, gold }) =>
    arranged(withSteps(own, missingOf(result), gold), saidFor(own, result, constraint.steps), true),
  precedence: (own, { constraint: { steps }, result, gold }) =>
    arranged(
      own,
      saidFor(
        own,
        result,
        steps.toSorted((a, b) => gold.steps.indexOf(a) - gold.steps.indexOf(b)),
      ),
      false,
    ),
  "resources-used": ({ steps, resources }, { constraint: { names = [] }, gold, mentions }) => {
    const listed = resources.filter((resource) => gold.resources.includes(resource));
    const unused = [...listed, ...names].filter((resource) => !steps.some((step) => mentions(resource, step)));
    const wanted = gold.steps.filter((step) => unused.some((resource) => mentions(resource, step)));
    return withSteps({ steps, resources: listed.length === 0 ? gold.resources : listed }, wanted, gold);
  },
  "one-action": ({ steps, resources }, { result: { spans }, gold }) => ({
    resources,
    steps: steps.flatMap((step, place) => (spans.some((span) => span.step === place) ? partsOf(step, gold.steps) : [step])),
  }),
  "resources-introduced": ({ steps }, { gold: { resources } }) => ({ steps, resources }),
  "no-duplicates": ({ steps, resources }, { result: { spans } }) => ({
    resources,
    steps: steps.filter((step, place) => !spans.some((span) => span.step === place) || steps.indexOf(step) === place),
  }),
  quantities: ({ steps }, { gold }) => ({ resources: gold.resources, steps: steps.map((step) => mostAlike(step, gold.steps) ?? step) }),
};

/** Wanted steps that were not found. */
function missingOf({ matches = [] }: CheckResult): string[] {
  return matches.flatMap(({ wanted, step }) => (step === undefined ? [wanted] : []));
}

/** With these steps, each behind the one that it follows in gold, or where its place in gold is. */
function withSteps({ steps, resources }: Parts, missing: readonly string[], gold: Parts): Parts {
  const full = [...steps];
  for (const wanted of missing) {
    const place = gold.steps.indexOf(wanted);
    const before = place > 0 ? full.indexOf(gold.steps[place - 1] as string) : -1;
    full.splice(before >= 0 ? before + 1 : Math.max(0, place), 0, wanted);
  }
  return { steps: full, resources };
}

/** The steps of gold of which a step has nearly all words, or the step where there are none. */
function partsOf(step: string, gold: readonly string[]): readonly string[] {
  const own = new Set(wordsOf(step));
  const parts = gold.filter((one) => {
    const words = new Set(wordsOf(one));
    return words.intersection(own).size >= 0.8 * words.size;
  });
  return parts.length === 0 ? [step] : parts;
}

/** Wanted steps as they are said: one that was matched keeps its words. */
function saidFor({ steps }: Parts, { matches = [] }: CheckResult, wanted: readonly string[]): string[] {
  return wanted.map((text) => steps[matches.find((match) => match.wanted === text)?.step ?? -1] ?? text);
}

/** The steps of an order, as far as they are there, on their places in that order, or one after the other from the first place on. */
function arranged({ steps, resources }: Parts, order: readonly string[], adjacent: boolean): Parts {
  const found = order.filter((step) => steps.includes(step));
  const places = found.map((step) => steps.indexOf(step)).sort((a, b) => a - b);
  if (!adjacent) {
    const full = [...steps];
    for (const [i, place] of places.entries()) full[place] = found[i] as string;
    return { steps: full, resources };
  }
  const rest = steps.filter((step) => !found.includes(step));
  return { steps: rest.toSpliced(places[0] ?? 0, 0, ...found), resources };
}

/** The step with the most words in common, by the Dice coefficient; `undefined` below one half. */
function mostAlike(step: string, others: readonly string[]): string | undefined {
  const own = new Set(wordsOf(step));
  const alike = (other: string): number => {
    const words = new Set(wordsOf(other));
    return (2 * words.intersection(own).size) / (words.size + own.size || 1);
  };
  const best = others.reduce((a, b) => (alike(b) > alike(a) ? b : a), "");
  return alike(best) >= 0.5 ? best : undefined;
}

/** Whether a kind is about the text of an answer and not about what it says. */
function isForm({ kind }: Constraint): boolean {
  return kind === "numbering" || kind === "json";
}

/** An answer that passes the checks of one kind: with what failed changed as gold has it, or, where no such change is enough, gold's own. */
export function mended(prediction: ChecksPrediction, item: ChecksItem, kind: ConstraintKind, kernels: Kernels): ChecksPrediction {
  const reference = readText(item.reference).prediction;
  const own = item.constraints.filter((constraint) => constraint.kind === kind);
  const passes = (one: ChecksPrediction, asked: readonly Constraint[]): boolean =>
    checkProcedure(checked(one), asked, kernels).every(({ passed }) => passed);
  const form = item.constraints.find(isForm);
  const inForm = (parts: Parts, asked: Constraint | undefined): ChecksPrediction =>
    readText(written({ ...parts, goal: item.given.goal }, asked)).prediction;
  const said: Parts = { steps: prediction.steps, resources: prediction.resources ?? [] };
  if (kind === form?.kind) {
    const answer = inForm(said, form);
    return passes(answer, own) ? answer : reference;
  }
  const gold: Parts = { steps: reference.steps, resources: reference.resources ?? [] };
  const mentionOf = mentionsOf(languagesOf(reference.steps.join("\n"))[0]);
  const mentions = (resource: string, text: string): boolean => mentionOf(resource, text) !== undefined;
  let parts = said;
  for (const constraint of own) {
    const result = checkProcedure(parts, [constraint], kernels)[0] as CheckResult;
    if (!result.passed) parts = (EDITS[kind] as Edit<ConstraintKind> | undefined)?.(parts, { constraint, result, gold, mentions }) ?? parts;
  }
  const keepsForm = form !== undefined && passes(prediction, [form]);
  const answer =
    prediction.text === undefined
      ? { steps: [...parts.steps], resources: [...parts.resources] }
      : inForm(parts, keepsForm ? form : undefined);
  return passes(answer, own) ? answer : reference;
}
