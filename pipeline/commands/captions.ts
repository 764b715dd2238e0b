import { join } from "node:path";
import type { Command } from "commander";
import type { CaptionsReport } from "../captions/run.ts";
import { pathToWrite } from "../core/arguments.ts";
import { problemLines } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";

interface Options {
  readonly out: string;
  readonly format?: string;
  readonly lang?: string;
  readonly json?: true;
}

/** `stepladder captions`: files of captions in, narrations out. */
export function captionsCommand(program: Command): void {
  program
    .command("captions")
    .description("make narrations of captions: a sentence with its times each; a run that was stopped goes on where it was")
    .argument("<inputs...>", "files or folders of captions: WebVTT, SRT, TTML, YouTube, Whisper, HowTo100M")
    .requiredOption(
      "--out <folder>",
      "where to write narrations.jsonl, left-out.jsonl, failures.jsonl and report.json (needed)",
      pathToWrite,
    )
    .option("--format <layout>", "read every file as this, whatever it looks like")
    .option("--lang <tag>", "the language of every file, whatever it says")
    .option("--json", "print the report as JSON")
    .action(async (inputs: string[], { out, format, lang, json }: Options, command: Command) => {
      // The detector of languages takes long to load.
      const [{ captionFormats }, { knownTag }] = await Promise.all([
        import("../captions/index.ts"),
        import("../captions/language-name.ts"),
      ]);
      if (format !== undefined && !captionFormats.some(({ id }) => id === format))
        command.error(`error: --format: expected one of ${captionFormats.map(({ id }) => id).join(", ")}, found ${format}`);
      if (lang !== undefined && knownTag(lang) === undefined)
        command.error(`error: --lang: expected a BCP 47 tag such as en or pt-BR, found ${lang}`);
      const overruling = { ...(format === undefined ? {} : { format }), ...(lang === undefined ? {} : { lang: knownTag(lang) as string }) };
      const { gatherCaptions } = await import("../captions/gather.ts");
      const gathered = await gatherCaptions(inputs, out);
      const { narrateAll, printCaptionsReport } = await import("../captions/run.ts");
      const { report, problems } = await narrateAll(gathered, out, overruling, interrupted());
      process.stdout.write(json ? printCaptionsReport(report) : sentenceOf(out, report));
      if (problems.length === 0) return;
      process.stderr.write(`${problemLines(problems).join("\n")}\n`);
      process.exitCode = 1;
    });
}

function sentenceOf(out: string, { files, narrations, sentences, leftOut, failures }: CaptionsReport): string {
  const failed = Object.entries(failures).map(([kind, count]) => `${kind} ${count}`);
  return [
    `${join(out, "narrations.jsonl")}: ${narrations} narrations of ${sentences} sentences from ${files} files`,
    ...(leftOut > 0 ? [`left out, as their video has others: ${leftOut} (left-out.jsonl)`] : []),
    ...(failed.length > 0 ? [`failures: ${failed.join(", ")} (failures.jsonl)`] : []),
    "",
  ].join("\n");
}
