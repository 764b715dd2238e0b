import { stem } from "@stepladder/wasm/metrics/captions/stem.ts";

// Words without a meaning of their own, and what people say while they think. Prepositions that make another deed of a verb (on, off, in,
// out, up, down) stay.
const EMPTY = new Set(
  `a about actually again all already also although always am an and another any anyway are as at back basically be because been before being
but by bit ca call can cause come could did do does doing done each either else er everybody everyone everything few first for from gets go goes going gonna
good got great guy guys had has have having he hello her here hers hey hi him his how i if into is it its just kind know last let lets like little
look lot lots make makes making maybe me mean might more most much must my need needs next nice no not now of oh ok okay one or other our over own people perhaps
please pretty quite really right said same say says see she should since so some something sort start still such sure than thank thanks that the their them then
there these they thing things think this those though through time to today too uh uhm um until us very video wanna want was way wo we well were what
when where which while who why will with would yeah yep yes you your`.split(/\s+/),
);

/** What is left of a word that another is drawn together with: `'re`, `n't`. */
const CONTRACTED = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))(?!\p{L})/gu;

const NUMBERS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  ...Object.fromEntries(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
      .split(" ")
      .map((word, number) => [word, String(number)]),
  ),
  thirty: "30",
  forty: "40",
  fifty: "50",
  sixty: "60",
  ninety: "90",
  hundred: "100",
  half: "1/2",
};

/** What a text says, word by word: stems, with numbers as digits. Empty words are left out. */
export function termsOf(text: string, lang: string): string[] {
  const whole = text.toLowerCase().normalize("NFKC").replace(CONTRACTED, "");
  const words = whole.match(/\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu) ?? [];
  const english = /^(?:en|und)(?:-|$)/.test(lang);
  return words.flatMap((word) => {
    const number = english ? NUMBERS[word] : undefined;
    // "one" is nearly always a pronoun.
    if (number !== undefined && word !== "one") return [number];
    if (EMPTY.has(word) || (word.length === 1 && !/\p{N}/u.test(word))) return [];
    return [english ? stem(word) : word];
  });
}

export const isNumber = (term: string): boolean => /^\p{N}/u.test(term);
