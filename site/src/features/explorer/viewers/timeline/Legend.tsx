import { useId } from "react";

export type Kind = "gold" | "missed" | "predicted" | "wrong";

/** What the marks of a timeline mean. */
export function Legend({ kinds }: { readonly kinds: readonly (readonly [kind: Kind, words: string])[] }) {
  const hatch = useId();
  return (
    <ul className="legend small">
      {kinds.map(([kind, words]) => (
        <li key={kind}>
          <svg width="26" height="14" aria-hidden="true" className="timeline-row">
            <Hatch id={hatch + kind} />
            <g className={kind}>
              <rect x="1" y="1" width="24" height="12" {...(kind === "missed" ? { fill: `url(#${hatch + kind})` } : {})} />
              {kind === "wrong" && (
                <text x="13" y="11" textAnchor="middle">
                  ✗
                </text>
              )}
            </g>
          </svg>{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}

/** The pattern that fills what was not found. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0 V6" />
      </pattern>
    </defs>
  );
}
