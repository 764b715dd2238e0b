import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { memo, useMemo } from "react";
import { plural } from "../../format.ts";
import { Bar } from "./Bar.tsx";
import { BOX, type PlacedStep, treeLayout } from "./layout.ts";
import { creditOfSteps, formatCredit, formatNumber, nameOf, type PlainCredit, scaleOf, type ToldMethod } from "./shown.ts";

interface Props {
  readonly tree: Tree;
  readonly trajectories: readonly (readonly number[])[];
  readonly method: ToldMethod | undefined;
  /** What the method gives, where it is known. */
  readonly credit: PlainCredit | undefined;
  /** The trajectory that is set off. */
  readonly trajectory?: number | undefined;
  readonly at?: number | undefined;
  /** Absent where steps cannot be chosen. */
  go?(at: number): void;
}

const LETTERS = 18;
const BAR = { width: 64, height: 10 } as const;

/** The tree from left to right, a row for each trajectory, with the credit that one method gives in each step. */
export const TreeDrawing = memo(function TreeDrawing({ tree, trajectories, method, credit, trajectory = -1, at, go }: Props) {
  const layout = useMemo(() => treeLayout(tree), [tree]);
  const own = useMemo(() => new Set(trajectories[trajectory]), [trajectories, trajectory]);
  const values = credit && creditOfSteps(credit, trajectories, trajectory);
  const scale = credit === undefined ? 1 : scaleOf(credit);
  const marks = new Map(credit?.marks);
  const what = method === undefined ? "" : ` with the credit that ${nameOf(method)} gives`;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
      <section className="tree-view" aria-label="Tree" tabIndex={0}>
        <svg
          width={layout.width}
          height={layout.height}
          role="img"
          aria-label={`Tree of ${plural(tree.steps.length, "step")}${what}; the lists on this page say the same.`}
        >
          <circle className="root" cx={layout.root.x} cy={layout.root.y + BOX.height / 2} r="5">
            <title>{tree.question}</title>
          </circle>
          {tree.steps.map(({ parent }, step) => {
            const to = layout.steps[step] as PlacedStep;
            const from =
              parent === undefined ? { x: layout.root.x - BOX.width + 5, y: layout.root.y } : (layout.steps[parent] as PlacedStep);
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            return <path key={step} className="way" d={way(from, to)} data-own={own.has(step)} />;
          })}
          {tree.steps.map(({ text, outcome }, step) => (
            <DrawnStep
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              key={step}
              step={step}
              text={text}
              outcome={outcome}
              {...(layout.steps[step] as PlacedStep)}
              value={values?.[step]}
              scale={method && scale}
              mark={marks.get(step)}
              isOwn={own.has(step)}
              isCurrent={step === at}
              go={go}
            />
          ))}
        </svg>
      </section>
      {marks.size > 0 && <p className="small muted">A dashed frame is a mark of the method: the table below says which.</p>}
    </>
  );
});

interface StepProps extends PlacedStep {
  readonly step: number;
  readonly text: string;
  readonly outcome: number | undefined;
  /** Of the method that is drawn, by its scale; without one no credit is drawn, and without a value it is not known yet. */
  readonly value: number | null | undefined;
  readonly scale: number | undefined;
  readonly mark: string | undefined;
  readonly isOwn: boolean;
  readonly isCurrent: boolean;
  readonly go: ((at: number) => void) | undefined;
}

const DrawnStep = memo(function DrawnStep({ step, text, outcome, x, y, value, scale, mark, isOwn, isCurrent, go }: StepProps) {
  const name = `${step + 1} ${text}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the list of steps has buttons
    <g
      className="step"
      transform={`translate(${x} ${y})`}
      data-own={isOwn}
      data-current={isCurrent}
      data-marked={mark !== undefined}
      onClick={go && (() => go(step))}
    >
      <title>{mark === undefined ? name : `${name}: ${mark}`}</title>
      <rect width={BOX.width} height={BOX.height} rx="4" />
      <text x="8" y="19">
        {cut(name)}
      </text>
      {scale !== undefined && (
        <>
          <g transform="translate(8 29)">{typeof value === "number" && <Bar value={value} scale={scale} {...BAR} />}</g>
          <text className="value" x={BOX.width - 8} y="38" textAnchor="end">
            {value === undefined ? "…" : formatCredit(value)}
          </text>
        </>
      )}
      {outcome !== undefined && (
        <text className="outcome" x={BOX.width + 8} y={BOX.height / 2 + 4}>
          outcome {formatNumber(outcome)}
        </text>
      )}
    </g>
  );
});

/** From the right side of a box to the left side of another. */
function way(from: PlacedStep, to: PlacedStep): string {
  const [x, y] = [from.x + BOX.width, from.y + BOX.height / 2];
  const middle = (x + to.x) / 2;
  const end = to.y + BOX.height / 2;
  return `M${x} ${y} C${middle} ${y} ${middle} ${end} ${to.x} ${end}`;
}

function cut(text: string): string {
  return text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text;
}
