import type { Constraint } from "@stepladder/schema";
import { quantitiesOf } from "@stepladder/wasm/metrics/checks/quantities.ts";
import { mentions } from "@stepladder/wasm/metrics/checks/resources.ts";
import type { Random } from "../procladder/random.ts";
import type { Source } from "./procedures.ts";

/** A procedure under way: its parts, which edits change. */
export interface Draft {
  readonly resources: readonly string[];
  readonly steps: readonly string[];
}

/** A change for the worse, and the constraint that the changed procedure breaks and the one it came from keeps. */
export interface Edited {
  readonly draft: Draft;
  readonly constraint: Constraint;
}

/** Makes such a change; `undefined` where a procedure has nothing to change so. */
export type Edit = (draft: Draft, source: Source, random: Random, others: readonly Source[]) => Edited | undefined;

function inserted(list: readonly string[], at: number, text: string): string[] {
  return [...list.slice(0, at), text, ...list.slice(at)];
}

const without = (list: readonly string[], at: number): string[] => list.filter((_, i) => i !== at);

/** Places of two different steps of the source that the draft still has, the earlier first. */
function twoPlaces({ steps }: Draft, source: Source, random: Random, apart = 1): readonly [number, number] | undefined {
  const own = source.steps.flatMap((step, i) => (steps.includes(step) ? [i] : []));
  const pairs = own.flatMap((a) => own.filter((b) => b >= a + apart).map((b) => [a, b] as const));
  return pairs.length === 0 ? undefined : random.pick(pairs);
}

/** A step of another procedure of the language is put in. */
export const foreign: Edit = (draft, source, random, others) => {
  const same = others.filter(({ lang, id }) => lang === source.lang && id !== source.id);
  if (same.length === 0) return undefined;
  const step = random.pick(random.pick(same).steps);
  const steps = inserted(draft.steps, random.between(1, draft.steps.length), step);
  return { draft: { ...draft, steps }, constraint: { kind: "forbidden", steps: [step] } };
};

/** A step is left out. */
export const missing: Edit = (draft, source, random) => {
  const own = draft.steps.filter((step) => source.steps.includes(step));
  if (own.length < 3) return undefined;
  const step = random.pick(own);
  return { draft: { ...draft, steps: without(draft.steps, draft.steps.indexOf(step)) }, constraint: { kind: "required", steps: [step] } };
};

/** Two steps change places. */
export const swapped: Edit = (draft, source, random) => {
  const places = twoPlaces(draft, source, random);
  if (places === undefined) return undefined;
  const [first, second] = places.map((place) => source.steps[place] as string) as [string, string];
  const steps = draft.steps.map((step) => (step === first ? second : step === second ? first : step));
  return { draft: { ...draft, steps }, constraint: { kind: "ordered", steps: [first, second] } };
};

/** A step is put between two that follow each other. */
export const parted: Edit = (draft, source, random) => {
  const pairs = source.steps.flatMap((step, i) => {
    const next = source.steps[i + 1];
    return next !== undefined && draft.steps.indexOf(next) === draft.steps.indexOf(step) + 1 && draft.steps.includes(step)
      ? [[step, next] as const]
      : [];
  });
  if (pairs.length === 0) return undefined;
  const [step, next] = random.pick(pairs);
  const moved = draft.steps.filter((one) => one !== step && one !== next);
  if (moved.length === 0) return undefined;
  const between = random.pick(moved);
  const rest = without(draft.steps, draft.steps.indexOf(between));
  return {
    draft: { ...draft, steps: inserted(rest, rest.indexOf(next), between) },
    constraint: { kind: "adjacent", steps: [step, next] },
  };
};

/** A step is said again later. */
export const repeated: Edit = (draft, _, random) => {
  const place = random.below(draft.steps.length);
  const steps = inserted(draft.steps, random.between(place + 1, draft.steps.length), draft.steps[place] as string);
  return { draft: { ...draft, steps }, constraint: { kind: "no-duplicates" } };
};

/** Two steps are written as one. */
export const merged: Edit = (draft, source, random) => {
  if (draft.steps.length < 3) return undefined;
  const place = random.below(draft.steps.length - 1);
  const step = `${draft.steps[place]} ${draft.steps[place + 1]}`;
  return {
    draft: { ...draft, steps: [...draft.steps.slice(0, place), step, ...draft.steps.slice(place + 2)] },
    constraint: source.lang === "en" ? { kind: "one-action" } : { kind: "step-count", exactly: source.steps.length },
  };
};

/** The quantities of a procedure are kept, and one of them is changed. */
export const changed: Edit = (draft, source, random) => {
  const places = draft.steps.flatMap((text, step) => quantitiesOf(text).map((quantity) => ({ step, ...quantity })));
  if (places.length === 0) return undefined;
  const { step, start, end } = random.pick(places);
  const text = draft.steps[step] as string;
  const other = `${random.between(13, 98)} ${random.pick(["minutes", "g", "cm"])}`;
  const steps = draft.steps.map((one, i) => (i === step ? text.slice(0, start) + other + text.slice(end) : one));
  return { draft: { ...draft, steps }, constraint: { kind: "quantities", reference: [...source.resources, ...source.steps] } };
};

const SPARE: Readonly<Record<string, readonly string[]>> = {
  de: ["Taschenrechner", "Fernglas"],
  en: ["binoculars", "a stapler", "a tambourine"],
  es: ["una calculadora", "unos prismáticos"],
  fr: ["calculatrice", "jumelles"],
  it: ["calcolatrice", "binocolo"],
};

/** A resource that nothing uses is listed. */
export const unused: Edit = (draft, source, random) => {
  const resource = random.pick(SPARE[source.lang] ?? (SPARE.en as readonly string[]));
  const resources = inserted(draft.resources, random.between(0, draft.resources.length), resource);
  return { draft: { ...draft, resources }, constraint: { kind: "resources-used" } };
};

/** A resource that steps use is left out of the list. */
export const unlisted: Edit = (draft, source, random) => {
  const mention = mentions(source.lang as Parameters<typeof mentions>[0]);
  const used = draft.resources.filter(
    (resource) => source.resources.includes(resource) && source.steps.some((step) => mention(resource, step)),
  );
  if (used.length === 0) return undefined;
  const name = random.pick(used);
  const resources = without(draft.resources, draft.resources.indexOf(name));
  return { draft: { ...draft, resources }, constraint: { kind: "resources-introduced", things: [{ name }] } };
};
