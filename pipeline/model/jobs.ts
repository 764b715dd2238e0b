import type { Problem } from "@stepladder/schema";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import type { Failure } from "../core/mining.ts";
import type { Answer } from "./answers.ts";
import type { Ask, ModelClient } from "./client.ts";
import { failureOf, NoAnswer } from "./failures.ts";
import { inOrder } from "./in-order.ts";

/** One request of a run, and what is made of its answer. */
export interface Job {
  /** Of the item. */
  readonly id: string;
  /** Which repeat of the item, where there are several. */
  readonly sample?: number;
  readonly ask: Ask;
  /** The record that is written. Throws RecordProblem where the answer does not hold what was asked for. */
  read(answer: string): object;
  /** The record that stands for an answer that cannot be read; absent, or nothing: none does. */
  unread?(answer: string): object | undefined;
}

/** What came of one request. */
export type Outcome =
  | { readonly kind: "answered"; readonly record: object; readonly answer: Answer }
  /** The model answered, but not in the form that was asked for: a later run has the same answer. */
  | { readonly kind: "unreadable"; readonly failure: Failed; readonly record?: object; readonly answer: Answer }
  /** There is no answer: a later run asks again. */
  | { readonly kind: "failed"; readonly failure: Failed };

/** A line of `failures.jsonl`. */
export type Failed = Failure & { readonly sample?: number; readonly output?: string };

/** Asks every request, in order. Throws what ends a run: no key, no money left, an interruption. */
export function outcomes(jobs: AsyncIterable<Job>, client: ModelClient, concurrency: number, signal: AbortSignal): AsyncGenerator<Outcome> {
  return inOrder(jobs, 4 * concurrency, (job) => outcomeOf(job, client, signal));
}

async function outcomeOf(job: Job, client: ModelClient, signal: AbortSignal): Promise<Outcome> {
  const sample = job.sample === undefined ? {} : { sample: job.sample };
  try {
    const answer = await client.ask(job.ask, signal);
    const { text } = answer;
    try {
      return { kind: "answered", record: job.read(text), answer };
    } catch (error) {
      if (!(error instanceof RecordProblem)) throw error;
      const failure = { ...unreadable(job.id, error.problem), ...sample, output: text };
      const record = job.unread?.(text);
      return { kind: "unreadable", failure, answer, ...(record === undefined ? {} : { record }) };
    }
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "failed", failure: { ...failureOf(job.id, error), ...sample } };
    throw error;
  }
}

function unreadable(id: string, { expected, found, fix }: Pick<Problem, "expected" | "found" | "fix">): Failure {
  return { id, kind: "unreadable-answer", expected, found, fix };
}

/** What a run would ask, and cost at most. */
export interface Forecast {
  readonly calls: number;
  readonly cached: number;
  /** By rough count, of requests whose answer is not kept. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly dollars: number;
}

/** Counts without asking anything. */
export async function forecast(jobs: AsyncIterable<Job>, client: ModelClient): Promise<Forecast> {
  let sum: Forecast = { calls: 0, cached: 0, inputTokens: 0, outputTokens: 0, dollars: 0 };
  for await (const { ask } of jobs) {
    const { cached, inputTokens, dollars } = await client.estimate(ask);
    sum = {
      calls: sum.calls + 1,
      cached: sum.cached + Number(cached),
      inputTokens: sum.inputTokens + (cached ? 0 : inputTokens),
      outputTokens: sum.outputTokens + (cached ? 0 : ask.maxTokens),
      dollars: sum.dollars + dollars,
    };
  }
  return sum;
}
