import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { wholeNumber } from "../core/arguments.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { loadTrack, trackModule } from "../core/tracks.ts";

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
  readonly items: number;
  readonly seed: number;
  readonly name?: string;
  readonly out: string;
}

/** `stepladder generate`: gold from a seed. */
export function generateCommand(program: Command): void {
  program
    .command("generate")
    .description("make gold from a seed; the same bytes everywhere")
    .argument("<track>", "id of a generated track")
    .requiredOption("--items <number>", "how many items", itemCount)
    .requiredOption("--seed <number>", "which ones", wholeNumber)
    .option("--name <name>", "stands in the ids in place of the seed, for a private set")
    .requiredOption("--out <folder>", "where to write items.jsonl (gold) and questions.jsonl (the same without answers, to hand out)")
    .action(async (id: string, { items, seed, name, out }: Options) => {
      await loadTrack(id);
      const generator = await trackModule<Generator>(id, "generate.ts");
      if (generator === undefined)
        throw new CommandError(`${id}: expected a generated track; its gold is imported: "stepladder import ${id} --from <folder>"`);
      const signal = interrupted();
      const options = { items, seed, ...(name === undefined ? {} : { name }) };
      const gold = join(out, "items.jsonl");
      const sha256 = await written(gold, generator.lines(options), signal);
      process.stdout.write(`${gold}: ${items} items, sha256 ${sha256}\n`);
      const questions = join(out, "questions.jsonl");
      await written(questions, generator.questions(options), signal);
      process.stdout.write(`${questions}: the same items without their answers\n`);
    });
}

function itemCount(text: string): number {
  const items = wholeNumber(text);
  if (items > 0) return items;
  throw new InvalidArgumentError("expected at least 1 item");
}

async function written(path: string, lines: Iterable<string>, signal: AbortSignal): Promise<string> {
  try {
    return await writeWhole(path, counted(lines), signal);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(error.message, { cause: error });
    throw error;
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
