import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Narration } from "@stepladder/schema";
import { describe } from "@stepladder/wasm/host/problems.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { CommandError } from "../core/errors.ts";
import { filesBelow } from "../core/inputs.ts";
import { recordsIn } from "../core/procedures.ts";
import { typedPath } from "../core/typed.ts";
import { mayBeCaptions } from "./name.ts";
import { narrate } from "./narrate.ts";

/** The file of narrations in the folder of a run of `stepladder captions`. */
export const NARRATIONS = "narrations.jsonl";

/**
 * Narrations of a `.jsonl` of one on each line, of the folder of a run, of a file of captions, or of all files of captions below a folder in
 * the order of their paths. Throws CommandError at the first that cannot be used, and where an id comes twice, and the signal's reason.
 */
export async function* readNarrations(path: string, signal: AbortSignal): AsyncGenerator<Narration> {
  const ids = new Set<string>();
  for await (const narration of narrationsOf(path, signal)) {
    if (ids.has(narration.id))
      throw new CommandError(
        `${path}: expected one narration for each id, found ${narration.id} again; let "stepladder captions" choose among them`,
      );
    ids.add(narration.id);
    yield narration;
  }
}

async function* narrationsOf(path: string, signal: AbortSignal): AsyncGenerator<Narration> {
  const stats = await typedPath(path, "narrations, or a file or folder of captions");
  if (!stats.isDirectory()) {
    if (/\.jsonl$/i.test(path)) yield* recordsIn(path, (value) => check(Narration, value, ""));
    else yield await narrationOf({ place: path, name: basename(path), size: Number(stats.size) }, signal);
    return;
  }
  const lines = join(path, NARRATIONS);
  if (await stat(lines).catch(() => undefined)) yield* narrationsOf(lines, signal);
  else for await (const file of filesBelow(path, "")) if (mayBeCaptions(file.name)) yield await narrationOf(file, signal);
}

async function narrationOf(file: { place: string; name: string; size: number }, signal: AbortSignal): Promise<Narration> {
  const read = await narrate(file, {}, signal);
  if ("narration" in read) return read.narration;
  throw new CommandError(describe(read));
}
