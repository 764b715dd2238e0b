import { plural } from "../../format.ts";
import {
  CHOSEN,
  type Chosen,
  type ExplorerChoices,
  type ExplorerQuery,
  isAskedFor,
  type ProcedureFacts,
  readExplorerQuery,
  writeExplorerQuery,
} from "../../state/procedures.ts";

interface Row {
  readonly element: HTMLElement;
  readonly facts: ProcedureFacts;
}

/** Search and filters over the rows of the table; the address holds what was chosen, and without this the page is whole. */
function watchExplorer(place: HTMLElement, rows: readonly Row[]): void {
  const part = <E extends HTMLElement>(selector: string): E => place.querySelector<E>(selector) as E;
  const search = part<HTMLInputElement>("[data-search]");
  const menu = (name: Chosen): HTMLSelectElement => part(`[data-choice=${name}]`);
  const menus = { topic: menu("topic"), miner: menu("miner"), lang: menu("lang") };
  const ends = { from: part<HTMLInputElement>("[data-steps=from]"), to: part<HTMLInputElement>("[data-steps=to]") };
  const reset = part<HTMLButtonElement>("[data-explorer-reset]");
  const count = part("[data-explorer-count]");
  const none = document.querySelector<HTMLElement>("[data-explorer-none]") as HTMLElement;
  const valuesOf = ({ options }: HTMLSelectElement): string[] => Array.from(options, ({ value }) => value);
  const choices: ExplorerChoices = { topic: valuesOf(menus.topic), miner: valuesOf(menus.miner), lang: valuesOf(menus.lang) };
  const read = (): ExplorerQuery => readExplorerQuery(location.search, choices);
  let query = read();

  // Only what the address says is written into the fields: what is being typed may be no number, or no range, yet.
  const fill = (): void => {
    search.value = query.search;
    for (const name of CHOSEN) menus[name].value = query[name];
    for (const end of ["from", "to"] as const) ends[end].value = String(query.steps[end] ?? "");
  };
  const show = (): void => {
    let shown = 0;
    for (const { element, facts } of rows) {
      element.hidden = !isAskedFor(facts, query);
      if (!element.hidden) shown++;
    }
    const isWhole = writeExplorerQuery(query) === "";
    count.textContent = isWhole ? plural(rows.length, "procedure") : `${shown} of ${plural(rows.length, "procedure")}`;
    reset.hidden = isWhole;
    none.hidden = shown > 0;
  };
  // A choice is a place to come back to; the letters of a search are not.
  const choose = (next: Partial<ExplorerQuery>, write: "pushState" | "replaceState" = "pushState"): void => {
    query = { ...query, ...next };
    history[write](history.state, "", location.pathname + writeExplorerQuery(query) + location.hash);
    show();
  };
  const clear = (): void => {
    choose(readExplorerQuery("", choices));
    fill();
    // The button is gone with what it took back.
    search.focus();
  };

  search.addEventListener("input", () => choose({ search: search.value }, "replaceState"));
  for (const name of CHOSEN) menus[name].addEventListener("change", () => choose({ [name]: menus[name].value }));
  for (const field of Object.values(ends))
    field.addEventListener("input", () => {
      const typed = readExplorerQuery(`?steps=${ends.from.value}-${ends.to.value}`, choices).steps;
      choose({ steps: typed }, "replaceState");
    });
  reset.addEventListener("click", clear);
  none.querySelector("button")?.addEventListener("click", clear);
  addEventListener("popstate", () => {
    query = read();
    fill();
    show();
  });
  place.hidden = false;
  fill();
  show();
}

function rowOf(element: HTMLElement): Row {
  const { topic = "", miner = "", lang = "", steps = "", words = "" } = element.dataset;
  return { element, facts: { topic, miner, lang, steps: Number(steps), words } };
}

const place = document.querySelector<HTMLElement>("[data-explorer]");
if (place !== null) watchExplorer(place, Array.from(document.querySelectorAll<HTMLElement>("tr[data-words]"), rowOf));
