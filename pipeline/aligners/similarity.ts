import { SYNONYM, SYNONYMS } from "./synonyms.ts";
import { isNumber, termsOf } from "./words.ts";

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon repeats stop counting, and how much the length of a sentence matters. */
const REPEATS = 1.2;
const LENGTH = 0.4;

/** What a number in a step counts for: it tells steps apart, but people often leave it out. */
const NUMBER = 0.5;

/** What sentences before and after one add to it, as they go on about the same. */
const NEIGHBOUR = 0.15;

/** How like each step each sentence is, 0 to 1: a row for each step. */
export type Similarity = readonly Float64Array[];

interface Counted {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function counted(terms: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, length: terms.length };
}

/** How often a text has a term, or words that people exchange it for, which count less. */
function found({ counts }: Counted, term: string): number {
  const own = counts.get(term);
  if (own !== undefined) return own;
  for (const other of SYNONYMS.get(term) ?? []) if (counts.has(other)) return SYNONYM;
  return 0;
}

/** How rare each term is among steps and sentences together: what all of them say tells nothing apart. */
function rarities(texts: readonly Counted[]): (term: string) => number {
  const holders = new Map<string, number>();
  for (const { counts } of texts) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return (term) => {
    const own = holders.get(term) ?? 0;
    return Math.log(1 + (texts.length - own + 0.5) / (own + 0.5));
  };
}

/**
 * How like each step each sentence is by their words, 0 to 1: the mean of BM25, as a share of what the step itself would have, and of the
 * cosine of TF-IDF. A sentence between like ones gains a little from them.
 */
export function lexicalSimilarity(steps: readonly string[], sentences: readonly string[], lang: string): Similarity {
  const [asked, said] = [steps, sentences].map((texts) => texts.map((text) => counted(termsOf(text, lang)))) as [Counted[], Counted[]];
  const rarity = rarities([...asked, ...said]);
  const weigh = (term: string): number => rarity(term) * (isNumber(term) ? NUMBER : 1);
  const usual = Math.max(1, said.reduce((sum, { length }) => sum + length, 0) / Math.max(1, said.length));
  const norms = said.map((sentence) => normOf(sentence, weigh));
  return asked.map((step) => {
    const whole = bm25(step, { ...step, length: usual }, usual, weigh);
    const norm = normOf(step, weigh);
    const own = said.map((sentence, m) => {
      if (whole === 0 || sentence.length === 0) return 0;
      const share = Math.min(1, bm25(step, sentence, usual, weigh) / whole);
      return (share + Math.min(1, dot(step, sentence, weigh) / (norm * (norms[m] as number)))) / 2;
    });
    return Float64Array.from(own, (value, m) => Math.min(1, value + (value > 0 ? NEIGHBOUR * ((own[m - 1] ?? 0) + (own[m + 1] ?? 0)) : 0)));
  });
}

function bm25(step: Counted, sentence: Counted, usual: number, weigh: (term: string) => number): number {
  let score = 0;
  const room = REPEATS * (1 - LENGTH + (LENGTH * sentence.length) / usual);
  for (const term of step.counts.keys()) {
    const times = found(sentence, term);
    score += (weigh(term) * times * (REPEATS + 1)) / (times + room);
  }
  return score;
}

function dot(step: Counted, sentence: Counted, weigh: (term: string) => number): number {
  let sum = 0;
  for (const [term, times] of step.counts) sum += weigh(term) ** 2 * times * found(sentence, term);
  return sum;
}

function normOf({ counts }: Counted, weigh: (term: string) => number): number {
  let sum = 0;
  for (const [term, times] of counts) sum += (weigh(term) * times) ** 2;
  return Math.sqrt(sum);
}
