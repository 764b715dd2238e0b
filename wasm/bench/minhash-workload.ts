import { Random } from "../../data/tracks/procladder/random.ts";

const SEED = 77;
const PROCEDURES = 351_000;
const SENTENCES = 51_000;
const WORDS = 12_000;
/** Copies are of one of so many before. */
const REACH = 200_000;

/** Texts, and for each the number of the text that it was copied from, or -1. */
export interface Procedures {
  readonly texts: readonly string[];
  readonly copied: Int32Array;
}

/**
 * As many procedures as How2Mine found, goal and steps, lower case and ASCII: 4 to 15 of 51,000 invented sentences each. Two in a hundred
 * are copies of an earlier one, ten more have one to four words in a hundred left out, put in or replaced.
 */
export function procedures(): Procedures {
  const random = new Random(SEED, 0);
  const words = Array.from(
    { length: WORDS },
    (_, k) => `${random.text("aeiorstn", 1 + Math.min(6, Math.floor(Math.log2(k + 1) / 2)))}${k.toString(36)}`,
  );
  const draw = (): string => words[Math.min(WORDS - 1, Math.floor(WORDS ** (random.bits() / 2 ** 32)) - 1)] as string;
  const sentences = Array.from({ length: SENTENCES }, () => Array.from({ length: random.between(6, 16) }, draw).join(" "));
  const copied = new Int32Array(PROCEDURES).fill(-1);
  const texts: string[] = [];
  for (let i = 0; i < PROCEDURES; i++) {
    const kind = i < 100 ? 100 : random.below(100);
    if (kind >= 12) {
      texts.push(Array.from({ length: random.between(4, 15) }, () => random.pick(sentences)).join(" "));
      continue;
    }
    const of = random.between(Math.max(0, i - REACH), i - 1);
    copied[i] = of;
    texts.push(kind < 2 ? (texts[of] as string) : edited(texts[of] as string, random, draw));
  }
  return { texts, copied };
}

function edited(text: string, random: Random, draw: () => string): string {
  const words = text.split(" ");
  const edits = Math.max(1, Math.floor((words.length * random.between(1, 4)) / 100));
  for (let edit = 0; edit < edits; edit++) {
    const at = random.below(words.length);
    const kind = random.below(4);
    if (kind < 2) words[at] = draw();
    else if (kind === 2) words.splice(at, 1);
    else words.splice(at, 0, draw());
  }
  return words.join(" ");
}
