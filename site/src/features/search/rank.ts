import { KINDS, type Kind, type SearchDocument } from "./document.ts";
import { type Folded, findAll, fold, foldWord } from "./fold.ts";
import { corrected, wordsOf } from "./spelling.ts";

/** A document as it is searched in. */
interface Prepared {
  readonly document: SearchDocument;
  /** The title first, the name in full last. */
  readonly names: readonly Folded[];
  readonly initials: string;
  readonly texts: readonly Folded[];
}

/** How well a document is found, the best first; the order of these words is that of the results. */
const WAYS = ["name", "initials", "name begins", "in a name", "words of names", "in the text", "words", "some words"] as const;
type Way = (typeof WAYS)[number];

/** A document that was found. */
export interface Found {
  readonly document: SearchDocument;
  readonly way: Way;
}

/** A word of the query as it was written, and what it is taken for where nothing says it. */
interface Word {
  readonly word: string;
  readonly taken: readonly string[];
}

/** All that was found. */
export interface Answer {
  /** The kind of the best first, and so within each. */
  readonly groups: readonly { readonly kind: Kind; readonly found: readonly Found[] }[];
  readonly count: number;
  /** What is to be marked: the query as a whole, and its words. */
  readonly sought: readonly Folded[];
  /** Words that nothing says, and what they were taken for; nothing where none is alike. */
  readonly unknown: readonly Word[];
}

/** Words that say nothing of what is sought; they count where nothing else is asked. */
const SMALL = new Set(["a", "an", "and", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with"]);

const NOTHING: Answer = { groups: [], count: 0, sought: [], unknown: [] };

/** Finds documents by names first and by what they say after that; every word is to be found, the last ones may be unfinished. */
export class SearchIndex {
  readonly #documents: readonly Prepared[];
  #words: ReadonlySet<string> | undefined;

  constructor(documents: readonly SearchDocument[]) {
    this.#documents = documents.map(prepared);
  }

  find(query: string): Answer {
    const written = query
      .split(/\s+/)
      .map(bare)
      .filter((word) => foldWord(word) !== "");
    if (written.length === 0) return NOTHING;
    const phrase = fold(written.join(" "));
    const telling = written.filter((word) => !SMALL.has(word.toLowerCase()));
    const words = telling.length > 0 ? telling : written;
    const parts = [...new Set(words.flatMap((word) => word.split(/[_‐‑-]+/).filter((part) => part !== "")))];
    const unknown = parts.filter((part) => !this.#documents.some((one) => holds(one, fold(part)))).map((part) => this.#spelled(part));
    const spelled = (word: string): Spellings => {
      const taken = unknown.find((one) => one.word === word)?.taken ?? [];
      return (taken.length > 0 ? taken : [word]).map(fold);
    };
    const [all, apart] = [parts.map(spelled), words.map(spelled)];
    const whole = this.#ranked((one) => wayOf(one, phrase, all));
    // A name of several parts, such as GPT-6, is no other that has one of them.
    const found = whole.length > 0 ? whole : this.#ranked((one) => someOf(one, apart));
    return { groups: grouped(found), count: found.length, sought: [phrase, ...all.flat()], unknown };
  }

  #spelled(word: string): Word {
    this.#words ??= wordsOf(this.#documents.map(({ document }) => document));
    return { word, taken: corrected(foldWord(word), this.#words) };
  }

  #ranked(rank: (one: Prepared) => Rank | undefined): Found[] {
    const ranked = this.#documents.flatMap((one) => {
      const order = rank(one);
      return order === undefined ? [] : [{ document: one.document, order }];
    });
    return ranked
      .sort((a, b) => compare(a.order, b.order) || a.document.title.localeCompare(b.document.title, "en"))
      .map(({ document, order: [way] }) => ({ document, way: WAYS[way] as Way }));
  }
}

/** Place in `WAYS`, then what tells equally well found documents apart: less is better. */
type Rank = readonly [way: number, ...finer: number[]];

const rankOf = (way: Way, ...finer: number[]): Rank => [WAYS.indexOf(way), ...finer];

function compare(a: Rank, b: Rank): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] ?? 0);
}

/** A word without the signs around it that belong to the sentence. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}@+]+|[^\p{L}\p{N}@+%*]+$/gu, "");
}

function prepared(document: SearchDocument): Prepared {
  const { title, names = [], full = [], line = [], texts = [] } = document;
  return { document, names: [title, names, full].flat().map(fold), initials: initialsOf(title), texts: [line, texts].flat().map(fold) };
}

/** "Mean reciprocal rank" -> "mrr"; empty for one word. */
function initialsOf(title: string): string {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !SMALL.has(word.toLowerCase()));
  return words.length < 2 ? "" : foldWord(words.map((word) => word.charAt(0)).join(""));
}

