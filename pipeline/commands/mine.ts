import { createHash } from "node:crypto";
import { availableParallelism, hostname } from "node:os";
import { resolve } from "node:path";
import type { MiningReport } from "@stepladder/schema";
import { type Command, InvalidArgumentError, Option } from "commander";
import { atLeastOne, pathToWrite, wholeNumber } from "../core/arguments.ts";
import type { Executor } from "../core/executor.ts";
import { interrupted } from "../core/interrupt.ts";
import type { Profile } from "../filters/index.ts";

/** What `--filters` keeps. */
const PROFILES: Readonly<Record<Profile, string>> = {
  default: "lists of instructions, in any language",
  how2mine: "what How2Mine keeps, as far as rules can tell",
  "how2mine-paper": "the same from five steps on, as its paper has it",
  strict: "what is of high quality",
  all: "whatever is found, near-duplicates too",
};
const EXECUTORS = ["local", "queue"] as const;

interface Options {
  readonly out: string;
  readonly filters: Profile;
  readonly testSet?: string;
  readonly texts?: true;
  readonly executor: (typeof EXECUTORS)[number];
  readonly redis: string;
  readonly workers: number;
  readonly limit?: number;
  readonly json?: true;
}

/** Without a password in it, an address may stand on the command line; with one it is better told by REDIS_URL. */
function redisOption(): Option {
  return new Option("--redis <url>", "address of a Redis or Valkey server")
    .env("REDIS_URL")
    .argParser(serverAddress)
    .default("redis://127.0.0.1:6379");
}

/** `stepladder mine`: pages in, procedures out. */
export function mineCommand(program: Command): void {
  program
    .command("mine")
    .description("mine how-to procedures from pages; a run that was stopped goes on where it was")
    .argument("<inputs...>", "folders, files or addresses of pages")
    .requiredOption(
      "--out <folder>",
      "where to write procedures.jsonl, dropped.jsonl, failures.jsonl, README.md and report.json",
      pathToWrite,
    )
    .addOption(
      new Option("--filters <profile>", `which procedures are kept: ${profileHelp()}`).choices(Object.keys(PROFILES)).default("default"),
    )
    .option("--test-set <file>", "procedures, a line each: what is like one of them is dropped")
    .option("--texts", "keep the text of pages without a procedure in unmined.jsonl, for refine")
    .addOption(new Option("--executor <executor>", "this machine alone, or workers on any").choices(EXECUTORS).default("local"))
    .addOption(redisOption())
    .option("--workers <number>", "threads on this machine; 0 leaves all work to others on the queue", wholeNumber, availableParallelism())
    .option("--limit <pages>", "look at no more pages than this, the first ones", atLeastOne)
    .option("--json", "print the report as JSON")
    .action(async (inputs: string[], options: Options, command: Command) => {
      if (options.executor === "local" && options.workers === 0) command.error("error: --workers 0 needs --executor queue");
      const { out, filters: profile, testSet, texts = false, limit, json } = options;
      // What only mining needs is not loaded for every command.
      const [{ mine }, { printReport }] = await Promise.all([import("../core/run.ts"), import("../core/gather.ts")]);
      const report = await mine({ inputs, out, profile, testSet, texts, limit }, () => executorOf(options), interrupted());
      process.stdout.write(json ? printReport(report) : summary(out, report));
      // A run that read nothing has told why, input by input.
      if (report.pages === 0) process.exitCode = 1;
    });
}

/** `stepladder mine-worker`: works for runs on the queue. */
export function mineWorkerCommand(program: Command): void {
  program
    .command("mine-worker")
    .description(
      'work for all "mine --executor queue" runs on a server, until Ctrl-C; this machine must see their inputs under the same paths',
    )
    .addOption(redisOption())
    .option("--workers <number>", "threads", atLeastOne, availableParallelism())
    .action(async ({ redis, workers }: Pick<Options, "redis" | "workers">) => {
      const signal = interrupted();
      const { QueueWorker } = await import("../core/queue.ts");
      const worker = await QueueWorker.start(redis, workers);
      process.stderr.write(`working on ${workers} threads\n`);
      const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
      signal.addEventListener("abort", () => ask(), { once: true });
      try {
        await Promise.race([asked, worker.gone]);
      } finally {
        await worker.close(signal.aborted);
      }
    });
}

async function executorOf({ executor, redis, workers, out }: Options): Promise<Executor> {
  if (executor === "local") return new (await import("../core/threads.ts")).Threads(workers);
  const run = createHash("sha256")
    .update(`${hostname()}\n${resolve(out)}`)
    .digest("hex")
    .slice(0, 16);
  const { QueueExecutor } = await import("../core/queue.ts");
  return QueueExecutor.open(redis, run, workers);
}

function profileHelp(): string {
  return Object.entries(PROFILES)
    .map(([name, keeps]) => `${name} (${keeps})`)
    .join(", ");
}

function serverAddress(text: string): string {
  if (/^rediss?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("expected an address such as redis://127.0.0.1:6379");
}

function summary(out: string, { pages, failures, procedures, dropped, passedOver }: MiningReport): string {
  const list = (counts: Readonly<Record<string, number>>): string => {
    const entries = Object.entries(counts);
    const sum = entries.reduce((total, [, count]) => total + count, 0);
    return entries.length === 0 ? "0" : `${sum} (${entries.map(([name, count]) => `${name} ${count}`).join(", ")})`;
  };
  return [
    `${out}: ${procedures} procedures from ${pages} pages`,
    `dropped: ${list(dropped)}`,
    `failures: ${list(failures)}`,
    ...(Object.keys(passedOver).length > 0 ? [`files of other kinds passed over: ${list(passedOver)}`] : []),
    "",
  ].join("\n");
}
