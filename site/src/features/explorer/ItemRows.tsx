import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { MetricInfo } from "../../catalog/describe.ts";
import { formatCell, formatCount, plural, titleWithUnit } from "../../format.ts";
import type { ExploreQuery } from "../../state/explore.ts";
import type { Row } from "./list.ts";

interface Props {
  readonly rows: readonly Row[];
  /** How many items there are, listed or not. */
  readonly all: number;
  /** Place of the item that is looked at; -1: none. */
  readonly at: number;
  readonly metric: MetricInfo | undefined;
  readonly look: ExploreQuery;
  choose(row: Row | undefined): void;
  /** Leads on to what is shown of the item. */
  enter(): void;
}

const HEIGHT = 44;
/** Rows that one page key passes. */
const PAGE = 10;

/** The items that are asked for; only those in sight are in the page. */
export function ItemRows({ rows, all, at, metric, look, choose, enter }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => place.current, estimateSize: () => HEIGHT, overscan: 6 });
  const here = rows.findIndex((row) => row.at === at);
  useEffect(() => {
    if (here >= 0) virtual.scrollToIndex(here);
  }, [here, virtual]);
  const press = (event: KeyboardEvent): void => {
    const to = targetOf(event.key, here, rows.length);
    if (event.key === "Enter") enter();
    else if (to !== undefined) choose(rows[to]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="item-list">
      <p className="small muted" role="status">
        {rows.length === all ? plural(all, "item") : `${formatCount(rows.length)} of ${plural(all, "item")}`}
        {metric && rows.some(({ value }) => value !== undefined) && `, with ${titleWithUnit(metric)} of each alone`}
      </p>
      {rows.length === 0 ? (
        <p>No item is like that. Search for less, or show all.</p>
      ) : (
        <div
          ref={place}
          className="scroll"
          role="listbox"
          tabIndex={0}
          aria-label="Items"
          aria-activedescendant={here >= 0 ? rowId(here) : undefined}
          onKeyDown={press}
        >
          <div className="inside" style={{ height: virtual.getTotalSize() }}>
            {shown(virtual.getVirtualItems(), here).map((index) => {
              const row = rows[index] as Row;
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the row
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
                <div
                  key={row.id}
                  id={rowId(index)}
                  role="option"
                  className="item-row"
                  aria-selected={index === here}
                  aria-setsize={rows.length}
                  aria-posinset={index + 1}
                  style={{ transform: `translateY(${index * HEIGHT}px)` }}
                  onClick={() => choose(row)}
                >
                  <span className="foreign id" dir="auto">
                    {row.id}
                  </span>
                  <span className="small muted number">{told(row, look)}</span>
                  <span className="number value">{figureOf(row, metric)}</span>
                </div>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}

/** The row that is looked at stays in the page, in sight or not: the list names it as the active one. */
function shown(inSight: readonly { readonly index: number }[], here: number): number[] {
  const indexes = inSight.map(({ index }) => index);
  return here < 0 || indexes.includes(here) ? indexes : [...indexes, here];
}

function rowId(index: number): string {
  return `item-row-${index}`;
}

function targetOf(key: string, here: number, count: number): number | undefined {
  const by: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = by[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, here < 0 ? 0 : here + step));
}

function told({ length, step, unscored }: Row, { sort, kind }: ExploreQuery): string {
  const place = step !== undefined && (sort === "step" || kind !== undefined) ? `, first fails at ${step + 1}` : "";
  return `${plural(length, "step")}${place}${unscored === undefined ? "" : `, ${unscored.replace("-", " ")}`}`;
}

function figureOf({ value, gap, unscored }: Row, metric: MetricInfo | undefined): string {
  if (metric === undefined || value === undefined) return unscored === undefined ? "" : "–";
  const ahead = gap === undefined ? "" : ` (${gap > 0 ? "+" : "−"}${formatCell(Math.abs(gap), metric.unit)})`;
  return formatCell(value, metric.unit) + ahead;
}
