import type { Command } from "commander";
import { interrupted } from "../core/interrupt.ts";
import { openSubmission, scoreSubmission } from "../core/submission.ts";
import { report } from "./score.ts";

/** `stepladder validate`: everything that is wrong with a submission, and no score. */
export function validateCommand(program: Command): void {
  program
    .command("validate")
    .description("check predictions against the track and its gold; exit code 1 where any record is wrong")
    .argument("<track>", 'id of a track, or "auto"')
    .argument("<files...>", "predictions: files or folders, plain, .gz or .zip")
    .option("--gold <path>", "official gold (file or folder) or imported gold; default: the track's own")
    .action(async (track: string, files: string[], { gold }: { gold?: string }) => {
      const signal = interrupted();
      const submission = await openSubmission(track, files, gold, signal);
      const scorecard = await scoreSubmission(submission, signal);
      const { items, scored } = scorecard.coverage;
      process.stdout.write(`${submission.track.id}: ${scored} of ${items} items have a readable prediction\n`);
      report(scorecard);
    });
}
