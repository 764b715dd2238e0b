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

/** Whether one word is a form of another: in English by Porter's stem, in other languages by all but two of its letters, four at least. */
function isForm(a: string, b: string, english: boolean): boolean {
  if (english) return stem(a) === stem(b);
  if (a === b) return true;
  const common = Math.max(LEAST_LETTERS, Math.max(a.length, b.length) - 2);
  return a.slice(0, common) === b.slice(0, common) && Math.min(a.length, b.length) >= common;
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

/** Finds mentions of resources in texts of a language; of an unknown one as in English. */
export function mentions(language: Language = "en"): (resource: string, text: string) => Mention | undefined {
  return (resource, text) => {
    const heads = headsOf(resource, language);
    for (const { 0: found, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const [word = ""] = wordsOf(found);
      if (heads.some((head) => isForm(head, word, language === "en"))) return { start: index, end: index + found.length };
    }
    return undefined;
  };
}
