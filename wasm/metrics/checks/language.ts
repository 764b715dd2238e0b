import { CHECKED_LANGUAGES } from "@stepladder/schema";
import { wordsOf } from "../captions/vocabulary.ts";

/** A language that can be told. */
export type Language = (typeof CHECKED_LANGUAGES)[number];

/** Short words that are frequent in running text of a language. Some are of several: it is the sum that tells. */
const FREQUENT: Readonly<Record<Language, ReadonlySet<string>>> = {
  de: listed(
    "der die das und mit in den dem des ein eine einen einem einer zu zum zur auf bis aus von vom für nicht sie es ist im wird oder bei nach dann an sich als so wenn",
  ),
  en: listed(
    "the and of to in with until for into on it is your from then an a at or are this that you be as by if when not them so off up out over each all",
  ),
  es: listed("el la los las y de del en con un una a al hasta que por para se su es o sobre lo no más sin si como"),
  fr: listed(
    "le la les l et de des du d dans avec un une à au aux sur pour jusqu'à jusqu que qu vous en est ou par puis ne pas votre si ce sans",
  ),
  it: listed("il lo la i gli le e di del della dei in con un una uno a al alla fino che per su è o da non si nel nella se"),
  nl: listed("de het een en van in met op tot je is aan voor dat niet of uit er bij om door naar als te dan zodat"),
  pt: listed("o a os as e de do da dos das em com um uma no na até que para por se ao à é ou seu sua não sem"),
};

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Whether a word is frequent in any text of a language. */
export function isFrequent(word: string, language: Language): boolean {
  return FREQUENT[language].has(word);
}

/** Share of a text's words that must be frequent ones of its language; the procedures of this repository have 0.31 to 0.47. */
const LEAST_SHARE = 0.05;

/** The language of a text, where its frequent words tell: of those that can be told the one that has most of its words; of equals all. */
export function languagesOf(text: string): readonly Language[] {
  const words = wordsOf(text);
  const counts = CHECKED_LANGUAGES.map((lang) => words.filter((word) => FREQUENT[lang].has(word)).length);
  const most = Math.max(...counts);
  if (most === 0 || most < LEAST_SHARE * words.length) return [];
  return CHECKED_LANGUAGES.filter((_, i) => counts[i] === most);
}

/** Whether a step looks like one of another language: two frequent words of that, and none of the language asked for. */
export function isForeign(step: string, lang: Language): boolean {
  const words = wordsOf(step);
  if (words.some((word) => FREQUENT[lang].has(word))) return false;
  return CHECKED_LANGUAGES.some((other) => words.filter((word) => FREQUENT[other].has(word)).length >= 2);
}
