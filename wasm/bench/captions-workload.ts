import { Random } from "../../data/tracks/procladder/random.ts";

const SEED = 55;
const PAIRS = 15_000;
const LEAST = 6;
const MOST = 25;
const WORDS = 12_000;

/** References and captions, pair by pair: words of one space between, ASCII. */
export interface CaptionPairs {
  readonly references: readonly string[];
  readonly captions: readonly string[];
}

/**
 * Sentences of 6 to 25 words, which are as frequent as words of a language are (the k-th of 12,000 as 1/k); captions are the
 * references with words left out, replaced, added, put in another form and swapped, in one to ten of twenty places.
 */
export function captionPairs(): CaptionPairs {
  const random = new Random(SEED, 0);
  const words = Array.from({ length: WORDS }, (_, k) => spelled(random, k));
  const draw = (): string => words[rank(random)] as string;
  const references = Array.from({ length: PAIRS }, () => Array.from({ length: random.between(LEAST, MOST) }, draw));
  const captions = references.map((reference) => edited(reference, random.pick([1, 3, 6, 10]), random, draw));
  return { references: references.map((all) => all.join(" ")), captions: captions.map((all) => all.join(" ")) };
}

/** Words of three to ten letters, the commonest short; their number makes each another. */
function spelled(random: Random, k: number): string {
  return `${random.text("aeiorstn", 1 + Math.min(4, Math.floor(Math.log2(k + 1) / 2)))}${k.toString(26).replaceAll(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] as string)}`;
}

/** A number below WORDS, k as often as 1 / (k + 1). */
function rank(random: Random): number {
  return Math.min(WORDS - 1, Math.floor(WORDS ** (random.bits() / 2 ** 32)) - 1);
}

function edited(reference: readonly string[], rate: number, random: Random, draw: () => string): string[] {
  const caption = reference.flatMap((word) => {
    if (!random.chance(rate, 20)) return [word];
    const kind = random.below(20);
    if (kind < 7) return [];
    if (kind < 14) return [draw()];
    return kind < 17 ? [word, draw()] : [word.endsWith("s") && word.length > 3 ? word.slice(0, -1) : `${word}s`];
  });
  if (caption.length > 4 && random.chance(rate, 20)) {
    const at = random.below(caption.length - 2);
    [caption[at], caption[at + 1]] = [caption[at + 1] as string, caption[at] as string];
  }
  return caption.length === 0 ? reference.slice(0, 1) : caption;
}
