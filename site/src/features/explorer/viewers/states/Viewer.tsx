import type { StatesPanel } from "@stepladder/wasm/host/panels.ts";
import type { ViewerProps } from "../contract.ts";
import { StepList } from "../StepList.tsx";
import { type Piece, pieces } from "./diff.ts";
import { statesSteps } from "./steps.ts";

/** States of gold above the predicted ones, step by step; what differs in them is marked, and where they part for the first time. */
export default function StatesViewer({ panel, at, go }: ViewerProps<StatesPanel>) {
  const { gold, predicted, same = [], steps, start } = panel;
  const { count, errors } = statesSteps(panel);
  const [first] = errors;
  return (
    <div className="states-viewer">
      {start !== undefined && (
        <p className="small">
          <span className="muted">Start:</span>{" "}
          <code className="foreign" dir="auto">
            {orEmpty(start)}
          </code>
        </p>
      )}
      <StepList label={panel.title} count={count} at={at} go={go}>
        {(i) => (
          <>
            {steps?.[i] !== undefined && (
              <span className="small asked foreign" dir="auto">
                {steps[i]}
              </span>
            )}
            {i === first && <span className="badge bad">first divergence</span>}
            <States gold={gold[i]} predicted={predicted && { state: predicted[i], isSame: same[i] === true }} />
          </>
        )}
      </StepList>
    </div>
  );
}

interface StatesProps {
  readonly gold: string | undefined;
  /** Absent without a prediction; its state is, where it stopped before. */
  readonly predicted: { readonly state: string | undefined; readonly isSame: boolean } | undefined;
}

function States({ gold, predicted }: StatesProps) {
  if (predicted === undefined) return <Line name="gold">{orEmpty(gold)}</Line>;
  const { state, isSame } = predicted;
  if (isSame || gold === undefined || state === undefined) {
    return (
      <>
        <Line name="gold">{orEmpty(gold) ?? <Missing>has ended</Missing>}</Line>
        <Line name="predicted" mark={isSame ? "✓" : "✗"}>
          {orEmpty(state) ?? <Missing>nothing: stopped before</Missing>}
        </Line>
      </>
    );
  }
  const [left, right] = pieces(gold, state);
  return (
    <>
      <Line name="gold">{gold === "" ? orEmpty(gold) : <Pieces of={left} />}</Line>
      <Line name="predicted" mark="✗">
        {state === "" ? orEmpty(state) : <Pieces of={right} />}
      </Line>
    </>
  );
}

function Line({ name, mark, children }: { readonly name: string; readonly mark?: string; readonly children: React.ReactNode }) {
  return (
    <span className={`state ${name}`}>
      <span className="muted small who">
        {name}
        {mark !== undefined && <span className={mark === "✓" ? "good" : "bad"}> {mark}</span>}
      </span>
      <code className="foreign" dir="auto">
        {children}
      </code>
    </span>
  );
}

/** A state without anything in it would be an empty line. */
function orEmpty(state: string | undefined) {
  return state === "" ? <Missing>(empty)</Missing> : state;
}

function Missing({ children }: { readonly children: string }) {
  return <span className="missing">{children}</span>;
}

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  let from = 0;
  return of.map(({ text, differs }) => {
    const key = from;
    from += text.length;
    return differs ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
