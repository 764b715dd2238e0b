import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addPath } from "./content.ts";
import { lockFolder, namesIn } from "./lock.ts";
import { removePartials, writeWhole } from "./output.ts";
import { statusLine } from "./progress.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A run over pieces of work whose results are kept one by one, so that one that was ended goes on where it stood. */
export interface KeptRun {
  /** Folder of its results. One run at a time has it. */
  readonly out: string;
  /** Name of the folder in it that keeps what is done, such as `.align`. */
  readonly mark: string;
  /** Files and folders, below the project's root, whose content decides a result beside options and input. */
  readonly code: readonly string[];
  /** What the person chose, as far as it decides a result. Written as JSON into the key. */
  readonly options: unknown;
  /** What its pieces are called in the line of progress: `videos`. */
  readonly noun: string;
}

/** Hash of code: other code, other results. */
export async function codeHash(paths: readonly string[]): Promise<string> {
  const code = createHash("sha256");
  for (const path of paths) await addPath(code, join(ROOT, path), path);
  return code.digest("hex");
}

/**
 * Has every piece worked that no earlier run with the same code, options and input left, and hands the results over in the order of the
 * pieces. Inputs and results are JSON. What `write` gives is given back; once it has returned, results that no piece asked for are removed, and
 * what killed runs left half written.
 * Throws CommandError where the folder holds other things, and the signal's reason where it aborts.
 */
export async function keptRun<Input, Result, Written>(
  run: KeptRun,
  pieces: readonly Input[],
  work: (input: Input) => Promise<Result> | Result,
  write: (results: AsyncIterable<Result>) => Promise<Written>,
  signal: AbortSignal,
): Promise<Written> {
  const folder = join(run.out, run.mark);
  const basis = JSON.stringify([await codeHash(run.code), run.options]);
  const lock = await lockFolder(run.out, run.mark, signal);
  const line = statusLine();
  const used = new Set<string>();
  async function* results(): AsyncGenerator<Result> {
    let left = 0;
    for (const [place, input] of pieces.entries()) {
      signal.throwIfAborted();
      const key = createHash("sha256").update(basis).update(JSON.stringify(input)).digest("hex");
      used.add(`${key}.json`);
      const path = join(folder, key.slice(0, 2), `${key}.json`);
      const before = await readKept<Result>(path);
      if (before !== undefined) left++;
      const result = before ?? { result: await work(input) };
      if (before === undefined) await writeWhole(path, [`${JSON.stringify(result)}\n`]);
      line.update((seconds) => sentence(run.noun, place + 1, pieces.length, left, seconds));
      yield result.result;
    }
  }
  try {
    const written = await write(results());
    await tidy(folder, used);
    await removePartials(run.out);
    return written;
  } finally {
    line.end();
    lock.free();
  }
}

/** What an earlier run left; `undefined` where that is nothing, or not whole. */
async function readKept<Result>(path: string): Promise<{ result: Result } | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(path, "utf8"));
    return typeof kept === "object" && kept !== null && "result" in kept ? (kept as { result: Result }) : undefined;
  } catch {
    return undefined;
  }
}

async function tidy(folder: string, used: ReadonlySet<string>): Promise<void> {
  for (const inner of await namesIn(folder))
    for (const name of await readdir(join(folder, inner))) if (!used.has(name)) await rm(join(folder, inner, name));
}

function sentence(noun: string, done: number, all: number, left: number, seconds: number): string {
  const rate = (done - left) / Math.max(seconds, 0.001);
  const rest = rate > 0 ? `, ${Math.ceil((all - done) / rate)} s left` : "";
  return `${done} of ${all} ${noun}, ${left} were kept from before, ${rate.toFixed(1)} per second${rest}`;
}
