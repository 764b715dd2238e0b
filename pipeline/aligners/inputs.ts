import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Narration, Procedure } from "@stepladder/schema";
import { mayBeCaptions } from "../captions/name.ts";
import { NARRATIONS, readNarrations } from "../captions/read.ts";
import { CommandError } from "../core/errors.ts";
import { filesBelow } from "../core/inputs.ts";
import { testProcedures } from "../core/procedures.ts";
import { typedPath } from "../core/typed.ts";

const ARTICLES = "articles, one in JSON on each line, or a folder with procedures.jsonl";

/** Reads the articles and narrations of a run. Throws CommandError where one is none, also where the two seem swapped. */
export async function readInputs(
  articles: string,
  captions: string,
  signal: AbortSignal,
): Promise<{ procedures: Procedure[]; narrations: Narration[] }> {
  await expectArticles(articles);
  const procedures = await testProcedures(articles);
  if (procedures.length === 0) throw new CommandError(`${articles}: expected ${ARTICLES}, found none; give at least one`);
  const narrations = await Array.fromAsync(readNarrations(captions, signal));
  if (narrations.length > 0) return { procedures, narrations };
  throw new CommandError(
    `${captions}: expected narrations, or files of captions, found none; give .jsonl, .vtt, .srt, .ttml, .json3, .srv3, .json or .csv files`,
  );
}

async function expectArticles(path: string): Promise<void> {
  const isFolder = (await typedPath(path, ARTICLES)).isDirectory();
  if (isFolder && (await isThere(join(path, "procedures.jsonl")))) return;
  if (isFolder ? await holdsCaptions(path) : isCaptions(basename(path)))
    throw new CommandError(`${path}: expected ${ARTICLES}, found captions; articles come first and captions second: swap the two`);
  if (isFolder) throw new CommandError(`${path}: expected ${ARTICLES}, found a folder without it; check the path`);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function holdsCaptions(folder: string): Promise<boolean> {
  for await (const { name } of filesBelow(folder, "")) if (isCaptions(basename(name))) return true;
  return false;
}

/** Whether a name is one of captions and of nothing else: `.json` may be an article. */
function isCaptions(name: string): boolean {
  return name === NARRATIONS || (mayBeCaptions(name) && !/\.json$/i.test(name));
}
