import { basename, join } from "node:path";
import { figure } from "@stepladder/wasm/host/print.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { metrics } from "@stepladder/wasm/metrics";
import type { Command } from "commander";
import { CommandError } from "../core/errors.ts";
import { interrupted } from "../core/interrupt.ts";
import { writeWhole } from "../core/output.ts";
import { openSubmission, type Submission } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { forecast, outcomes } from "../model/jobs.ts";
import { type Agreement, agreementOf, judgeOf, judgingJobs, predictedIn } from "../model/judging.ts";
import { spentSentence } from "../model/meter.ts";
import { asked, clientOf, type ModelGiven, maxTokensOption, modelOptions } from "../model/options.ts";
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
    .option("--out <folder>", `where to write ${JUDGMENTS}, ${FAILURES}, ${REPORT}, and ${AGREEMENT} with a second judge`)
    .option("--gold <path>", "gold with the references; default: the track's own")
    .option("--second-model <name>", `another model of the endpoint that judges the same, into ${SECOND}/ of --out`)
    .option("--second <file>", "judgments of the same predictions by another judge, or by people, to agree with");
  maxTokensOption(command);
  modelOptions(command).action(judge);
}

async function judge(id: string, files: string[], given: Options, command: Command): Promise<void> {
  if (given.second !== undefined && given.secondModel !== undefined)
    command.error("error: expected --second or --second-model, found both; judge twice to hold three against each other");
  await judgeOf(id);
  const options = asked(given, command);
  const signal = interrupted();
  const submission = await openSubmission(id, files, options.gold, signal);
  const { secondModel, maxCost } = options;
  const own = await judgedBy(options, submission, signal);
  // What the first model cost is no longer there for the second.
  const left = maxCost === undefined ? {} : { maxCost: Math.max(0, maxCost - own.dollars) };
  const other = secondModel === undefined ? undefined : { ...options, ...left, model: secondModel, out: join(options.out, SECOND) };
  const second = other === undefined ? options.second : (await judgedBy(other, submission, signal)).path;
  const { path: first } = own;
  if (first === undefined) return;
  const against = options.gold === undefined ? "" : ` --gold ${options.gold}`;
  process.stdout.write(`score them: stepladder score ${id} ${first}${against}\n`);
  if (second !== undefined) await agree(submission, { first, second, named: secondModel ?? basename(second), out: options.out }, signal);
}

/** Where the judgments of a model were written, and what they cost now; nowhere in a dry run. */
async function judgedBy(options: Asked, submission: Submission, signal: AbortSignal): Promise<{ path?: string; dollars: number }> {
  const { out, model, price } = options;
  const { track } = submission;
  const declared = await judgeOf(track.id);
  const client = clientOf(options);
  const predicted = await predictedIn(submission, signal);
  const { maxTokens = declared.prompt.maxTokens } = options;
  const jobs = judgingJobs(declared, predicted, model, maxTokens);
  if (options.dryRun === true) {
    process.stdout.write(forecastTable(await forecast(jobs, client), price !== undefined));
    return { dollars: 0 };
  }
  const passedOver = predicted.filter(({ item, prediction }) => declared.seen(item, prediction) === undefined).length;
  if (passedOver === predicted.length)
    throw new CommandError(
      `predictions for ${track.id}: expected ${declared.needs} to judge, found none in ${counted(passedOver, "prediction")}`,
    );
  const { prompt } = declared;
  const report = {
    track: track.id,
    version: track.version,
    judge: model,
    prompt: { version: prompt.version, sha256: promptHash(prompt) },
    maxTokens,
    passedOver,
  };
  const totals = await writeResults(outcomes(jobs, client, options.concurrency, signal), {
    out,
    file: JUDGMENTS,
    client,
    price,
    signal,
    report,
  });
  process.stdout.write(`${model}: ${sentence(totals)}\n${spentSentence(client.spent)}\n`);
  if (passedOver > 0) process.stdout.write(`${counted(passedOver, "prediction")} without ${declared.needs} passed over\n`);
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

async function agree({ track, gold }: Submission, { first, second, named, out }: Judgments, signal: AbortSignal): Promise<void> {
  const judged = async (file: string) => predictedIn({ track, gold, predictions: await openSources([file]) }, signal);
  const agreement = await agreementOf(track, await judgeOf(track.id), await judged(first), await judged(second), signal);
  await writeWhole(join(out, AGREEMENT), [`${JSON.stringify({ with: named, ...agreement }, null, 2)}\n`]);
  process.stdout.write(`\nagreement with ${named} on ${counted(agreement.predictions, "prediction")}\n${tableOf(agreement)}`);
}

function tableOf({ scores }: Agreement): string {
  const rows = Object.entries(scores).map(([id, score]) => {
    const { title, unit } = metrics[id as keyof typeof metrics];
    return [title, score.value === undefined ? (score.reason ?? "-") : figure(score, unit)];
  });
  return printTable(["metric", "value"], rows);
}
