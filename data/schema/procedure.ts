import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Count = z.int("expected a whole number").check(z.minimum(0, "expected a whole number from 0"));

/** The fourteen topics of How2Bench, by the id that addresses and files use. */
export const TOPICS = {
  "art-design": "Art & Design",
  "crime-law": "Crime & Law",
  "education-jobs": "Education & Jobs",
  "electronics-hardware": "Electronics & Hardware",
  "fashion-beauty": "Fashion & Beauty",
  "food-dining": "Food & Dining",
  health: "Health",
  "home-hobbies": "Home & Hobbies",
  industrial: "Industrial",
  religion: "Religion",
  "science-technology": "Science, Math & Technology",
  "sports-fitness": "Sports & Fitness",
  transportation: "Transportation",
  "travel-tourism": "Travel & Tourism",
} as const;
export type Topic = keyof typeof TOPICS;
export const Topic = z.enum(Object.keys(TOPICS) as [Topic, ...Topic[]], "expected the id of one of How2Bench's topics");

/** Something that a procedure uses. */
export const Resource = z.object({
  /** As it is written, amount and all: `2 cups of flour`. */
  text: NonEmptyText,
  /** Whether it is used up (an ingredient, a part) or used (a tool); absent where the source does not tell. */
  kind: z.optional(z.enum(["supply", "tool"], "expected supply or tool")),
});
export type Resource = z.infer<typeof Resource>;

/** One step. Where a source gives it a title of its own, `title` has that and `text` does not repeat it. */
export const ProcedureStep = z.object({
  text: NonEmptyText,
  title: z.optional(NonEmptyText),
  /** Place of its section in the procedure's `sections`. */
  section: z.optional(Count),
});
export type ProcedureStep = z.infer<typeof ProcedureStep>;

/** How something is done: a goal, what is needed, and steps in order. */
export const Procedure = z.object({
  id: NonEmptyText,
  goal: NonEmptyText,
  /** BCP 47 tag of its language, such as `en` or `pt-BR`. */
  lang: NonEmptyText,
  topic: z.optional(Topic),
  resources: z.array(Resource, "expected a list of resources"),
  /** Titles of its parts, in order. */
  sections: z.optional(z.array(NonEmptyText, "expected a list of titles")),
  steps: z.array(ProcedureStep, "expected a list of steps"),
});
export type Procedure = z.infer<typeof Procedure>;

/** Where a mined procedure was found. */
export const ProcedureSource = z.object({
  /** Address of the page, where it has one. */
  url: z.optional(NonEmptyText),
  /** Its file below the input, or its record in an archive (`crawl.warc.gz#12345`, byte offset of the record). */
  file: z.optional(NonEmptyText),
  title: z.optional(Text),
  /** sha256 of the page's bytes as they were read. */
  sha256: NonEmptyText,
});
export type ProcedureSource = z.infer<typeof ProcedureSource>;

/** A procedure that was mined: what it says, and where each part of it comes from. */
export const MinedProcedure = z.extend(Procedure, {
  source: ProcedureSource,
  /** Id of the miner that found it. */
  miner: NonEmptyText,
  /** How sure the miner is, 0 to 1; 1 for what is marked up as a procedure. */
  score: z.number("expected a number").check(z.minimum(0), z.maximum(1)),
  /** CSS selector of the element that holds it, or a JSON pointer into structured data (`script[3]#/recipeInstructions`). */
  pointer: NonEmptyText,
  steps: z.array(z.extend(ProcedureStep, { pointer: NonEmptyText }), "expected a list of steps"),
  /** Stages that looked at it after it was mined, in order, and what each of them says: a quality score, a rewritten step. */
  stages: z.optional(z.array(z.object({ stage: NonEmptyText, note: z.optional(Text) }))),
});
export type MinedProcedure = z.infer<typeof MinedProcedure>;

/** The text of a page on which no procedure was found by structure, for a stage that reads it. */
export const Unmined = z.object({
  id: NonEmptyText,
  /** BCP 47 tag; `und` where it is not known. */
  lang: NonEmptyText,
  source: ProcedureSource,
  /** As people see it, a line for each block. */
  text: Text,
});
export type Unmined = z.infer<typeof Unmined>;

/** A procedure that a filter dropped: kept apart, for inspection. */
export const DroppedProcedure = z.object({
  /** Id of the filter. */
  filter: NonEmptyText,
  /** Kebab-case reason, which reports count by. */
  reason: NonEmptyText,
  /** What exactly was found, for a person: the repeated phrase, the twin's id. */
  detail: z.optional(Text),
  procedure: MinedProcedure,
});
export type DroppedProcedure = z.infer<typeof DroppedProcedure>;
