import { useEffect, useMemo, useState } from "react";
import type { CompareTrack } from "../../catalog/compare.ts";
import { NotComputed } from "../../workers/statistics.ts";
import { statisticsOf } from "../compare/rows.ts";
import type { Explored } from "./explored.ts";

/** Entries of the board that the items can be held against, and what the chosen one has of them. */
export interface Against {
  /** Absent until fetched. */
  readonly rows?: readonly { readonly id: string; readonly name: string }[];
  /** Of every item alone, by the metric that is looked at. */
  readonly values?: Float64Array;
  /** Why there is nothing to hold the items against, or not now. */
  readonly why?: string;
}

/** Fetches the names of entries once asked to, and the figures of the chosen one. */
export function useAgainst(
  base: string,
  track: string,
  explored: Explored,
  chosen: string | undefined,
  metric: string | undefined,
): Against {
  const [board, setBoard] = useState<Pick<Against, "rows" | "why">>({});
  const { figures, items } = explored;
  useEffect(() => {
    if (figures === undefined) return;
    let isOld = false;
    void rowsOf(base, track, items).then((told) => {
      if (!isOld) setBoard(told);
    });
    return () => {
      isOld = true;
    };
  }, [base, track, figures, items]);
  const id = board.rows?.find((row) => row.id === chosen)?.id;
  const [of, setOf] = useState<{ id?: string; values?: Float64Array; why?: string }>({});
  useEffect(() => {
    if (id === undefined || metric === undefined) return;
    const statistics = statisticsOf(base, { id: track }, [id], []);
    let isOld = false;
    statistics
      .ask((api) => api.values(metric, [id]))
      .then(
        ([values]) => !isOld && setOf({ id, ...(values === undefined ? {} : { values }) }),
        (error: unknown) => !isOld && setOf({ id, why: error instanceof NotComputed ? error.message : String(error) }),
      );
    return () => {
      isOld = true;
      statistics.end();
    };
  }, [base, track, id, metric]);
  return useMemo(() => ({ ...board, ...(of.id === id && id !== undefined ? of : {}) }), [board, of, id]);
}

async function rowsOf(base: string, track: string, items: string | undefined): Promise<Pick<Against, "rows" | "why">> {
  const response = await fetch(`${base}data/${encodeURIComponent(track)}/compare.json`).catch(() => undefined);
  if (!response?.ok) return { why: "The board’s list of entries could not be fetched." };
  const { shared, rows } = (await response.json()) as CompareTrack;
  if (shared === undefined || shared.items !== items) return { why: "Entries of the board were measured on other items." };
  return { rows: rows.filter(({ apart }) => apart === undefined).map(({ id, name }) => ({ id, name })) };
}
