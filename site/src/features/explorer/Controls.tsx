import type { MetricInfo } from "../../catalog/describe.ts";
import { inSentence } from "../../format.ts";
import { type ExploreQuery, FIRST_LOOK, type Show, type Sort } from "../../state/explore.ts";
import type { ItemFailures, ItemList } from "../../workers/messages.ts";
import type { ExploredTrack } from "./Explorer.tsx";
import type { Explored } from "./explored.ts";
import { knownCut } from "./list.ts";
import type { Against } from "./use-against.ts";

interface Props {
  readonly look: ExploreQuery;
  change(part: Partial<ExploreQuery>): void;
  readonly list: ItemList;
  readonly track: ExploredTrack;
  readonly metric: MetricInfo | undefined;
  readonly explored: Explored;
  /** Absent until somebody asks how items fail. */
  readonly kinds: ItemFailures["kinds"] | undefined;
  readonly isReading: boolean;
  readonly against: Against;
}

const SHOWN: Record<Show, string> = {
  all: "all",
  lost: "where points are lost",
  best: "without a fault",
  unscored: "not scored",
  differs: "where the other differs",
};

const SORTED: Record<Sort, string> = {
  gold: "order of gold",
  id: "id",
  value: "value",
  length: "steps",
  step: "first failing step",
  gap: "difference to the other",
};

/** Asks for the items by how they fail: kinds are known only once all predictions were read again. */
const ASK = "?";

/** Which items are listed, and in which order. */
export function Controls({ look, change, list, track, metric, explored, kinds, isReading, against }: Props) {
  const hasFigures = explored.figures !== undefined;
  // Traces have no gold, so nothing to measure them by.
  const hasGold = metric !== undefined;
  const cut = knownCut(list, look.cut);
  const cuttable = list.slices.filter(({ values }) => values.length > 1);
  const more = [hasFigures && "metric", cuttable.length > 0 && "slices", hasFigures && "another entry"].filter(Boolean);
  const shows = (Object.keys(SHOWN) as Show[]).filter((show) => show !== "differs" || look.against !== undefined);
  const sorts = (Object.keys(SORTED) as Sort[]).filter(
    (sort) =>
      sort === "gold" ||
      sort === "id" ||
      sort === "length" ||
      (sort === "step" ? explored.failures !== undefined : sort === "gap" ? look.against !== undefined : hasFigures),
  );
  return (
    <form className="item-controls" aria-label="Which items" onSubmit={(event) => event.preventDefault()}>
      <div className="row">
        <label>
          <span className="visually-hidden">Search ids and slices</span>
          <input
            type="search"
            placeholder="Search ids and slices"
            value={look.search}
            data-search
            onChange={({ currentTarget }) => change({ search: currentTarget.value })}
          />
        </label>
        {hasFigures && (
          <Choice
            label="Show"
            value={look.show}
            options={shows.map((show) => [show, SHOWN[show]])}
            set={(show) => change({ show: show as Show })}
          />
        )}
        {explored.failures && (
          <Choice
            label="Failing by"
            value={look.kind ?? ""}
            options={[
              ["", "anything"],
              ...(kinds ?? []).map(({ id, title }) => [id, title] as const),
              ...(kinds === undefined ? [[look.kind ?? ASK, isReading ? "reading…" : "find out…"] as const] : []),
            ]}
            set={(kind) => change({ kind: kind === "" ? undefined : kind })}
          />
        )}
        <Choice
          label="Order"
          value={look.sort}
          options={sorts.map((sort) => [sort, sort === "gold" && !hasGold ? "order of the files" : SORTED[sort]])}
          set={(sort) => change({ sort: sort as Sort, order: sort === "gap" || sort === "length" ? "desc" : "asc" })}
        />
        <button
          type="button"
          className="plain"
          aria-label={look.order === "asc" ? "Ascending: turn around" : "Descending: turn around"}
          onClick={() => change({ order: look.order === "asc" ? "desc" : "asc" })}
        >
          {look.order === "asc" ? "↑" : "↓"}
        </button>
      </div>
      {more.length > 0 && (
        <details open={Object.keys(cut).length > 0 || look.against !== undefined || look.metric !== undefined || undefined}>
          <summary>More: {more.join(", ")}</summary>
          <div className="row">
            {hasFigures && track.metrics.length > 1 && (
              <Choice
                label="Metric"
                value={metric?.id ?? ""}
                options={track.metrics.map(({ id, title }) => [id, title])}
                set={(id) => change({ metric: id === track.metrics[0]?.id ? undefined : id })}
              />
            )}
            {cuttable.map(({ id, values }) => (
              <Choice
                key={id}
                label={track.slices.find((slice) => slice.id === id)?.title ?? id}
                value={cut[id]?.[0] ?? ""}
                options={[["", "all"], ...values.map((value) => [value, value] as const)]}
                set={(value) => change({ cut: { ...cut, [id]: value === "" ? [] : [value] } })}
              />
            ))}
            {hasFigures && against.rows && against.rows.length > 0 && (
              <Choice
                label="Held against"
                value={look.against ?? ""}
                options={[["", "nobody"], ...against.rows.map(({ id, name }) => [id, name] as const)]}
                set={(id) =>
                  change(
                    id === ""
                      ? {
                          against: undefined,
                          show: look.show === "differs" ? "all" : look.show,
                          sort: look.sort === "gap" ? "gold" : look.sort,
                        }
                      : { against: id, show: "differs", sort: "gap", order: "desc" },
                  )
                }
              />
            )}
          </div>
          {hasFigures && against.why !== undefined && <p className="small muted">{against.why}</p>}
          {look.against !== undefined && metric && (
            <p className="small muted">In brackets: how far ahead of the other in {inSentence(metric.title)}, where the two differ.</p>
          )}
        </details>
      )}
      {isFiltered(look) && (
        <button type="button" className="plain" onClick={() => change(withoutFilter())}>
          Show all items
        </button>
      )}
    </form>
  );
}

function isFiltered({ search, cut, show, kind }: ExploreQuery): boolean {
  return search !== "" || show !== "all" || kind !== undefined || Object.values(cut).some(({ length }) => length > 0);
}

function withoutFilter(): Partial<ExploreQuery> {
  const { search, cut, show } = FIRST_LOOK;
  return { search, cut, show, kind: undefined };
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  set(value: string): void;
}

function Choice({ label, value, options, set }: ChoiceProps) {
  return (
    <label className="small choice-of">
      {label}{" "}
      <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {options.map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
