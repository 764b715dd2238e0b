import { readFile } from "node:fs/promises";
import type { SeverityItem } from "@stepladder/schema";
import { zip } from "@stepladder/wasm/intake/testing.ts";
import { file, testing } from "../testing.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<SeverityItem>(track, import.meta.url);

/** The official tables of these judges in a zip of this name. */
export async function tables(name: string, judges: readonly string[] = ["ada", "ben", "cleo", "oak"]) {
  const text = (judge: string) => readFile(new URL(`fixtures/official/tables/scores_${judge}.csv`, import.meta.url), "utf8");
  const members = await Promise.all(judges.map(async (judge) => [`scores_${judge}.csv`, await text(judge)] as const));
  return file(name, await zip(Object.fromEntries(members)));
}
