import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CommandError } from "../core/errors.ts";
import { ModelClient, type ModelOptions } from "./client.ts";
import { NoAnswer } from "./failures.ts";
import { Endpoint, type Received, type Reply } from "./testing.ts";

const never = new AbortController().signal;

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "embeddings-"));
});
afterEach(() => rm(cache, { recursive: true }));

function clientOf({ url }: Endpoint, options: Partial<ModelOptions> = {}): ModelClient {
  return new ModelClient({ baseUrl: url, model: "m", cache, concurrency: 4, timeoutMs: 2_000, retries: 2, ...options });
}

/** Texts as vectors that tell them apart. */
const vectors = ({ input }: Received): Reply => ({ vectors: input.map((text) => [text.length, text.charCodeAt(0)]) });

describe("embeddings", () => {
  it("come in the order of the texts, each text asked once, in this run and in a later one", async () => {
    await using endpoint = await Endpoint.open(vectors);
    const client = clientOf(endpoint);
    const expected = [Float32Array.of(2, 97), Float32Array.of(1, 98), Float32Array.of(2, 97)];
    expect(await client.embed(["aa", "b", "aa"], never)).toEqual(expected);
    expect(await clientOf(endpoint).embed(["aa", "b", "aa"], never)).toEqual(expected);
    expect(endpoint.received).toMatchObject([{ model: "m", input: ["aa", "b"], encoding_format: "float" }]);
    expect(client.spent).toMatchObject({ asked: 1, cached: 0, inputTokens: 100, outputTokens: 0 });
  });

  it("are asked for in batches, of which those that came are kept where one fails", async () => {
    const texts = Array.from({ length: 150 }, (_, i) => `text ${i}`);
    let broken = true;
    await using endpoint = await Endpoint.open((received) =>
      broken && received.input.includes("text 70") ? { status: 500 } : vectors(received),
    );
    await expect(clientOf(endpoint, { retries: 0 }).embed(texts, never)).rejects.toThrow(NoAnswer);
    expect(endpoint.received.map(({ input }) => input.length).sort()).toEqual([22, 64, 64]);
    broken = false;
    const client = clientOf(endpoint);
    expect(await client.embed(texts, never)).toHaveLength(150);
    expect(client.spent).toMatchObject({ asked: 1, cached: 86 });
  });

  it.each([
    ["fewer than texts", [[1, 2]]],
    ["of two lengths", [[1, 2], [1]]],
    ["without numbers", [[], []]],
    [
      "of what is no number",
      [
        [1, null],
        [1, 2],
      ],
    ],
    [
      "beyond all floats",
      [
        [1, 1e300],
        [1, 2],
      ],
    ],
  ])("are refused where they are %s", async (_, given) => {
    await using endpoint = await Endpoint.open(() => ({ vectors: given }));
    await expect(clientOf(endpoint).embed(["a", "b"], never)).rejects.toThrow(
      new NoAnswer("expected 2 vectors of finite numbers, all of one length, found something else"),
    );
    expect(await readdir(cache)).toEqual([]);
  });

  it("are refused where kept ones are of another model of that name", async () => {
    await using endpoint = await Endpoint.open(({ input }, nth) => ({ vectors: input.map(() => (nth === 0 ? [1, 2] : [1, 2, 3])) }));
    await clientOf(endpoint).embed(["a"], never);
    await expect(clientOf(endpoint).embed(["a", "b"], never)).rejects.toThrow(
      new CommandError(
        "embeddings of m: expected vectors of one length, found 2 and 3; another model answers by this name now: choose another --cache",
      ),
    );
  });

  it("cost what requests cost, and stop before the money is spent", async () => {
    await using endpoint = await Endpoint.open(vectors);
    const client = clientOf(endpoint, { price: { input: 1e6, output: 1e6 }, maxCost: 101 });
    await client.embed(["a"], never);
    expect(client.spent.dollars).toBe(100);
    await expect(client.embed(["much longer"], never)).rejects.toThrow("stay within 101 dollars");
    expect(endpoint.received).toHaveLength(1);
  });

  it("end the run at a status that no later request can mend", async () => {
    await using endpoint = await Endpoint.open(() => ({ status: 404 }));
    await expect(clientOf(endpoint).embed(["a"], never)).rejects.toThrow("check --base-url and --model");
  });
});
