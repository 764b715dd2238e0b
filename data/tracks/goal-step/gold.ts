import { GroundingItem, type GroundingQuery, SourceNumber, type StepVideo } from "@stepladder/schema";
import type { Format, GatheredFormat } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import * as z from "zod/mini";
import { type Fields, fieldsOf, plainValue } from "../records.ts";
import { fault, itemId, subtaskOf } from "./items.ts";

const Described = {
  start_time: z.number("expected a time in seconds"),
  end_time: z.number("expected a time in seconds"),
  step_category: z.string("expected the name of a category"),
  step_description: z.string("expected a description"),
  // One step of the release lacks all three.
  is_continued: z.optional(z.boolean("expected true or false")),
  is_procedural: z.optional(z.boolean("expected true or false")),
  is_relevant: z.optional(z.enum(["essential", "optional", "irrelevant", "unsure"], "expected essential, optional, irrelevant or unsure")),
};
const Substep = z.object(Described, "expected a substep");
const Step = z.object({ ...Described, segments: z.optional(z.array(Substep, "expected a list of substeps")) }, "expected a step");

/** What is read of an annotated video. */
const Video = z.object({
  video_uid: z.string("expected the id of a video").check(z.regex(/^[\w-]+$/, "expected the id of a video")),
  start_time: z.number("expected a time in seconds"),
  end_time: z.number("expected a time in seconds"),
  segments: z.array(Step, "expected a list of steps"),
});

function videosOf(value: unknown): readonly unknown[] {
  const videos = fieldsOf(value)?.videos;
  return Array.isArray(videos) ? videos : [];
}

/** Annotations as released: one file per split. That of the test split lists descriptions without times. */
export const officialAnnotations: GatheredFormat<GroundingItem> = {
  id: "official-annotations",
  title: "The released annotations: goalstep_valid.json (or train), an object with videos, their steps and substeps",
  accepts({ value }) {
    const first = fieldsOf(videosOf(value)[0]);
    return first?.video_uid !== undefined && (first.segments !== undefined || first.step_segments !== undefined);
  },
  gather() {
    const bySplit = new Map<unknown, GroundingItem[]>();
    let unlabelled = 0;
    return {
      add({ value }) {
        const split = fieldsOf(value)?.split;
        const items = bySplit.get(split) ?? [];
        bySplit.set(split, items);
        for (const [v, given] of videosOf(value).entries()) {
          const video = fieldsOf(given) ?? {};
          if (video.segments === undefined && video.step_segments !== undefined) unlabelled++;
          else for (const item of itemsOf(video, `videos[${v}]`)) items.push(item);
        }
      },
      items() {
        // The release has all splits in one folder; this one is scored.
        const items = bySplit.get("val") ?? [...bySplit.values()].flat();
        if (items.length === 0 && unlabelled > 0) throw noLabels(unlabelled);
        return items;
      },
    };
  },
};

function noLabels(videos: number): RecordProblem {
  return new RecordProblem({
    kind: "no-labels",
    severity: "error",
    field: "videos[0].step_segments",
    expected: "segments with start_time and end_time",
    found: `descriptions without times: the test split, ${videos} videos`,
    fix: "give goalstep_valid.json; the labels of the test split are not released, only the challenge's server has them",
  });
}

/** What is asked of one video: each step and its substeps in the order of the starter code, then all steps at once. */
function* itemsOf(given: Fields, field: string): Generator<GroundingItem> {
  const { video_uid: video, start_time, end_time, segments } = check(Video, plainValue(given), field);
  const of = {
    video,
    // As the starter code writes it: both numbers as Python prints them, which is how they stand in the file.
    annotation: `${video}_${textOf(given.start_time)}_${textOf(given.end_time)}`,
    span: [start_time, end_time],
  };
  const queries = segments.flatMap((step, s) => [
    { ...step, level: "step" as const, field: `${field}.segments[${s}]` },
    ...(step.segments ?? []).map((part, p) => ({
      ...part,
      level: "substep" as const,
      field: `${field}.segments[${s}].segments[${p}]`,
    })),
  ]);
  const sameText = Map.groupBy(queries, (query) => query.step_description.trim());
  for (const [place, query] of queries.entries()) {
    const id = itemId(video, place);
    const text = query.step_description.trim();
    if (text === "") throw fault(id, `${query.field}.step_description`, "a description", "blanks", "say what is done");
    if (query.end_time <= query.start_time) throw backwards(id, query.field, query.start_time, query.end_time);
    const same = sameText.get(text) ?? [];
    yield {
      id,
      ...of,
      subtask: "grounding",
      query: text,
      windows: [query, ...same.filter((other) => other !== query)].map((one) => [one.start_time, one.end_time]),
      first: same[0] === query,
      level: query.level,
      continued: query.is_continued ?? false,
      procedural: query.is_procedural ?? false,
      relevance: query.is_relevant ?? "unsure",
    };
  }
  const steps = segments.map((step) => ({ segment: [step.start_time, step.end_time], label: step.step_category }));
  yield { id: itemId(video), ...of, subtask: "detection", segments: steps };
}

function textOf(number: unknown): string {
  return number instanceof SourceNumber ? number.text : String(number);
}

function backwards(id: string, field: string, start: number, end: number): RecordProblem {
  return fault(id, field, "an end after its start", `start ${start}, end ${end}`, "mend the window");
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const goldFormat: Format<GroundingItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, subtask, video, and query with windows, or segments",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && typeof fields.video === "string" && Array.isArray(fields.windows ?? fields.segments);
  },
  read({ value }) {
    const item = check(GroundingItem, plainValue(value), "");
    const asks = subtaskOf(item.id);
    if (asks !== undefined && asks !== item.subtask)
      throw fault(item.id, "subtask", asks, item.subtask, "give each item the id of what it asks");
    for (const [i, [start = 0, end = 0]] of windowsOf(item).entries())
      if (end <= start) throw backwards(item.id, item.subtask === "grounding" ? `windows[${i}]` : `segments[${i}].segment`, start, end);
    return item;
  },
};

function windowsOf(item: GroundingQuery | StepVideo): readonly (readonly number[])[] {
  return item.subtask === "grounding" ? item.windows : item.segments.map(({ segment }) => segment);
}
