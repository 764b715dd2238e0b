import type { Panel } from "@stepladder/wasm/host/panels.ts";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { rest } from "../../scripts/keys.ts";
import { type PanelPlace as Place, panelAddress, readPanelPlace } from "../../state/panel.ts";
import { StepperBar } from "./StepperBar.tsx";
import type { Steps, ViewerProps } from "./viewers/contract.ts";

interface Props<P extends Panel> {
  readonly panel: P;
  steps(panel: P, least?: number): Steps;
  /** Draws it. */
  readonly children: (props: ViewerProps<P>) => ReactNode;
}

/** The one panel of a page, drawn as the page was built and from then on as the address says; `j` and `k` step too, as there are no items to go through. */
export function PanelPlace<P extends Panel>({ panel, steps: stepsOf, children }: Props<P>) {
  const [{ step, least }, change] = useAddress();
  const steps = useMemo(() => stepsOf(panel, least), [stepsOf, panel, least]);
  const last = Math.max(0, steps.count - 1);
  const at = Math.min(step, last);
  const go = useCallback((to: number) => change({ step: Math.max(0, Math.min(to, last)) }), [change, last]);
  const ask = useCallback((to: number | undefined) => change({ least: to }), [change]);
  useStepping(at, go);
  return (
    <section aria-label={panel.title} className="panel" data-panel>
      {steps.count > 0 && (
        <div className="needs-js no-print">
          <StepperBar steps={steps} at={at} go={go} />
        </div>
      )}
      {children({ panel, at, go, least, ask })}
    </section>
  );
}

/** What the address says, once there is one: the page was built without. */
function useAddress(): readonly [Place, (part: Partial<Place>) => void] {
  const [place, setPlace] = useState<Place>({ step: 0 });
  useEffect(() => {
    const read = (): void => setPlace(readPanelPlace(new URLSearchParams(location.search)));
    read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);
  const change = useCallback((part: Partial<Place>) => {
    // From the address, which is what stands, and not from a state that may be older.
    const next = { ...readPanelPlace(new URLSearchParams(location.search)), ...part };
    history.replaceState(history.state, "", location.pathname + panelAddress(location.search, next) + location.hash);
    setPlace(next);
  }, []);
  return [place, change];
}

function useStepping(at: number, go: (at: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.key !== "j" && event.key !== "k") || rest(event)) return;
      event.preventDefault();
      go(at + (event.key === "j" ? 1 : -1));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [at, go]);
}
