import { useCallback, useEffect, useState } from "react";
import { type ExploreQuery, FIRST_LOOK, readExploreQuery, writeExploreQuery } from "../../state/explore.ts";

const LOOKED = "stepladder:look";

/** The explorer's part of the address, and how to change it. No step back is left for every item: Back leaves the page, files and all. */
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

/** Shows an item in the explorer of this page, whatever was listed before. */
export function openItem(item: string): void {
  write({ ...FIRST_LOOK, item });
  dispatchEvent(new Event(LOOKED));
}

function write(look: ExploreQuery): void {
  history.replaceState(history.state, "", location.pathname + writeExploreQuery(location.search, look) + location.hash);
}
