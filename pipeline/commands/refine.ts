import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Unmined } from "@stepladder/schema";
import { check } from "@stepladder/wasm/intake/check.ts";
import type { Command } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { WholeFiles, writeWhole } from "../core/output.ts";
import { minedProcedures, recordsIn } from "../core/procedures.ts";
import { printTable } from "../core/table.ts";
import type { ModelClient } from "../model/client.ts";
import { spentSentence } from "../model/meter.ts";
import { asked, clientOf, type ModelGiven, modelOptions } from "../model/options.ts";
import { type Forecast, forecast, type Input, type Outcome, type Refining, refined, STAGES, stagesOf } from "../model/refine.ts";
import { promptHash } from "../model/stages/index.ts";

interface Options extends ModelGiven {
  readonly stages: string;
}

/** Files of a run, as `stepladder mine` leaves them and `refine` does too. */
const PROCEDURES = "procedures.jsonl";
const UNMINED = "unmined.jsonl";
const DROPPED = "dropped.jsonl";
const FAILURES = "failures.jsonl";
const REPORT = "report.json";

/** `stepladder refine`: mined procedures through a language model's stages. */
export function refineCommand(program: Command): void {
  const command = program
    .command("refine")
    .description(
      "take mined procedures through a language model: find what structure does not show, screen, rewrite, list resources, verify",
    )
    .argument("<folder>", `a run of "stepladder mine": ${PROCEDURES}, and ${UNMINED} where pages without a procedure were kept`)
    .option("--out <folder>", `where to write ${PROCEDURES}, ${DROPPED}, ${FAILURES} and ${REPORT}`, pathToWrite)
    .option("--stages <ids>", "which stages, by commas", STAGES.join(","));
  modelOptions(command).action(refine);
}

async function refine(folder: string, given: Options, command: Command): Promise<void> {
  if (!existsSync(join(folder, PROCEDURES)))
    throw new CommandError(`${folder}: expected a run of "stepladder mine" with ${PROCEDURES}, found none`);
  const options = asked(given, command);
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
  process.stdout.write(`${counts.sentence()}\n${spentSentence(client.spent)}\n`);
  if (counts.failed > 0)
    throw new CommandError(
      `${options.out}: expected an answer to every request, found none for ${counts.failed} inputs (${FAILURES}); run the same command again, answers that came are kept`,
    );
}

/** Throws CommandError where results would take the place of what they are made of. */
function keepApart(folder: string, out: string): void {
  if (existsSync(out) && realpathSync(out) === realpathSync(folder))
    throw new CommandError(
      `${out}: expected another folder than that of the run, whose ${PROCEDURES} would be replaced; choose another with --out`,
    );
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
      process.stderr.write(`${counts.sentence()}; ${spentSentence(client.spent)}\n`);
    }
    await files.commit();
    return counts;
  } catch (error) {
    await files.abandon();
    throw error;
  }
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
