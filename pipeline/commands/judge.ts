import { basename, join } from "node:path";
import type { AnyJudge } from "@stepladder/tracks/judge.ts";
import { figure } from "@stepladder/wasm/host/print.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { metrics } from "@stepladder/wasm/metrics";
import type { Command } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { openSubmission, type Submission } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { forecast, type Job, outcomes } from "../model/jobs.ts";
import { type Agreement, agreementOf, judgeOf, judgingJobs, type Predicted, predictedIn, refuseStranger } from "../model/judging.ts";
import { spentSentence } from "../model/meter.ts";
import { asked, clientOf, type ModelGiven, maxTokensOption, modelOptions, named } from "../model/options.ts";
import { promptHash } from "../model/questions.ts";
import { FAILURES, forecastTable, REPORT, refuseFailed, sentence, writeResults } from "../model/results.ts";

interface Options extends ModelGiven {
  readonly gold?: string;
  readonly secondModel?: string;
  readonly second?: string;
  readonly maxTokens?: number;
}

type Asked = Options & { readonly out: string; readonly model: string; readonly baseUrl: string };

const JUDGMENTS = "judgments.jsonl";
const AGREEMENT = "agreement.json";
/** Folder of a second model's judgments, in that of the first's. */
const SECOND = "second";

/** `stepladder judge`: a language model's judgments of predictions, and how they agree with another judge's. */
export function judgeCommand(program: Command): void {
  const command = program
    .command("judge")
    .description("have a language model judge predictions; what it finds is written as judgments to score")
    .argument("<track>", "id of a track whose predictions are judged, such as how2bench")
    .argument("<files...>", "predictions to judge")
    .option("--out <folder>", `where to write ${JUDGMENTS}, ${FAILURES}, ${REPORT}, and ${AGREEMENT} with a second judge`, pathToWrite)
    .option("--gold <path>", "gold with the references; default: the track's own")
    .option("--second-model <name>", `another model of the endpoint that judges the same, into ${SECOND}/ of --out`, named)
    .option("--second <file>", "judgments of the same predictions by another judge, or by people, to agree with");
  maxTokensOption(command);
  modelOptions(command).action(judgeFiles);
}

async function judgeFiles(id: string, files: string[], given: Options, command: Command): Promise<void> {
  if (given.second !== undefined && given.secondModel !== undefined)
    command.error("error: expected --second or --second-model, found both; judge twice to hold three against each other");
  if (given.secondModel !== undefined && given.secondModel === given.model)
    command.error("error: expected --second-model to name another model than --model, found the same");
  const judge = await judgeOf(id);
  const options = asked(given, command);
  const signal = interrupted();
  const submission = await openSubmission(id, files, options.gold, signal);
  const predicted = await predictedIn(submission, signal);
  refuseNothing(judge, submission, predicted);
  const { second, secondModel, out, dryRun, price, maxCost } = options;
  // Before anything is paid for.
  if (second !== undefined) {
    const judged = await predictedIn(await openSubmission(id, [second], options.gold, signal), signal);
    refuseStranger(judge, basename(second), predicted, judged);
  }
  const other = secondModel === undefined ? undefined : { ...options, model: secondModel, out: join(out, SECOND) };
  const task: Task = { judge, submission, predicted, signal };
  if (dryRun === true) {
    for (const own of [options, ...(other === undefined ? [] : [other])]) {
      const expected = await forecast(jobsOf(task, own), clientOf(own));
      const name = secondModel === undefined ? "" : `${own === other ? secondModel : (given.model ?? "the first model")}:\n`;
      process.stdout.write(`${name}${forecastTable(expected, price !== undefined)}`);
    }
    return;
  }
  const own = await judgedBy(task, options);
  // What the first model cost is no longer there for the second.
  const left = maxCost === undefined ? {} : { maxCost: Math.max(0, maxCost - own.dollars) };
  const path = other === undefined ? second : (await judgedBy(task, { ...other, ...left })).path;
  const against = options.gold === undefined ? "" : ` --gold ${options.gold}`;
  process.stdout.write(`score them: stepladder score ${id} ${own.path}${against}\n`);
  if (path !== undefined) await agree(task, { first: own.path, second: path, named: secondModel ?? basename(path), out });
}

/** What one or two models are asked to judge. */
interface Task {
  readonly judge: AnyJudge;
  readonly submission: Submission;
  readonly predicted: readonly Predicted[];
  readonly signal: AbortSignal;
}

function passedOver(judge: AnyJudge, predicted: readonly Predicted[]): number {
  return predicted.filter(({ item, prediction }) => judge.seen(item, prediction) === undefined).length;
}

function refuseNothing(judge: AnyJudge, { track }: Submission, predicted: readonly Predicted[]): void {
  if (passedOver(judge, predicted) < predicted.length) return;
  throw new CommandError(
    `predictions for ${track.id}: expected ${judge.needs} to judge, found none in ${counted(predicted.length, "prediction")}`,
  );
}

function jobsOf({ judge, predicted }: Task, { model, maxTokens = judge.prompt.maxTokens }: Asked): AsyncGenerator<Job> {
  return judgingJobs(judge, predicted, model, maxTokens);
}

/** Where the judgments of a model were written, and what they cost now. */
async function judgedBy(task: Task, options: Asked): Promise<{ path: string; dollars: number }> {
  const { submission, predicted, signal } = task;
  const { track } = submission;
  const { prompt, needs } = task.judge;
  const { out, model, price, concurrency, maxTokens = prompt.maxTokens } = options;
  const client = clientOf(options);
  const without = passedOver(task.judge, predicted);
  const report = {
    track: track.id,
    version: track.version,
    judge: model,
    prompt: { version: prompt.version, sha256: promptHash(prompt, maxTokens) },
    maxTokens,
    passedOver: without,
  };
  const answers = outcomes(jobsOf(task, options), client, concurrency, signal);
  const totals = await writeResults(answers, { out, file: JUDGMENTS, client, price, signal, report });
  process.stdout.write(`${model}: ${sentence(totals)}\n${spentSentence(client.spent)}\n`);
  if (without > 0) process.stdout.write(`${counted(without, "prediction")} without ${needs} passed over\n`);
  refuseFailed(totals, out);
  return { path: join(out, JUDGMENTS), dollars: client.spent.dollars };
}

interface Judgments {
  /** Files of judgments. */
  readonly first: string;
  readonly second: string;
  /** Who the second judge is. */
  readonly named: string;
  readonly out: string;
}

async function agree({ judge, submission, signal }: Task, { first, second, named, out }: Judgments): Promise<void> {
  const { track, gold } = submission;
  const judged = async (file: string) => predictedIn({ track, gold, predictions: await openSources([file]) }, signal);
  const agreement = await agreementOf(track, judge, await judged(first), await judged(second), signal);
  await writeWhole(join(out, AGREEMENT), [`${JSON.stringify({ with: named, ...agreement }, null, 2)}\n`]);
  const { predictions, withoutVerdict } = agreement;
  const left = withoutVerdict === 0 ? "" : `, ${withoutVerdict} left out on which one of the two gives no verdict`;
  process.stdout.write(`\nagreement with ${named} on ${counted(predictions, "prediction")}${left}\n${tableOf(agreement)}`);
}

function tableOf({ scores }: Agreement): string {
  const rows = Object.entries(scores).map(([id, score]) => {
    const { title, unit } = metrics[id as keyof typeof metrics];
    return [title, score.value === undefined ? (score.reason ?? "-") : figure(score, unit)];
  });
  return printTable(["metric", "value"], rows);
}
