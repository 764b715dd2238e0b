import type { CompareTrack } from "../../catalog/compare.ts";
import { formatCell, formatCount, plural, titleWithUnit } from "../../format.ts";
import type { CompareQuery, ItemShow, ItemSort, ItemsView } from "../../state/compare.ts";
import { button, el, foreign, tablePlace } from "./dom.ts";
import { type DisagreedItem, pageOf } from "./items.ts";
import type { Chosen } from "./refuse.ts";
import { type CompareMetric, differenceUnit, signed } from "./words.ts";

/** What the list of items is made from. */
export interface ItemsTold {
  readonly rows: readonly Chosen[];
  readonly metric: CompareMetric;
  readonly statistics: CompareTrack["statistics"];
  readonly items: readonly DisagreedItem[];
  /** Asks for the statistics of an item, of the first row and the second. */
  ask(at: number): Promise<readonly Readonly<Record<string, number>>[]>;
}

const SHOWS: Record<ItemShow, string> = { all: "All", won: "A better", lost: "B better" };

/** The items that the first two rows disagree on, as the address says to look at them. */
export function itemsView(told: ItemsTold, view: ItemsView, look: (next: CompareQuery["view"]) => void): HTMLElement {
  const { items } = told;
  if (items.length === 0) {
    return el("div", {}, el("p", {}, "There is no item on which one of the two is better by this metric of that item alone."));
  }
  const paged = pageOf(items, view);
  const chips = Object.entries(SHOWS).map(([show, text]) => {
    const count = pageOf(items, { ...view, show: show as ItemShow }).shown;
    const act = (): void => look({ show: show as ItemShow, sort: view.sort, order: view.order, page: 1 });
    return button(`${text} ${formatCount(count)}`, act, { class: "plain", id: `show-${show}`, "aria-pressed": String(show === view.show) });
  });
  return el(
    "div",
    {},
    el("div", { class: "row tight", role: "group", "aria-label": "Show items" }, ...chips),
    tablePlace("Items they disagree on", itemsTable(told, view, paged.items, look)),
    pager(paged, (page) => look({ ...withoutItem(view), page })),
  );
}

function withoutItem({ item: _, ...view }: ItemsView): ItemsView {
  return view;
}

function pager({ page, pages, shown }: { page: number; pages: number; shown: number }, turn: (page: number) => void): HTMLElement {
  return el(
    "p",
    { class: "row" },
    button("Previous", () => turn(page - 1), { id: "items-previous", class: "plain", disabled: page === 1 }),
    el("span", { class: "small muted number" }, `page ${page} of ${pages}, ${formatCount(shown)} items`),
    button("Next", () => turn(page + 1), { id: "items-next", class: "plain", disabled: page === pages }),
  );
}

function itemsTable(told: ItemsTold, view: ItemsView, items: readonly DisagreedItem[], look: (next: ItemsView) => void): HTMLTableElement {
  const { metric } = told;
  const head = (sort: ItemSort, text: string): HTMLElement => {
    const sorted = view.sort === sort;
    const best = sort === "item" ? "asc" : "desc";
    const order = sorted ? (view.order === "asc" ? "desc" : "asc") : best;
    const sortBy = (): void => look({ show: view.show, sort, order, page: 1 });
    return el(
      "th",
      {
        scope: "col",
        class: sort !== "item" && "num",
        "aria-sort": sorted ? (view.order === "asc" ? "ascending" : "descending") : undefined,
      },
      button(text, sortBy, { id: `sort-${sort}` }),
    );
  };
  const rows = items.flatMap((item) => itemRows(told, item, view, look));
  return el(
    "table",
    { class: "items" },
    el("caption", {}, `${titleWithUnit(metric)}, of each item alone. Open an item for all that was measured of it.`),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        head("item", "Item"),
        head("a", "A"),
        head("b", "B"),
        head("gap", `A ahead, ${differenceUnit(metric.unit) || "number"}`),
      ),
    ),
    el("tbody", {}, ...rows),
  );
}

function itemRows(told: ItemsTold, item: DisagreedItem, view: ItemsView, look: (next: ItemsView) => void): HTMLElement[] {
  const { unit } = told.metric;
  const open = view.item === item.id;
  const toggle = button(item.id, () => look(open ? withoutItem(view) : { ...view, item: item.id }), {
    class: "plain foreign",
    id: `item-${item.at}`,
    "aria-expanded": String(open),
  });
  const num = (text: string, value: number): HTMLElement => el("td", { class: "num", title: String(value) }, text);
  const row = el(
    "tr",
    { "data-item": item.id },
    el("th", { scope: "row" }, toggle),
    num(formatCell(item.a, unit), item.a),
    num(formatCell(item.b, unit), item.b),
    num(signed(item.lead, unit), item.lead),
  );
  return open ? [row, el("tr", { class: "opened" }, el("td", { colspan: "4" }, detail(told, item.at)))] : [row];
}

/** All that was measured of one item, side by side; filled in once the worker has answered. */
function detail({ rows: [a, b], statistics, ask }: ItemsTold, at: number): HTMLElement {
  const place = el("div", { "aria-busy": "true" }, el("p", { class: "muted" }, "Reading what was measured…"));
  void ask(at).then(
    ([x = {}, y = {}]) => {
      const told = statistics.filter(({ id }) => id in x || id in y);
      const known = told.filter(({ id }) => x[id] !== 0 || y[id] !== 0);
      const line = ({ id, title }: (typeof known)[number]): HTMLElement => {
        const differs = x[id] !== y[id];
        const cell = (value: number | undefined): HTMLElement =>
          el("td", { class: "num" }, value === undefined ? "–" : differs ? el("strong", {}, shown(value)) : shown(value));
        return el("tr", {}, el("th", { scope: "row" }, title), cell(x[id]), cell(y[id]), el("td", {}, differs ? "differs" : ""));
      };
      const head = el(
        "tr",
        {},
        el("th", { scope: "col" }, "Measured of this item"),
        el("th", { scope: "col", class: "num" }, "A: ", foreign(a?.name ?? "")),
        el("th", { scope: "col", class: "num" }, "B: ", foreign(b?.name ?? "")),
        el("td"),
      );
      const zero = told.length - known.length;
      const left = zero === 0 ? undefined : el("p", { class: "small muted" }, `${plural(zero, "more number")}, 0 for both.`);
      place.replaceChildren(el("table", { class: "measured" }, el("thead", {}, head), el("tbody", {}, ...known.map(line))), left ?? "");
      place.removeAttribute("aria-busy");
    },
    () => place.replaceChildren(el("p", {}, "What was measured of this item could not be read.")),
  );
  return place;
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
