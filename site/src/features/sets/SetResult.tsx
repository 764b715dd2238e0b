import type { ItemsIndex } from "@stepladder/schema";
import { useEffect, useMemo, useRef, useState } from "react";
import type { MetricInfo, TrackInfo } from "../../catalog/describe.ts";
import { formatCell, formatCount, formatScore, inSentence, plural, scoreTitle, titleWithUnit } from "../../format.ts";
import { mineId } from "../../state/compare.ts";
import { rangeText, rankTitle, toldOf } from "../board/told.ts";
import { effectWhisker } from "../compare/effect.ts";
import { pairsTable } from "../compare/result.ts";
import { answer } from "../compare/words.ts";
import { Drawing } from "../scoring/result/Drawing.tsx";
import type { ScoringSession } from "../scoring/session.ts";
import type { Run, ScoringState } from "../scoring/state.ts";
import { TablePlace } from "../scoring/TablePlace.tsx";
import { KeepSet } from "./KeepSet.tsx";
import type { SetSystem } from "./set.ts";
import { type SetStanding, statisticsOfSet, tellStanding } from "./standing.ts";
import { rowName } from "./store.ts";

interface Props {
  readonly state: ScoringState;
  readonly track: TrackInfo;
  readonly session: ScoringSession;
  readonly base: string;
}

