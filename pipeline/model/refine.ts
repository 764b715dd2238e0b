import type { DroppedProcedure, MinedProcedure, Unmined } from "@stepladder/schema";
import { CommandError } from "../core/errors.ts";
import type { Drop, Failure } from "../core/mining.ts";
import type { Ask, ModelClient } from "./client.ts";
import { failureOf, NoAnswer } from "./failures.ts";
import { inOrder } from "./in-order.ts";
import { Unreadable } from "./json.ts";
import { extract } from "./stages/extract.ts";
import { stages } from "./stages/index.ts";
import type { Stage, Verdict } from "./stages/stage.ts";

/** What goes in: a procedure that was mined, or the text of a page on which none was found. */
export type Input = { readonly procedure: MinedProcedure } | { readonly unmined: Unmined };

/** What came of one input. */
export type Outcome =
  | { readonly kind: "kept"; readonly procedure: MinedProcedure }
  | { readonly kind: "dropped"; readonly dropped: DroppedProcedure }
  /** A page whose text has no procedure: there is nothing to keep for inspection but its id. */
  | { readonly kind: "none"; readonly id: string; readonly drop: Drop }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Ids of all stages, in the order in which they run. */
export const STAGES: readonly string[] = [extract.id, ...stages.map(({ id }) => id)];

/** The stages of these ids, in the order in which they run. Throws CommandError where one is unknown. */
export function stagesOf(ids: readonly string[]): { readonly extracts: boolean; readonly chain: readonly Stage[] } {
  const strange = ids.find((id) => !STAGES.includes(id));
  if (strange !== undefined) throw new CommandError(`--stages: expected some of ${STAGES.join(", ")}, found ${JSON.stringify(strange)}`);
  return { extracts: ids.includes(extract.id), chain: stages.filter(({ id }) => ids.includes(id)) };
}

export interface Refining {
  readonly client: ModelClient;
  readonly extracts: boolean;
  readonly chain: readonly Stage[];
  /** Inputs under way at once; outcomes come in the order of the inputs all the same. */
  readonly window: number;
  readonly signal: AbortSignal;
}

/** Takes every input through the stages. Throws what ends a run: no key, no money left, an interruption. */
export function refined(inputs: AsyncIterable<Input>, refining: Refining): AsyncGenerator<Outcome> {
  return inOrder(taken(inputs, refining), refining.window, (input) => outcomeOf(input, refining));
}

/** Pages without a procedure are for the first stage alone. */
async function* taken(inputs: AsyncIterable<Input>, { extracts }: Pick<Refining, "extracts">): AsyncGenerator<Input> {
  for await (const input of inputs) if (extracts || "procedure" in input) yield input;
}

async function outcomeOf(input: Input, refining: Refining): Promise<Outcome> {
  const id = "unmined" in input ? input.unmined.id : input.procedure.id;
  try {
    if ("procedure" in input) return await through(input.procedure, refining);
    const verdict = await asked(extract, input.unmined, refining);
    return "kept" in verdict ? await through(verdict.kept, refining) : { kind: "none", id, drop: verdict.dropped };
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: "failed", failure: failureOf(id, error) };
    throw error;
  }
}

async function through(first: MinedProcedure, refining: Refining): Promise<Outcome> {
  let procedure = first;
  for (const stage of refining.chain) {
    const verdict = await asked(stage, procedure, refining);
    if ("dropped" in verdict) return { kind: "dropped", dropped: { filter: `model-${stage.id}`, ...verdict.dropped, procedure } };
    procedure = verdict.kept;
  }
  return { kind: "kept", procedure };
}

/** Asks a stage's question, and once more with what was wrong where the answer cannot be read. */
async function asked<In>(stage: Stage<In>, input: In, { client, signal }: Refining): Promise<Verdict> {
  const first = stage.ask(input);
  const { text } = await client.ask(first, signal);
  try {
    return stage.read(text, input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const again = await client.ask(corrected(first, text, error.message), signal);
    return lastWord(stage, again.text, input);
  }
}

function lastWord<In>(stage: Stage<In>, text: string, input: In): Verdict {
  try {
    return stage.read(text, input);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { dropped: { reason: "unreadable-answer", detail: error.message } };
  }
}

/** The same request, the answer that could not be read, and why. */
function corrected({ messages, maxTokens }: Ask, answer: string, fault: string): Ask {
  const correction = `This could not be used: ${fault}. Answer with the JSON object alone, in the form that was asked for.`;
  return { messages: [...messages, { role: "assistant", content: answer }, { role: "user", content: correction }], maxTokens };
}

/** What a run would ask and cost at most: later stages are counted as if nothing were dropped before them. */
export interface Forecast {
  readonly stage: string;
  readonly calls: number;
  readonly cached: number;
  readonly inputTokens: number;
  /** At most. */
  readonly outputTokens: number;
  /** At most. */
  readonly dollars: number;
}

/** Counts without asking anything. */
export async function forecast(inputs: AsyncIterable<Input>, { client, extracts, chain }: Refining): Promise<Forecast[]> {
  const rows = new Map<string, Forecast>();
  const count = async (stage: string, ask: Ask): Promise<void> => {
    const { cached, inputTokens, dollars } = await client.estimate(ask);
    const row = rows.get(stage) ?? { stage, calls: 0, cached: 0, inputTokens: 0, outputTokens: 0, dollars: 0 };
    rows.set(stage, {
      stage,
      calls: row.calls + 1,
      cached: row.cached + Number(cached),
      inputTokens: row.inputTokens + (cached ? 0 : inputTokens),
      outputTokens: row.outputTokens + (cached ? 0 : ask.maxTokens),
      dollars: row.dollars + dollars,
    });
  };
  for await (const input of taken(inputs, { extracts })) {
    if ("unmined" in input) await count(extract.id, extract.ask(input.unmined));
    const procedure = "unmined" in input ? standIn(input.unmined) : input.procedure;
    for (const stage of chain) await count(stage.id, stage.ask(procedure));
  }
  return [...rows.values()];
}

/** A procedure that holds all of a page's text: none that is found there is longer. */
function standIn({ id, lang, source, text }: Unmined): MinedProcedure {
  return { id, goal: id, lang, resources: [], steps: [{ text, pointer: "text" }], source, miner: "model", score: 0, pointer: "text" };
}
