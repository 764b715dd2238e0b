import type { Scorecard } from "@stepladder/schema";
import { printAnatomy } from "@stepladder/wasm/host/anatomy-print.ts";
import {
  DETAIL_IDS,
  DETAILS,
  type DetailId,
  type Details,
  detailsOf,
  isUsable,
  lacking,
  RELATIONSHIPS,
} from "@stepladder/wasm/host/formats/details.ts";
import type { ScorecardFormat } from "@stepladder/wasm/host/formats/format.ts";
import { FORMATS, type FormatId } from "@stepladder/wasm/host/formats/index.ts";
import { figure } from "@stepladder/wasm/host/print.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { type Command, InvalidArgumentError, Option } from "commander";
import { anatomyOfSubmission, anatomyText } from "../core/anatomy.ts";
import { pathToWrite } from "../core/arguments.ts";
import { problemLines } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { openSubmission, scoreSubmission } from "../core/submission.ts";

interface Options extends Details {
  readonly gold?: string;
  readonly format: FormatId;
  readonly out?: string;
  readonly anatomy?: true;
  readonly anatomyOut?: string;
}

/** `stepladder score`: the scorecard of a submission, the same bytes as in the browser. */
export function scoreCommand(program: Command): void {
  const command = program
    .command("score")
    .description("score predictions; exit code 1 where any record could not be used as given")
    .argument("<track>", 'id of a track, or "auto"')
    .argument("<files...>", "predictions: files or folders, plain, .gz or .zip")
    .option("--gold <path>", "official gold (file or folder) or imported gold; default: the track's own")
    .addOption(new Option("--format <format>", "of the scorecard").choices(FORMATS.map(({ id }) => id)).default("json"))
    .option("--out <file>", "write the scorecard there instead of to the terminal", pathToWrite)
    .option("--anatomy", "say on stderr how predictions fail, and what each kind of failure costs")
    .option("--anatomy-out <file>", "write that there as JSON, the same bytes as in the browser", pathToWrite)
    .action(async (track: string, files: string[], { gold, format: id, out, anatomy, anatomyOut, ...typed }: Options) => {
      const format = FORMATS.find((one) => one.id === id) as ScorecardFormat;
      const details = detailsOf(typed);
      const missing = lacking(format, details);
      if (missing.length > 0)
        command.error(
          `error: expected ${missing.map((name) => `--${name}`).join(", ")} with --format ${id}, found none; a scorecard does not know them`,
        );
      const signal = interrupted();
      const submission = await openSubmission(track, files, gold, signal);
      const scorecard = await scoreSubmission(submission, signal);
      const written = await format.write(scorecard, metrics, details);
      if (out === undefined) process.stdout.write(written);
      else await writeWhole(out, [written]);
      report(scorecard);
      if (anatomy === undefined && anatomyOut === undefined) return;
      const found = await anatomyOfSubmission(submission, signal);
      if (anatomy) process.stderr.write(anatomyText(found, submission.track));
      if (anatomyOut !== undefined) await writeWhole(anatomyOut, [printAnatomy(submission.track.id, found)]);
    });
  for (const id of DETAIL_IDS) command.addOption(detailOption(id));
}

/** The option of a detail, with the formats that need it. */
function detailOption(id: DetailId): Option {
  const needed = FORMATS.filter(({ needs = [] }) => needs.includes(id)).map((format) => format.id);
  const option = new Option(`--${id} <text>`, `${DETAILS[id].says}; needed by ${needed.join(", ")}`);
  if (id === "relationship") return option.choices(RELATIONSHIPS);
  return option.argParser((line: string) => {
    if (isUsable(id, line)) return line;
    throw new InvalidArgumentError(`expected ${DETAILS[id].says}`);
  });
}

/** Tells the problems on stderr, and fails where any is an error. */
export function report({ problems, diagnoses, scores }: Pick<Scorecard, "problems" | "diagnoses" | "scores">): void {
  for (const line of problemLines(problems)) process.stderr.write(`${line}\n`);
  for (const { title, items, fix, mended } of diagnoses) {
    process.stderr.write(`note: ${title} (${counted(items, "item")})${mendedScore(scores, mended)}; ${fix}\n`);
  }
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

/** What the first metric that mending moves would be: the one that ranks, if it is. */
function mendedScore(scores: Scorecard["scores"], mended: Scorecard["scores"]): string {
  const moved = Object.keys(mended).find((id) => mended[id]?.value !== scores[id]?.value);
  if (moved === undefined) return "";
  const { title, unit } = metrics[moved as keyof typeof metrics];
  return `: ${title} would be ${figure(mended[moved], unit)}`;
}
