import type { Step, Tree } from "@stepladder/wasm/credit/contract.ts";
import { memo } from "react";
import { FIELDS, NUMBER_FIELDS } from "./fields.ts";
import { formatNumber } from "./shown.ts";

/** Everything that is known of every step. */
export const StepsTable = memo(function StepsTable({ tree: { steps } }: { readonly tree: Tree }) {
  return (
    <details>
      <summary>All steps and their numbers, as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
      <section className="table tall" aria-label="All steps" tabIndex={0}>
        <table className="small">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">After</th>
              {NUMBER_FIELDS.map((field) => (
                <th key={field} scope="col" className="num" title={FIELDS[field].about}>
                  {FIELDS[field].title}
                </th>
              ))}
              <th scope="col">Executed</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <Row key={at} at={at} step={step} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
});

const Row = memo(function Row({ at, step }: { readonly at: number; readonly step: Step }) {
  return (
    <tr>
      <th scope="row">
        {at + 1} <span className="foreign">{step.text}</span>
      </th>
      <td>{step.parent === undefined ? "the question" : `step ${step.parent + 1}`}</td>
      {NUMBER_FIELDS.map((field) => (
        <td key={field} className="num">
          {step[field] === undefined ? "–" : formatNumber(step[field])}
        </td>
      ))}
      <td>{step.executed ? "yes" : "no"}</td>
    </tr>
  );
});
