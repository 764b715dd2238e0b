import { createHash } from "node:crypto";
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import PQueue from "p-queue";
import { CommandError } from "../core/errors.ts";
import { type Answer, Answers } from "./answers.ts";

/** Which model is asked, how fast, and for how much at most. */
export interface ModelOptions {
  /** Address of an OpenAI-compatible endpoint, `/v1` and all. */
  readonly baseUrl: string;
  readonly model: string;
  /** Endpoints on one's own machine need none. */
  readonly apiKey?: string | undefined;
  /** Folder of answers that are kept. */
  readonly cache: string;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Requests started in any minute; absent: no limit. */
  readonly perMinute?: number | undefined;
  /** Dollars for a million tokens; absent: 0. */
  readonly price?: { readonly input: number; readonly output: number } | undefined;
  /** Dollars after which no request is sent; absent: no limit. */
  readonly maxCost?: number | undefined;
  /** Milliseconds after which a request is given up and tried anew. */
  readonly timeoutMs: number;
  /** How often a request that failed for no fault of its own is tried again. */
  readonly retries: number;
}

/** One request. All of it is in the hash that its answer is kept under. */
export interface Ask {
  readonly messages: readonly { readonly role: "system" | "user" | "assistant"; readonly content: string }[];
  /** Most tokens of the answer. */
  readonly maxTokens: number;
}

/** What was asked so far. */
export interface Spent {
  readonly asked: number;
  /** Answers that were kept, or that another request under way brought. */
  readonly cached: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly dollars: number;
}

/** A request that was tried as often as allowed and has no answer: it is not kept, a later run asks again. */
export class NoAnswer extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NoAnswer";
  }
}

/** About how many tokens a text has; four characters each, as English has. Endpoints count by rules of their own. */
export function roughTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** The hash that an answer is kept under: of endpoint-independent content alone, so that a moved endpoint loses no answers. */
export function hashOf(model: string, { messages, maxTokens }: Ask): string {
  return createHash("sha256")
    .update(JSON.stringify([model, maxTokens, messages.map(({ role, content }) => [role, content])]))
    .digest("hex");
}

/** The one client of OpenAI-compatible endpoints: answers are kept, speed and cost have limits, failures are told apart. */
export class ModelClient {
  readonly #options: ModelOptions;
  readonly #api: OpenAI;
  readonly #answers: Answers;
  readonly #queue: PQueue;
  /** Requests under way, by hash: who asks the same waits for the same answer. */
  readonly #under = new Map<string, Promise<Answer>>();
  #spent: Spent = { asked: 0, cached: 0, inputTokens: 0, outputTokens: 0, dollars: 0 };
  /** Dollars that requests under way may cost at most. */
  #promised = 0;

