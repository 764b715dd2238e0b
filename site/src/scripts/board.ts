import { type BoardQuery, type BoardSort, readBoardQuery, sortedBy, writeBoardQuery } from "../state/board.ts";
import { cellValue, isShown, orderOf } from "./rows.ts";

/** A board's table as the page was built, with what its headers order by. */
interface BoardTable {
  readonly id: string;
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly HTMLTableRowElement[];
  readonly heads: readonly HTMLTableCellElement[];
  readonly built: BoardSort | undefined;
}

/** Sorting, filtering and search of a board; the address holds what was chosen, and without this the page is whole. */
function watchBoard(controls: HTMLElement): void {
  const tables = Array.from(document.querySelectorAll<HTMLTableElement>("table[data-board]"), tableOf);
  const search = controls.querySelector<HTMLInputElement>("[data-search]");
  const reset = controls.querySelector<HTMLButtonElement>("[data-board-reset]");
  const chips = [...controls.querySelectorAll<HTMLButtonElement>("[data-show]")];
  let query = readBoardQuery(location.search);

  const show = (): void => {
    if (search !== null && search.value !== query.search) search.value = query.search;
    for (const chip of chips) chip.setAttribute("aria-pressed", String(!query.hidden.includes(chip.dataset.show ?? "")));
    for (const table of tables) arrange(table, query);
    if (reset !== null) reset.hidden = writeBoardQuery(query) === "";
    tell(controls, tables);
  };
  // A choice is a place to come back to; the letters of a search are not.
  const choose = (next: BoardQuery, write: "pushState" | "replaceState" = "pushState"): void => {
    query = next;
    history[write](history.state, "", location.pathname + writeBoardQuery(query) + location.hash);
    show();
  };

  for (const table of tables) {
    for (const head of table.heads) {
      const { col: column = "", best } = head.dataset;
      const order = best === "asc" ? "asc" : "desc";
      withButton(head).addEventListener("click", () => choose(sortedBy(query, { table: table.id, column }, order, table.built)));
    }
  }
  for (const chip of chips) {
    const kind = chip.dataset.show ?? "";
    chip.addEventListener("click", () => {
      const others = query.hidden.filter((other) => other !== kind);
      choose({ ...query, hidden: others.length < query.hidden.length ? others : [...others, kind] });
    });
  }
  search?.addEventListener("input", () => choose({ ...query, search: search.value }, "replaceState"));
  reset?.addEventListener("click", () => {
    choose(readBoardQuery(""));
    // The button is gone with what it took back.
    search?.focus();
  });
  addEventListener("popstate", () => {
    query = readBoardQuery(location.search);
    show();
  });
  controls.hidden = false;
  show();
}

function tableOf(table: HTMLTableElement): BoardTable {
  const id = table.dataset.board ?? "";
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-col]")];
  const sorted = heads.find((head) => head.ariaSort !== null);
  const built = sorted && { table: id, column: sorted.dataset.col ?? "", order: sorted.ariaSort === "ascending" ? "asc" : "desc" };
  return {
    id,
    body: table.tBodies[0] as HTMLTableSectionElement,
    rows: [...(table.tBodies[0]?.rows ?? [])],
    heads,
    built: built as BoardSort | undefined,
  };
}

/** Turns the header's words into a button. */
function withButton(head: HTMLTableCellElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  const [title] = head.childNodes;
  title?.replaceWith(button);
  if (title !== undefined) button.append(title);
  return button;
}

function arrange({ id, body, rows, heads, built }: BoardTable, query: BoardQuery): void {
  const asked = query.sorts.find(({ table }) => table === id);
  const sort = heads.some(({ dataset }) => dataset.col === asked?.column) ? asked : built;
  for (const head of heads) {
    head.ariaSort = head.dataset.col === sort?.column ? (sort?.order === "asc" ? "ascending" : "descending") : null;
  }
  const at = heads.find(({ dataset }) => dataset.col === sort?.column)?.cellIndex;
  const values = rows.map(({ cells }) => (at === undefined || sort === built ? 0 : cellValue(cells[at]?.dataset.value)));
  body.append(...orderOf(values, sort?.order ?? "asc").map((position) => rows[position] as HTMLTableRowElement));
  for (const row of rows) {
    const { kind = "", evidence = "" } = row.dataset;
    row.hidden = !isShown({ name: nameOf(row), kind, evidence }, query);
  }
}

function nameOf(row: HTMLTableRowElement): string {
  return row.querySelector<HTMLElement>("th[data-value]")?.dataset.value ?? "";
}

/** Entries, not rows: an entry has a row in several tables. */
function tell(controls: HTMLElement, tables: readonly BoardTable[]): void {
  const all = tables.flatMap(({ rows }) => rows);
  const count = (rows: readonly HTMLTableRowElement[]): number => new Set(rows.map(nameOf)).size;
  const place = controls.querySelector<HTMLElement>("[data-board-count]");
  const text = `${count(all.filter(({ hidden }) => !hidden))} of ${count(all)} entries`;
  // Said only when it changes: a screen reader reads out whatever is written here.
  if (place !== null && place.textContent !== text) place.textContent = text;
}

const controls = document.querySelector<HTMLElement>("[data-board-controls]");
if (controls !== null) watchBoard(controls);