/** Several systems on the same items: how they stand, what sets them apart, and those that were not scored. */
export default function SetResult({ state, track, session, base }: Props) {
  const { runs, items, kept, problems } = state;
  const [metric, setMetric] = useState(track.metrics[0] as MetricInfo);
  const systems = useMemo(() => runs.filter((run): run is Run & SetSystem => run.scorecard !== undefined), [runs]);
  const { standing, failure } = useStanding(items, systems, metric.id);
  const failed = runs.filter(({ scorecard }) => scorecard === undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each job
  useEffect(() => heading.current?.focus(), [runs]);
  const isWaiting =
    standing?.pairs === undefined && failure === undefined && systems.length > 1 && (items !== undefined || problems.length === 0);
  return (
    <section className="result" aria-labelledby="set" data-set={isWaiting ? "waiting" : "told"}>
      <h2 id="set" className="answer" tabIndex={-1} ref={heading}>
        {headline(track, runs, systems)}
      </h2>
      {systems.length > 1 && <p className="lede">{lede(standing, systems, metric, failure)}</p>}
      <p className="row">
        <label>
          By{" "}
          <select
            value={metric.id}
            onChange={({ currentTarget }) => setMetric(track.metrics.find(({ id }) => id === currentTarget.value) as MetricInfo)}
          >
            {track.metrics.map((one) => (
              <option key={one.id} value={one.id}>
                {titleWithUnit(one)}
              </option>
            ))}
          </select>
        </label>
        <span className="small muted">{metric.better} is better</span>
      </p>
      <Systems standing={standing} systems={systems} metric={metric} state={state} session={session} />
      {failed.length > 0 && <NotScored failed={failed} runs={runs} session={session} />}
      {standing?.pairs !== undefined && <Pairs pairs={standing.pairs} systems={systems} metric={metric} state={state} base={base} />}
      {items !== undefined && <KeepSet state={state} systems={systems} track={track} session={session} key={kept?.id ?? ""} />}
    </section>
  );
}

function headline(track: TrackInfo, runs: readonly Run[], systems: readonly SetSystem[]): string {
  const [first] = systems;
  const items = first === undefined ? "" : ` on ${plural(first.scorecard.coverage.items, "item")}`;
  const scored = systems.length === runs.length ? plural(runs.length, "system") : `${systems.length} of ${plural(runs.length, "system")}`;
  return `${track.title}: ${scored} scored${items}`;
}

/** Who leads, and whether that is more than chance. */
function lede(standing: SetStanding | undefined, systems: readonly SetSystem[], metric: MetricInfo, failure: string | undefined): string {
  if (failure !== undefined) return `They were not compared: ${failure}.`;
  if (standing === undefined) return "Holding them against each other, item by item…";
  const [a, b] = orderOf(standing);
  if (a === undefined || b === undefined) return "";
  if (standing.pairs === undefined) return "Testing every pair…";
  const pair = standing.pairs.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const names = pair && ([systems[pair.a]?.name ?? "", systems[pair.b]?.name ?? ""] as const);
  return pair && names ? answer(names, pair, metric, standing.pairs.length) : "";
}

/** Places of the systems, best first; those without a value last. */
function orderOf({ standings }: SetStanding): number[] {
  const rank = (at: number): number => standings.systems[at]?.rank ?? Number.POSITIVE_INFINITY;
  return standings.systems.map((_, at) => at).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
}

/** Their statistics by a metric, in a worker of their own; nothing for a single one. */
function useStanding(
  items: ItemsIndex | undefined,
  systems: readonly SetSystem[],
  metric: string,
): { readonly standing?: SetStanding; readonly failure?: string } {
  const statistics = useMemo(
    () => (items === undefined || systems.length < 2 ? undefined : statisticsOfSet({ items, systems })),
    [items, systems],
  );
  useEffect(() => () => statistics?.end(), [statistics]);
  const [told, setTold] = useState<{ readonly standing?: SetStanding; readonly failure?: string }>({});
  useEffect(() => {
    let isAsked = true;
    setTold({});
    if (statistics !== undefined) {
      tellStanding(statistics, systems, metric, (standing) => isAsked && setTold({ standing })).catch(
        (error: unknown) => isAsked && setTold((told) => ({ ...told, failure: error instanceof Error ? error.message : String(error) })),
      );
    }
    return () => {
      isAsked = false;
    };
  }, [statistics, systems, metric]);
  return told;
}

interface SystemsProps extends Pick<Props, "state" | "session"> {
  readonly standing: SetStanding | undefined;
  readonly systems: readonly (Run & SetSystem)[];
  readonly metric: MetricInfo;
}

function Systems({ standing, systems, metric, state, session }: SystemsProps) {
  const order = standing === undefined ? systems.map((_, at) => at) : orderOf(standing);
  const ends = (standing?.standings.systems ?? []).flatMap(({ interval, value }) => [
    ...(interval === undefined ? [] : [interval.low, interval.high]),
    ...(value.kind === "value" ? [value.value] : []),
  ]);
  const domain = [Math.min(...ends), Math.max(...ends)] as const;
  return (
    <TablePlace label="Systems">
      <caption>
        {standing === undefined
          ? "Values; intervals and ranks follow."
          : `${formatCount(standing.standings.draws)} paired draws of items. In brackets the ranks that chance leaves open; systems that share a letter cannot be told apart.`}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="num">
            Rank
          </th>
          <th scope="col">System</th>
          <th scope="col" className="num">
            {titleWithUnit(metric)}
          </th>
          <th scope="col" className="fold">
            95 % interval
          </th>
          <th scope="col" className="num fold">
            Answered
          </th>
        </tr>
      </thead>
      <tbody>
        {order.map((at) => {
          const { name, scorecard } = systems[at] as Run & SetSystem;
          const own = standing?.standings.systems[at];
          const place = state.runs.findIndex((run) => run.name === name);
          const score = scorecard.scores[metric.id];
          const interval = own?.interval;
          return (
            <tr key={name} className={state.shown === place ? "mine" : undefined} data-system={name}>
              <td className="num" title={own && rankTitle(toldOf(own), inSentence(metric.title), systems.length)}>
                {own === undefined ? "" : rankText(own)}
              </td>
              <th scope="row" className="foreign">
                <button type="button" className="plain" aria-pressed={state.shown === place} onClick={() => session.show(place)}>
                  {name}
                </button>
                {interval && (
                  <span className="folded">
                    {formatCell(interval.low, metric.unit)} to {formatCell(interval.high, metric.unit)}
                  </span>
                )}
              </th>
              <td
                className="num"
                title={
                  score?.value === undefined
                    ? score?.reason
                    : scoreTitle(score.value, metric.unit, interval && [interval.low, interval.high])
                }
              >
                {score?.value === undefined ? "–" : formatCell(score.value, metric.unit)}
              </td>
              <td className="fold number">
                {interval && score?.value !== undefined && (
                  <>
                    <Drawing node={effectWhisker({ by: score.value, low: interval.low, high: interval.high }, domain)} />{" "}
                    {formatCell(interval.low, metric.unit)} to {formatCell(interval.high, metric.unit)}
                  </>
                )}
              </td>
              <td className="num fold">{formatScore(scorecard.coverage.share, "fraction")}</td>
            </tr>
          );
        })}
      </tbody>
    </TablePlace>
  );
}

function rankText(own: SetStanding["standings"]["systems"][0]): string {
  const told = toldOf(own);
  if (told.rank === undefined) return "–";
  const range = rangeText(told);
  return `${told.rank}${range === "" ? "" : ` (${range})`} ${told.letters ?? ""}`.trim();
}

/** Those without a score, each with its first reason. */
function NotScored({
  failed,
  runs,
  session,
}: {
  readonly failed: readonly Run[];
  readonly runs: readonly Run[];
  readonly session: ScoringSession;
}) {
  return (
    <div className="verdict warn">
      <p>{plural(failed.length, "system")} not scored; the others stand.</p>
      <ul>
        {failed.map((run) => {
          const problem = run.failures[0]?.examples[0];
          return (
            <li key={run.name}>
              <span className="foreign">{run.name}</span>:{" "}
              {problem === undefined ? (
                "it was not begun"
              ) : (
                <>
                  expected {problem.expected}, found <span className="foreign">{problem.found}</span>.{" "}
                  <button type="button" className="plain" onClick={() => session.show(runs.indexOf(run))}>
                    All problems of {run.name}
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface PairsProps extends Pick<Props, "state" | "base"> {
  readonly pairs: NonNullable<SetStanding["pairs"]>;
  readonly systems: readonly SetSystem[];
  readonly metric: MetricInfo;
}

/** Every pair, as on the compare page; a kept set leads there, as only what is kept can be read by another page. */
function Pairs({ pairs, systems, metric, state, base }: PairsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { kept } = state;
  useEffect(() => {
    const rows = systems.map(({ name }) => ({ id: mineId(name), name }));
    const idOf = (at: number): string => mineId(rowName(kept?.name ?? "", systems[at]?.name ?? ""));
    const href = (a: number, b: number): string =>
      `${base}compare/?${new URLSearchParams({ track: kept?.track ?? "", a: idOf(a), b: idOf(b), metric: metric.id })}`;
    place.current?.replaceChildren(pairsTable({ rows, metric, pairs }, kept === undefined ? undefined : href));
  }, [pairs, systems, metric, kept, base]);
  return (
    <section aria-labelledby="set-pairs">
      <h3 id="set-pairs">Every pair</h3>
      <div className="set-pairs" ref={place} />
      <p className="small muted">
        {kept === undefined
          ? "Keep the set, and each pair leads to the compare page: by slice, and item by item."
          : "A link leads to the compare page: by slice, and item by item."}
      </p>
    </section>
  );
}
