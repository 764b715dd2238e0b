import { CrosstaskItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { fieldsOf, plainNumbers } from "../records.ts";

/** Whether an item id is of this track: `crosstask:<task>_<video>`. */
export function owns(id: string): boolean {
  return /^crosstask:\d+_[\w-]+$/.test(id);
}

/** The id of a video, by the name that the official release gives its files. */
export function itemId(name: string): string {
  return `crosstask:${name}`;
}

const ANNOTATION = /(?:^|\/)annotations\/((\d+)_[\w-]+)\.csv(?:\.gz)?$/;
const TASKS = /(?:^|\/)tasks_primary\.txt(?:\.gz)?$/;
const VALIDATION = /(?:^|\/)videos_val\.csv(?:\.gz)?$/;

/** Gold as released: a table of segments for each video, the steps of the tasks, and the videos of the validation set, where given. */
export const officialRelease: GatheredFormat<CrosstaskItem> = {
  id: "official-release",
  title: "Official release: annotations/<task>_<video>.csv, tasks_primary.txt and videos_val.csv (without it: all videos)",
  accepts: ({ file }) => [ANNOTATION, TASKS, VALIDATION].some((name) => name.test(file)),
  gather: () => new ReleaseGathering(),
};

class ReleaseGathering implements Gathering<CrosstaskItem> {
  /** By `<task>_<video>`. */
  readonly #segments = new Map<string, CrosstaskItem["segments"]>();
  #steps: ReadonlyMap<string, number> | undefined;
  #validation: Set<string> | undefined;

  add({ value, file }: Raw): void {
    if (TASKS.test(file)) this.#steps = stepsOf(value);
    else if (VALIDATION.test(file)) this.#addVideo(value);
    else {
      const [, name = ""] = ANNOTATION.exec(file) ?? [];
      this.#segments.set(name, [...(this.#segments.get(name) ?? []), segmentOf(value, itemId(name))]);
    }
  }

  /** The table has no header: the first of its rows is read as one, and stands in every other. */
  #addVideo(value: unknown): void {
    const fields = fieldsOf(value) ?? {};
    this.#validation ??= new Set([nameOf(Object.keys(fields))]);
    this.#validation.add(nameOf(Object.values(fields)));
  }

  *items(): Generator<CrosstaskItem> {
    const steps = this.#steps;
    if (steps === undefined)
      throw wrong(undefined, "tasks_primary.txt", "the file with the steps of each task", "none", "give the whole release");
    for (const [name, segments] of [...this.#segments].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (this.#validation?.has(name) === false) continue;
      const [task = ""] = name.split("_", 1);
      const count = steps.get(task);
      if (count === undefined) throw wrong(itemId(name), "task", "one of tasks_primary.txt", task, "use files of one release");
      yield checked({ id: itemId(name), task, steps: count, segments });
    }
  }
}

/** How many steps each task has: blocks of id, title, address, number and names of the steps. */
function stepsOf(text: unknown): ReadonlyMap<string, number> {
  const blocks = String(text)
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .filter((block) => block.trim() !== "");
  return new Map(
    blocks.map((block) => {
      const [id = "", , , count = ""] = block.trim().split(/\r?\n/);
      if (/^\d+$/.test(id.trim()) && /^[1-9]\d*$/.test(count.trim())) return [id.trim(), Number(count)];
      throw wrong(
        undefined,
        "tasks_primary.txt",
        "an id, a title, an address, the number of steps and their names",
        shown(block),
        "use the file as released",
      );
    }),
  );
}

/** `<task>_<video>` of a row with a task, a video and its address. */
function nameOf([task, video]: readonly unknown[]): string {
  return `${task}_${video}`;
}

/** A row with the number of a step and the seconds at which it starts and ends. */
function segmentOf(row: unknown, id: string): CrosstaskItem["segments"][number] {
  const cells = Array.isArray(row) ? row : Object.values(fieldsOf(row) ?? {});
  const [step = Number.NaN, start = Number.NaN, end = Number.NaN] = cells.map(Number);
  if (cells.length === 3 && Number.isInteger(step) && Number.isFinite(start) && Number.isFinite(end)) return { step, start, end };
  throw wrong(id, "row", "the number of a step and two times in seconds", shown(cells.join(",")), "use the annotations as released");
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<CrosstaskItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one video per line with id, task, number of steps and segments",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.segments) && fields.steps !== undefined;
  },
  read: ({ value }) => checked(check(CrosstaskItem, plainNumbers(value), "")),
};

/** What a schema cannot say of a video. */
function checked(item: CrosstaskItem): CrosstaskItem {
  const { id, steps, segments } = item;
  if (segments.length === 0) throw wrong(id, "segments", "at least one segment", "none", "leave out videos that show no step");
  for (const [i, { step, start, end }] of segments.entries()) {
    const field = `segments[${i}]`;
    if (step < 1 || step > steps)
      throw wrong(id, `${field}.step`, `a step from 1 to ${steps}`, `${step}`, "number steps from 1 in the order of their task");
    if (start < 0 || end < start)
      throw wrong(id, field, "a start from 0 on and an end behind it", `${start} to ${end}`, "give times in seconds");
  }
  return item;
}

/** What is wrong with a record. */
export function wrong(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}
