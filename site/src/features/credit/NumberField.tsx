import { useId, useState } from "react";
import { expectedOf, FIELDS, type NumberField as Field, isFor } from "./fields.ts";

interface Props {
  readonly field: Field;
  readonly value: number;
  /** What is told below: which methods read it. */
  readonly note: string;
  change(value: number): void;
}

/** A number of a step. What is not one stays in the field, is told, and changes nothing. */
export function NumberField({ field, value, note, change }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: number }>();
  const text = draft?.of === value ? draft.text : String(value);
  const { title, about, low, high, whole } = FIELDS[field];
  const fault = draft?.of === value && !isFor(field, numberOf(text)) ? `Expected ${expectedOf(field)}.` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        autoComplete="off"
        min={low}
        max={high}
        step={whole ? 1 : 0.05}
        value={text}
        data-field={field}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => {
          const number = numberOf(currentTarget.value);
          const isGood = isFor(field, number);
          setDraft({ text: currentTarget.value, of: isGood ? number : value });
          if (isGood) change(number);
        }}
      />
      <p className="small muted" id={`${id}-note`}>
        {fault !== undefined && <span className="fault">{fault} </span>}
        {about}; {note}
      </p>
    </div>
  );
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
