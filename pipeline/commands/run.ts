import { join } from "node:path";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { atLeastOne, pathToWrite, wholeUpTo } from "../core/arguments.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { openGold } from "../core/submission.ts";
import { loadTrack } from "../core/tracks.ts";
import { forecast, outcomes } from "../model/jobs.ts";
import { spentSentence } from "../model/meter.ts";
import { asked, clientOf, type ModelGiven, maxTokensOption, modelOptions } from "../model/options.ts";
import { promptHash, promptOf, type Questions, questionsOf } from "../model/questions.ts";
import { FAILURES, forecastTable, REPORT, refuseFailed, sentence, writeResults } from "../model/results.ts";

interface Options extends ModelGiven {
  readonly gold?: string;
  readonly items?: number;
  readonly samples: number;
  readonly temperature?: number;
  readonly maxTokens?: number;
}

const PREDICTIONS = "predictions.jsonl";
/** Gold of the items that were asked, where `--items` leaves others out: a score over all gold would count these as wrong. */
const PART = "gold.jsonl";
/** What repeats are drawn at where it is not told: at 0 they would all be the same. */
const OF_REPEATS = 1;

/** `stepladder run`: a model's answers to the items of a track. */
export function runCommand(program: Command): void {
  const command = program
    .command("run")
    .description("ask a language model every item of a track; what it answers is written as predictions to score")
    .argument("<track>", "id of a track that a text model can answer")
    .option("--out <folder>", `where to write ${PREDICTIONS}, ${FAILURES} and ${REPORT}, and ${PART} with --items (needed)`, pathToWrite)
    .option("--gold <path>", "official gold (file or folder) or imported gold; default: the track's own")
    .option("--items <number>", "ask no more items than this, the first ones", atLeastOne)
    .option("--samples <number>", "ask each item so often", wholeUpTo(1000, 1), 1)
    .option("--temperature <number>", `default: 0, and ${OF_REPEATS} with --samples`, temperature);
  maxTokensOption(command);
  modelOptions(command).action(run);
}

async function run(id: string, given: Options, command: Command): Promise<void> {
  const track = await loadTrack(id);
  const prompt = await promptOf(id);
  const options = asked(given, command);
  const { out, gold, samples, items, maxTokens = prompt.maxTokens, temperature = samples > 1 ? OF_REPEATS : 0, price } = options;
  const client = clientOf(options);
  const signal = interrupted();
  const questions = questionsOf(track, prompt, await openGold(track, gold), { samples, temperature, maxTokens, items }, signal);
  if (options.dryRun === true) {
    process.stdout.write(`${forecastTable(await forecast(questions.jobs(), client), price !== undefined)}${told(questions)}`);
    return;
  }
  const about = { track: id, version: track.version, prompt: { version: prompt.version, sha256: promptHash(prompt, maxTokens) } };
  const report = { ...about, model: options.model, samples, temperature, maxTokens, withheld: questions.withheld() };
  const answers = outcomes(questions.jobs(), client, options.concurrency, signal);
  const totals = await writeResults(answers, { out, file: PREDICTIONS, client, price, signal, report });
  process.stdout.write(`${sentence(totals)}\n${spentSentence(client.spent)}\n${told(questions)}`);
  const part = questions.part();
  if (part !== undefined) await writeWhole(join(out, PART), part);
  refuseFailed(totals, out);
  const against = part === undefined ? gold : join(out, PART);
  process.stdout.write(
    `score them: stepladder score ${id} ${join(out, PREDICTIONS)}${against === undefined ? "" : ` --gold ${against}`}\n`,
  );
}

/** Items that were not asked, a line for each reason. */
function told(questions: Questions): string {
  return Object.entries(questions.withheld())
    .map(([reason, count]) => `${count} items were not asked: each needs ${reason}\n`)
    .join("");
}

function temperature(text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && number <= 2) return number;
  throw new InvalidArgumentError("expected a number from 0 to 2");
}
