import { useCallback } from "react";
import type { MetricInfo } from "../../catalog/describe.ts";
import { formatCount, formatScore, plural } from "../../format.ts";
import type { ExploreQuery } from "../../state/explore.ts";
import type { LookedItem } from "../../workers/messages.ts";
import { TablePlace } from "../scoring/TablePlace.tsx";
import type { Explored } from "./explored.ts";
import { ItemShown } from "./ItemShown.tsx";
import type { Row } from "./list.ts";
import { Problems } from "./Problems.tsx";
import { useOutcome } from "./use-outcome.ts";
import { trackViewers, type Viewers } from "./viewers/index.ts";

interface Props {
  readonly explored: Explored;
  /** Place of the item in gold's order; -1: none is looked at. */
  readonly at: number;
  readonly look: ExploreQuery;
  change(part: Partial<ExploreQuery>): void;
  /** The item's row of the list, where it is listed. */
  readonly row: Row | undefined;
  readonly metric: MetricInfo | undefined;
}

/** One item, with what was said of it. */
export function ItemPlace({ explored, at, look, change, row, metric }: Props) {
  const { look: lookAt } = explored;
  const ask = useCallback(() => (lookAt as NonNullable<typeof lookAt>)(at), [lookAt, at]);
  // The item before stands until the next one is there: nothing flickers under `j`.
  const { value, problems } = useOutcome(at < 0 || lookAt === undefined ? undefined : ask, true);
  return (
    <article className="item-place" aria-label={at < 0 ? "One item" : look.item} tabIndex={-1}>
      {at < 0 && <Nothing item={look.item} />}
      {at >= 0 && lookAt === undefined && (
        <>
          <h3 className="foreign" dir="auto">
            {look.item}
          </h3>
          <p className="muted">Its gold is not at hand here: drop your copy of it on this page to see the item. What was measured of it:</p>
        </>
      )}
      {at >= 0 && problems !== undefined && <Problems problems={problems} what="This item could not be looked at" />}
      {at >= 0 && problems === undefined && value === undefined && lookAt !== undefined && <p className="muted">Reading the item…</p>}
      {at >= 0 && problems === undefined && value !== undefined && (
        <Records
          looked={value}
          look={look}
          change={change}
          row={row?.id === value.id ? row : undefined}
          metric={metric}
          hasAnswers={explored.failures !== undefined}
          viewers={explored.viewers ?? trackViewers}
        />
      )}
      {at >= 0 && explored.measured !== undefined && <MeasuredOf measured={explored.measured} at={at} isOpen={lookAt === undefined} />}
    </article>
  );
}

interface MeasuredProps {
  readonly measured: NonNullable<Explored["measured"]>;
  readonly at: number;
  readonly isOpen: boolean;
}

/** All numbers that were measured of an item and are not 0. */
function MeasuredOf({ measured, at, isOpen }: MeasuredProps) {
  const ask = useCallback(() => measured(at), [measured, at]);
  const { value } = useOutcome(ask, true);
  if (value === undefined) return null;
  const told = value.filter((one) => one.value !== 0);
  return (
    <details open={isOpen || undefined}>
      <summary>Measured of this item</summary>
      <TablePlace label="Measured of this item">
        <tbody>
          {told.map((one) => (
            <tr key={one.title}>
              <th scope="row">{one.title}</th>
              <td className="num">{Number.isInteger(one.value) ? one.value : one.value.toFixed(4)}</td>
            </tr>
          ))}
        </tbody>
      </TablePlace>
      {told.length < value.length && <p className="small muted">{plural(value.length - told.length, "more number")}, 0.</p>}
    </details>
  );
}

function Nothing({ item }: { readonly item: string | undefined }) {
  if (item !== undefined) {
    return (
      <p className="verdict warn foreign">
        There is no item {item} in this gold: the address may be of other files. Choose one from the list.
      </p>
    );
  }
  return (
    <p className="muted">
      Choose an item from the list, or press <kbd>j</kbd> for the first one.
    </p>
  );
}

interface RecordsProps extends Pick<Props, "look" | "change" | "row" | "metric"> {
  readonly looked: LookedItem;
  readonly hasAnswers: boolean;
  readonly viewers: Viewers;
}

/** An item with one of the records of predictions for it. */
function Records({ looked, look, change, row, metric, hasAnswers, viewers }: RecordsProps) {
  const { id, view, records } = looked;
  const at = Math.min(look.record, Math.max(0, records.length - 1));
  const record = records[at];
  const file = record?.place;
  return (
    <ItemShown id={id} view={record?.view ?? view} look={look} change={change} viewers={viewers}>
      {row?.value !== undefined && metric && (
        <p title={String(row.value)}>
          {metric.title} of this item alone: {formatScore(row.value, metric.unit)}
        </p>
      )}
      {hasAnswers && record === undefined && <p className="verdict warn">No record of the predictions is of this item.</p>}
      {file !== undefined && (
        <p className="small muted foreign" dir="auto">
          {records.length > 1 && (
            <label>
              Record{" "}
              <select value={at} onChange={({ currentTarget }) => change({ record: Number(currentTarget.value), step: 0 })}>
                {records.map(({ place }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two records may stand at one place
                  <option key={`${place.file} ${place.line} ${place.sample} ${i + 1}`} value={i}>
                    {i + 1} of {records.length}
                  </option>
                ))}
              </select>{" "}
            </label>
          )}
          {file.sample !== undefined && `sample ${file.sample}, `}
          {file.file}
          {file.line !== undefined && `, line ${formatCount(file.line)}`}
          {record?.isReadable === false && ": no answer could be read from it"}
        </p>
      )}
    </ItemShown>
  );
}
