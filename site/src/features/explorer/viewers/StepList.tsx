import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly label: string;
  readonly count: number;
  readonly at: number;
  go(at: number): void;
  /** What stands in a row, by its place. */
  readonly children: (at: number) => ReactNode;
}

/** A first guess; rows are measured once they are seen. */
const HEIGHT = 72;

/** Numbered steps of which only those in sight are in the page; the one that is looked at is brought into sight. */
export function StepList({ label, count, at, go, children }: Props) {
  const place = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({ count, getScrollElement: () => place.current, estimateSize: () => HEIGHT, overscan: 4 });
  const shown = useRef(at);
  useEffect(() => {
    if (count > 0) virtual.scrollToIndex(at);
    // Who steps looks here; who only opened the item may still read what stands above.
    if (at !== shown.current) place.current?.scrollIntoView({ block: "nearest" });
    shown.current = at;
  }, [at, count, virtual]);
  if (count === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section ref={place} className="step-list" aria-label={label} tabIndex={0}>
      <ol className="inside" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            aria-current={index === at ? "step" : undefined}
            className="step-row"
            style={{ transform: `translateY(${start}px)` }}
          >
            <button type="button" className="plain number" aria-label={`Look at step ${index + 1}`} onClick={() => go(index)}>
              {index + 1}
            </button>
            <div className="step-body">{children(index)}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
