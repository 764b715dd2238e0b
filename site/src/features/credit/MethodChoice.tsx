import { sourceNote, type ToldMethod } from "./shown.ts";

interface Props {
  readonly known: readonly ToldMethod[];
  readonly chosen: readonly string[];
  /** @param ids in the order of those known */
  choose(ids: readonly string[]): void;
}

/** Which methods are compared. */
export function MethodChoice({ known, chosen, choose }: Props) {
  return (
    <fieldset className="methods needs-js">
      <legend>Methods</legend>
      {known.map(({ id, name, source }) => {
        const isOn = chosen.includes(id);
        const others = known.map((method) => method.id).filter((one) => one !== id && chosen.includes(one));
        const next = isOn ? others : known.map((method) => method.id).filter((one) => one === id || others.includes(one));
        return (
          <label key={id}>
            <input type="checkbox" autoComplete="off" checked={isOn} data-choose-method={id} onChange={() => choose(next)} /> {name}
            {sourceNote(source) !== undefined && <span className="reading">{sourceNote(source)}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
