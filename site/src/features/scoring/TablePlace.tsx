import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  /** Whether long tables scroll in a window of their own. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** The place of a table: a wide one scrolls in it, and the page never does. */
export function TablePlace({ label, tall = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className={tall ? "table tall" : "table"} aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
}
