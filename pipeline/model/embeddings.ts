import * as z from "zod/mini";
import { CommandError } from "../core/errors.ts";
import { type Answers, contentHash, Embedding } from "./answers.ts";
import { NoAnswer } from "./failures.ts";
import { type Meter, roughTokens, type Usage } from "./meter.ts";

/** Texts in one request; endpoints take 2,048 at most, and small ones answer sooner for fewer. */
const BATCH = 64;

/** What embeddings are drawn from. */
interface Drawing {
  readonly model: string;
  readonly kept: Answers<Embedding>;
  readonly meter: Meter;
  /** A vector for each text. */
  request(texts: readonly string[]): Promise<{ readonly vectors: readonly (readonly number[])[]; readonly usage: Usage }>;
}

/** The vector of each text: those that are kept, and in batches the others, each text once. */
export async function embeddingsOf(texts: readonly string[], drawing: Drawing): Promise<Float32Array[]> {
  const vectors = new Map<string, readonly number[]>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const found = await drawing.kept.get(hashOf(drawing.model, text));
    if (found === undefined) missing.push(text);
    else vectors.set(text, found.vector);
  }
  drawing.meter.kept(vectors.size);
  const batches = Array.from({ length: Math.ceil(missing.length / BATCH) }, (_, i) => missing.slice(i * BATCH, (i + 1) * BATCH));
  // All end before one that failed is told, so that what they brought is kept.
  const drawn = await Promise.allSettled(batches.map((batch) => fetched(batch, drawing)));
  for (const outcome of drawn) {
    if (outcome.status === "rejected") throw outcome.reason;
    for (const [text, vector] of outcome.value) vectors.set(text, vector);
  }
  refuseMixed(new Set([...vectors.values()].map(({ length }) => length)), drawing.model);
  return texts.map((text) => Float32Array.from(vectors.get(text) as readonly number[]));
}

async function fetched(batch: readonly string[], { model, kept, meter, request }: Drawing): Promise<[string, readonly number[]][]> {
  const most = meter.dollars({ input: batch.reduce((sum, text) => sum + roughTokens(text), 0), output: 0 });
  const { vectors } = await meter.paid(most, () => request(batch));
  const pairs = batch.map((text, i): [string, number[]] => [text, [...(vectors[i] as readonly number[])]]);
  for (const [text, vector] of pairs) await kept.put(hashOf(model, text), { vector });
  return pairs;
}

function hashOf(model: string, text: string): string {
  return contentHash(["embedding", model, text]);
}

function refuseMixed(lengths: ReadonlySet<number>, model: string): void {
  if (lengths.size < 2) return;
  throw new CommandError(
    `embeddings of ${model}: expected vectors of one length, found ${[...lengths].sort((a, b) => a - b).join(" and ")}; another model answers by this name now: choose another --cache`,
  );
}

const Data = z.array(z.object({ index: z.int(), embedding: Embedding.shape.vector }));

/** The vectors of an endpoint's answer, in the order of the texts. Throws NoAnswer unless each of so many texts has one of finite numbers, all of one length. */
export function vectorsOf(data: unknown, count: number): number[][] {
  const parsed = Data.safeParse(data);
  const vectors = new Map(parsed.success ? parsed.data.map(({ index, embedding }) => [index, embedding]) : []);
  const lengths = new Set([...vectors.values()].map(({ length }) => length));
  const inOrder = Array.from({ length: count }, (_, i) => vectors.get(i) ?? []);
  if (vectors.size === count && lengths.size <= 1 && inOrder.every(({ length }) => length > 0)) return inOrder;
  throw new NoAnswer(`expected ${count} vectors of finite numbers, all of one length, found something else`);
}
