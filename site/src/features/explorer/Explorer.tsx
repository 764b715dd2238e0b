import { useCallback, useEffect, useMemo, useRef } from "react";
import type { MetricInfo } from "../../catalog/describe.ts";
import { rest } from "../../scripts/keys.ts";
import type { ItemList } from "../../workers/messages.ts";
import { Controls } from "./Controls.tsx";
import type { Explored } from "./explored.ts";
import { ItemPlace } from "./ItemPlace.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { type Row, rowsOf } from "./list.ts";
import { Problems } from "./Problems.tsx";
import { useAgainst } from "./use-against.ts";
import { useLook } from "./use-look.ts";
import { useOutcome } from "./use-outcome.ts";

/** What the explorer must know of a track. */
export interface ExploredTrack {
  readonly id: string;
  readonly title: string;
  readonly metrics: readonly MetricInfo[];
  readonly slices: readonly { readonly id: string; readonly title: string }[];
}

interface Props {
  readonly explored: Explored;
  readonly track: ExploredTrack;
  readonly base: string;
  /** Another object each time somebody opened an item from elsewhere on the page: the focus goes to the item. */
  readonly opened?: object | undefined;
}

/** Items on the left, one of them on the right; which ones and what of it stands in the address. */
export function Explorer({ explored, track, base, opened }: Props) {
  const list = useOutcome(explored.list);
  if (list.problems !== undefined) return <Problems problems={list.problems} what="The items could not be listed" />;
  if (list.value === undefined) return <p className="muted">Reading the items…</p>;
  return <Listed explored={explored} track={track} base={base} opened={opened} list={list.value} />;
}

export default Explorer;

function Listed({ explored, track, base, opened, list }: Props & { readonly list: ItemList }) {
  const [look, change] = useLook();
  const figures = useOutcome(explored.figures);
  const wantsFailures = look.kind !== undefined || look.sort === "step";
  const failures = useOutcome(wantsFailures ? explored.failures : undefined);
  const metric = track.metrics.find(({ id }) => id === look.metric) ?? track.metrics[0];
  const against = useAgainst(base, track.id, explored, look.against, metric?.id);
  const rows = useMemo(
    () => rowsOf({ list, figures: figures.value, failures: failures.value, against: against.values }, look, metric),
    [list, figures.value, failures.value, against.values, look, metric],
  );
  const at = useMemo(() => list.ids.indexOf(look.item ?? ""), [list, look.item]);
  const place = useRef<HTMLElement>(null);
  const choose = useCallback((row: Row | undefined) => row && change({ item: row.id, record: 0, panel: 0, step: 0 }), [change]);
  const enter = useCallback(() => place.current?.querySelector<HTMLElement>("article")?.focus(), []);
  useItemKeys(rows, at, choose);
  useEffect(() => {
    if (opened !== undefined) enter();
  }, [opened, enter]);
  const asked = [failures, figures].find(({ problems }) => problems !== undefined);
  return (
    <section className="explorer" aria-label="Items" ref={place} data-explorer>
      <Controls
        look={look}
        change={change}
        list={list}
        track={track}
        metric={metric}
        explored={explored}
        kinds={failures.value?.kinds}
        isReading={wantsFailures && failures.value === undefined && failures.problems === undefined}
        against={against}
      />
      {asked?.problems && <Problems problems={asked.problems} what="Not all that was asked about the items could be told" />}
      <div className="sides">
        <ItemRows rows={rows} all={list.ids.length} at={at} metric={metric} look={look} choose={choose} enter={enter} />
        <ItemPlace explored={explored} at={at} look={look} change={change} row={rows.find((row) => row.at === at)} metric={metric} />
      </div>
    </section>
  );
}

/** `j` and `k` lead through the items, wherever on the page the focus is. */
function useItemKeys(rows: readonly Row[], at: number, choose: (row: Row | undefined) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.key !== "j" && event.key !== "k") || rest(event)) return;
      event.preventDefault();
      const here = rows.findIndex((row) => row.at === at);
      choose(rows[here < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, here + (event.key === "j" ? 1 : -1)))]);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [rows, at, choose]);
}
