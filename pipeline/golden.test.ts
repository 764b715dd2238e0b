import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Endpoint, scripted } from "./model/testing.ts";
import { ROOT, runIn } from "./testing.ts";
import { resultsIn } from "./testing-runs.ts";

// Each folder is a test: what `stepladder` makes of `input`, with the verb and the arguments in `command`, is `output`, byte for byte. What
// differs is left beside the expectation as `*-changed.*`; where it is right, it takes the other's place. The input follows the verb, unless
// `{input}` stands elsewhere in the command. `{endpoint}` is a model that replies from `answers.jsonl`.
const GOLDEN = fileURLToPath(new URL("golden/", import.meta.url));

/** What the site shows is what is mined from the pages, induced from the paths, and aligned with the narrations that were written here. */
const SHOWN = [
  {
    name: "data/procedures",
    input: join(ROOT, "data/procedures/pages"),
    output: join(ROOT, "data/procedures/mined"),
    command: ["mine"],
  },
  {
    name: "data/graphs",
    input: join(ROOT, "data/graphs/paths.jsonl"),
    output: join(ROOT, "data/graphs/induced"),
    command: ["induce"],
  },
  {
    name: "data/alignments",
    input: join(ROOT, "data"),
    output: join(ROOT, "data/alignments/aligned"),
    command:
      "align {input}/procedures/mined {input}/alignments/captions --pairs {input}/alignments/pairs.csv --gold {input}/alignments/gold.jsonl".split(
        " ",
      ),
  },
];

interface Case {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly command: readonly string[];
  readonly answers?: string;
}

const cases = (await readdir(GOLDEN)).map((name) => {
  const folder = join(GOLDEN, name);
  const command = readFileSync(join(folder, "command"), "utf8").trim().split(/\s+/);
  return {
    name: `golden/${name}`,
    input: join(folder, "input"),
    output: join(folder, "output"),
    command,
    answers: join(folder, "answers.jsonl"),
  };
});

it.concurrent.each<Case>([...cases, ...SHOWN])("$name", async ({ input, output, command, answers }) => {
  const out = await mkdtemp(join(tmpdir(), "stepladder-"));
  await using model = answers !== undefined && existsSync(answers) ? await Endpoint.open(scripted(await readFile(answers, "utf8"))) : null;
  try {
    const [verb = "", ...args] = command.map((arg) => arg.replace("{input}", input).replace("{endpoint}", model?.url ?? ""));
    const given = command.some((arg) => arg.includes("{input}")) ? [] : [input];
    expect(await runIn(ROOT, verb, ...given, "--out", out, ...args)).toMatchObject({ code: 0 });
    const found = await resultsIn(out);
    const expected = await expectedIn(output);
    for (const [file, text] of Object.entries(found)) {
      const extension = extname(file);
      const changed = join(output, `${file.slice(0, -extension.length)}-changed${extension}`);
      if (text === expected[file]) await rm(changed, { force: true });
      else await writeFile(changed, text);
    }
    expect(found).toEqual(expected);
  } finally {
    await rm(out, { recursive: true });
  }
});

async function expectedIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.includes("-changed.")).sort();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")])));
}