/** A word in each of its spellings. */
type Spellings = readonly Folded[];

/** How well a document is found by all words; `undefined` where it is not. */
function wayOf({ names, initials, texts }: Prepared, phrase: Folded, words: readonly Spellings[]): Rank | undefined {
  const exact = names.findIndex(({ text }) => text === phrase.text);
  if (exact >= 0) return rankOf("name", Math.min(exact, 1));
  if (initials === phrase.text) return rankOf("initials");
  const begun = names.filter((name) => findAll(name, phrase)[Symbol.iterator]().next().value === 0);
  if (begun.length > 0) return rankOf("name begins", shortest(begun), begun[0] === names[0] ? 0 : 1);
  const holding = names.filter((name) => says(name, phrase));
  if (holding.length > 0) return rankOf("in a name", cut(holding, [phrase]), shortest(holding));
  if (allIn(names, words)) return rankOf("words of names", cut(names, words.flat()), shortest(names.slice(0, 1)));
  if (words.length > 1 && texts.some((text) => tells(text, phrase))) return rankOf("in the text", cut(texts, [phrase]));
  const isTold = (spellings: Spellings): boolean =>
    anyOf(names, spellings) || texts.some((text) => spellings.some((one) => tells(text, one)));
  return words.every(isTold) ? rankOf("words", cut([...names, ...texts], words.flat())) : undefined;
}

/** Where no document has all words: how many of them one has. Numbers are no words that one could do without: GPT 4 is not GPT 6. */
function someOf({ names, texts }: Prepared, words: readonly Spellings[]): Rank | undefined {
  const all = [...names, ...texts];
  const missing = words.filter((spellings) => !anyOf(all, spellings));
  const telling = words.filter((spellings) => !isNumber(spellings));
  if (missing.some(hasDigit) || telling.every((spellings) => missing.includes(spellings))) return undefined;
  return rankOf("some words", missing.length, words.filter((one) => !anyOf(names, one)).length);
}

function isNumber(spellings: Spellings): boolean {
  return spellings.every(({ text }) => /^\p{N}+$/u.test(text));
}

function hasDigit(spellings: Spellings): boolean {
  return spellings.some(({ text }) => /\p{N}/u.test(text));
}

function shortest(names: readonly Folded[]): number {
  return Math.min(...names.map(({ text }) => text.length));
}

function holds({ names, texts }: Prepared, sought: Folded): boolean {
  return anyOf([...names, ...texts], [sought]);
}

/** Whether a name has a word that begins with what is sought; a number must stand there in full. */
function says(text: Folded, sought: Folded): boolean {
  return isNumber([sought]) ? isFull(text, sought) : !findAll(text, sought)[Symbol.iterator]().next().done;
}

/** The same of a text that is no name: many words begin with one or two letters, so such a word must stand there in full too. */
function tells(text: Folded, sought: Folded): boolean {
  return sought.text.length > 2 ? says(text, sought) : isFull(text, sought);
}

function isFull(text: Folded, sought: Folded): boolean {
  for (const at of findAll(text, sought)) if (text.begins[at + sought.text.length] !== 0) return true;
  return false;
}

function anyOf(all: readonly Folded[], spellings: Spellings): boolean {
  return all.some((text) => spellings.some((sought) => says(text, sought)));
}

function allIn(all: readonly Folded[], words: readonly Spellings[]): boolean {
  return words.every((spellings) => anyOf(all, spellings));
}

/** How many of what is sought stand nowhere as a word in full, but only as the beginning of one. */
function cut(all: readonly Folded[], sought: readonly Folded[]): number {
  return sought.filter((one) => !all.some((text) => isFull(text, one))).length;
}

const ORDER = Object.keys(KINDS) as Kind[];

/** The kind of the best first; of kinds found equally well, in their own order. */
function grouped(found: readonly Found[]): Answer["groups"] {
  const groups = new Map<Kind, Found[]>();
  for (const one of found) {
    const group = groups.get(one.document.kind);
    if (group === undefined) groups.set(one.document.kind, [one]);
    else group.push(one);
  }
  const best = ([, [first]]: [Kind, Found[]]): number => WAYS.indexOf((first as Found).way);
  return [...groups]
    .sort((a, b) => best(a) - best(b) || ORDER.indexOf(a[0]) - ORDER.indexOf(b[0]))
    .map(([kind, own]) => ({ kind, found: own }));
}
