import { useId } from "react";

interface Props {
  readonly label: string;
  /** From 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly value: number;
  /** Whether somebody asked for it. */
  readonly isAsked: boolean;
  /** Whether nothing stands until somebody asks. */
  readonly isUnset?: boolean;
  /** What it comes to. */
  readonly words: string;
  ask(least: number | undefined): void;
}

/** A slider for how sure something must at least be. */
export function Least({ label, low, high, step, value, isAsked, isUnset = false, words, ask }: Props) {
  const id = useId();
  return (
    <div className="least small needs-js no-print">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        autoComplete="off"
        min={low}
        max={high}
        step={step}
        value={value}
        onChange={({ currentTarget }) => ask(Number(currentTarget.value))}
      />
      <output htmlFor={id} className="number">
        {isUnset ? "none" : value.toFixed(2)}
      </output>
      <button type="button" className="plain" aria-disabled={!isAsked} onClick={() => isAsked && ask(undefined)}>
        As it was
      </button>
      <span role="status">{words}</span>
    </div>
  );
}
