import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CommandError } from "../core/errors.ts";
import { type Ask, hashOf, ModelClient, type ModelOptions } from "./client.ts";
import { NoAnswer } from "./failures.ts";
import { Endpoint } from "./testing.ts";

const never = new AbortController().signal;
const ask = (content: string): Ask => ({ messages: [{ role: "user", content }], maxTokens: 20 });

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "answers-"));
});
afterEach(() => rm(cache, { recursive: true }));

function clientOf({ url }: Endpoint, options: Partial<ModelOptions> = {}): ModelClient {
  return new ModelClient({ baseUrl: url, model: "m", cache, concurrency: 4, timeoutMs: 2_000, retries: 2, ...options });
}

describe("a client of a model", () => {
  it("asks once for what it was answered, in this run and in a later one", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }));
    const client = clientOf(endpoint);
    const answer = { text: "yes", usage: { input: 100, output: 10 } };
    expect([await client.ask(ask("a"), never), await client.ask(ask("a"), never)]).toEqual([answer, answer]);
    expect(await clientOf(endpoint).ask(ask("a"), never)).toEqual(answer);
    expect(endpoint.received).toEqual([
      { model: "m", temperature: 0, max_tokens: 20, messages: [{ role: "user", content: "a" }], input: [] },
    ]);
    expect(client.spent).toMatchObject({ asked: 1, cached: 1, inputTokens: 100, outputTokens: 10 });
  });

  it("asks once for what is asked twice at the same time", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }), 20);
    const client = clientOf(endpoint);
    await Promise.all([client.ask(ask("a"), never), client.ask(ask("a"), never)]);
    expect([endpoint.received.length, client.spent]).toEqual([1, expect.objectContaining({ asked: 1, cached: 1 })]);
  });

  it("asks anew where a kept answer is damaged, and where model, limit, text, temperature or repeat differ", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }));
    await clientOf(endpoint).ask(ask("a"), never);
    const hash = hashOf("m", ask("a"));
    await writeFile(join(cache, hash.slice(0, 2), `${hash}.json`), '{"text": "y');
    await clientOf(endpoint).ask(ask("a"), never);
    expect(endpoint.received).toHaveLength(2);
    const others: Partial<Ask>[] = [{ maxTokens: 21 }, { temperature: 0.5 }, { temperature: 0.5, sample: 1 }, { sample: 1 }];
    const hashes = [hash, hashOf("n", ask("a")), hashOf("m", ask("b")), ...others.map((one) => hashOf("m", { ...ask("a"), ...one }))];
    expect(new Set(hashes).size).toBe(7);
  });

  it.each([
    ["server errors", { status: 500 }],
    ["rate limits", { status: 429, retryAfter: 0.05 }],
    ["lost connections", "hang up"],
  ] as const)("tries again after %s", async (_, fault) => {
    await using endpoint = await Endpoint.open((_received, nth) => (nth < 2 ? fault : { text: "yes" }));
    expect((await clientOf(endpoint).ask(ask("a"), never)).text).toBe("yes");
    expect(endpoint.received).toHaveLength(3);
  });

  it.each([
    ["an endpoint that stays broken", { status: 503, retryAfter: 0.05 }, "found status 503"],
    ["a parameter that does not suit the model", { status: 400 }, 'found status 400, which says "not now"'],
    ["an endpoint that stalls", "stall", "within 0.2 s, found none in 3 tries"],
    ["an answer that stalls", "stall in the body", "within 0.2 s, found none in 3 tries"],
    ["an answer that is no completion", { body: '{"choices": []}' }, "expected a chat completion with text"],
    ["an answer that is no JSON", { body: "<html>" }, "expected a chat completion"],
  ] as const)("has no answer of %s, and keeps none", async (_, fault, message) => {
    await using endpoint = await Endpoint.open(() => fault);
    const asked = clientOf(endpoint, { timeoutMs: 200 }).ask(ask("a"), never);
    await expect(asked).rejects.toThrow(NoAnswer);
    await expect(asked).rejects.toThrow(message);
    expect(await readdir(cache)).toEqual([]);
  });

  it("has no answer of an address where nothing listens", async () => {
    const endpoint = await Endpoint.open(() => ({ text: "yes" }));
    const { url } = endpoint;
    await endpoint[Symbol.asyncDispose]();
    await expect(clientOf({ url } as Endpoint, { retries: 0 }).ask(ask("a"), never)).rejects.toThrow(
      "expected an endpoint, found no connection",
    );
  });

  it.each([401, 403, 404])("ends the run at status %d, which no later request can mend", async (status) => {
    await using endpoint = await Endpoint.open(() => ({ status }));
    await expect(clientOf(endpoint).ask(ask("a"), never)).rejects.toThrow(CommandError);
    expect(endpoint.received).toHaveLength(1);
  });

  it("has no more requests under way than allowed", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }), 20);
    const client = clientOf(endpoint, { concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, i) => client.ask(ask(`${i}`), never)));
    expect(endpoint.most).toBe(3);
  });

  it("starts no more requests in a minute than allowed", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }));
    const client = clientOf(endpoint, { perMinute: 2 });
    const stop = new AbortController();
    const asked = Promise.allSettled(Array.from({ length: 5 }, (_, i) => client.ask(ask(`${i}`), stop.signal)));
    await expect.poll(() => client.spent.asked).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(endpoint.received).toHaveLength(2);
    stop.abort(new Error("enough"));
    expect((await asked).filter(({ status }) => status === "rejected")).toHaveLength(3);
  });

  it("sends nothing that could cost more than allowed", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "yes" }));
    // An answer is 100 + 10 tokens here, 140 dollars; a request is reckoned with 1 + 20 tokens, 81 dollars.
    const client = clientOf(endpoint, { price: { input: 1e6, output: 4e6 }, maxCost: 230, concurrency: 1 });
    expect(await client.estimate(ask("a"))).toEqual({ cached: false, inputTokens: 1, dollars: 81 });
    await client.ask(ask("a"), never);
    expect(await client.estimate(ask("a"))).toMatchObject({ cached: true, dollars: 0 });
    await expect(client.ask(ask("b"), never).then(() => client.ask(ask("c"), never))).rejects.toThrow("stay within 230 dollars");
    expect(endpoint.received).toHaveLength(2);
    expect(client.spent.dollars).toBe(280);
  });

  it("ends a request that is under way when the run does", async () => {
    await using endpoint = await Endpoint.open(() => "stall");
    const stop = new AbortController();
    const asked = clientOf(endpoint, { timeoutMs: 60_000 }).ask(ask("a"), stop.signal);
    asked.catch(() => {});
    await expect.poll(() => endpoint.received.length).toBe(1);
    stop.abort(new Error("interrupted"));
    await expect(asked).rejects.toThrow("interrupted");
  });
});
