import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../core/errors.ts";
import { type Noise, narrated } from "./noise.ts";
import type { GoldVideo } from "./video.ts";

interface Database {
  readonly database: Readonly<
    Record<
      string,
      { subset: string; recipe_type: string; annotations: readonly { segment: readonly [number, number]; sentence: string }[] }
    >
  >;
}

/** The validation videos of YouCook2 with narrations that are made of their sentences: each is a step, and its video the only one that has it. */
export function youcook2Set(data: string, noise: Noise, seed: number): GoldVideo[] {
  const path = join(data, "youcook2/yc2_annotations_trainval.json");
  if (!existsSync(path)) throw new CommandError(`${path}: expected the annotations of YouCook2, found nothing there`);
  const { database } = JSON.parse(readFileSync(path, "utf8")) as Database;
  const videos = Object.entries(database).filter(([, { subset }]) => subset === "validation");
  return videos.map(([id, { recipe_type: group, annotations }], stream) => {
    const steps = annotations.map(({ sentence }) => sentence);
    const segments = annotations.map(({ segment: [start, end] }, step) => ({ step, start, end }));
    return { id, group, steps, segments, sentences: narrated({ steps, segments }, noise, seed, stream), paths: [] };
  });
}
