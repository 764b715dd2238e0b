import type { LabelledStep, LabelsPanel } from "@stepladder/wasm/host/panels.ts";
import { useState } from "react";
import { plural } from "../../../../format.ts";
import type { ViewerProps } from "../contract.ts";
import { StepList } from "../StepList.tsx";
import { agreements, type Break, breakOf } from "./judged.ts";
import { isWrong } from "./steps.ts";

/** A trace with gold's and the predicted label of every step, where errors begin, and how judges agree. */
export default function LabelsViewer({ panel, at, go }: ViewerProps<LabelsPanel>) {
  const { steps, judges = [], title } = panel;
  const gold = breakOf(panel, "gold");
  const predicted = breakOf(panel, "predicted");
  const hasGold = steps.some((step) => step.gold !== undefined);
  const hasPrediction = steps.some((step) => step.predicted !== undefined || step.same !== undefined);
  return (
    <div className="labels-viewer">
      {(hasGold || hasPrediction) && panel.wrong !== undefined && (
        <ul className="small">
          {hasGold && <li>{breakWords("By gold", gold, steps.length)}</li>}
          {hasPrediction && <li>{breakWords("By the prediction", predicted, steps.length)}</li>}
        </ul>
      )}
      <Agreement panel={panel} />
      <StepList label={title} count={steps.length} at={at} go={go}>
        {(i) => (
          <>
            <Labels step={steps[i] as LabelledStep} hasPrediction={hasPrediction} />
            {i === gold.first && <span className="badge bad">first wrong step, by gold</span>}
            {i === predicted.first && <span className="badge warn">first wrong step, as predicted</span>}
            {gold.first !== undefined && i > gold.first && <span className="small muted">after the first wrong step</span>}
            {judges.length > 0 && (
              <span className="small muted foreign" dir="auto">
                {judges.map(({ name, labels }) => `${name}: ${labels[i] ?? "none"}`).join("; ")}
              </span>
            )}
            <Told step={steps[i] as LabelledStep} />
          </>
        )}
      </StepList>
    </div>
  );
}

function breakWords(who: string, { first, after }: Break, count: number): string {
  if (first === undefined) return `${who} no step is wrong.`;
  const rest = count - first - 1;
  if (rest === 0) return `${who} the last step is the first wrong one.`;
  return `${who} step ${first + 1} is the first wrong one; of the ${plural(rest, "step")} after it ${after} ${after === 1 ? "is" : "are"} called wrong too.`;
}

function Labels({ step, hasPrediction }: { readonly step: LabelledStep; readonly hasPrediction: boolean }) {
  const { role, gold, predicted } = step;
  const wrong = hasPrediction && isWrong(step);
  return (
    <span className="row tight labels">
      {role !== undefined && <strong className="small foreign">{role}</strong>}
      {gold !== undefined && (
        <span className="label gold">
          <span className="small muted">gold</span> {gold}
        </span>
      )}
      {hasPrediction && (gold !== undefined || predicted !== undefined) && (
        <span className={wrong ? "label predicted wrong" : "label predicted"}>
          <span className="small muted">predicted</span> {predicted ?? "none"}{" "}
          {(gold !== undefined || step.same !== undefined) && <span className={wrong ? "bad" : "good"}>{wrong ? "✗" : "✓"}</span>}
        </span>
      )}
    </span>
  );
}

/** Longer texts are folded. */
const LONG = 480;

function Told({ step: { text, note } }: { readonly step: LabelledStep }) {
  const [isOpen, setOpen] = useState(false);
  const folds = text.length > LONG;
  return (
    <>
      <span className="foreign step-text" dir="auto">
        {folds && !isOpen ? `${text.slice(0, LONG)}…` : text}
      </span>
      {folds && (
        <button type="button" className="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Less" : `All ${plural(text.length, "character")}`}
        </button>
      )}
      {note !== undefined && (
        <span className="small muted foreign" dir="auto">
          {note}
        </span>
      )}
    </>
  );
}

function Agreement({ panel }: { readonly panel: LabelsPanel }) {
  const told = agreements(panel);
  if (told.length === 0) return null;
  return (
    <details>
      <summary>How the judges agree</summary>
      <ul className="small">
        {told.map(({ a, b, same, of }) => (
          <li key={`${a} ${b}`} className="foreign">
            {a} and {b}: the same label at {same} of {plural(of, "step")} that both label
          </li>
        ))}
      </ul>
    </details>
  );
}
