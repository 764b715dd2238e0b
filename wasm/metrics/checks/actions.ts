import { languagesOf } from "./language.ts";

/** Words with which an English clause tells what to do, and hardly ever names a thing. */
const VERBS = listed(`
  add adjust agree align allow apply arrange ask assemble attach bake beat begin bend bind blend blow boil book bring build buy call carry
  carve catch chill choose chop clean clear click climb close collect combine compare complete confirm connect continue cool copy count
  create crush decide delete detach dig dilute dip discard disconnect dissolve divide download drag drain draw dress drizzle drop empty
  engage enjoy ensure enter erase evaluate examine explain fasten fetch fill fit fix flatten flip fold follow fry gather get give glue go
  grab grate grease greet grind grip hang heat hold identify include insert inspect install invite join keep knead kneel knock lace lay
  lean leave let lift listen load locate lock look loop loosen lower make mash massage measure melt mix moisten mount move note obtain
  offer open pack paint pat peel pick pierce pin plug point polish pour practice practise pray preheat prepare press print proceed prune
  pull push put raise reach read recheck recite record refill refit reinstall release remove repeat replace reply rest return rinse roll
  rotate rub run save scoop scrape scroll scrub seal season secure select send separate serve set sew shake sharpen shave sift simmer sit
  skim slice slide smooth soak spoon spray sprinkle squeeze stand start stir store straighten strain stretch submit switch take talk tap
  taste tear tell thank thread throw tie tighten tilt toast toss touch trace transfer trim try turn twist type unclip undo undress unfold
  unlock unplug unscrew untie unwind unwrap update upload use verify visit wait walk warm wash wear weigh whisk wind wipe wrap write`);

/** Words that also name things: they tell what to do where a word follows that begins a thing's name. */
const MAYBE_VERBS = listed(`
  advance back balance block board bolt bow brace brake brown brush butter cap center centre chain change charge check clamp clip coat
  color colour cook core cover crack cream crease cross cut cycle deposit document drill drive dry dust edge face file film finish flash
  float flour form frame freeze garnish gauge ground guide hammer hook ice iron knot label land level light line lip lubricate map mark
  mask mind mulch nail name nest number oil order park paste pause peg pencil phone photograph place plan plane plant plate position post
  pot pound power present prop pump punch puncture rack rake register report reset ring rod round salt sand saw scale scan schedule score
  screw search see shape sign sketch slot spin split spread stack staple steam step stick stitch stop strip stuff support sweep tape test
  time tip top towel train trap treat tuck vacuum view water wax wedge work zip`);

const BEFORE_THINGS = listed(
  "the a an it them this that these those your each all both any some its their his her one two three four half another every everything up down off out on back aside away",
);

/** What may stand before the word that tells what to do. */
const LEADS = listed(
  "then now next finally first second third last also just once again always please afterwards later lastly meanwhile immediately",
);

/** Said of one action. */
const IDIOMS = new Set(
  "press and hold|tap and hold|touch and hold|click and drag|click and hold|drag and drop|copy and paste|cut and paste|pick and place|wait and see|come and go|go and get|stop and think|try and".split(
    "|",
  ),
);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Where a step tells what to do. */
export interface Action {
  readonly start: number;
  readonly end: number;
}

/**
 * The actions of each step. In English a clause begins at the start, behind a mark of punctuation and behind `and` or `then`, and is an
 * action where it begins with a verb of the lists above, or with the first word of another step and then a word such as `the`. In other
 * languages each sentence is one. Brackets are passed over. A step that tells nothing is one action.
 */
export function actionsOf(steps: readonly string[]): Action[][] {
  const languages = languagesOf(steps.join("\n"));
  if (languages.length > 0 && !languages.includes("en")) return steps.map(sentencesOf);
  const openers = new Set(steps.flatMap((step) => /^\p{L}+/u.exec(step)?.[0].toLowerCase() ?? []));
  return steps.map((step) => clausesOf(step, openers));
}

function sentencesOf(step: string): Action[] {
  return [...step.matchAll(/\p{L}[^.!?;]*(?:[.!?;](?!\s+\p{Lu})[^.!?;]*)*/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\([^()]*\)|\p{L}[\p{L}\p{M}\p{N}'’-]*|[.,;:!?]|\p{N}+|[–—]/gu;

function clausesOf(step: string, openers: ReadonlySet<string>): Action[] {
  const tokens = [...step.matchAll(TOKEN)]
    .filter(({ 0: found }) => !found.startsWith("("))
    .map(({ 0: found, index }): Token => ({ word: found.toLowerCase(), start: index, end: index + found.length }));
  const actions: Action[] = [];
  let opens = true;
  let verb = "";
  for (const [i, token] of tokens.entries()) {
    const { word } = token;
    const next = tokens[i + 1]?.word ?? "";
    if (/^[^\p{L}\p{N}]/u.test(word) || word === "and" || word === "then") {
      opens = true;
      continue;
    }
    if (!opens || LEADS.has(word) || (word.endsWith("ly") && word.length > 4)) continue;
    opens = false;
    const tells = VERBS.has(word) || ((i === 0 || MAYBE_VERBS.has(word) || openers.has(word)) && (i === 0 || BEFORE_THINGS.has(next)));
    if (!tells) continue;
    if (!IDIOMS.has(`${verb} and ${word}`) || tokens[i - 1]?.word !== "and") actions.push({ start: token.start, end: token.end });
    verb = word;
  }
  return actions;
}
