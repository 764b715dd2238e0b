import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GroundedSegment } from "@stepladder/schema";
import { pathOf } from "../../aligners/learnt.ts";
import { CommandError } from "../../core/errors.ts";
import { type Noise, narrated } from "./noise.ts";
import type { GoldVideo } from "./video.ts";

/** A video of CrossTask: its steps in words, and where people found them. */
export interface CrosstaskVideo {
  /** `<task>_<video>`. */
  readonly name: string;
  readonly task: string;
  readonly goal: string;
  readonly steps: readonly string[];
  /** By start; steps from 0. */
  readonly segments: readonly GroundedSegment[];
  /** Whether it is one of the 360 of the validation list, which alone are evaluated. */
  readonly evaluated: boolean;
}

/** All annotated videos of the release, by name. Throws CommandError where it is not there. */
export function crosstaskVideos(data: string): CrosstaskVideo[] {
  const release = join(data, "crosstask/crosstask_release");
  if (!existsSync(release))
    throw new CommandError(
      `${release}: expected the release of CrossTask, found nothing there; say where official data is by STEPLADDER_DATA`,
    );
  const read = (name: string): string => readFileSync(join(release, name), "utf8");
  const tasks = new Map(
    read("tasks_primary.txt")
      .trim()
      .split(/\n\s*\n/)
      .map(taskOf),
  );
  const validation = new Set(
    read("videos_val.csv")
      .trim()
      .split("\n")
      .map((line) => line.trim().split(",").slice(0, 2).join("_")),
  );
  const names = readdirSync(join(release, "annotations"))
    .filter((name) => name.endsWith(".csv"))
    .map((name) => name.slice(0, -4))
    .sort();
  return names.map((name) => {
    const id = name.slice(0, name.indexOf("_"));
    const task = tasks.get(id);
    if (task === undefined) throw new CommandError(`${release}: expected task ${id} in tasks_primary.txt, found none`);
    return { name, task: id, ...task, segments: segmentsOf(read(`annotations/${name}.csv`)), evaluated: validation.has(name) };
  });
}

function taskOf(block: string): [string, { goal: string; steps: string[] }] {
  const [id = "", goal = "", , , steps = ""] = block.split("\n").map((line) => line.trim());
  return [id, { goal, steps: steps.split(",") }];
}

function segmentsOf(table: string): GroundedSegment[] {
  const rows = table
    .trim()
    .split("\n")
    .map((line) => line.split(",").map(Number) as [number, number, number]);
  return rows.map(([step, start, end]) => ({ step: step - 1, start, end })).sort((a, b) => a.start - b.start || a.step - b.step);
}

/** The evaluated videos with a narration that is made; the paths are those of the videos of the task that are not evaluated. */
export function crosstaskSet(videos: readonly CrosstaskVideo[], noise: Noise, seed: number, evaluated = true): GoldVideo[] {
  const paths = Map.groupBy(
    videos.filter((video) => !video.evaluated),
    ({ task }) => task,
  );
  return videos.flatMap((video, stream) => {
    if (video.evaluated !== evaluated) return [];
    const { name, task, steps, segments } = video;
    const others = (paths.get(task) ?? []).map((other) => pathOf(other.segments));
    return [{ id: `crosstask:${name}`, group: task, steps, segments, sentences: narrated(video, noise, seed, stream), paths: others }];
  });
}
