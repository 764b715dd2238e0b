/** A step of the reference and one of the generated text that say the same, by their places. */
export interface StepPair {
  readonly reference: number;
  readonly generated: number;
}

/** Steps that share less of their words are not the same step; out of order they must share more. */
const ALIKE = 0.3;
const ALIKE_ELSEWHERE = 0.5;
/** More pairs of steps than these are not compared in order: only the most alike are paired. */
const MOST_CELLS = 4_000_000;

/** Words of a text, in lower case. */
export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Our alignment: the pairs that follow one another in both texts and are most alike in all (Needleman and Wunsch 1970, without a price
 * for gaps), then of what is left the most alike wherever they stand. Alike is the share of words that two steps have in common (Dice).
 */
export function align(reference: readonly string[], generated: readonly string[]): StepPair[] {
  const alike = likeness(reference, generated);
  const pairs = reference.length * generated.length <= MOST_CELLS ? inOrder(alike, generated.length) : [];
  const [taken, used] = [new Set(pairs.map((pair) => pair.reference)), new Set(pairs.map((pair) => pair.generated))];
  const rest = alike.flatMap(({ places, scores }, r) =>
    taken.has(r) ? [] : [...places.keys()].map((i) => ({ reference: r, generated: places[i] as number, score: scores[i] as number })),
  );
  rest.sort((a, b) => b.score - a.score || a.reference - b.reference || a.generated - b.generated);
  for (const { reference: r, generated: g, score } of rest) {
    if (score < ALIKE_ELSEWHERE || taken.has(r) || used.has(g)) continue;
    taken.add(r);
    used.add(g);
    pairs.push({ reference: r, generated: g });
  }
  return pairs.sort((a, b) => a.reference - b.reference);
}

/** The generated steps that are like one of the reference, ascending, and how much. */
interface Alike {
  readonly places: readonly number[];
  readonly scores: readonly number[];
}

function likeness(reference: readonly string[], generated: readonly string[]): Alike[] {
  const holders = new Map<string, number[]>();
  const sizes = generated.map((text, g) => {
    const words = new Set(wordsIn(text));
    for (const word of words) {
      const own = holders.get(word);
      if (own === undefined) holders.set(word, [g]);
      else own.push(g);
    }
    return words.size;
  });
  const shared = new Int32Array(generated.length);
  return reference.map((text) => {
    const words = new Set(wordsIn(text));
    shared.fill(0);
    for (const word of words) for (const g of holders.get(word) ?? []) shared[g] = (shared[g] as number) + 1;
    const [places, scores]: [number[], number[]] = [[], []];
    for (let g = 0; g < shared.length; g++) {
      const score = (2 * (shared[g] as number)) / (words.size + (sizes[g] as number));
      if (!(score >= ALIKE)) continue;
      places.push(g);
      scores.push(score);
    }
    return { places, scores };
  });
}

function inOrder(alike: readonly Alike[], count: number): StepPair[] {
  const width = count + 1;
  const best = new Float32Array((alike.length + 1) * width);
  for (let r = alike.length - 1; r >= 0; r--) {
    const { places, scores } = alike[r] as Alike;
    let next = places.length - 1;
    for (let g = count - 1; g >= 0; g--) {
      const skipped = Math.max(best[(r + 1) * width + g] as number, best[r * width + g + 1] as number);
      const isAlike = places[next] === g;
      best[r * width + g] = isAlike ? Math.max(skipped, (scores[next] as number) + (best[(r + 1) * width + g + 1] as number)) : skipped;
      if (isAlike) next--;
    }
  }
  const pairs: StepPair[] = [];
  let [r, g] = [0, 0];
  while (r < alike.length && g < count) {
    const here = best[r * width + g] as number;
    if (here === best[(r + 1) * width + g]) r++;
    else if (here === best[r * width + g + 1]) g++;
    else pairs.push({ reference: r++, generated: g++ });
  }
  return pairs;
}
