const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words by which sentences of unpunctuated speech are told apart. Written by hand; a language costs one entry. */
export interface Discourse {
  /** Words by which how-to speech goes on to something new. */
  readonly opens: ReadonlySet<string>;
  /** Subjects: a clause begins with them, and often a sentence. */
  readonly subjects: ReadonlySet<string>;
  /** Words that are a subject where a verb follows (`verbs`), and an object elsewhere. */
  readonly maybeSubjects: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  /** Articles and the like: something new, or the object of a verb. */
  readonly articles: ReadonlySet<string>;
  /** Words that join clauses: a sentence may begin with them, where a subject follows. */
  readonly joins: ReadonlySet<string>;
  /** Words that hardly begin a sentence. */
  readonly goesOn: ReadonlySet<string>;
  /** Words that hardly end one: articles, prepositions, auxiliaries, numbers. */
  readonly leadsOn: ReadonlySet<string>;
}

const ENGLISH: Discourse = {
  opens: words(
    "now next first finally once today let's okay ok alright hi hello hey welcome here there there's if when while after don't make what how then remember please thanks",
  ),
  subjects: words("i i'm i've i'll i'd we we're we've we'll you'll you're you've you'd they they're he she it's that's these those you"),
  maybeSubjects: words("it that this everything mine one"),
  verbs: words(`
    is isn't was are should shouldn't will won't would can can't could looks look takes goes go gets comes makes falls fits doesn't does has had may might needs feels
    means depends happens works seems helps starts smells tastes keeps gives lets really just also`),
  articles: words("the a an my your our each every both all some two three another most"),
  joins: words("and so but because"),
  goesOn: words(`
    of than or is are was were be been does did does has had much more well enough up down out off over together too again ago gonna minutes minute seconds hours
    degrees inches inch cups cup tablespoons tablespoon teaspoons teaspoon grams ounces until which who whose as to going thick long wide away apart through around`),
  leadsOn: words(`
    a an the of to and or but with for from in into onto at by as than is are was were be been am i i'm i'll i've we we're we've we'll you you're you'll you'd they they're
    he she your my our their his her its these those some any every each both very really pretty quite so if because when while until before after that it's that's there's
    here's what's let's can could will would should may might must don't doesn't didn't isn't aren't won't can't gonna wanna going want need have has had do does did about
    just also then next which who whose what where how like kind two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty
    hundred half another not no between below above behind under towards along inside next`),
};

const GERMAN: Discourse = {
  opens: words(
    "jetzt dann nun danach zuerst zunächst als also okay gut hallo heute wenn sobald zum schließlich nachdem dabei anschließend damit hier",
  ),
  subjects: words("ich wir ihr du man"),
  maybeSubjects: words("sie es das"),
  verbs: words("ist sind wird werden kann können muss müssen soll sollte hat haben geht sieht braucht kommt macht dauert"),
  articles: words("der die den ein eine einen"),
  joins: words("und aber denn weil"),
  goesOn: words("oder ist sind war hat haben minuten stunden grad gramm zentimeter zu"),
  leadsOn: words(`
    der die das den dem des ein eine einen einem einer und oder aber mit für von im auf am bei aus zu zum zur als wie ist sind war wird werden kann können ich wir
    ihr du sie euer eure mein meine meinen unser unsere sehr so noch nicht kein keine etwas jetzt dann wenn weil dass damit bis durch über unter`),
};

const NONE: Discourse = {
  opens: new Set(),
  subjects: new Set(),
  maybeSubjects: new Set(),
  verbs: new Set(),
  articles: new Set(),
  joins: new Set(),
  goesOn: new Set(),
  leadsOn: new Set(),
};

/** The words of a language; none where they were not written yet. */
export function discourseOf(lang: string): Discourse {
  const primary = lang.split("-")[0];
  return primary === "en" ? ENGLISH : primary === "de" ? GERMAN : NONE;
}
