import type { Anatomy, KindFound } from "@stepladder/wasm/host/anatomy.ts";
import { anatomySentence, mostMoved, move, printAnatomy, restSentence } from "@stepladder/wasm/host/anatomy-print.ts";
import { gain } from "@stepladder/wasm/host/gain.ts";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import { useEffect, useRef, useState } from "react";
import type { MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { change } from "../../../charts/whisker.ts";
import { formatCount, plural, titleWithUnit } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { countSentence, firstPoints, firstSentence, lengthPoints, lengthSentence, topOf } from "./anatomy-points.ts";
import { Drawing } from "./Drawing.tsx";
import { Exact } from "./ScoreTable.tsx";
import { StepsFigure } from "./StepsFigure.tsx";
import { save } from "./save.ts";

interface Props {
  readonly anatomy: Anatomy;
  readonly track: TrackInfo;
  /** Opens an item for looking at it, and knows what it was opened from; where absent items are only named. */
  readonly open?: (id: string, opener: HTMLElement) => void;
}

/** Where the points of a submission went: in a sentence, as a table of kinds by what mending them gives, and each kind by itself. */
export function AnatomyView({ anatomy, track, open }: Props) {
  const ranking = track.metrics[0] as MetricInfo;
  const [chosen, choose] = useState(ranking.id);
  const metric = track.metrics.find(({ id }) => id === chosen) ?? ranking;
  const heading = useRef<HTMLHeadingElement>(null);
  // It was asked for, and the button that asked is gone.
  useEffect(() => heading.current?.focus(), []);
  const kinds = [...anatomy.kinds].sort((a, b) => gain(metric, anatomy.values, b.mended) - gain(metric, anatomy.values, a.mended));
  return (
    <section aria-labelledby="anatomy" data-anatomy="done">
      <h3 id="anatomy" tabIndex={-1} ref={heading}>
        {anatomySentence(anatomy, ranking)}
      </h3>
      <p>{restSentence(anatomy, ranking)}</p>
      {kinds.length > 0 && (
        <>
          {track.metrics.length > 1 && (
            <p>
              <label>
                What mending would do to{" "}
                <select value={metric.id} onChange={({ target }) => choose(target.value)}>
                  {track.metrics.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              </label>
            </p>
          )}
          <Kinds anatomy={anatomy} kinds={kinds} metric={metric} />
          <Telling anatomy={anatomy} metric={metric} open={open} />
          {anatomy.kinds.map((kind, i) => (
            <Kind key={kind.id} anatomy={anatomy} kind={kind} track={track} open={open} first={i === 0} />
          ))}
        </>
      )}
      <p className="row tight no-print">
        <button
          type="button"
          data-download="anatomy"
          onClick={() => save(new Blob([printAnatomy(track.id, anatomy)], { type: "application/json" }), `${track.id}-anatomy.json`)}
        >
          Failures (JSON)
        </button>
      </p>
    </section>
  );
}

interface KindsProps {
  readonly anatomy: Anatomy;
  readonly kinds: readonly KindFound[];
  readonly metric: MetricInfo;
}

/** The kinds by what mending each of them alone gives. */
function Kinds({ anatomy: { items, unanswered, values }, kinds, metric }: KindsProps) {
  const now = values[metric.id];
  const told = [now, ...kinds.map(({ mended }) => mended[metric.id])].flatMap((value) => (value?.kind === "value" ? [value.value] : []));
  const domain = metric.unit === "fraction" ? ([0, 1] as const) : ([Math.min(0, ...told), Math.max(0, ...told)] as const);
  return (
    <TablePlace label={`Kinds of failure, by what mending them does to ${metric.title}`}>
      <thead>
        <tr>
          <th scope="col">Mended alone</th>
          <th scope="col" className="num">
            Items
          </th>
          <th scope="col" className="num fold">
            Of answered, %
          </th>
          <th scope="col" className="num">
            {titleWithUnit(metric)}
          </th>
          <th scope="col" className="fold scale">
            From now, the tick, to mended
          </th>
        </tr>
      </thead>
      <tbody>
        <tr className="baseline">
          <th scope="row">Nothing, as it is</th>
          <td className="num" />
          <td className="num fold" />
          <td className="num">
            <Figure value={now} metric={metric} />
          </td>
          <td className="fold scale" />
        </tr>
        {kinds.map(({ id, title, items: own, mended }) => {
          const then = mended[metric.id];
          return (
            <tr key={id} data-kind={id}>
              <th scope="row">{title}</th>
              <td className="num">{formatCount(own)}</td>
              <td className="num fold">{((own / (items - unanswered.items)) * 100).toFixed(1)}</td>
              <td className="num">
                <Figure value={then} metric={metric} />
              </td>
              <td className="fold scale">
                {now?.kind === "value" && then?.kind === "value" && <Drawing node={change(now.value, then.value, domain)} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </TablePlace>
  );
}

/** A value with all its digits at hand, or why there is none. */
function Figure({ value, metric }: { readonly value: Value | undefined; readonly metric: MetricInfo }) {
  if (value?.kind !== "value") return <span className="muted small">none: {value?.reason ?? "not computed"}</span>;
  return <Exact score={{ value: value.value, scored: 0, unscored: 0 }} unit={metric.unit} />;
}

interface TellingProps extends Pick<Props, "anatomy"> {
  readonly metric: MetricInfo;
  readonly open: Props["open"];
}

/** The items to look at first, with what is wrong with each: of kinds that cost something in the chosen metric. */
function Telling({ anatomy: { telling, kinds, values }, metric, open }: TellingProps) {
  const titles = new Map(kinds.flatMap(({ id, title, mended }) => (gain(metric, values, mended) > 0 ? [[id, title] as const] : [])));
  const costly = telling.filter(({ kind }) => titles.has(kind));
  if (costly.length === 0) return null;
  return (
    <>
      <h4>Look first at</h4>
      <ol className="telling">
        {costly.map(({ id, kind }) => (
          <li key={id}>
            <Item id={id} open={open} /> <span className="muted">{titles.get(kind)}, and nothing else</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Item({ id, open }: { readonly id: string; readonly open: Props["open"] }) {
  if (open === undefined) return <span className="mono foreign">{id}</span>;
  return (
    <button type="button" className="plain mono foreign" onClick={({ currentTarget }) => open(id, currentTarget)}>
      {id}
    </button>
  );
}

interface KindProps {
  readonly anatomy: Anatomy;
  readonly kind: KindFound;
  readonly track: TrackInfo;
  readonly open: Props["open"];
  /** Whether it is the most costly, which is open from the start. */
  readonly first: boolean;
}

/** One kind by itself: where it begins, at which lengths, what was taken for what, and items that show it. */
function Kind({ anatomy, kind, track, open, first }: KindProps) {
  // What is closed is not drawn: a page may have many kinds.
  const [isOpen, setOpen] = useState(first);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} data-kind-of={kind.id}>
      <summary>
        <h4 className="inline">
          {kind.title}: {plural(kind.items, "item")}
        </h4>
      </summary>
      {isOpen && <KindBody anatomy={anatomy} kind={kind} track={track} open={open} />}
    </details>
  );
}

function KindBody({ anatomy, kind, track, open }: Omit<KindProps, "first">) {
  const starts = kind.first.some((items) => items > 0) && anatomy.reach.length > 1 ? firstPoints(anatomy, kind) : [];
  const lengths = lengthPoints(anatomy, kind);
  const most = mostMoved(track.metrics, anatomy.values, kind.mended);
  return (
    <>
      <p>
        {kind.explains} {countSentence(anatomy, kind)} {most !== undefined && `Mended alone, ${move(most, anatomy.values, kind.mended)}.`}
      </p>
      {starts.length > 1 && (
        <StepsFigure
          title={firstSentence(kind, starts)}
          series={[{ title: "begins here", points: starts }]}
          xTitle="step"
          yTitle="share of the items that reach the step, %"
          top={topOf(starts)}
          name={`${track.id}-${kind.id}-first`}
        />
      )}
      {lengths.length > 1 && (
        <StepsFigure
          title={lengthSentence(kind, lengths)}
          series={[{ title: "shows", points: lengths }]}
          xTitle="steps of the procedure"
          yTitle="share of answered items, %"
          name={`${track.id}-${kind.id}-by-length`}
        />
      )}
      {kind.details.length > 0 && <Details kind={kind} />}
      <p className="small">
        Items that show it: {kind.examples.map((id, i) => [i > 0 && ", ", <Item key={id} id={id} open={open} />])}
        {kind.items > kind.examples.length && `, and ${formatCount(kind.items - kind.examples.length)} more`}
      </p>
    </>
  );
}

/** What was taken for what, in all items together. */
function Details({ kind: { details, title } }: Pick<KindProps, "kind">) {
  return (
    <TablePlace label={`${title}: what exactly`} tall>
      <thead>
        <tr>
          <th scope="col">What exactly</th>
          <th scope="col" className="num">
            Times
          </th>
        </tr>
      </thead>
      <tbody>
        {details.map(({ text, count: own }) => (
          <tr key={text}>
            <th scope="row" className="foreign">
              {text}
            </th>
            <td className="num">{formatCount(own)}</td>
          </tr>
        ))}
      </tbody>
    </TablePlace>
  );
}
