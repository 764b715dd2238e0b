import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { atLeastOne, wholeUpTo } from "../core/arguments.ts";
import { CommandError } from "../core/errors.ts";
import { ModelClient } from "./client.ts";
import type { Price } from "./meter.ts";

/** How an endpoint is asked, as typed. */
export interface EndpointGiven {
  readonly baseUrl?: string;
  readonly concurrency: number;
  readonly perMinute?: number;
  readonly price?: Price;
  readonly maxCost?: number;
  readonly cache?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly retries: number;
}

/** The same, with the model and whether it is asked at all. */
export interface ModelGiven extends EndpointGiven {
  readonly out?: string;
  readonly model?: string;
  readonly dryRun?: boolean;
}

/** In seconds. */
const DAY = 86_400;

/** Adds the options of a command that may ask an endpoint. */
export function endpointOptions(command: Command): Command {
  return command
    .option(
      "--base-url <url>",
      "an OpenAI-compatible endpoint, such as http://localhost:11434/v1; its key is read from STEPLADDER_API_KEY",
      address,
    )
    .option("--concurrency <number>", "requests under way at once", wholeUpTo(1000, 1), 8)
    .option("--per-minute <number>", "requests started in any minute at most", atLeastOne)
    .option("--price <input,output>", "dollars for a million tokens of requests and of answers", prices)
    .option("--max-cost <dollars>", "send nothing beyond this", dollars)
    .option("--cache <folder>", "where answers are kept by the hash of their request (default: .answers in --out)")
    .option("--timeout <seconds>", "give a request up after this long and try again", wholeUpTo(DAY, 1), 120)
    .option("--retries <number>", "tries after the first one", wholeUpTo(100), 4);
}

/** Adds the options of a command that is about asking a model. */
export function modelOptions(command: Command): Command {
  command.option("--model <name>", "the model, as the endpoint names it", named);
  return endpointOptions(command).option("--dry-run", "ask nothing: count calls, tokens and dollars");
}

/** Adds the option of a command whose prompts may be given longer answers, as models need that think in them. */
export function maxTokensOption(command: Command): Command {
  return command.option("--max-tokens <number>", "longest answer, in tokens (default: the prompt's own)", atLeastOne);
}

/** The options with those that a run cannot do without; all that are missing are told at once (exit code 2). */
export function needed<Given extends object, Name extends keyof Given & string>(
  given: Given,
  names: readonly Name[],
  command: Command,
  hint = "",
): Given & { readonly [Own in Name]-?: Exclude<Given[Own], undefined> } {
  const missing = names.filter((name) => given[name] === undefined);
  const written = missing.map((name) => command.options.find((option) => option.attributeName() === name)?.long ?? name);
  return missing.length > 0 ? command.error(`error: expected ${written.join(", ")}${hint}`) : (given as never);
}

/** What a run that asks nothing stands for where it is not told. */
const ANY = { out: ".", model: "any", baseUrl: "http://localhost/v1" } as const;

/** The options of a run that asks a model; in a dry run none is needed. */
export function asked<Given extends ModelGiven>(given: Given, command: Command): Given & { out: string; model: string; baseUrl: string } {
  if (given.dryRun === true) return { ...ANY, ...given };
  return needed(given, ["out", "model", "baseUrl"], command, "; --dry-run alone counts what would be asked");
}

/** The client that a command asks, with its answers in `--cache` or beside the results. Throws CommandError for a limit without a price. */
export function clientOf(given: EndpointGiven & { readonly out: string; readonly model: string; readonly baseUrl: string }): ModelClient {
  const { baseUrl, model, out, cache, concurrency, perMinute, price, maxCost, timeout, retries } = given;
  if (maxCost !== undefined && price === undefined)
    throw new CommandError(
      "--max-cost: expected a --price to reckon with, found none; give dollars for a million tokens, such as --price 2,8",
    );
  return new ModelClient({
    baseUrl,
    model,
    apiKey: process.env.STEPLADDER_API_KEY,
    cache: cache ?? join(out, ".answers"),
    concurrency,
    perMinute,
    price,
    maxCost,
    timeoutMs: timeout * 1000,
    retries,
  });
}

/** The name of a model. */
export function named(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("expected the name of a model");
}

function dollars(text: string): number {
  const amount = Number(text);
  if (text.trim() !== "" && Number.isFinite(amount) && amount >= 0) return amount;
  throw new InvalidArgumentError("expected an amount, such as 2.50");
}

function prices(text: string): Price {
  const parts = text.split(",");
  if (parts.length !== 2) throw new InvalidArgumentError("expected two amounts by a comma, such as 2,8");
  const [input = 0, output = 0] = parts.map(dollars);
  return { input, output };
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("expected an address that starts with http:// or https://");
}
