import { stem } from "../captions/stem.ts";
import { wordsOf } from "../captions/vocabulary.ts";
import { isFrequent, type Language } from "./language.ts";

/** Where the name of a resource ends and a remark on it begins: `butter, softened`, `a cloth for drying`. */
const REMARK = /[,;(:]|\s[-–]\s|\s(?:for|to|with|from|in|and|if|per|at|that|about|on|large|big|long)\s/i;
const LETTER = /\p{L}/u;
/** Forms of a word share so many letters at least. */
const LEAST_LETTERS = 4;

/** Languages in which a name ends with its noun, as `a mixing bowl` does. */
const NOUN_LAST: readonly Language[] = ["en", "de", "nl"];

/** Whether one word is a form of another: in English by Porter's stem, which they come as; in other languages by all but two of their letters, four at least. */
function isForm(a: string, b: string, language: Language): boolean {
  if (a === b || language === "en") return a === b;
  const common = Math.max(LEAST_LETTERS, Math.max(a.length, b.length) - 2);
  return Math.min(a.length, b.length) >= common && a.slice(0, common) === b.slice(0, common);
}

/**
 * The words by which steps are searched for a resource; any of them will do. Amounts and remarks are left out. Where a language puts the
 * noun last, it is the last word of the name and of its parts around `of` and `or` (`a sheet of paper`, `cloth or sponge`); elsewhere every word
 * of three letters or more.
 */
function headsOf(resource: string, language: Language): string[] {
  const names = resource.split(/\sor\s|\//i).map((name) => name.trim().split(REMARK)[0] as string);
  const heads = NOUN_LAST.includes(language)
    ? names.flatMap((name) => name.split(/\sof\s/i)).flatMap((part) => wordsOf(part).findLast((word) => LETTER.test(word)) ?? [])
    : names.flatMap(wordsOf).filter((word) => LETTER.test(word) && word.length > 2 && !isFrequent(word, language));
  return heads.length > 0 ? heads : wordsOf(resource);
}

/** A word as it stands in a text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
}

/** Finds the first mention of a resource in a text of a language; of an unknown one as in English. Each text is read once. */
export function mentions(language: Language = "en"): (resource: string, text: string) => Mention | undefined {
  const formOf = (word: string): string => (language === "en" ? stem(word) : word);
  const words = cached((text) =>
    [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: found, index }) => ({
      form: formOf(wordsOf(found)[0] ?? ""),
      start: index,
      end: index + found.length,
    })),
  );
  const heads = cached((resource) => headsOf(resource, language).map(formOf));
  return (resource, text) => {
    const own = heads(resource);
    const found = words(text).find(({ form }) => own.some((head) => isForm(head, form, language)));
    return found === undefined ? undefined : { start: found.start, end: found.end };
  };
}

function cached<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}
