import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod/mini";

const folder = new URL("written/", import.meta.url);

const Key = z.string().check(z.minLength(1));
const PerMille = z.int().check(z.minimum(0), z.maximum(1000));

/** A task as it is meant: its graph, and how people go through it. All chances are in a thousand. */
export const WrittenGraph = z.strictObject({
  /** The name of its file. */
  id: Key,
  goal: Key,
  about: Key,
  /** How many paths are drawn. */
  paths: z.int().check(z.minimum(1)),
  /** What goes wrong in looking on: a step is overlooked, two steps in a row are told the wrong way round. */
  slips: z.strictObject({ overlooked: PerMille, swapped: PerMille }),
  /** `needs` are keys of steps that must be done before, if they are done at all; `skipped` is how often a step is left out on purpose. */
  steps: z.array(z.strictObject({ key: Key, text: Key, needs: z.array(Key), skipped: z.optional(PerMille) })),
  /** Of these ways a path takes one, as often as their weights say. */
  ways: z.array(z.strictObject({ ways: z.array(z.array(Key)), weights: z.array(z.int()) })),
  /** Steps that are gone through again, in their order, once the last is done; `chance` each time, twice at most. */
  again: z.array(z.strictObject({ steps: z.array(Key), chance: PerMille })),
});
export type WrittenGraph = z.infer<typeof WrittenGraph>;

/** The tasks written for this repository, in the order of their ids. */
export function writtenGraphs(): WrittenGraph[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => WrittenGraph.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))));
}
