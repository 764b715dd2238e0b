/** Short forms with a dot that ends no sentence. */
const SHORT: ReadonlySet<string> = new Set(
  "tsp tbsp tbs tbl oz lb lbs pt qt gal min mins sec secs hr hrs approx ca vs etc e.g i.e mr mrs ms dr st prof no fig inc ltd jr sr ft in cm mm kg ml dl z.b bzw usw evtl ggf std nr str vgl el tl p.m a.m u.s".split(
    " ",
  ),
);
/** Those behind which a sentence may end, where the next word says so. */
const MAY_END: ReadonlySet<string> = new Set(
  "tsp tbsp oz lb lbs min mins sec secs hr hrs etc ft in cm mm kg ml dl std usw p.m a.m no u.s".split(" "),
);

const CLOSING = /["'”’»)\]]*$/u;
/** Characters at the end of a word that are looked at: expressions that end with what may repeat take time by its square. */
const TAIL = 30;

/** German short forms of two words, as `before` and `word` are: "z. B.", "d. h.". */
const SHORT_PAIR = /^["'“„‚«([]*(?:z\. [bt]|d\. h|u\. [aäu]|o\. ä|i\. d|m\. e|s\. [ou]|v\. a)\.$/iu;
/** The first of them: what follows says whether they are any. */
const SHORT_FIRST = /^["'“„‚«([]*[zduoimsv]\.$/iu;

/** Whether the punctuation of a word ends a sentence, seen the words that follow it and stand before it. */
export function endsSentence(word: string, next: string | undefined, before?: string): boolean {
  if (next !== undefined && SHORT_FIRST.test(word) && SHORT_PAIR.test(`${word} ${next.replace(/[,;:)]+$/, "")}`)) return false;
  if (next !== undefined && before !== undefined && SHORT_FIRST.test(before) && SHORT_PAIR.test(`${before} ${word}`)) return false;
  const bare = word.slice(-TAIL).replace(CLOSING, "");
  if (/[!?。！？…؟।]$/u.test(bare) || /\.{3}$/.test(bare)) return true;
  if (!bare.endsWith(".")) return false;
  const stem = bare
    .slice(0, -1)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, "");
  const opens = next === undefined || /^["'“‘«([]*[\p{Lu}\p{N}]/u.test(next);
  if (SHORT.has(stem)) return MAY_END.has(stem) && (next === undefined || /^["'“‘«([]*\p{Lu}/u.test(next));
  // Initials: "J. Smith". A capital alone behind a number is none: "vitamin C."
  if (/^\p{L}$/u.test(stem) && /^\p{Lu}/u.test(bare) && next !== undefined) return false;
  // "2. Stir" numbers an item, "the 3. of May" a day.
  if (/^\d{1,2}$/.test(stem)) return next === undefined || /^\p{Lu}/u.test(next);
  return opens || next === undefined || !/^\p{Ll}/u.test(next) || stem.length > 3;
}

/** Whether the marks at the end of a text end a sentence. */
export function isEnded(text: string): boolean {
  return /[.!?…。！？؟।]["'”’»)\]]*$/u.test(text.slice(-TAIL));
}

/** The text without marks at its end that let expect more. */
export function withoutPause(text: string): string {
  let end = text.length;
  while (end > 0 && ",;:–—-".includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

/** Whether a word ends with any mark that a reader pauses at. */
export function hasComma(word: string): boolean {
  return /[,;:–—]["'”’»)\]]*$/u.test(word.slice(-TAIL));
}
