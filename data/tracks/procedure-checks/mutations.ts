import type { Constraint, ConstraintKind } from "@stepladder/schema";
import { quantitiesOf } from "@stepladder/wasm/metrics/checks/quantities.ts";
import { mentions } from "@stepladder/wasm/metrics/checks/resources.ts";
import type { CheckedProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { Random } from "../procladder/random.ts";
import type { Source } from "./procedures.ts";

/** What a good procedure is checked by: constraints that are made of the procedure itself, and must all pass. */
export function ownConstraints({ resources, steps, lang }: Source): Constraint[] {
  const all: Constraint[] = [
    { kind: "step-count", exactly: steps.length },
    { kind: "required", steps: [...steps] },
    { kind: "ordered", steps: [...steps] },
    { kind: "adjacent", steps: [...steps] },
    { kind: "precedence", steps: [...steps], before: steps.slice(1).map((_, i) => [i, i + 1]) },
    { kind: "resources-introduced", things: resources.map((name) => ({ name })) },
    { kind: "no-duplicates" },
    { kind: "quantities", reference: [...resources, ...steps] },
    { kind: "language", lang } as Constraint,
    { kind: "json" },
    { kind: "resources-used" },
  ];
  return resources.length === 0 ? all.filter(({ kind }) => !kind.startsWith("resources")) : all;
}

/** A procedure with one mistake in it, and the check that should tell. */
export interface Mutation {
  readonly procedure: CheckedProcedure;
  readonly caughtBy: ConstraintKind;
  /** What was done, for a person. */
  readonly what: string;
}

type Mutate = (source: Source, random: Random) => Mutation | undefined;

const drop: Mutate = ({ resources, steps }, random) => {
  const at = random.below(steps.length);
  return { procedure: { resources, steps: steps.filter((_, i) => i !== at) }, caughtBy: "required", what: `dropped "${steps[at]}"` };
};

const swap: Mutate = ({ resources, steps }, random) => {
  const [a = 0, b = 0] = random.sample(
    steps.map((_, i) => i),
    2,
  );
  const swapped = steps.map((step, i) => (i === a ? steps[b] : i === b ? steps[a] : step) as string);
  return { procedure: { resources, steps: swapped }, caughtBy: "precedence", what: `swapped steps ${a + 1} and ${b + 1}` };
};

/** Said again as it stands, without its last mark, in capitals, or with a word more, each as often. */
const AGAIN: readonly ((step: string) => string)[] = [
  (step) => step,
  (step) => step.replace(/\p{P}$/u, ""),
  (step) => step.toUpperCase(),
  (step) => `${step} OK`,
];

const duplicate: Mutate = ({ resources, steps }, random) => {
  const at = random.below(steps.length);
  const again = random.pick(AGAIN)(steps[at] as string);
  const place = random.between(0, steps.length);
  const duplicated = [...steps.slice(0, place), again, ...steps.slice(place)];
  return { procedure: { resources, steps: duplicated }, caughtBy: "no-duplicates", what: `said "${again}" again` };
};

const rename: Mutate = ({ resources, steps, lang }, random) => {
  const mention = mentions(lang as Parameters<typeof mentions>[0]);
  const used = resources.filter((resource) => steps.some((step) => mention(resource, step)));
  if (used.length === 0) return undefined;
  const resource = random.pick(used);
  const found = steps.flatMap((step) => {
    const at = mention(resource, step);
    return at === undefined ? [] : [step.slice(at.start, at.end).toLowerCase()];
  });
  const word = found[0] as string;
  // Its other forms too, such as a plural: what begins alike up to the last two letters.
  const beginning = word.slice(0, Math.max(3, word.length - 2));
  const isForm = (own: string): boolean => own.toLowerCase().startsWith(beginning) && own.length <= word.length + 2;
  const renamed = steps.map((step) => step.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (own) => (isForm(own) ? "quibber" : own)));
  return { procedure: { resources, steps: renamed }, caughtBy: "resources-used", what: `called "${word}" of "${resource}" quibber` };
};

const UNITS = ["g", "kg", "ml", "cm", "minutes", "hours", "days", "°C", "cups", "%"];

const changeUnit: Mutate = ({ resources, steps }, random) => {
  const texts = [...resources, ...steps];
  const places = texts.flatMap((text, i) =>
    quantitiesOf(text).flatMap(({ key, start, end }) => (/\s/.test(key) ? [{ i, key, start, end }] : [])),
  );
  if (places.length === 0) return undefined;
  const { i, key, start, end } = random.pick(places);
  const [number = ""] = key.split(" ");
  const unit = random.pick(UNITS.filter((one) => quantitiesOf(`${number} ${one}`)[0]?.key !== key));
  const text = texts[i] as string;
  const changed = texts.map((one, j) => (j === i ? `${text.slice(0, start)}${number} ${unit}${text.slice(end)}` : one));
  return {
    procedure: { resources: changed.slice(0, resources.length), steps: changed.slice(resources.length) },
    caughtBy: "quantities",
    what: `"${key}" became "${number} ${unit}"`,
  };
};

/** The kinds of mistakes. */
export const MUTATIONS = { drop, swap, duplicate, rename, "unit change": changeUnit } as const satisfies Record<string, Mutate>;
export type MutationKind = keyof typeof MUTATIONS;

/** `count` mistakes of a seed, kind by kind in turn, each in a procedure drawn from those that have what it takes. */
export function* mutations(
  sources: readonly Source[],
  seed: number,
  count: number,
): Generator<{ readonly kind: MutationKind; readonly source: Source; readonly mutation: Mutation }> {
  const kinds = Object.keys(MUTATIONS) as MutationKind[];
  for (let index = 0; index < count; index++) {
    const random = new Random(seed, index);
    const kind = kinds[index % kinds.length] as MutationKind;
    for (;;) {
      const source = random.pick(sources);
      const mutation = MUTATIONS[kind](source, random);
      if (mutation === undefined) continue;
      yield { kind, source, mutation };
      break;
    }
  }
}
