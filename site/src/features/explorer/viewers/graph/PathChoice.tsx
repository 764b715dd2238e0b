import { useId } from "react";

interface Props {
  readonly titles: readonly string[];
  readonly at: number;
  choose(path: number): void;
}

/** Chooses which observed path is walked. */
export function PathChoice({ titles, at, choose }: Props) {
  const id = useId();
  if (titles.length < 2) return null;
  return (
    <div className="row tight needs-js no-print">
      <label htmlFor={id}>Walk</label>
      <select id={id} value={at} onChange={({ currentTarget: { value } }) => choose(Number(value))}>
        {titles.map((title, path) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is its place
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
