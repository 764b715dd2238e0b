import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Texts = z.array(NonEmptyText, "expected a list of texts");
const Count = z.int("expected a whole number").check(z.minimum(0, "expected a whole number from 0"));

/** The most steps that a constraint may name: matching takes the square of them in time. */
const MOST_STEPS = 200;

/** Steps that a constraint names, each as it might be written: a procedure's steps are matched to them (wasm/metrics/checks/match.ts). */
const steps = (least: number) =>
  Texts.check(z.minLength(least, `expected ${least} or more steps`), z.maxLength(MOST_STEPS, `expected at most ${MOST_STEPS} steps`));

/** An object without other fields: one that is misspelt would else be passed over, and something else checked than was meant. */
function closed<Shape extends z.core.$ZodShape>(name: string, shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `expected no field ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}: the fields of ${name} are ${Object.keys(shape).join(", ")}`
        : `expected ${name}: an object with the fields ${Object.keys(shape).join(", ")}`,
  });
}

/** A constraint of one kind. Its id stands beside the result; without one the kind does. */
function constraint<Kind extends string, Shape extends z.core.$ZodShape>(kind: Kind, shape: Shape) {
  return closed(kind, { kind: z.literal(kind), id: z.optional(NonEmptyText), ...shape });
}

/** How steps may be marked in text: `1.`, `1)` or `-` before each. */
export const MARKS = ["1.", "1)", "-"] as const;

/** Languages that the check of language can tell apart, by their BCP 47 tag. */
export const CHECKED_LANGUAGES = ["de", "en", "es", "fr", "it", "nl", "pt"] as const;

const stepCount = constraint("step-count", { min: z.optional(Count), max: z.optional(Count), exactly: z.optional(Count) }).check(
  z.refine(({ min, max, exactly }) => [min, max, exactly].some((bound) => bound !== undefined), "expected min, max or exactly"),
  z.refine(
    ({ min = 0, max = Infinity, exactly }) => min <= max && (exactly === undefined || (min <= exactly && exactly <= max)),
    "expected bounds that a number of steps can keep: min up to max, and exactly between them",
  ),
);

/** A step graph: `before` has pairs of places in `steps`, from 0, the first of which comes before the second. */
const precedence = constraint("precedence", {
  steps: steps(2),
  before: z
    .array(z.array(Count).check(z.length(2, "expected [place, place]")), "expected a list of pairs of places")
    .check(z.minLength(1, "expected a pair or more")),
}).check(
  z.refine(({ steps: nodes, before }) => before.flat().every((place) => place < nodes.length), "expected places of steps, from 0"),
  z.refine(({ steps: nodes, before }) => isAcyclic(nodes.length, before), "expected an order that a procedure can have, not a circle"),
);

function isAcyclic(nodes: number, before: readonly (readonly number[])[]): boolean {
  let left = Array.from({ length: nodes }, (_, node) => node);
  for (;;) {
    const next = left.filter((node) => before.some(([from, to]) => to === node && left.includes(from as number)));
    if (next.length === left.length) return left.length === 0;
    left = next;
  }
}

const kinds = [
  stepCount,
  /** Each of these stands there. */
  constraint("required", { steps: steps(1) }),
  /** None of these stands there. */
  constraint("forbidden", { steps: steps(1) }),
  /** These stand there in this order, perhaps with others between. */
  constraint("ordered", { steps: steps(2) }),
  /** These stand there one directly after the other. */
  constraint("adjacent", { steps: steps(2) }),
  precedence,
  /** Each resource is mentioned by a step: those that the procedure lists, or these. */
  constraint("resources-used", { names: z.optional(Texts.check(z.minLength(1, "expected a name or more"))) }),
  /** Each of these that a step mentions is listed as a resource, or mentioned by no step before the one that brings it in. */
  constraint("resources-introduced", {
    things: z
      .array(closed("a thing", { name: NonEmptyText, by: z.optional(NonEmptyText) }), "expected a list of things")
      .check(z.minLength(1, "expected a thing or more")),
  }),
  constraint("no-duplicates", {}),
  constraint("one-action", {}),
  /** Resources and steps have the quantities of these texts, unit by unit, and no others. */
  constraint("quantities", { reference: Texts }),
  constraint("numbering", { mark: z.enum(MARKS, `expected one of ${MARKS.join(" ")}`) }),
  constraint("language", { lang: z.enum(CHECKED_LANGUAGES, `expected one of ${CHECKED_LANGUAGES.join(", ")}`) }),
  /** The answer is one JSON object with a list of steps, and nothing else. */
  constraint("json", {}),
] as const;

const KINDS = kinds.map(({ shape }) => shape.kind.def.values[0]);

/** One thing that a procedure must do or must not do, and no field beside those of its kind. Every check of one is deterministic. */
export const Constraint = z.discriminatedUnion("kind", kinds, {
  error: ({ code }) => (code === "invalid_union" ? `expected one of ${KINDS.join(", ")}` : "expected a constraint: an object with a kind"),
});
export type Constraint = z.infer<typeof Constraint>;
export type ConstraintKind = Constraint["kind"];

/** A file of constraints. What stands beside its list is not read. */
export const Constraints = z.object(
  { constraints: z.array(Constraint, "expected a list of constraints") },
  "expected an object with a list of constraints",
);

const Given = z.object({ goal: NonEmptyText, resources: Texts, steps: Texts });

/** One unit of gold of a track that asks for a procedure under constraints. */
export const ChecksItem = z.object({
  id: NonEmptyText,
  split: z.enum(["easy", "medium", "hard"], "expected easy, medium or hard"),
  /** Id of the procedure that it was made of: items of one procedure are no independent draws. */
  procedure: NonEmptyText,
  /** BCP 47 tag of its language. */
  lang: NonEmptyText,
  prompt: NonEmptyText,
  /** The procedure as the prompt shows it. */
  given: Given,
  constraints: z.array(Constraint, "expected a list of constraints").check(z.minLength(1, "expected a constraint or more")),
  /** An answer that passes all of them. */
  reference: NonEmptyText,
});
export type ChecksItem = z.infer<typeof ChecksItem>;

/** A procedure: its parts, and the text that they were read from where there is one, which checks of format and the loose rates read again. */
export const ChecksPrediction = z.object(
  {
    steps: z.array(z.string("expected text"), "expected a list of steps"),
    resources: z.optional(z.array(z.string("expected text"), "expected a list of resources")),
    text: z.optional(z.string("expected text")),
  },
  "expected an object with steps",
);
export type ChecksPrediction = z.infer<typeof ChecksPrediction>;
