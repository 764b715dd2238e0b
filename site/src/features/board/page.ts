import { formatCount, plural } from "../../format.ts";
import { type BoardQuery, cutOf, readBoardQuery, sortedBy, writeBoardQuery } from "../../state/board.ts";
import { StatsClient } from "../../workers/statistics.ts";
import { watchControls } from "./controls.ts";
import { type BoardFacts, type BoardMetric, boardFacts } from "./facts.ts";
import { type Live, LiveCut } from "./live.ts";
import { OwnRows } from "./own.ts";
import { watchOwnFile } from "./own-file.ts";
import { arrange, type BoardTable, boardTables, withButton } from "./tables.ts";
import { type CutFigures, draw, rankingOf } from "./view.ts";

/** Sorting, filtering, cutting and search of a board; the address holds what was chosen, and without this the page is whole. */
function watchBoard(place: HTMLElement, facts: BoardFacts): void {
  const tables = boardTables();
  const reset = place.querySelector<HTMLButtonElement>("[data-board-reset]");
  const read = (): BoardQuery => readBoardQuery(location.search, facts);
  let query = read();

  const cut = new LiveCut(facts.files && new StatsClient(facts.files), facts, tables, () => show());
  const own = new OwnRows(facts, tables, () => show());
  const first = (): string[] => tables.flatMap((table) => rankingOf(table, query, facts)?.id ?? []);
  const show = (): void => {
    controls.show(query);
    cut.show(cutOf(query), first());
    own.show(cutOf(query), first());
    for (const table of tables) showTable(table, query, facts, cut.live, own);
    if (reset !== null) reset.hidden = writeBoardQuery(query) === "";
    tell(place, tables, cut.live, facts);
    write(place, "[data-own-failed]", own.failure === "" ? "" : `Where your own results stand was not computed: ${own.failure}.`);
  };
  // A choice is a place to come back to; the letters of a search are not.
  const choose = (next: BoardQuery, write: "pushState" | "replaceState" = "pushState"): void => {
    query = next;
    history[write](history.state, "", location.pathname + writeBoardQuery(query) + location.hash);
    show();
  };

  const controls = watchControls(place, facts, () => query, choose);
  for (const table of tables) {
    for (const head of table.heads) {
      const { col: column = "", best } = head.dataset;
      const order = best === "asc" ? "asc" : "desc";
      withButton(head).addEventListener("click", () => choose(sortedBy(query, { table: table.id, column }, order, table.built)));
    }
  }
  reset?.addEventListener("click", () => {
    choose(readBoardQuery("", facts));
    // The button is gone with what it took back.
    place.querySelector<HTMLElement>("[data-search]")?.focus();
  });
  place.querySelector("[data-cut-again]")?.addEventListener("click", () => {
    cut.again(cutOf(query), first());
    show();
  });
  addEventListener("popstate", () => {
    query = read();
    show();
  });
  const file = place.querySelector<HTMLElement>("[data-board-own]");
  if (file !== null) watchOwnFile(file, facts.track, () => own.load());
  place.hidden = false;
  show();
  void own.load();
}

/** What stands in a table's cells; nothing before anything was drawn: they are as built. */
const drawn = new WeakMap<BoardTable, { readonly figures: CutFigures | undefined; readonly ranking: BoardMetric | undefined }>();

function showTable(board: BoardTable, query: BoardQuery, facts: BoardFacts, live: Live, own: OwnRows): void {
  const ranking = rankingOf(board, query, facts);
  const figures = live.state === "cut" ? live.figures : undefined;
  const isWaiting =
    live.state === "waiting" || (figures !== undefined && ranking !== undefined && figures.standings[ranking.id] === undefined);
  board.table.ariaBusy = isWaiting ? "true" : null;
  const before = drawn.get(board);
  // A filter alone touches no cell.
  if (!isWaiting && (before?.figures !== figures || before?.ranking !== ranking)) {
    draw(board, facts, ranking, figures);
    drawn.set(board, { figures, ranking });
  }
  own.draw(board, ranking, live);
  arrange(board, query, figures === undefined);
}

/** Says how many entries are shown, and on which items; each only when it changes, for a screen reader reads out whatever is written. */
function tell(place: HTMLElement, tables: readonly BoardTable[], live: Live, facts: BoardFacts): void {
  const rows = tables.flatMap((table) => [...table.rows, ...table.apart]);
  // Entries, not rows: an entry has a row in several tables.
  const count = (some: typeof rows): number => new Set(some.map(({ id }) => id)).size;
  write(place, "[data-board-count]", `${count(rows.filter(({ row }) => !row.hidden))} of ${count(rows)} entries`);
  write(place, "[data-cut-status]", cutText(live, facts));
  for (const note of document.querySelectorAll<HTMLElement>("[data-over-all]")) note.hidden = live.state === "built";
  const again = place.querySelector<HTMLButtonElement>("[data-cut-again]");
  if (again !== null) again.hidden = live.state !== "failed";
}

function cutText(live: Live, { items, files }: BoardFacts): string {
  if (live.state === "built") return "";
  if (live.state === "waiting") return "Computing scores and ranks on these items …";
  if (live.state === "failed") return `These items could not be computed: ${live.reason}. The figures are of all items.`;
  const systems = files?.packs.filter(({ kind }) => kind === "system").length ?? 0;
  return `${plural(systems, "system")} on ${formatCount(live.figures.coverage.items)} of ${plural(items, "item")}`;
}

function write(place: HTMLElement, selector: string, text: string): void {
  const at = place.querySelector(selector);
  if (at !== null && at.textContent !== text) at.textContent = text;
}

const place = document.querySelector<HTMLElement>("[data-board-controls]");
const facts = boardFacts();
if (place !== null && facts !== undefined) watchBoard(place, facts);
