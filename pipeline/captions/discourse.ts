const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words by which sentences of unpunctuated speech are told apart. Written by hand; a language costs one entry. */
export interface Discourse {
  /** Words that often begin a sentence of how-to speech. */
  readonly begins: ReadonlySet<string>;
  /** Words that may begin one: a break before them costs nothing. */
  readonly mayBegin: ReadonlySet<string>;
  /** Words that hardly end one: articles, prepositions, auxiliaries. */
  readonly hardlyEnds: ReadonlySet<string>;
  /** Words that hardly begin one. */
  readonly hardlyBegins: ReadonlySet<string>;
}

const ENGLISH: Discourse = {
  begins: words(
    "now next then so okay ok alright first finally once after when while let's today hi hello hey welcome here remember and don't this",
  ),
  mayBegin: words(
    "i i'm i'll i've we we're we'll you you'll you're you'd it it's that's there there's these those if but because just go my your the make before they he she well all right what how thanks thank do see",
  ),
  hardlyEnds: words(`
    a an the of to and or but with for from in into on onto at by as than is are was were be been am i i'm i'll we we're we'll you're you'll they're they he she your
    my our their his her its this these those some any every each very really pretty quite so if because when while until before that's it's there's here's what's let's
    can could will would should may might must don't doesn't didn't isn't aren't won't can't gonna wanna going want need have has had do does did make sure about
    just also then now next first which who whose what where how like kind sort little bit more most two three four five six seven eight nine ten half another not no`),
  hardlyBegins: words(`
    of than or is are was were be been to am does did has had much more well enough up down out off over together too again ago going gonna of minutes minute seconds
    hours degrees inches inch cups cup tablespoons tablespoon teaspoons teaspoon grams ounces at by from with into onto until about in on`),
};

const GERMAN: Discourse = {
  begins: words(
    "jetzt dann nun danach zuerst zunächst als also so okay gut hallo heute wenn sobald zum schließlich und nachdem dabei anschließend",
  ),
  mayBegin: words("ich wir ihr du sie es das der die den hier damit aber man mein meine das ist denn weil"),
  hardlyEnds: words(`
    der die das den dem des ein eine einen einem einer und oder aber mit für von in im auf an am bei aus zu zum zur als wie ist sind war wird werden kann können ich wir
    ihr du sie euer eure mein meine meinen unser unsere sehr so noch nicht kein keine etwas jetzt dann wenn weil dass damit bis um durch über unter`),
  hardlyBegins: words("oder als auch ist sind war hat haben minuten stunden grad gramm zentimeter zu"),
};

const NONE: Discourse = { begins: words(""), mayBegin: words(""), hardlyEnds: words(""), hardlyBegins: words("") };

/** The words of a language; none where they were not written yet. */
export function discourseOf(lang: string): Discourse {
  const primary = lang.split("-")[0];
  return primary === "en" ? ENGLISH : primary === "de" ? GERMAN : NONE;
}
