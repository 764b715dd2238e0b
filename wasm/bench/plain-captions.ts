import type { CaptionPairs } from "./captions-workload.ts";

type Words = readonly string[];
type Counts = ReadonlyMap<string, number>;

/** What a user would write: words by `split`, n-grams as joined text, a map of counts for each length. BLEU-4 + ROUGE-L + CIDEr-D. */
export function plainCaptions({ references, captions }: CaptionPairs): number {
  const split = (text: string): Words => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  const right = references.map((text) => ({ words: split(text), grams: gramsOf(split(text)) }));
  const having = new Map<string, number>();
  for (const { grams } of right)
    for (const counts of grams) for (const gram of counts.keys()) having.set(gram, (having.get(gram) ?? 0) + 1);
  const hits = [0, 0, 0, 0];
  const all = [0, 0, 0, 0];
  let [rouge, cider, told, wanted] = [0, 0, 0, 0];
  for (const [i, text] of captions.entries()) {
    const words = split(text);
    const own = gramsOf(words);
    const reference = right[i] as (typeof right)[number];
    told += words.length;
    wanted += reference.words.length;
    for (let n = 0; n < 4; n++) {
      const counts = reference.grams[n] as Counts;
      for (const [gram, count] of own[n] as Counts) hits[n]! += Math.min(count, counts.get(gram) ?? 0);
      all[n]! += Math.max(0, words.length - n);
    }
    rouge += rougeOf(words, reference.words);
    cider += ciderOf(own, reference.grams, having, references.length) * Math.exp(-((words.length - reference.words.length) ** 2) / 72);
  }
  const bleu = hits.reduce((product, count, n) => product * (count / all[n]!), 1) ** 0.25 * Math.exp(Math.min(0, 1 - wanted / told));
  return bleu + rouge / captions.length + (10 * cider) / captions.length;
}

function gramsOf(words: Words): Counts[] {
  return [1, 2, 3, 4].map((n) => {
    const counts = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const gram = words.slice(i, i + n).join(" ");
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  });
}

function rougeOf(a: Words, b: Words): number {
  const row = new Int32Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = word === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  const common = row[b.length]!;
  const [precision, recall] = [common / a.length, common / b.length];
  return common === 0 ? 0 : (2.44 * precision * recall) / (recall + 1.44 * precision);
}

function ciderOf(own: readonly Counts[], right: readonly Counts[], having: Counts, references: number): number {
  let sum = 0;
  for (let n = 0; n < 4; n++) {
    let [product, ownSquares, rightSquares] = [0, 0, 0];
    const weight = (gram: string): number => Math.log(references) - Math.log(having.get(gram) ?? 1);
    for (const [gram, count] of own[n]!) {
      const [x, y] = [count * weight(gram), (right[n]!.get(gram) ?? 0) * weight(gram)];
      ownSquares += x * x;
      product += Math.min(x, y) * y;
    }
    for (const [gram, count] of right[n]!) rightSquares += (count * weight(gram)) ** 2;
    if (ownSquares > 0 && rightSquares > 0) sum += product / Math.sqrt(ownSquares * rightSquares);
  }
  return sum / 4;
}
