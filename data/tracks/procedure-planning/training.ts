import type { CrosstaskItem, FileRecord } from "@stepladder/schema";
import { officialRelease } from "../crosstask/gold.ts";
import { fieldsOf } from "../records.ts";

/** Actions done in a row in a training video. */
export interface Done {
  readonly task: string;
  readonly actions: readonly number[];
}

const TASKS = /(?:^|\/)tasks_primary\.txt$/;
const VIDEOS = /(?:^|\/)annotations\/[^/]+\.csv$/;

/**
 * Plans of `length` actions in the videos of the training list, from records of the list and of CrossTask's release. They are cut as the
 * released test cases are: every run of so many actions in the order of the annotation, and where a video has fewer its first is repeated.
 */
export function trainingPlans(records: readonly FileRecord[], length: number): Done[] {
  const numbers = actionNumbers(String(records.find(({ file }) => TASKS.test(file))?.value ?? ""));
  const videos = videosOf(records);
  return records.flatMap(({ value }) => {
    const { vid, task } = fieldsOf(value) ?? {};
    const video = videos.get(`crosstask:${task}_${vid}`);
    if (video === undefined) return [];
    const actions = video.segments.map(({ step }) => numbers.get(video.task)?.[step - 1] as number);
    const filled = [...Array<number>(Math.max(0, length - actions.length)).fill(actions[0] as number), ...actions];
    return filled.slice(length - 1).map((_, start) => ({ task: video.task, actions: filled.slice(start, start + length) }));
  });
}

function videosOf(records: readonly FileRecord[]): ReadonlyMap<string, CrosstaskItem> {
  const release = officialRelease.gather();
  for (const record of records) if (TASKS.test(record.file) || VIDEOS.test(record.file)) release.add(record);
  return new Map([...release.items()].map((item) => [item.id, item]));
}

/** The numbers of each task's steps, as PDPP counts them: over all tasks in their order, a step of the same name once. */
export function actionNumbers(tasks: string): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const blocks = tasks.split(/\r?\n\s*\r?\n/).map((block) => block.trim().split(/\r?\n/));
  return new Map(
    blocks.flatMap(([id, , , , steps]) => (id === undefined || steps === undefined ? [] : [[id, steps.split(",").map(numberOf)]])),
  );
}
