import type { MinedProcedure } from "@stepladder/schema";
import type { Filter } from "../core/mining.ts";
import { languageOf } from "./language.ts";
import { stepTexts } from "./text.ts";

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** First words of steps that do something to a thing: the next step finds it changed. */
const DOING = listed(`
  add apply arrange attach bake beat bend blend boil bring brush close combine connect cook cool cover crimp cut dip disconnect divide dissolve
  download drag drain draw drill drop dry empty enter extract fasten fill fit flatten flip fold fry gather glue go grate grease grind hang
  heat hold insert install iron knead knit lay let lift line lock log loosen lower mark mash measure melt mix mount move open paint peel pin
  pipe place plug pour preheat press print pull punch push put raise release remove repeat replace rinse roll rotate rub run sand save saw
  scoop screw scroll seal select serve set sew shape sift sign simmer slice slide slip soak solder spray spread sprinkle squeeze stack
  stick stir strain stretch switch tape thread tie tighten transfer trim turn twist type unplug unscrew untie visit wait wash weave whisk
  wind wipe wrap click tap`);

/** First words of steps that advise: what they say holds at any time. */
const ADVISING = listed(`
  accept acknowledge allow always aim ask avoid be become believe buy challenge choose communicate consider consult control cultivate deal
  develop discuss do don't don’t eat emphasize encourage enjoy ensure exercise expect explore express focus get give have identify ignore
  include incorporate keep know learn limit listen look maintain make manage never offer opt pay plan practice practise prioritize provide
  read realize recognize reduce remember research respect see seek share show spend stay steer stop support take talk think treat try
  understand use utilize watch wear work`);

/** Words by which a step says where in time it stands. */
const TIMED = /\b(?:then|after|afterwards|once|until|next|finally|before|again|when (?:it|they|the|you)|first|lastly|now)\b/i;
/** Words for something that a step before has named. */
const BACK = /\b(?:it|them|both|the (?:rest|remaining|other|same|result\w*))\b/i;

/** What each sign counts: weights chosen by hand, on the labels that README.md tells of. */
const WEIGHTS = { doing: 1, advising: -1, timed: 1, named: 1.5, back: 0.5 };
/** Steps that score less on average are held for advice in no order. */
const LEAST = 0;

/** How much steps read like ones that build on each other, per step: about -1 for advice, 1 and more for a sequence. English. */
export function sequence(steps: readonly string[]): number {
  const named = new Set<string>();
  let sum = 0;
  for (const step of steps) {
    const lower = step.toLowerCase();
    const first = /[\p{L}’']+/u.exec(lower)?.[0] ?? "";
    if (DOING.has(first)) sum += WEIGHTS.doing;
    if (ADVISING.has(first)) sum += WEIGHTS.advising;
    if (TIMED.test(lower)) sum += WEIGHTS.timed;
    const things = [...lower.matchAll(/\bthe ((?:\p{L}+ )?\p{L}{4,})/gu)].flatMap(([, words = ""]) => words.split(" "));
    if (things.some((word) => named.has(word))) sum += WEIGHTS.named;
    if (named.size > 0 && BACK.test(lower)) sum += WEIGHTS.back;
    for (const word of lower.match(/\p{L}{4,}/gu) ?? []) named.add(word);
  }
  return steps.length === 0 ? 0 : sum / steps.length;
}

/** Drops lists of advice, whose steps could stand in any order; judges English alone. */
export const sequential: Filter = {
  id: "sequential",
  title: "Steps build on each other",
  judge(procedure: MinedProcedure) {
    if (languageOf(procedure) !== "en") return undefined;
    const score = sequence(stepTexts(procedure));
    return score < LEAST ? { reason: "no-order", detail: `${score.toFixed(2)} signs of order a step` } : undefined;
  },
};
