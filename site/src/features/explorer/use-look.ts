import { useCallback, useEffect, useState } from "react";
import { type ExploreQuery, FIRST_LOOK, readExploreQuery, writeExploreQuery } from "../../state/explore.ts";

const LOOKED = "stepladder:look";

/** The explorer's part of the address, and how to change it. Going from item to item leaves no step back: Back leads to where the items were entered from. */
export function useLook(): readonly [ExploreQuery, (change: Partial<ExploreQuery>) => void] {
  const [look, setLook] = useState(() => readExploreQuery(location.search));
  useEffect(() => {
    const read = (): void => setLook(readExploreQuery(location.search));
    for (const event of ["popstate", LOOKED]) addEventListener(event, read);
    return () => {
      for (const event of ["popstate", LOOKED]) removeEventListener(event, read);
    };
  }, []);
  const change = useCallback((part: Partial<ExploreQuery>) => {
    // From the address, which is what stands, and not from a state that may be older.
    write({ ...readExploreQuery(location.search), ...part });
    setLook(readExploreQuery(location.search));
  }, []);
  return [look, change];
}

/** What items were opened from: an entry of the history that was left so names its place here. */
const openers: HTMLElement[] = [];

/** Shows an item in the explorer of this page, whatever was listed before; Back leads to what it was opened from. */
export function openItem(item: string, opener: HTMLElement): void {
  history.replaceState({ ...history.state, opener: openers.push(opener) - 1 }, "");
  history.pushState(null, "", addressOf({ ...FIRST_LOOK, item }));
  dispatchEvent(new Event(LOOKED));
}

/** Gives the focus back to what an item was opened from; where the page was scrolled to, the browser knows. */
export function useWayBack(): void {
  useEffect(() => {
    const goBack = ({ state }: PopStateEvent): void => openers[state?.opener]?.focus({ preventScroll: true });
    addEventListener("popstate", goBack);
    return () => removeEventListener("popstate", goBack);
  }, []);
}

function write(look: ExploreQuery): void {
  history.replaceState(history.state, "", addressOf(look));
}

function addressOf(look: ExploreQuery): string {
  return location.pathname + writeExploreQuery(location.search, look) + location.hash;
}
