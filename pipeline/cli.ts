import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { alignCommand } from "./commands/align.ts";
import { boardCommand } from "./commands/board.ts";
import { buildCommand } from "./commands/build.ts";
import { captionsCommand } from "./commands/captions.ts";
import { compareCommand } from "./commands/compare.ts";
import { entryCommand } from "./commands/entry.ts";
import { generateCommand } from "./commands/generate.ts";
import { importCommand } from "./commands/import.ts";
import { importFiguresCommand } from "./commands/import-figures.ts";
import { induceCommand } from "./commands/induce.ts";
import { judgeCommand } from "./commands/judge.ts";
import { ledgerCommand } from "./commands/ledger.ts";
import { mineCommand, mineWorkerCommand } from "./commands/mine.ts";
import { parityCommand } from "./commands/parity.ts";
import { refineCommand } from "./commands/refine.ts";
import { runCommand } from "./commands/run.ts";
import { scoreCommand } from "./commands/score.ts";
import { serveCommand } from "./commands/serve.ts";
import { splitCommand } from "./commands/split.ts";
import { tracksCommand } from "./commands/tracks.ts";
import { validateCommand } from "./commands/validate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { told } from "./core/errors.ts";
import { Interrupted } from "./core/interrupt.ts";

/** Exit codes: 0 done, 1 bad input or a check that failed, 2 wrong usage, 130 interrupted. */
const USAGE = 2;

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };
const program = new Command("stepladder")
  .description("score step-by-step benchmarks, and rebuild their data")
  .version(version)
  .exitOverride();
// Each command inherits exitOverride from the program only if it is created after the call above.
const commands = [
  tracksCommand,
  importCommand,
  importFiguresCommand,
  generateCommand,
  validateCommand,
  scoreCommand,
  verifyCommand,
  entryCommand,
  ledgerCommand,
  boardCommand,
  compareCommand,
  induceCommand,
  mineCommand,
  mineWorkerCommand,
  captionsCommand,
  buildCommand,
  refineCommand,
  runCommand,
  judgeCommand,
  alignCommand,
  parityCommand,
  splitCommand,
  serveCommand,
];
for (const register of commands) register(program);

// A reader that stops early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

// The process that started this one (bin/stepladder.js) was killed: a run without its owner would hold its folder.
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = codeOf(error);
}

function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof Interrupted) {
    process.stderr.write(`stepladder: ${error.message}\n`);
    return 130;
  }
  const message = told(error);
  if (message === undefined) throw error;
  process.stderr.write(`${message}\n`);
  return 1;
}
