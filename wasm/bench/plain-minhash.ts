import { BANDS, PERMUTATIONS, ROWS, WINDOW } from "../mining/minhash/abi.ts";
import { COEFFICIENTS } from "../mining/minhash/minhash.ts";

function mixed(hash: number, bits: number): number {
  const next = Math.imul(hash ^ bits, 0x85ebca6b);
  return (next ^ (next >>> 15)) | 0;
}

/** Shingles of a text of words with one blank between, over typed arrays. */
function shinglesOf(text: string, words: Int32Array): Uint32Array {
  let [count, hash, length, bits] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (code > 32) {
      bits |= code << ((length & 3) << 3);
      if ((++length & 3) === 0) [hash, bits] = [mixed(hash, bits), 0];
      continue;
    }
    if (length === 0) continue;
    if ((length & 3) > 0) hash = mixed(hash, bits);
    // The last eight bytes are filled up with zeros.
    if (((length - 1) & 7) < 4) hash = mixed(hash, 0);
    words[count++] = hash;
    [hash, length, bits] = [0, 0, 0];
  }
  const wide = Math.min(WINDOW, count);
  const shingles = new Uint32Array(count === 0 ? 0 : count - wide + 1);
  for (let from = 0; from < shingles.length; from++) {
    let sum = 0;
    for (let w = from; w < from + wide; w++) sum = (Math.imul(sum, 0x9e3779b1) + words[w]!) | 0;
    shingles[from] = mixed(sum >>> 16, sum);
  }
  return shingles;
}

/** How many texts have a twin: the algorithm of mining/minhash with maps, sets and strings. */
export function twinsPlain(texts: readonly string[], least: number): number {
  const words = new Int32Array(texts.reduce((most, { length }) => Math.max(most, length), 0) + 1);
  const sketches = new Int32Array(texts.length * BANDS);
  for (const [i, text] of texts.entries()) {
    const shingles = shinglesOf(text, words);
    for (let band = 0; band < BANDS; band++) {
      let key = 0;
      for (let p = band * ROWS; p < (band + 1) * ROWS; p++) {
        const [by, plus] = [COEFFICIENTS[p]!, COEFFICIENTS[PERMUTATIONS + p]!];
        let smallest = 0xffffffff;
        for (let s = 0; s < shingles.length; s++) {
          const permuted = (Math.imul(shingles[s]!, by) + plus) >>> 0;
          if (permuted < smallest) smallest = permuted;
        }
        key = mixed(key, smallest);
      }
      sketches[i * BANDS + band] = key;
    }
  }
  const kept = Array.from({ length: BANDS }, () => new Map<number, number[]>());
  const sets = new Map<number, Set<number>>();
  let twins = 0;
  for (const [i, text] of texts.entries()) {
    const near = new Set(kept.flatMap((chains, band) => chains.get(sketches[i * BANDS + band]!) ?? []));
    const own = near.size === 0 ? undefined : new Set(shinglesOf(text, words));
    const alike = (other: number): boolean => {
      const set = sets.get(other) ?? new Set(shinglesOf(texts[other]!, words));
      sets.set(other, set);
      let both = 0;
      for (const shingle of own!) if (set.has(shingle)) both++;
      return both / (own!.size + set.size - both) >= least;
    };
    if ([...near].some(alike)) {
      twins++;
      continue;
    }
    for (const [band, chains] of kept.entries()) {
      const key = sketches[i * BANDS + band]!;
      const chain = chains.get(key);
      if (chain === undefined) chains.set(key, [i]);
      else chain.push(i);
    }
  }
  return twins;
}
