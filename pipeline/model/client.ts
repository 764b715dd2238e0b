import OpenAI from "openai";
import PQueue from "p-queue";
import { Answer, Answers, contentHash, Embedding } from "./answers.ts";
import { embeddingsOf, vectorsOf } from "./embeddings.ts";
import { meaningOf, NoAnswer, Reach } from "./failures.ts";
import { Meter, type Price, roughTokens, type Spent } from "./meter.ts";

/** In milliseconds: what a timer of Node can wait. */
const LONGEST_TIMER = 2 ** 31 - 1;

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
  /** Absent: nothing costs. */
  readonly price?: Price | undefined;
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
  /** 0 where absent: then the answer that is most likely, as far as the endpoint can. */
  readonly temperature?: number;
  /** Which repeat of the request this is: each is asked and kept for itself. Absent: the first. */
  readonly sample?: number;
}

/** The hash that an answer is kept under: of endpoint-independent content alone, so that a moved endpoint loses no answers. */
export function hashOf(model: string, { messages, maxTokens, temperature = 0, sample = 0 }: Ask): string {
  const drawn = temperature === 0 && sample === 0 ? [] : [temperature, sample];
  return contentHash([model, maxTokens, messages.map(({ role, content }) => [role, content]), ...drawn]);
}

/** The one client of OpenAI-compatible endpoints: answers are kept, speed and cost have limits, failures are told apart. */
export class ModelClient {
  readonly #options: ModelOptions;
  readonly #api: OpenAI;
  readonly #answers: Answers<Answer>;
  readonly #embeddings: Answers<Embedding>;
  readonly #meter: Meter;
  readonly #queue: PQueue;
  /** Requests under way, by hash: who asks the same waits for the same answer. */
  readonly #under = new Map<string, Promise<Answer>>();
  readonly #reach: Reach;

  constructor(options: ModelOptions) {
    this.#options = options;
    this.#answers = new Answers(options.cache, Answer);
    this.#embeddings = new Answers(options.cache, Embedding);
    this.#meter = new Meter(options.price, options.maxCost);
    this.#api = new OpenAI({
      baseURL: options.baseUrl,
      apiKey: options.apiKey ?? "none",
      timeout: options.timeoutMs,
      maxRetries: options.retries,
      logLevel: "off",
    });
    this.#reach = new Reach(options.baseUrl);
    this.#queue = new PQueue({
      concurrency: options.concurrency,
      ...(options.perMinute === undefined ? {} : { intervalCap: options.perMinute, interval: 60_000, strict: true }),
    });
  }

  get model(): string {
    return this.#options.model;
  }

  get spent(): Spent {
    return this.#meter.spent;
  }

  /** What an answer costs at most, by rough count of tokens; 0 where it is kept already. */
  async estimate(ask: Ask): Promise<{ readonly cached: boolean; readonly inputTokens: number; readonly dollars: number }> {
    const inputTokens = ask.messages.reduce((sum, { content }) => sum + roughTokens(content), 0);
    const cached = (await this.#answers.get(hashOf(this.model, ask))) !== undefined;
    return { cached, inputTokens, dollars: cached ? 0 : this.#meter.dollars({ input: inputTokens, output: ask.maxTokens }) };
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
      this.#meter.kept(1);
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

  /**
   * The vector of each text, which is not empty, in order and all of one length: kept or fresh, many to a request. Throws as `ask` does,
   * and CommandError where kept and fresh vectors are not of one model.
   */
  async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    signal.throwIfAborted();
    return embeddingsOf(texts, {
      model: this.model,
      kept: this.#embeddings,
      meter: this.#meter,
      request: (batch) => this.#queue.add(() => this.#vectors(batch, signal), { signal }),
    });
  }

  async #keptOrFresh(ask: Ask, hash: string, signal: AbortSignal): Promise<Answer> {
    const kept = await this.#answers.get(hash);
    if (kept === undefined) return this.#queue.add(() => this.#fetch(ask, hash, signal), { signal });
    this.#meter.kept(1);
    return kept;
  }

  async #fetch(ask: Ask, hash: string, signal: AbortSignal): Promise<Answer> {
    const { dollars } = await this.estimate(ask);
    await this.#answers.prepare();
    return this.#meter.paid(dollars, async () => {
      const answer = await this.#completion(ask, signal);
      await this.#answers.put(hash, answer);
      return answer;
    });
  }

  #completion({ messages, maxTokens, temperature = 0 }: Ask, signal: AbortSignal): Promise<Answer> {
    return this.#sent(signal, async (patience) => {
      const response = await this.#api.chat.completions.create(
        { model: this.model, temperature, max_tokens: maxTokens, messages: messages.map((message) => ({ ...message })) },
        { signal: patience },
      );
      const [choice] = response.choices ?? [];
      const text = choice?.message?.content;
      if (typeof text !== "string") throw new NoAnswer("expected a chat completion with text, found something else");
      const usage = { input: response.usage?.prompt_tokens ?? 0, output: response.usage?.completion_tokens ?? 0 };
      return { text, usage, ...(choice?.finish_reason === "length" ? { cut: true } : {}) };
    });
  }

  #vectors(texts: readonly string[], signal: AbortSignal): Promise<{ vectors: number[][]; usage: { input: number; output: number } }> {
    return this.#sent(signal, async (patience) => {
      // Plain numbers: not every endpoint knows the packed form that the library asks for by itself.
      const response = await this.#api.embeddings.create(
        { model: this.model, input: [...texts], encoding_format: "float" },
        { signal: patience },
      );
      return { vectors: vectorsOf(response.data, texts.length), usage: { input: response.usage?.prompt_tokens ?? 0, output: 0 } };
    });
  }

  async #sent<Result>(signal: AbortSignal, request: (patience: AbortSignal) => Promise<Result>): Promise<Result> {
    const { timeoutMs, retries } = this.#options;
    this.#reach.refuseNowhere();
    // The library's own time limit ends with the head of a response: a body that stalls is cut off here.
    const patience = AbortSignal.timeout(Math.min(timeoutMs * (retries + 1) * 2, LONGEST_TIMER));
    try {
      const result = await request(AbortSignal.any([signal, patience]));
      this.#reach.found();
      return result;
    } catch (error) {
      signal.throwIfAborted();
      this.#reach.failed(error);
      throw meaningOf(error, this.#options);
    }
  }
}
