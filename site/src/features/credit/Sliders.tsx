import { useId } from "react";
import { formatNumber, nameOf, type ToldMethod, valuesOf } from "./shown.ts";

interface Props {
  readonly method: ToldMethod;
  readonly values: Readonly<Record<string, number>> | undefined;
  change(values: Readonly<Record<string, number>>): void;
}

/** What a method leaves open, each with the value that its paper or code takes. */
export function Sliders({ method, values, change }: Props) {
  const base = useId();
  const all = valuesOf(method, values);
  return (
    <fieldset className="sliders">
      <legend>{nameOf(method)}</legend>
      {method.settings.map(({ id, name, low, high, step, value }) => (
        <div key={id} className="slider">
          <label htmlFor={`${base}-${id}`}>{name}</label>
          <input
            id={`${base}-${id}`}
            type="range"
            autoComplete="off"
            min={low}
            max={high}
            step={step}
            value={all[id]}
            data-setting={`${method.id}.${id}`}
            onChange={({ currentTarget }) => change({ ...values, [id]: Number(currentTarget.value) })}
          />
          <output htmlFor={`${base}-${id}`} className="number">
            {formatNumber(all[id] as number)}
          </output>
          <span className="small muted">
            {formatNumber(value)} by default, {formatNumber(low)} to {formatNumber(high)}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
