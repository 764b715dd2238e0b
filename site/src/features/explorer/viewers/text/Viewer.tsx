import type { TextPanel } from "@stepladder/wasm/host/panels.ts";
import { useId, useMemo } from "react";
import type { ViewerProps } from "../contract.ts";
import { StepList } from "../StepList.tsx";
import "../texts.css";
import { commonGrams, type Piece } from "./grams.ts";
import { type Remark, remarksOf, type TextRow, textRows } from "./steps.ts";

const SIDES = { reference: "Reference", generated: "Generated" } as const;
const VERDICTS = { good: "✓ Passed", bad: "✗ Failed", note: "Note" } as const;

/** Two procedures line by line: steps that say the same side by side, with what is missing, too many, moved, and remarked. */
export default function TextViewer({ panel, at, go }: ViewerProps<TextPanel>) {
  const rows = textRows(panel);
  const base = useId();
  const remarks = useMemo(() => remarksOf(panel), [panel]);
  const remarkId = (remark: number): string => `${base}-remark-${remark}`;
  const look = (remark: number): void => document.getElementById(remarkId(remark))?.focus();
  return (
    <div className="text-viewer">
      <p className="small muted">{legend(panel)}</p>
      <div className="heads" aria-hidden="true">
        <span>Reference, {panel.reference.length} steps</span>
        {panel.generated !== undefined && <span>Generated, {panel.generated.length} steps</span>}
      </div>
      <StepList label={panel.title} count={rows.length} at={at} go={go}>
        {(place) => <Line panel={panel} remarks={remarks} row={rows[place] as TextRow} look={look} />}
      </StepList>
      {remarks.length > 0 && (
        <section aria-label="Remarks">
          <p className="head">Remarks</p>
          <ol className="remarks">
            {remarks.map((remark, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a remark is its place
              <li key={i} id={remarkId(i)} tabIndex={-1} data-verdict={remark.verdict}>
                <span className="number">{i + 1}</span> <strong>{VERDICTS[remark.verdict]}</strong>{" "}
                <span className="foreign" dir="auto">
                  {remark.text}
                </span>{" "}
                <Where remark={remark} rows={rows} go={go} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function legend({ generated, pairs }: TextPanel): string {
  if (generated === undefined) return "Nothing is predicted for this item: these are the steps of the reference.";
  const whose =
    pairs === undefined ? "our alignment: the benchmark does not pair steps, we do by the words they share" : "the benchmark's pairs";
  return `Steps stand side by side by ${whose}. Underlined words stand in both.`;
}

interface LineProps {
  readonly panel: TextPanel;
  readonly remarks: readonly Remark[];
  readonly row: TextRow;
  look(remark: number): void;
}

function Line({ panel, remarks, row, look }: LineProps) {
  const { reference, generated, crossed } = row;
  const own = reference === undefined ? undefined : (panel.reference[reference] as string);
  const said = generated === undefined ? undefined : panel.generated?.[generated];
  const [left, right] = useMemo(
    () => (own === undefined || said === undefined ? [whole(own), whole(said)] : commonGrams(own, said)),
    [own, said],
  );
  return (
    <div className="line">
      <Side of="reference" step={reference} pieces={left} lack="Not in the reference: a step too many." />
      {panel.generated !== undefined && <Side of="generated" step={generated} pieces={right} lack="Missing in the generated text." />}
      {(crossed || row.remarks.length > 0) && (
        <div className="row tight small">
          {crossed && <span className="bad">⇅ Out of order</span>}
          {row.remarks.map((remark) => (
            <button type="button" className="link" key={remark} onClick={() => look(remark)}>
              {VERDICTS[(remarks[remark] as Remark).verdict]}: remark {remark + 1}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function whole(text: string | undefined): Piece[] {
  return text === undefined ? [] : [{ text, common: false }];
}

interface SideProps {
  readonly of: keyof typeof SIDES;
  readonly step: number | undefined;
  readonly pieces: readonly Piece[];
  readonly lack: string;
}

function Side({ of, step, pieces, lack }: SideProps) {
  if (step === undefined) return <p className={`side lack ${of}`}>{lack}</p>;
  return (
    <p className={`side ${of}`}>
      <span className="visually-hidden">{SIDES[of]} step </span>
      <span className="number">{step + 1}</span>{" "}
      <span className="foreign" dir="auto">
        {pieces.map(({ text, common }, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
          common ? <u key={i}>{text}</u> : <span key={i}>{text}</span>,
        )}
      </span>
    </p>
  );
}

interface WhereProps {
  readonly remark: Remark;
  readonly rows: readonly TextRow[];
  go(line: number): void;
}

/** The steps that a remark is about, each leading to its line. */
function Where({ remark: { on }, rows, go }: WhereProps) {
  return on.map(({ of, step }) => {
    const line = step === undefined ? -1 : rows.findIndex((row) => row[of] === step);
    if (step === undefined || line < 0) {
      return (
        <span key="whole" className="muted small">
          Of the whole.
        </span>
      );
    }
    return (
      <button type="button" className="link" key={`${of} ${step}`} onClick={() => go(line)}>
        {SIDES[of]} step {step + 1}
      </button>
    );
  });
}
