import { BANDS, PERMUTATIONS, ROWS, WINDOW } from "./abi.ts";
import { folded } from "./folded.ts";
import { COEFFICIENTS, type Twin } from "./minhash.ts";

function mixed(hash: number, bits: number): number {
  const next = Math.imul(hash ^ bits, 0x85ebca6b) >>> 0;
  return (next ^ (next >>> 15)) >>> 0;
}

const bytesOf = (word: string): Uint8Array => new TextEncoder().encode(word);

/** Hash of a word: its bytes four at a time, the last of eight filled up with zeros. */
function wordHash(word: string): number {
  const bytes = bytesOf(word);
  const padded = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 8) * 8));
  for (const [i, byte] of bytes.entries()) padded.setUint8(i, byte);
  let hash = 0;
  for (let at = 0; at < padded.byteLength; at += 4) hash = mixed(hash, padded.getUint32(at, true));
  return hash;
}

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return folded(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** The shingles that a text has, each once. */
export function shinglesOracle(text: string): Set<number> {
  const words = wordsOf(text).map(wordHash);
  const wide = Math.min(WINDOW, words.length);
  const shingles = new Set<number>();
  for (let from = 0; wide > 0 && from + wide <= words.length; from++) {
    const sum = words.slice(from, from + wide).reduce((all, hash) => (Math.imul(all, 0x9e3779b1) + hash) >>> 0, 0);
    shingles.add(mixed(sum >>> 16, sum));
  }
  return shingles;
}

/** Share of shingles that two texts have in common: 0 where one has none. */
export function similarityOf(a: string, b: string): number {
  const [own, other] = [shinglesOracle(a), shinglesOracle(b)];
  const both = [...own].filter((shingle) => other.has(shingle)).length;
  return both === 0 ? 0 : both / (own.size + other.size - both);
}

/** The keys of a text's sketch, the slow and obvious way. */
export function sketchOracle(text: string): number[] {
  const shingles = [...shinglesOracle(text)];
  const smallest = Array.from({ length: PERMUTATIONS }, (_, p) =>
    shingles.reduce((least, x) => Math.min(least, (Math.imul(x, COEFFICIENTS[p]!) + COEFFICIENTS[PERMUTATIONS + p]!) >>> 0), 2 ** 32 - 1),
  );
  return Array.from({ length: BANDS }, (_, band) => smallest.slice(band * ROWS, (band + 1) * ROWS).reduce(mixed, 0));
}

/** Which texts have a twin: all pairs of those whose sketches share a key are compared. */
export function twinsOracle(texts: readonly string[], least: number, fixed = 0): Pick<Twin, "text">[] {
  const sketches = texts.map(sketchOracle);
  const kept: number[] = [];
  const twins: Pick<Twin, "text">[] = [];
  for (const [text, own] of texts.entries()) {
    const near = kept.filter((other) => sketches[text]!.some((key, band) => key === sketches[other]![band]));
    if (text >= fixed && near.some((other) => similarityOf(own, texts[other]!) >= least)) twins.push({ text });
    else kept.push(text);
  }
  return twins;
}
