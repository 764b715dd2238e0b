import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Unmined } from "@stepladder/schema";
import { check } from "@stepladder/wasm/intake/check.ts";
import { type Command, InvalidArgumentError } from "commander";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { WholeFiles, writeWhole } from "../core/output.ts";
import { minedProcedures, recordsIn } from "../core/procedures.ts";
import { printTable } from "../core/table.ts";
import { ModelClient, type Spent } from "../model/client.ts";
import { type Forecast, forecast, type Input, type Outcome, type Refining, refined, STAGES, stagesOf } from "../model/refine.ts";
import { promptHash } from "../model/stages/index.ts";
import { atLeastOne } from "./mine.ts";
import { wholeNumber } from "./score.ts";

interface Options {
  readonly out?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  readonly stages: string;
  readonly concurrency: number;
  readonly perMinute?: number;
  readonly price?: { readonly input: number; readonly output: number };
  readonly maxCost?: number;
  readonly cache?: string;
  readonly timeout: number;
  readonly retries: number;
  readonly dryRun?: boolean;
}

/** Files of a run, as `stepladder mine` leaves them and `refine` does too. */
const PROCEDURES = "procedures.jsonl";
const UNMINED = "unmined.jsonl";
const DROPPED = "dropped.jsonl";
const FAILURES = "failures.jsonl";
const REPORT = "report.json";

/** `stepladder refine`: mined procedures through a language model's stages. */
export function refineCommand(program: Command): void {
  program
    .command("refine")
    .description(
      "take mined procedures through a language model: find what structure does not show, screen, rewrite, list resources, verify",
    )
    .argument("<folder>", `a run of "stepladder mine": ${PROCEDURES}, and ${UNMINED} where pages without a procedure were kept`)
    .option("--out <folder>", `where to write ${PROCEDURES}, ${DROPPED}, ${FAILURES} and ${REPORT}`)
    .option("--model <name>", "the model, as the endpoint names it")
    .option(
      "--base-url <url>",
      "an OpenAI-compatible endpoint, such as http://localhost:11434/v1; its key is read from STEPLADDER_API_KEY",
      address,
    )
    .option("--stages <ids>", "which stages, by commas", STAGES.join(","))
    .option("--concurrency <number>", "requests under way at once", atLeastOne, 8)
    .option("--per-minute <number>", "requests started in any minute at most", atLeastOne)
    .option("--price <input,output>", "dollars for a million tokens of requests and of answers", prices)
    .option("--max-cost <dollars>", "send nothing beyond this", dollars)
    .option("--cache <folder>", "where answers are kept by the hash of their request (default: .answers in --out)")
    .option("--timeout <seconds>", "give a request up after this long and try again", atLeastOne, 120)
    .option("--retries <number>", "tries after the first one", wholeNumber, 4)
    .option("--dry-run", "ask nothing: count calls, tokens and dollars")
    .action(refine);
}

async function refine(folder: string, given: Options, command: Command): Promise<void> {
  if (!existsSync(join(folder, PROCEDURES)))
    throw new CommandError(`${folder}: expected a run of "stepladder mine" with ${PROCEDURES}, found none`);
  const options = given.dryRun === true ? { ...ANY, ...given } : asked(given, command);
  const { extracts, chain } = stagesOf(options.stages.split(","));
  const client = clientOf(options);
  const refining: Refining = { client, extracts, chain, window: 4 * options.concurrency, signal: interrupted() };
  if (options.dryRun === true) {
    process.stdout.write(tableOf(await forecast(inputsOf(folder, extracts), refining), options.price !== undefined));
    return;
  }
  keepApart(folder, options.out);
  const counts = await written(options.out, refined(inputsOf(folder, extracts), refining), client);
  const prompts = Object.fromEntries([...(extracts ? ["extract"] : []), ...chain.map(({ id }) => id)].map((id) => [id, promptHash(id)]));
  const report = { model: options.model, prompts, ...counts.told() };
  await writeWhole(join(options.out, REPORT), [`${JSON.stringify(report, null, 2)}\n`]);
  process.stdout.write(`${counts.sentence()}\n${sentence(client.spent)}\n`);
  if (counts.failed > 0)
    throw new CommandError(
      `${options.out}: expected an answer to every request, found none for ${counts.failed} inputs (${FAILURES}); run the same command again, answers that came are kept`,
    );
}

/** What a run that asks nothing stands for where it is not told. */
const ANY = { out: ".", model: "any", baseUrl: "http://localhost/v1" } as const;

type Asked = Options & Required<Pick<Options, "out" | "model" | "baseUrl">>;

/** The options of a run that asks a model; all that are missing are told at once. */
function asked(options: Options, command: Command): Asked {
  const { out, model, baseUrl } = options;
  const missing = Object.entries({ "--out": out, "--model": model, "--base-url": baseUrl }).flatMap(([name, value]) =>
    value === undefined ? [name] : [],
  );
  if (out === undefined || model === undefined || baseUrl === undefined)
    return command.error(`error: expected ${missing.join(", ")}; --dry-run alone counts what would be asked`);
  return { ...options, out, model, baseUrl };
}

