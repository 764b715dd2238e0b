import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import { type FigureImport, importFigures, PAPERS } from "../core/figures.ts";

import { WholeFiles } from "../core/output.ts";

/** `stepladder import-figures`: published figures from a CSV into the papers that print them. */
export function importFiguresCommand(program: Command): void {
  program
    .command("import-figures")
    .description("put published figures into the papers of data/papers, and tell what is ambiguous")
    .argument("<csv>", "file of figures, in the columns of data/papers/README.md")
    .option("--papers <folder>", "where the papers and names.json are", PAPERS)
    .option("--out <folder>", "where to write; default: the folder of the papers", pathToWrite)
    .option("--check", "write nothing, and fail where a paper would change")
    .action(async (csv: string, { papers, out = papers, check }: { papers: string; out?: string; check?: boolean }) => {
      const result = await importFigures(csv, papers);
      const changed: string[] = [];
      for (const [name, text] of result.files) {
        const before = await readFile(join(out, name), "utf8").catch(() => undefined);
        if (before !== text) changed.push(name);
      }
      if (!check && changed.length > 0) await writeAll(out, changed, result.files);
      process.stdout.write(reportOf(result));
      const verb = check ? "would change" : "written";
      process.stdout.write(
        `${result.files.size} papers have figures, ${changed.length} ${verb}${changed.length === 0 ? "" : `: ${changed.join(", ")}`}\n`,
      );
      if (check && changed.length > 0) process.exitCode = 1;
    });
}

async function writeAll(folder: string, names: readonly string[], texts: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = await WholeFiles.open(folder, names);
  try {
    for (const name of names) await files.write(name, texts.get(name) as string);
    await files.commit();
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

/** What became of every row, for a person. */
export function reportOf({ rows, figures, merged, leftOut, contradictions, unclear, unitless, linked }: FigureImport): string {
  const parted = linked.filter(({ link }) => !link.agrees);
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  const lines = [
    `${rows} rows: ${figures.length} figures, ${merged.length} rows merged into one that says the same, ${leftOut.length} left out`,
    ...reasons.map((reason) => `left out: ${leftOut.filter((one) => one.reason === reason).length} rows, ${reason}`),
    `${linked.length} figures stand on boards of tracks too, ${parted.length} of them as another number`,
    ...parted.map(({ figure, link }) => `  line ${figure.lines[0]}: ${figure.value}, ${link.track}/${link.entry} has ${link.held}`),
    `${unitless} rows name no unit and have that of their metric`,
    `${contradictions.length} contradictions, each kept side by side`,
    ...contradictions.map((own) => {
      const [first] = own;
      const what = [first?.benchmark, first?.version, first?.setting, first?.system, first?.metric]
        .filter((one) => one !== undefined)
        .join(" · ");
      return `  ${what}: ${own.map(({ value, evidence, lines: [line] }) => `${value} (${evidence}, line ${line})`).join(", ")}`;
    }),
    ...[...unclear].map(
      ([why, own]) => `unclear: ${own.length} figures, ${why} (lines ${own.map(({ lines: [line] }) => line).join(", ")})`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
