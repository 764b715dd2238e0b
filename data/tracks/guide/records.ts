import type { CaptionsItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";

const Text = z.string("expected text");

/** One task as GUIDE's README shows it; what else a record holds is passed over. */
export const GuideRecord = z.object({
  query: Text.check(z.minLength(1, "expected text that is not empty")),
  category: Text,
  guideline_steps_num: z.optional(z.int("expected a number of steps")),
  guideline_steps: z.record(z.string(), Text, "expected an object with the text of each step by its number"),
  videos: z.record(
    z.string(),
    z.object({
      specific_step: z.record(
        z.string(),
        z.object({
          title: Text,
          guideline_step: Text,
          bounds: z.array(z.number("expected a number of seconds"), "expected bounds: [start, end] in seconds").check(z.length(2)),
        }),
        "expected an object of steps by their number",
      ),
    }),
    "expected an object of videos by their id",
  ),
});
export type GuideRecord = z.infer<typeof GuideRecord>;

const SUBTASKS = { steps: "step-captioning", guideline: "guideline-summarisation", guided: "guided-captioning" } as const;
type Kind = keyof typeof SUBTASKS;

const ID = /^guide:(steps|guideline|guided):\S+$/;

/** What an item of this id asks; `undefined` for the ids of other tracks. */
export function subtaskOf(id: string): CaptionsItem["subtask"] | undefined {
  const kind = ID.exec(id)?.[1];
  return kind === undefined ? undefined : SUBTASKS[kind as Kind];
}

/** `guide:steps:<video>`, `guide:guideline:how-to-fry-an-egg`, `guide:guided:<video>`. */
export function itemId(kind: Kind, name: string): string {
  return `guide:${kind}:${kind === "guideline" ? slug(name) : name}`;
}

/** Letters and digits in lower case, with a hyphen between them. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Values by the number that is their key, in its order. */
function inOrder<Value>(of: Readonly<Record<string, Value>>): Value[] {
  return Object.entries(of)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, value]) => value);
}

/** The items of a task: for each video what it shows, then the guideline, then for each video its steps under the guideline. */
export function* itemsOf({ query, category, guideline_steps, videos }: GuideRecord): Generator<CaptionsItem> {
  const guideline = inOrder(guideline_steps).map((text) => text.trim());
  const task = { query, category };
  const shows = Object.entries(videos).map(([video, { specific_step }]) => ({ video, steps: inOrder(specific_step) }));
  for (const { video, steps } of shows) {
    if (steps.length === 0) continue;
    const own = steps.map(({ title, bounds }) => ({ caption: title.trim(), bounds: [...bounds] }));
    yield { id: itemId("steps", video), subtask: SUBTASKS.steps, ...task, videos: [video], steps: own };
  }
  const steps = guideline.map((caption) => ({ caption }));
  yield { id: itemId("guideline", query), subtask: SUBTASKS.guideline, ...task, videos: Object.keys(videos), steps };
  for (const { video, steps } of shows) {
    if (steps.length === 0) continue;
    const id = itemId("guided", video);
    const own = steps.map(({ title, guideline_step }, i) => ({
      caption: title.trim(),
      guideline_step: partOf(guideline_step, guideline, `videos.${video}.specific_step.${i}.guideline_step`, id),
    }));
    yield { id, subtask: SUBTASKS.guided, ...task, videos: [video], guideline, steps: own };
  }
}

/** Number of a step of the guideline, from 1. */
function partOf(text: string, guideline: readonly string[], field: string, id: string): number {
  const place = guideline.indexOf(text.trim());
  if (place !== -1) return place + 1;
  throw fault(id, field, "the text of a step of the guideline", shown(text), "name steps of the guideline by their text");
}

/** What is wrong with a record. */
export function fault(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}
