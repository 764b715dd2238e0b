import type { ReactNode } from "react";

interface Props {
  readonly className?: string;
  readonly isOff: boolean;
  act(): void;
  readonly children: ReactNode;
}

/** Never disabled, only told to be: a button that has no more to do behind its press must keep the focus. */
export function Act({ className, isOff, act, children }: Props) {
  return (
    <button type="button" className={className} aria-disabled={isOff} onClick={() => !isOff && act()}>
      {children}
    </button>
  );
}
