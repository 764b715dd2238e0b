import { escapeUnseen } from "@stepladder/wasm/intake/excerpt.ts";
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { CommandError } from "../core/errors.ts";
import type { Failure } from "../core/mining.ts";

/** A request that was tried as often as allowed and has no answer: it is not kept, a later run asks again. */
export class NoAnswer extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NoAnswer";
  }
}

/** What `failures.jsonl` tells of an input without an answer. */
export function failureOf(id: string, { message }: NoAnswer): Failure {
  return {
    id,
    kind: "no-answer",
    expected: "an answer of the model",
    found: message,
    fix: "run the same command again: answers that came are kept",
  };
}

/** Who was asked, and with how much patience. */
interface Asked {
  readonly baseUrl: string;
  readonly model: string;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** What a failed request means for the run: NoAnswer where others may still succeed, CommandError where none can. */
export function meaningOf(error: unknown, { baseUrl, model, retries, timeoutMs }: Asked): Error {
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
  if (status !== undefined) return new NoAnswer(`${baseUrl}: expected an answer, found status ${status}${said(error)}`, { cause: error });
  return new NoAnswer(`${baseUrl}: expected a chat completion or embeddings as JSON, found something else`, { cause: error });
}

/** Characters of an endpoint's own words that are told. */
const LONGEST = 200;

/** What the endpoint says of its refusal: the one hint where a parameter does not suit the model. */
function said(error: unknown): string {
  const body = error instanceof APIError ? (error.error as unknown) : undefined;
  const message = typeof body === "object" && body !== null && "message" in body ? body.message : undefined;
  return typeof message === "string" && message !== "" ? `, which says "${escapeUnseen(message.slice(0, LONGEST))}"` : "";
}

/** Answers of an endpoint after which asking on is of no use, and what mends it. */
const FATAL: Readonly<Record<number, string>> = {
  401: "give a valid key in STEPLADDER_API_KEY",
  402: "the account has no money left",
  403: "this key may not use the model",
  404: "check --base-url and --model",
};

/** Requests without a connection, one after the other from the first on, after which nothing is taken to be there. */
const NOWHERE = 8;

/** Whether anything answers at an address: where the first requests all find no connection, others are of no use. */
export class Reach {
  readonly #baseUrl: string;
  #lost = 0;
  #found = false;

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  found(): void {
    this.#found = true;
  }

  /** Counts a request that failed; anything but a connection that did not come about tells that something is there. */
  failed(error: unknown): void {
    if (error instanceof APIConnectionError && !(error instanceof APIConnectionTimeoutError)) this.#lost++;
    else this.found();
    this.refuseNowhere();
  }

  /** Throws CommandError where nothing is there. */
  refuseNowhere(): void {
    if (this.#found || this.#lost < NOWHERE) return;
    throw new CommandError(
      `${this.#baseUrl}: expected an endpoint, found no connection for the first ${NOWHERE} requests; check --base-url and that the endpoint runs`,
    );
  }
}
