// Porter's stemmer (Porter 1980, "An algorithm for suffix stripping") with the changes that nltk makes by default: a few irregular words,
// -ies and -ied, y behind a consonant, -alli first, -fulli and -logi. Words of one or two letters stay.

const IRREGULAR: Readonly<Record<string, string>> = {
  __proto__: null as never,
  skies: "sky",
  sky: "sky",
  dying: "die",
  lying: "lie",
  tying: "tie",
  news: "news",
  innings: "inning",
  inning: "inning",
  outings: "outing",
  outing: "outing",
  cannings: "canning",
  canning: "canning",
  howe: "howe",
  proceed: "proceed",
  exceed: "exceed",
  succeed: "succeed",
};

/** Whether a letter is a consonant; y is one at the start and behind a vowel. */
function isConsonant(word: string, at: number): boolean {
  const letter = word[at] as string;
  if (letter === "y") return at === 0 || !isConsonant(word, at - 1);
  return !"aeiou".includes(letter);
}

/** How often a consonant follows a vowel. */
function measure(word: string): number {
  let count = 0;
  let afterVowel = false;
  for (let at = 0; at < word.length; at++) {
    const consonant = isConsonant(word, at);
    if (consonant && afterVowel) count++;
    afterVowel = !consonant;
  }
  return count;
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isConsonant(word, at)) return true;
  return false;
}

function endsInDouble(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
}

/** Ends as `hop` does, or is as `at`: then an e belongs behind it. */
function isShort(word: string): boolean {
  const last = word.length - 1;
  if (last === 1) return !isConsonant(word, 0) && isConsonant(word, 1);
  return last > 1 && isConsonant(word, last - 2) && !isConsonant(word, last - 1) && isConsonant(word, last) && !/[wxy]$/.test(word);
}

type Rule = readonly [suffix: string, replacement: string];

/** The first suffix that the word has is replaced, if what stands before it has more than `least`; no other is tried. */
function replaceFirst(word: string, rules: readonly Rule[], least: number): string {
  for (const [suffix, replacement] of rules) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, word.length - suffix.length);
    return measure(rest) > least ? rest + replacement : word;
  }
  return word;
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.slice(0, word.length === 4 ? -1 : -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith("ied")) return word.slice(0, word.length === 4 ? -1 : -2);
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ["ed", "ing"].find((one) => word.endsWith(one) && hasVowel(word.slice(0, word.length - one.length)));
  if (suffix === undefined) return word;
  const rest = word.slice(0, word.length - suffix.length);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (endsInDouble(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1);
  return measure(rest) === 1 && isShort(rest) ? `${rest}e` : rest;
}

function withI(word: string): string {
  return word.endsWith("y") && word.length > 2 && isConsonant(word, word.length - 2) ? `${word.slice(0, -1)}i` : word;
}

const LONG: readonly Rule[] = [
  ["ational", "ate"],
  ["tional", "tion"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["izer", "ize"],
  ["bli", "ble"],
  ["alli", "al"],
  ["entli", "ent"],
  ["eli", "e"],
  ["ousli", "ous"],
  ["ization", "ize"],
  ["ation", "ate"],
  ["ator", "ate"],
  ["alism", "al"],
  ["iveness", "ive"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["aliti", "al"],
  ["iviti", "ive"],
  ["biliti", "ble"],
  ["fulli", "ful"],
];

function withoutLong(word: string): string {
  if (word.endsWith("alli") && measure(word.slice(0, -4)) > 0) return withoutLong(word.slice(0, -2));
  // The l of -logi counts with what stands before it.
  if (word.endsWith("logi")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  return replaceFirst(word, LONG, 0);
}

const MIDDLE: readonly Rule[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ful", ""],
  ["ness", ""],
];

const LAST: readonly Rule[] = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize"
  .split(" ")
  .map((suffix) => [suffix, ""]);

function withoutLast(word: string): string {
  if (word.endsWith("ion") && !/[st]ion$/.test(word)) return word;
  return replaceFirst(word, LAST, 1);
}

function withoutE(word: string): string {
  if (!word.endsWith("e")) return word;
  const rest = word.slice(0, -1);
  const count = measure(rest);
  return count > 1 || (count === 1 && !isShort(rest)) ? rest : word;
}

function withOneL(word: string): string {
  return word.endsWith("ll") && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word;
}

const STAGES = [
  withoutPlural,
  withoutPast,
  withI,
  withoutLong,
  (word: string): string => replaceFirst(word, MIDDLE, 0),
  withoutLast,
  withoutE,
  withOneL,
];

/** The stem of a word in lower case, as nltk's PorterStemmer gives it by default. */
export function stem(word: string): string {
  // Letters, not the two halves that some are stored as: so does Python.
  if (word.length <= 4 && [...word].length <= 2) return word;
  return IRREGULAR[word] ?? STAGES.reduce((rest, stage) => stage(rest), word);
}
