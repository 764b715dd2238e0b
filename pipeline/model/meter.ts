import { CommandError } from "../core/errors.ts";

/** Dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** Tokens of a request and of its answer. */
export interface Usage {
  readonly input: number;
  readonly output: number;
}

/** About how many tokens a text has; four characters each, as English has. Endpoints count by rules of their own. */
export function roughTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** What was asked so far. */
export interface Spent {
  readonly asked: number;
  /** Answers that were kept, or that another request under way brought. */
  readonly cached: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** 0 where no price is known. */
  readonly dollars: number;
  readonly priced: boolean;
}

/** What was asked, for the terminal. */
export function spentSentence({ asked, cached, inputTokens, outputTokens, dollars, priced }: Spent): string {
  const cost = priced ? `, ${dollars.toFixed(4)} dollars` : "";
  return `${asked} requests answered, ${cached} answers were kept from before, ${inputTokens} + ${outputTokens} tokens${cost}`;
}

/** Counts requests, tokens and dollars, and lets no request go out that could cost more than allowed. */
export class Meter {
  readonly #price: Price | undefined;
  readonly #maxCost: number | undefined;
  #spent: Spent;
  /** Dollars that requests under way may cost at most. */
  #promised = 0;

  constructor(price: Price | undefined, maxCost: number | undefined) {
    this.#price = price;
    this.#spent = { asked: 0, cached: 0, inputTokens: 0, outputTokens: 0, dollars: 0, priced: price !== undefined };
    this.#maxCost = maxCost;
  }

  get spent(): Spent {
    return this.#spent;
  }

  dollars({ input, output }: Usage): number {
    return this.#price === undefined ? 0 : (input * this.#price.input + output * this.#price.output) / 1e6;
  }

  /** Counts answers that cost nothing. */
  kept(answers: number): void {
    this.#spent = { ...this.#spent, cached: this.#spent.cached + answers };
  }

  /** Sends a request that costs `most` dollars at most. Throws CommandError where these are more than is left. */
  async paid<Answered extends { readonly usage: Usage }>(most: number, request: () => Promise<Answered>): Promise<Answered> {
    this.#refuseBeyondLimit(most);
    this.#promised += most;
    try {
      const answered = await request();
      const { input, output } = answered.usage;
      const { asked, inputTokens, outputTokens, dollars } = this.#spent;
      this.#spent = {
        ...this.#spent,
        asked: asked + 1,
        inputTokens: inputTokens + input,
        outputTokens: outputTokens + output,
        dollars: dollars + this.dollars(answered.usage),
      };
      return answered;
    } finally {
      this.#promised -= most;
    }
  }

  #refuseBeyondLimit(most: number): void {
    if (this.#maxCost === undefined || this.#spent.dollars + this.#promised + most <= this.#maxCost) return;
    throw new CommandError(
      `cost: expected to stay within ${this.#maxCost} dollars, found ${this.#spent.dollars.toFixed(4)} spent and up to ${(this.#promised + most).toFixed(4)} asked for; answers so far are kept: run again with a higher --max-cost to go on`,
    );
  }
}
