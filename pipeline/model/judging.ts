import type { Scorecard } from "@stepladder/schema";
import type { AnyJudge } from "@stepladder/tracks/judge.ts";
import { loadGold } from "@stepladder/wasm/host/gold.ts";
import { goldItems, saidOf } from "@stepladder/wasm/host/look-up.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { CommandError } from "../core/errors.ts";
import { openKernels, type Submission } from "../core/submission.ts";
import { trackIds, trackModule } from "../core/tracks.ts";
import type { Job } from "./jobs.ts";
import { promptHash } from "./questions.ts";

/** The track's judge. Throws CommandError that lists the tracks that have one. */
export async function judgeOf(track: string): Promise<AnyJudge> {
  const judge = await trackModule<AnyJudge>(track, "judge.ts");
  if (judge !== undefined) return judge;
  const judges = await Promise.all(
    (await trackIds()).map(async (id) => ((await trackModule<AnyJudge>(id, "judge.ts")) === undefined ? [] : [id])),
  );
  throw new CommandError(`${track}: expected a track whose predictions a language model judges, one of ${judges.flat().join(", ")}`);
}

/** A prediction for an item; several of an item are told apart by `sample`. */
export interface Predicted {
  // biome-ignore lint/suspicious/noExplicitAny: items and predictions are private to each track
  readonly item: any;
  readonly id: string;
  readonly sample?: number;
  // biome-ignore lint/suspicious/noExplicitAny: items and predictions are private to each track
  readonly prediction: any;
}

/**
 * The predictions for items of gold, in its order. Throws InputError where gold is unusable or a prediction cannot be used, such as a
 * doubled one: nothing is to be paid for a file that has to be mended. CommandError where there is no prediction.
 */
export async function predictedIn(submission: Submission, signal: AbortSignal): Promise<Predicted[]> {
  const { track, gold: sources, predictions } = submission;
  const { problems } = await scoreTrack({ ...submission, kernels: await openKernels(), signal });
  // Gold may be a part of the benchmark: what is of no item of it is not judged.
  const faults = problems.filter(({ severity, kind }) => severity === "error" && kind !== "unknown-id");
  if (faults.length > 0) throw new InputError(faults);
  const gold = await loadGold(track, sources, { signal });
  const items = await goldItems(track, gold, sources, undefined, { signal });
  const said = await saidOf(track, gold, predictions, undefined, { signal });
  const found = gold.ids.flatMap((id, at) =>
    (said.get(at) ?? []).flatMap(({ sample, prediction }) =>
      prediction === undefined ? [] : [{ item: items.get(at), id, prediction, ...(sample === undefined ? {} : { sample }) }],
    ),
  );
  if (found.length > 0) return found;
  const names = predictions.map(({ name }) => name).join(", ");
  throw new CommandError(
    `${names}: expected predictions for items of the gold of ${track.id}, found none; give the gold that they are of with --gold`,
  );
}

/** One question for each prediction that holds what a judge looks at. */
export async function* judgingJobs(
  judge: AnyJudge,
  predicted: readonly Predicted[],
  model: string,
  maxTokens: number,
): AsyncGenerator<Job> {
  const { prompt } = judge;
  const signature = { judge: model, prompt: promptHash(prompt, maxTokens) };
  for (const { item, id, sample, prediction } of predicted) {
    const seen = judge.seen(item, prediction);
    if (seen === undefined) continue;
    const head = { id, ...(sample === undefined ? {} : { sample }) };
    const ask = { messages: prompt.messages(prompt.question(seen, undefined)), maxTokens };
    const record = (verdict: unknown, output: string): object => ({
      ...head,
      ...signature,
      prediction: judge.withVerdict(prediction, verdict),
      output,
    });
    // An answer of which nothing can be made is itself a finding about the judge.
    yield { ...head, ask, read: (output) => record(prompt.read?.(output, seen), output), unread: (output) => record(undefined, output) };
  }
}

/** Refuses a second judge that has no verdict on any prediction that is to be judged. Throws CommandError. */
export function refuseStranger(judge: AnyJudge, name: string, predicted: readonly Predicted[], second: readonly Predicted[]): void {
  const judged = new Set(predicted.filter(({ item, prediction }) => judge.seen(item, prediction) !== undefined).map(keyOf));
  const met = second.filter((own) => judged.has(keyOf(own)));
  if (met.some(({ prediction }) => judge.hasVerdict(prediction))) return;
  const found = met.length === 0 ? "none of them" : `no verdict on any of ${counted(met.length, "prediction")}`;
  throw new CommandError(`${name}: expected judgments of the same predictions by another judge, found ${found}`);
}

/** How the verdicts of two judges on the same predictions agree. */
export interface Agreement {
  /** Predictions on which both gave a verdict. */
  readonly predictions: number;
  /** Predictions of both that are left out, because one of the two gave none that could be parsed. */
  readonly withoutVerdict: number;
  readonly scores: Scorecard["scores"];
}

/** Holds the first judge's verdicts against the second's, by the track's own metrics. Throws CommandError where they have none in common. */
export async function agreementOf(
  track: AnyTrack,
  judge: AnyJudge,
  first: readonly Predicted[],
  second: readonly Predicted[],
  signal: AbortSignal,
): Promise<Agreement> {
  const others = new Map(second.map((own) => [keyOf(own), own]));
  const met = first.flatMap((own) => {
    const other = others.get(keyOf(own));
    return other === undefined ? [] : [{ own, other }];
  });
  const pairs = met.filter(({ own, other }) => judge.hasVerdict(own.prediction) && judge.hasVerdict(other.prediction));
  if (pairs.length === 0)
    throw new CommandError(
      `agreement: expected a prediction on which both judges give a verdict, found none among ${counted(met.length, "prediction")} that both judged`,
    );
  const gold = pairs.map(({ own, other }) => ({ ...judge.agreedWith(own.item, other.prediction), id: keyOf(own) }));
  const predictions = pairs.map(({ own }) => ({ id: keyOf(own), prediction: own.prediction }));
  const job = { track, gold: [asSource("gold.jsonl", gold)], predictions: [asSource("first.jsonl", predictions)] };
  const { scores } = await scoreTrack({ ...job, kernels: await openKernels(), signal });
  const own = Object.entries(scores).filter(([id]) => (judge.agreement as readonly string[]).includes(id));
  return { predictions: pairs.length, withoutVerdict: met.length - pairs.length, scores: Object.fromEntries(own) };
}

/** Repeats of an item are items of their own here. A record without a number is the first repeat. */
function keyOf({ id, sample = 0 }: Predicted): string {
  return `${id}#${sample}`;
}

function asSource(name: string, records: readonly object[]): Source {
  return fromBlob(name, new Blob([records.map((record) => `${JSON.stringify(record)}\n`).join("")]));
}
