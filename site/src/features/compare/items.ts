import type { ItemsIndex } from "@stepladder/schema";
import { type Cut, weightsOf } from "@stepladder/wasm/host/board.ts";
import type { ItemsView } from "../../state/compare.ts";
import type { CompareMetric } from "./words.ts";

/** An item on which the two rows differ by the metric of that item alone. */
export interface DisagreedItem {
  /** Row of every pack. */
  readonly at: number;
  readonly id: string;
  readonly a: number;
  readonly b: number;
  /** How far A is ahead, in the metric's own unit; positive where A is better. */
  readonly lead: number;
}

/** Items in the cut on which both rows have a value and these differ, in gold order. */
export function disagreed(
  index: Pick<ItemsIndex, "ids" | "slices">,
  [a, b]: readonly [Float64Array, Float64Array],
  better: CompareMetric["better"],
  cut: Cut,
): DisagreedItem[] {
  const weights = weightsOf(index, cut);
  const sign = better === "higher" ? 1 : -1;
  return index.ids.flatMap((id, at) => {
    const [x, y] = [a[at] as number, b[at] as number];
    return weights?.[at] === 0 || x === y || Number.isNaN(x) || Number.isNaN(y) ? [] : [{ at, id, a: x, b: y, lead: sign * (x - y) }];
  });
}

/** Rows on one page of the list. */
export const PAGE = 20;

/** One page of the list as it is looked at, and how many items and pages there are; a page that is not there counts as the last. */
export function pageOf(
  items: readonly DisagreedItem[],
  view: ItemsView,
): { readonly items: readonly DisagreedItem[]; readonly page: number; readonly pages: number; readonly shown: number } {
  const shown = items.filter(({ lead }) => view.show === "all" || (view.show === "won" ? lead > 0 : lead < 0));
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const page = Math.min(view.page, pages);
  const sign = view.order === "asc" ? 1 : -1;
  const sorted = shown.toSorted((x, y) => sign * compared(x, y, view.sort) || x.at - y.at);
  return { items: sorted.slice((page - 1) * PAGE, page * PAGE), page, pages, shown: shown.length };
}

function compared(x: DisagreedItem, y: DisagreedItem, by: ItemsView["sort"]): number {
  if (by === "item") return x.id.localeCompare(y.id, "en", { numeric: true });
  return by === "gap" ? Math.abs(x.lead) - Math.abs(y.lead) : x[by] - y[by];
}
