import type { ModelClient } from "../model/client.ts";
import type { Similarity } from "./similarity.ts";
import { type Piece, stepText } from "./video.ts";

/**
 * How like each step each sentence is by an embedding model: the cosine of their vectors, as a share of the way from what is usual in this
 * video (the median, for models differ in what unlike texts have) to 1.
 */
export async function embeddedOf(client: ModelClient, { narration, procedure }: Piece, signal: AbortSignal): Promise<Similarity> {
  const texts = [...procedure.steps.map(stepText), ...narration.sentences.map(({ text }) => text)];
  const vectors = texts.length === 0 ? [] : await client.embed(texts, signal);
  const [steps, sentences] = [vectors.slice(0, procedure.steps.length), vectors.slice(procedure.steps.length)];
  const cosines = steps.map((step) => Float64Array.from(sentences, (sentence) => cosine(step, sentence)));
  const all = cosines.flatMap((row) => [...row]).sort((a, b) => a - b);
  const usual = all[Math.floor(all.length / 2)] ?? 0;
  return cosines.map((row) => row.map((value) => (usual >= 1 ? 0 : Math.min(1, Math.max(0, (value - usual) / (1 - usual))))));
}

/** The mean of both: words tell exact things apart, vectors know what words mean alike. */
export function together(lexical: Similarity, embedded: Similarity): Similarity {
  return lexical.map((row, step) => row.map((value, m) => (value + (embedded[step]?.[m] as number)) / 2));
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, one, other] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    dot += x * y;
    one += x * x;
    other += y * y;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(one * other);
}
