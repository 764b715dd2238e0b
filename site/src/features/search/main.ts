import { readSearchQuery, type SearchQuery, writeSearchQuery } from "../../state/search.ts";
import { KINDS, type SearchDocument } from "./document.ts";
import { SearchIndex } from "./rank.ts";
import { answerView, told } from "./view.ts";

/** Time without a key after which results are shown, in milliseconds: a reader of the screen is not told of every letter. */
const REST = 150;

/** The search page: the address holds what is sought, and the index is fetched as the page opens: for its words, or because the field gets the focus. */
function watchSearch(place: HTMLElement): void {
  const part = <E extends HTMLElement>(selector: string): E => place.querySelector<E>(selector) as E;
  const field = part<HTMLInputElement>("[data-search]");
  const status = part("[data-search-status]");
  const results = part("[data-search-results]");
  const browse = document.querySelector<HTMLElement>("[data-search-browse]");
  const base = document.body.dataset.base ?? "/";
  const read = (): SearchQuery => readSearchQuery(location.search, Object.keys(KINDS));
  let query = read();
  let index: Promise<SearchIndex> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = Promise.resolve();

  const fetched = (): Promise<SearchIndex> => {
    index ??= documentsAt(`${base}search.json`).then((documents) => new SearchIndex(documents));
    // Without a network it is asked for again, the next time.
    index.catch(() => {
      index = undefined;
    });
    return index;
  };
  const show = async (): Promise<void> => {
    const asked = query;
    if (browse !== null) browse.hidden = asked.words.trim() !== "";
    try {
      const answer = asked.words.trim() === "" ? undefined : (await fetched()).find(asked.words);
      // What was asked in the meantime has its own answer.
      if (asked !== query) return;
      status.textContent = answer === undefined ? "" : told(answer, asked.words);
      results.replaceChildren(...(answer === undefined ? [] : answerView(answer, asked, base)));
    } catch {
      if (asked !== query) return;
      status.textContent = "The index could not be fetched. Connect, and type again; it is kept on this machine then.";
      results.replaceChildren();
    }
  };
  const showNow = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    shown = show();
    return shown;
  };
  /** Waits for the results of what the field says now; false where something else is asked by then. */
  const settled = async (): Promise<boolean> => {
    const asked = query;
    await (timer === undefined ? shown : showNow());
    return asked === query;
  };
  // A kind is a place to come back to; the letters of a search are not.
  const choose = (next: Partial<SearchQuery>, write: "pushState" | "replaceState"): void => {
    query = { ...query, ...next };
    history[write](history.state, "", location.pathname + writeSearchQuery(query));
  };

  field.addEventListener("focus", () => void fetched().catch(() => undefined), { once: true });
  field.addEventListener("input", () => {
    choose({ words: field.value, kind: "" }, "replaceState");
    clearTimeout(timer);
    timer = setTimeout(showNow, REST);
  });
  results.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-kind]");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ kind: link.dataset.kind ?? "" }, "pushState");
    // The link that was followed is gone: what it led to begins here.
    void showNow().then(() => (results.querySelector<HTMLElement>("h2") ?? field).focus());
  });
  addEventListener("popstate", () => {
    query = read();
    field.value = query.words;
    void showNow();
  });
  place.addEventListener("keydown", (event) => void walk(event, field, results, settled));
  field.value = query.words;
  if (query.words === "") field.focus();
  void showNow();
}

async function documentsAt(address: string): Promise<SearchDocument[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: expected the index, received status ${response.status}`);
  return response.json();
}

/** From the field down to the first result and up again by the arrows; Enter in the field leads to the first. */
async function walk(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement, settled: () => Promise<boolean>): Promise<void> {
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.target === field ? 1 : 0 }[event.key] ?? 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
  const from = event.target as HTMLElement;
  const next = (): HTMLElement | undefined => {
    const stops = [field, ...results.querySelectorAll<HTMLElement>("[data-result]")];
    return stops.includes(from) ? stops[stops.indexOf(from) + step] : undefined;
  };
  const isDown = from === field && step === 1;
  if (!isDown && next() === undefined) return;
  event.preventDefault();
  // A result that is about to be replaced would take the focus with it.
  if (isDown && !(await settled())) return;
  next()?.focus();
}

const place = document.querySelector<HTMLElement>("[data-search-page]");
if (place !== null) watchSearch(place);
