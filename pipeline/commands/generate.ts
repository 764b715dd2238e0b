import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { pathToWrite, wholeNumber } from "../core/arguments.ts";
import { sha256Of } from "../core/content.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { WholeFiles } from "../core/output.ts";
import { loadTrack, trackModule } from "../core/tracks.ts";
import { needed } from "../model/options.ts";

/** What `generate.ts` of a generated track exports as default. */
export interface Generator {
  /** Gold, one item per line. */
  lines(options: GeneratorOptions): Iterable<string>;
  /** The same items without their answers. */
  questions(options: GeneratorOptions): Iterable<string>;
}

interface GeneratorOptions {
  readonly items: number;
  readonly seed: number;
  readonly name?: string;
}

interface Options {
  readonly items?: number;
  readonly seed?: number;
  readonly name?: string;
  readonly out?: string;
}

const GOLD = "items.jsonl";
const QUESTIONS = "questions.jsonl";
const FILES = [GOLD, QUESTIONS] as const;
type File = (typeof FILES)[number];

/** `stepladder generate`: gold from a seed. */
export function generateCommand(program: Command): void {
  program
    .command("generate")
    .description("make gold from a seed; the same bytes everywhere")
    .argument("<track>", "id of a generated track")
    .option("--items <number>", "how many items (needed)", itemCount)
    .option("--seed <number>", "which ones (needed)", wholeNumber)
    .option("--name <name>", "stands in the ids in place of the seed, for a private set")
    .option(
      "--out <folder>",
      "where to write items.jsonl (gold) and questions.jsonl (the same without answers, to hand out) (needed)",
      pathToWrite,
    )
    .action(async (id: string, given: Options, command: Command) => {
      await loadTrack(id);
      const generator = await trackModule<Generator>(id, "generate.ts");
      if (generator === undefined)
        throw new CommandError(`${id}: expected a generated track; its gold is imported: "stepladder import ${id} --from <folder>"`);
      const { items, seed, name, out } = needed(given, ["items", "seed", "out"], command);
      const signal = interrupted();
      const options = { items, seed, ...(name === undefined ? {} : { name }) };
      const sha256 = await written(out, { [GOLD]: generator.lines(options), [QUESTIONS]: generator.questions(options) }, signal);
      process.stdout.write(`${join(out, GOLD)}: ${items} items, sha256 ${sha256[GOLD]}\n`);
      process.stdout.write(`${join(out, QUESTIONS)}: the same items without their answers\n`);
    });
}

function itemCount(text: string): number {
  const items = wholeNumber(text);
  if (items > 0) return items;
  throw new InvalidArgumentError("expected at least 1 item");
}

/** Writes both files or none; what is there already is never replaced by other content. Gives the sha256 of each. */
async function written(out: string, lines: Record<File, Iterable<string>>, signal: AbortSignal): Promise<Record<File, string>> {
  const files = await WholeFiles.open(out, FILES);
  try {
    for (const name of FILES)
      for await (const line of counted(lines[name])) {
        signal.throwIfAborted();
        await files.write(name, line);
      }
    return await files.commit((hashes) => checkUnlike(out, hashes));
  } catch (error) {
    await files.abandon();
    if (error instanceof RangeError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

/** Throws CommandError where a file of that name holds other content, such as answers to questions that are handed out. */
async function checkUnlike(out: string, hashes: Readonly<Record<File, string>>): Promise<void> {
  for (const name of FILES) {
    const path = join(out, name);
    if (!existsSync(path) || (await sha256Of(path)) === hashes[name]) continue;
    throw new CommandError(
      `${path}: expected no file yet, or the same items, found others; choose another folder with --out, or move it away`,
    );
  }
}

/** Lets the event loop turn now and then, so that Ctrl-C is heard, and tells how far it is. */
async function* counted(lines: Iterable<string>): AsyncGenerator<string> {
  let count = 0;
  for (const line of lines) {
    yield line;
    if (++count % 20_000 !== 0) continue;
    process.stderr.write(`${count} items\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
