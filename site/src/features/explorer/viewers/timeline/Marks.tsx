import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { type Bar, barsOf, type Range } from "./bars.ts";
import type { Judged } from "./steps.ts";
import { sharedWords, spanWords, timeWords } from "./words.ts";

/** Height of a mark. */
export const BAR = 14;
/** A mark has room for the two digits of its tIoU. */
const ROOMY = 34;

interface Props {
  readonly gold: readonly Judged[];
  readonly predicted: readonly Judged[];
  readonly range: Range;
  readonly width: number;
  /** Where gold's marks begin, and where predicted ones do. */
  readonly above: number;
  readonly below: number;
  readonly unit: TimelinePanel["unit"];
  /** Id of the pattern that fills what was not found. */
  readonly hatch: string;
  /** Looks at what a mark of gold stands for. */
  readonly look?: { readonly current: (one: Judged) => void };
}

/** The segments of one row: gold's above predicted ones. */
export function Marks({ gold, predicted, range, width, above, below, unit, hatch, look }: Props) {
  const golds = barsOf(gold, range, width);
  const told = barsOf(predicted, range, width);
  return (
    <>
      {golds.map((bar) => {
        const isMissed = bar.isRight === false;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the stepper does the same by keyboard
          <g key={`${bar.x} ${bar.first.segment.end}`} className={isMissed ? "missed" : "gold"} onClick={() => look?.current(bar.first)}>
            <title>{titleOf(bar, unit, "Gold")}</title>
            <rect x={bar.x} y={above} width={bar.width} height={BAR} {...(isMissed ? { fill: `url(#${hatch})` } : {})} />
            {bar.count === 1 && bar.width >= ROOMY && bar.first.shared > 0 && (
              <text x={bar.x + bar.width / 2} y={above + 11} textAnchor="middle">
                {bar.first.shared.toFixed(2)}
              </text>
            )}
          </g>
        );
      })}
      {told.map((bar) => {
        const isWrong = bar.isRight === false;
        return (
          <g key={`${bar.x} ${bar.first.segment.end}`} className={isWrong ? "wrong" : "predicted"}>
            <title>{titleOf(bar, unit, "Predicted")}</title>
            {bar.isPoint ? (
              <path d={`M${bar.x} ${below} l6 ${BAR / 2} l-6 ${BAR / 2} l-6 ${-BAR / 2} z`} />
            ) : (
              <rect x={bar.x} y={below} width={bar.width} height={BAR} />
            )}
            {isWrong && (bar.isPoint || bar.width >= 12) && (
              <text
                x={bar.isPoint ? bar.x + 9 : bar.x + bar.width / 2}
                y={below + 11}
                textAnchor={bar.isPoint ? "start" : "middle"}
                data-beside={bar.isPoint}
              >
                ✗
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function titleOf({ first, count }: Bar, unit: TimelinePanel["unit"], of: string): string {
  if (count > 1) return `${of}: ${count} segments from ${timeWords(first.segment.start, unit)} on`;
  const { segment, shared } = first;
  const score = segment.score === undefined ? "" : `, score ${Number(segment.score.toPrecision(3))}`;
  return `${of}: ${spanWords(segment, unit)}${shared > 0 ? `, ${sharedWords(first)}` : ""}${score}`;
}
