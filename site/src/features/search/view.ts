import { inSentence, plural } from "../../format.ts";
import { type SearchQuery, writeSearchQuery } from "../../state/search.ts";
import { el } from "../compare/dom.ts";
import { KINDS, type SearchDocument } from "./document.ts";
import { type Folded, fold } from "./fold.ts";
import { countIn, excerpt, partsOf } from "./marked.ts";
import type { Answer, Found } from "./rank.ts";

/** Results of a kind that are shown beside those of others. */
const SHOWN = 5;

/** What was found, in a sentence or two. */
export function told({ groups, count, unknown }: Answer, words: string): string {
  const [first] = groups;
  const way = first?.found[0]?.way;
  const taken = unknown.flatMap(({ word, taken: spellings }) =>
    spellings.length > 0 ? [`Nothing says “${word}”; this is what says ${spellings.map((one) => `“${one}”`).join(" or ")}.`] : [],
  );
  if (first === undefined) return `Nothing was found for “${words.trim()}”.`;
  const counts = groups.map(({ kind, found }) => `${found.length} in ${inSentence(KINDS[kind])}`).join(", ");
  const some = way === "some words" ? ["Nothing has all of these words; this has some of them."] : [];
  return [...taken, ...some, `${plural(count, "result")}: ${counts}.`].join(" ");
}

/** The results by kind, a few of each or all of one. */
export function answerView({ groups, sought }: Answer, { words, kind }: SearchQuery, base: string): Node[] {
  const chosen = groups.filter((group) => group.kind === kind);
  const isWhole = chosen.length > 0;
  const sections = (isWhole ? chosen : groups).map(({ kind: own, found }) => {
    const more = found.length > SHOWN && !isWhole;
    return el(
      "section",
      { "aria-labelledby": `found-${own}` },
      el("h2", { id: `found-${own}`, tabindex: "-1" }, KINDS[own], " ", el("span", { class: "muted number" }, String(found.length))),
      el("ul", { class: "results" }, ...(isWhole ? found : found.slice(0, SHOWN)).map((one) => result(one, sought))),
      more ? el("p", {}, kindLink(`All ${found.length} in ${inSentence(KINDS[own])}`, { words, kind: own })) : undefined,
    );
  });
  const back = isWhole && groups.length > 1 ? [el("p", {}, kindLink("All kinds", { words, kind: "" }))] : [];
  const procedures = el(
    "a",
    { href: `${base}procedures/?${new URLSearchParams({ q: words.trim() })}`, "data-result": true },
    "Look for this in procedures",
  );
  return [...sections, ...back, el("p", { class: "small" }, procedures, ", which have a search of their own.")];
}

/** Leads to the same words with one kind in full, or with all kinds. */
function kindLink(text: string, query: SearchQuery): HTMLElement {
  return el("a", { href: location.pathname + writeSearchQuery(query), "data-kind": query.kind, "data-result": true }, text);
}

function result({ document: found }: Found, sought: readonly Folded[]): HTMLElement {
  const { title, href, full, line, places = [], more = 0 } = found;
  const name =
    href === undefined ? el("strong", {}, ...marked(title, sought)) : el("a", { href, "data-result": true }, ...marked(title, sought));
  const other = otherName(found, sought);
  const text = textShown(found, sought);
  return el(
    "li",
    {},
    el(
      "p",
      { class: "name foreign" },
      name,
      ...(other === undefined ? [] : [el("span", { class: "muted" }, " also ", ...marked(other, sought))]),
    ),
    ...[full, line].map((one) => (one === undefined ? undefined : el("p", { class: "muted small" }, ...marked(one, sought)))),
    text === undefined ? undefined : el("p", { class: "small" }, ...marked(excerpt(text, sought), sought)),
    places.length === 0 ? undefined : placesView(places, more, href === undefined),
  );
}

/** Where it stands; a thing without a page of its own is reached by these. */
function placesView(places: NonNullable<SearchDocument["places"]>, more: number, isOnly: boolean): HTMLElement {
  const links = places.flatMap(({ title, href }, at) => [
    at > 0 ? " · " : "",
    el("a", { href, class: "foreign", ...(isOnly && at === 0 ? { "data-result": true } : {}) }, title),
  ]);
  return el(
    "p",
    { class: "small" },
    isOnly ? "Has no page of its own; it stands on " : "On ",
    ...links,
    more > 0 ? ` and ${more} more` : "",
  );
}

/** The name that was found, where that is not the title. */
function otherName({ title, names = [] }: SearchDocument, sought: readonly Folded[]): string | undefined {
  const [phrase] = sought;
  if (phrase === undefined || fold(title).text === phrase.text) return undefined;
  const exact = names.find((name) => fold(name).text === phrase.text);
  if (exact !== undefined) return fold(exact).text === fold(title).text ? undefined : exact;
  if (countIn(title, sought) > 0) return undefined;
  return names.find((name) => countIn(name, sought) > 0);
}

/** The text that has most of what is sought, and else the first. */
function textShown({ texts = [] }: SearchDocument, sought: readonly Folded[]): string | undefined {
  const counts = texts.map((text) => countIn(text, sought));
  return texts[Math.max(0, counts.indexOf(Math.max(...counts)))];
}

/** A text with what was found marked: text and elements, never markup. */
function marked(text: string, sought: readonly Folded[]): (string | Node)[] {
  return partsOf(text, sought).map(([part, isFound]) => (isFound ? el("mark", {}, part) : part));
}