/** Throws CommandError where results would take the place of what they are made of. */
function keepApart(folder: string, out: string): void {
  if (existsSync(out) && realpathSync(out) === realpathSync(folder))
    throw new CommandError(
      `${out}: expected another folder than that of the run, whose ${PROCEDURES} would be replaced; choose another with --out`,
    );
}

function clientOf({ baseUrl, model, out, cache, concurrency, perMinute, price, maxCost, timeout, retries }: Asked): ModelClient {
  if (maxCost !== undefined && price === undefined)
    throw new CommandError(
      "--max-cost: expected a --price to reckon with, found none; give dollars for a million tokens, such as --price 2,8",
    );
  return new ModelClient({
    baseUrl,
    model,
    apiKey: process.env.STEPLADDER_API_KEY,
    cache: cache ?? join(out, ".answers"),
    concurrency,
    perMinute,
    price,
    maxCost,
    timeoutMs: timeout * 1000,
    retries,
  });
}

/** What came of the inputs, counted. */
class Counts {
  kept = 0;
  failed = 0;
  readonly #dropped: Record<string, number> = {};
  readonly #none: Record<string, number> = {};

  add(outcome: Outcome): void {
    if (outcome.kind === "kept") this.kept++;
    else if (outcome.kind === "failed") this.failed++;
    else if (outcome.kind === "dropped") count(this.#dropped, `${outcome.dropped.filter}: ${outcome.dropped.reason}`);
    else count(this.#none, outcome.drop.reason);
  }

  told(): object {
    return { kept: this.kept, dropped: sorted(this.#dropped), pagesWithout: sorted(this.#none), failed: this.failed };
  }

  sentence(): string {
    const dropped = Object.values(this.#dropped).reduce((sum, one) => sum + one, 0);
    return `${this.kept} procedures kept, ${dropped} dropped, ${this.failed} without an answer`;
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function sorted(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const PAUSE_MS = 2_000;

/** Writes outcomes to their files, all of these or none, with progress on the terminal. */
async function written(out: string, outcomes: AsyncIterable<Outcome>, client: ModelClient): Promise<Counts> {
  const counts = new Counts();
  const files = await WholeFiles.open(out, [PROCEDURES, DROPPED, FAILURES]);
  let last = performance.now();
  try {
    for await (const outcome of outcomes) {
      counts.add(outcome);
      if (outcome.kind === "kept") await files.write(PROCEDURES, `${JSON.stringify(outcome.procedure)}\n`);
      if (outcome.kind === "dropped") await files.write(DROPPED, `${JSON.stringify(outcome.dropped)}\n`);
      if (outcome.kind === "failed") await files.write(FAILURES, `${JSON.stringify(outcome.failure)}\n`);
      if (performance.now() - last < PAUSE_MS) continue;
      last = performance.now();
      process.stderr.write(`${counts.sentence()}; ${sentence(client.spent)}\n`);
    }
    await files.commit();
    return counts;
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

function sentence({ asked, cached, inputTokens, outputTokens, dollars: spent }: Spent): string {
  return `${asked} requests answered, ${cached} answers were kept from before, ${inputTokens} + ${outputTokens} tokens, ${spent.toFixed(4)} dollars`;
}

function tableOf(rows: readonly Forecast[], priced: boolean): string {
  const total = rows.reduce((sum, { dollars: cost }) => sum + cost, 0);
  const inOrder = rows.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const cells = inOrder.map(({ stage, calls, cached, inputTokens, outputTokens, dollars: cost }) => [
    ...[stage, String(calls), String(cached), String(inputTokens), String(outputTokens)],
    priced ? cost.toFixed(4) : "-",
  ]);
  const head = ["stage", "calls, at most", "kept from before", "tokens asked, about", "tokens answered, at most", "dollars, at most"];
  const cost = priced ? `${total.toFixed(4)} dollars at most, and a` : "Give --price to know what it costs. A";
  return `${printTable(head, cells)}${cost} second request where an answer cannot be read. Nothing was asked.\n`;
}

async function* inputsOf(folder: string, extracts: boolean): AsyncGenerator<Input> {
  for await (const procedure of minedProcedures([join(folder, PROCEDURES)])) yield { procedure };
  if (!extracts || !existsSync(join(folder, UNMINED))) return;
  for await (const unmined of recordsIn(join(folder, UNMINED), (value) => check(Unmined, value, ""))) yield { unmined };
}

function dollars(text: string): number {
  const amount = Number(text);
  if (text.trim() !== "" && Number.isFinite(amount) && amount >= 0) return amount;
  throw new InvalidArgumentError("expected an amount, such as 2.50");
}

function prices(text: string): { input: number; output: number } {
  const parts = text.split(",");
  if (parts.length !== 2) throw new InvalidArgumentError("expected two amounts by a comma, such as 2,8");
  const [input = 0, output = 0] = parts.map(dollars);
  return { input, output };
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("expected an address that starts with http:// or https://");
}
