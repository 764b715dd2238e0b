import { type Procedure, TOPICS, type Topic } from "@stepladder/schema";
import { textOfStep } from "../text.ts";
import { CERTAIN, CORE, LANGUAGES, WORDS } from "./words.ts";

/** What a word says: weights by topic. */
type Says = ReadonlyMap<Topic, number>;

const LEXICON = lexicon();

/** A word under n topics speaks for each of them by 1 / n; where it leaves little doubt, for that topic by CERTAIN. */
function lexicon(): ReadonlyMap<string, Says> {
  const listed = Object.keys(TOPICS).map((topic) => [topic as Topic, words(WORDS[topic as Topic]), words(CORE[topic as Topic])] as const);
  const all = new Set(listed.flatMap(([, own, core]) => [...own, ...core]));
  return new Map(
    [...all].map((word) => {
      const speaks = listed.filter(([, own, core]) => own.has(word) || core.has(word));
      return [word, new Map(speaks.map(([topic, , core]) => [topic, core.has(word) ? CERTAIN : 1 / speaks.length]))];
    }),
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words of four letters and more are found with so many letters behind them. */
const ENDING = 3;
const STEM = 4;

function saysOf(word: string): Says | undefined {
  const own = LEXICON.get(word);
  if (own !== undefined || !/\p{L}/u.test(word)) return own;
  for (let cut = 1; cut <= ENDING && word.length - cut >= STEM; cut++) {
    const stem = LEXICON.get(word.slice(0, -cut));
    if (stem !== undefined) return stem;
  }
  // A plural of a short word.
  return word.endsWith("s") ? LEXICON.get(word.slice(0, -1)) : undefined;
}

/** A word of the goal counts as much as so many of the steps. */
const GOAL = 3;
/** What must speak for a topic at least: one word of the goal, or three of the steps. */
const LEAST = 2;

/** What a topic is told by. */
export type Told = Pick<Procedure, "goal" | "lang" | "steps" | "resources">;

const NONE: ReadonlySet<string> = new Set();

/** How much is said for each topic; a word that is repeated counts by the logarithm of how often. Nothing in a language without words. */
export function topicScores({ goal, lang, steps, resources }: Told): Map<Topic, number> {
  const language = (lang.split("-")[0] as string).toLowerCase();
  const mute = language === "und" ? NONE : LANGUAGES.get(language);
  if (mute === undefined) return new Map();
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    for (const word of text.toLowerCase().match(/[\p{L}\p{M}][\p{L}\p{M}-]*/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(goal, GOAL);
  for (const step of steps) count(textOfStep(step), 1);
  for (const { text } of resources) count(text, 1);
  const scores = new Map<Topic, number>();
  for (const [word, times] of counts) {
    if (mute.has(word)) continue;
    for (const [topic, weight] of saysOf(word) ?? []) scores.set(topic, (scores.get(topic) ?? 0) + weight * Math.log2(1 + times));
  }
  return scores;
}

/** The topic that most is said for; `undefined` where little is said for any. Of equals the first in the order of TOPICS. */
export function topicOf(procedure: Told): Topic | undefined {
  const scores = topicScores(procedure);
  let best: Topic | undefined;
  for (const topic of Object.keys(TOPICS) as Topic[]) {
    const score = scores.get(topic) ?? 0;
    if (score >= LEAST && score > (best === undefined ? 0 : (scores.get(best) as number))) best = topic;
  }
  return best;
}