  constructor(options: ModelOptions) {
    this.#options = options;
    this.#answers = new Answers(options.cache);
    this.#api = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey ?? "none",
      timeout: options.timeoutMs,
      maxRetries: options.retries,
      logLevel: "off",
    });
    this.#queue = new PQueue({
      concurrency: options.concurrency,
      ...(options.perMinute === undefined ? {} : { intervalCap: options.perMinute, interval: 60_000, strict: true }),
    });
  }

  get model(): string {
    return this.#options.model;
  }

  get spent(): Spent {
    return this.#spent;
  }

  /** What an answer costs at most, by rough count of tokens; 0 where it is kept already. */
  async estimate(ask: Ask): Promise<{ readonly cached: boolean; readonly inputTokens: number; readonly dollars: number }> {
    const inputTokens = ask.messages.reduce((sum, { content }) => sum + roughTokens(content), 0);
    const cached = (await this.#answers.get(hashOf(this.model, ask))) !== undefined;
    return { cached, inputTokens, dollars: cached ? 0 : this.#dollars(inputTokens, ask.maxTokens) };
  }

  /**
   * The answer, kept or fresh. Throws NoAnswer where the endpoint gave none, CommandError where no request can succeed (key, model,
   * address) or the money is spent, and the signal's reason where it aborts.
   */
  async ask(ask: Ask, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const hash = hashOf(this.model, ask);
    const under = this.#under.get(hash);
    if (under !== undefined) {
      this.#spent = { ...this.#spent, cached: this.#spent.cached + 1 };
      return under;
    }
    const answer = this.#keptOrFresh(ask, hash, signal);
    this.#under.set(hash, answer);
    try {
      return await answer;
    } finally {
      this.#under.delete(hash);
    }
  }

  async #keptOrFresh(ask: Ask, hash: string, signal: AbortSignal): Promise<Answer> {
    const kept = await this.#answers.get(hash);
    if (kept === undefined) return this.#queue.add(() => this.#fetch(ask, hash, signal), { signal });
    this.#spent = { ...this.#spent, cached: this.#spent.cached + 1 };
    return kept;
  }

  async #fetch(ask: Ask, hash: string, signal: AbortSignal): Promise<Answer> {
    const { dollars } = await this.estimate(ask);
    this.#refuseBeyondLimit(dollars);
    this.#promised += dollars;
    try {
      const answer = await this.#request(ask, signal);
      await this.#answers.put(hash, answer);
      const { input, output } = answer.usage;
      this.#spent = {
        ...this.#spent,
        asked: this.#spent.asked + 1,
        inputTokens: this.#spent.inputTokens + input,
        outputTokens: this.#spent.outputTokens + output,
        dollars: this.#spent.dollars + this.#dollars(input, output),
      };
      return answer;
    } finally {
      this.#promised -= dollars;
    }
  }

  async #request(ask: Ask, signal: AbortSignal): Promise<Answer> {
    const { model, timeoutMs, retries } = this.#options;
    // The client's own time limit ends with the head of a response: a body that stalls is cut off here.
    const patience = AbortSignal.timeout(timeoutMs * (retries + 1) * 2);
    try {
      const response = await this.#api.chat.completions.create(
        { model, temperature: 0, max_tokens: ask.maxTokens, messages: ask.messages.map((message) => ({ ...message })) },
        { signal: AbortSignal.any([signal, patience]) },
      );
      const text = response.choices?.[0]?.message?.content;
      if (typeof text !== "string") throw new NoAnswer("expected a chat completion with text, found something else");
      return { text, usage: { input: response.usage?.prompt_tokens ?? 0, output: response.usage?.completion_tokens ?? 0 } };
    } catch (error) {
      signal.throwIfAborted();
      throw this.#told(error);
    }
  }

  /** What a failed request means for the run. */
  #told(error: unknown): Error {
    const { baseUrl, model, retries, timeoutMs } = this.#options;
    if (error instanceof NoAnswer) return error;
    if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
      return new NoAnswer(`${baseUrl}: expected an answer within ${timeoutMs / 1000} s, found none in ${retries + 1} tries`, {
        cause: error,
      });
    if (error instanceof APIConnectionError) return new NoAnswer(`${baseUrl}: expected an endpoint, found no connection`, { cause: error });
    const status = error instanceof APIError ? (error.status as number | undefined) : undefined;
    const fatal = status === undefined ? undefined : FATAL[status];
    if (fatal !== undefined)
      return new CommandError(`${baseUrl}: expected an answer of ${model}, found status ${status}: ${fatal}`, { cause: error });
    if (status !== undefined) return new NoAnswer(`${baseUrl}: expected an answer, found status ${status}`, { cause: error });
    return new NoAnswer(`${baseUrl}: expected a chat completion as JSON, found something else`, { cause: error });
  }

  #refuseBeyondLimit(dollars: number): void {
    const { maxCost } = this.#options;
    if (maxCost === undefined || this.#spent.dollars + this.#promised + dollars <= maxCost) return;
    throw new CommandError(
      `cost: expected to stay within ${maxCost} dollars, found ${this.#spent.dollars.toFixed(4)} spent and up to ${(this.#promised + dollars).toFixed(4)} asked for; answers so far are kept: run again with a higher --max-cost to go on`,
    );
  }

  #dollars(input: number, output: number): number {
    const { price } = this.#options;
    return price === undefined ? 0 : (input * price.input + output * price.output) / 1e6;
  }
}

/** Answers of an endpoint after which asking on is of no use, and what mends it. */
const FATAL: Readonly<Record<number, string>> = {
  401: "give a valid key in STEPLADDER_API_KEY",
  402: "the account has no money left",
  403: "this key may not use the model",
  404: "check --base-url and --model",
};
