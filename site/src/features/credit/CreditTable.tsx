import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { Fragment } from "react";
import { Bar } from "./Bar.tsx";
import { MethodName } from "./MethodName.tsx";
import { type Credits, formatCredit, formatNumber, nameOf, type PlainCredit, scaleOf, type ToldMethod } from "./shown.ts";

interface Props {
  readonly tree: Tree;
  readonly trajectories: readonly (readonly number[])[];
  /** Indexes of the trajectories that are listed. */
  readonly listed: readonly number[];
  readonly methods: readonly ToldMethod[];
  readonly credits: Credits;
  /** The step that is looked at. */
  readonly at?: number | undefined;
}

/** More rows than these scroll in their own place. */
const MOST_ROWS = 30;
const BAR = { width: 72, height: 12 } as const;

/** A row for each step of some trajectories, and a column for each method, drawn to a scale of its own. */
export function CreditTable({ tree, trajectories, listed, methods, credits, at }: Props) {
  const rows = listed.reduce((sum, trajectory) => sum + (trajectories[trajectory]?.length ?? 0), 0);
  const scales = new Map(methods.map(({ id }) => [id, scaleOf(credits[id] ?? NONE)]));
  const marks = new Map(methods.map(({ id }) => [id, new Map(credits[id]?.marks)]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className={rows > MOST_ROWS ? "table tall" : "table"} aria-label="Credit of each step" tabIndex={0}>
      <table className="credits">
        <thead>
          <tr>
            <th scope="col">Step</th>
            {methods.map((method) => (
              <th key={method.id} scope="col" className="num">
                <MethodName method={method} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((trajectory) => (
            <Fragment key={trajectory}>
              {listed.length > 1 && (
                <tr className="group">
                  <th scope="rowgroup" colSpan={methods.length + 1}>
                    Trajectory {trajectory + 1}, outcome {outcomeOf(tree, trajectories[trajectory])}
                  </th>
                </tr>
              )}
              {trajectories[trajectory]?.map((step, place) => (
                <tr key={step} data-step={step + 1} aria-current={step === at ? "step" : undefined}>
                  <th scope="row">
                    <span className="place">{step + 1}</span> <span className="foreign">{tree.steps[step]?.text}</span>
                  </th>
                  {methods.map(({ id }) => {
                    const value = credits[id] === undefined ? undefined : (credits[id].values[trajectory]?.[place] ?? null);
                    return (
                      <td key={id} className="num" data-method={id}>
                        <span className="value">{value === undefined ? "…" : formatCredit(value)}</span>
                        <svg width={BAR.width} height={BAR.height} aria-hidden="true">
                          {typeof value === "number" && <Bar value={value} scale={scales.get(id) as number} {...BAR} />}
                        </svg>
                        <span className="mark small">{marks.get(id)?.get(step)}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NONE: PlainCredit = { values: [], marks: [], facts: [] };

export function outcomeOf({ steps }: Tree, trajectory: readonly number[] | undefined): string {
  return formatNumber(steps[trajectory?.at(-1) ?? -1]?.outcome ?? 0);
}

/** What methods say of the tree as a whole. */
export function Facts({ methods, credits }: Pick<Props, "methods" | "credits">) {
  const told = methods.filter(({ id }) => (credits[id]?.facts.length ?? 0) > 0);
  if (told.length === 0) return null;
  return (
    <dl className="facts small">
      {told.map((method) => (
        <Fragment key={method.id}>
          <dt>{nameOf(method)}</dt>
          <dd>{credits[method.id]?.facts.map(({ name, value }) => `${name}: ${formatCredit(value)}`).join("; ")}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
