import type { Scorecard } from "@stepladder/schema";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { TrackInfo } from "../../../catalog/describe.ts";
import { readExploreQuery, writeExploreQuery } from "../../../state/explore.ts";
import type { ScoringSession } from "../session.ts";

interface Props {
  readonly scorecard: Scorecard;
  readonly track: TrackInfo;
  readonly explored: ScoringSession["explored"];
  readonly base: string;
  /** Another object each time somebody opened an item from elsewhere on the page. */
  readonly opened: object | undefined;
}

/** Where its code cannot be fetched, that is said, and the result stands all the same. */
const Explorer = lazy(() => import("../../explorer/Explorer.tsx").catch(() => ({ default: NotFetched })));

function NotFetched() {
  return <p className="verdict warn">What shows the items could not be fetched. If you are offline, connect and load this page again.</p>;
}

/** The items behind a score, one by one; fetched once somebody scrolls to them or opens one, or the address says how to look at them. */
export function ResultItems({ scorecard, track, explored, base, opened }: Props) {
  const place = useRef<HTMLElement>(null);
  const [isWanted, setWanted] = useState(() => writeExploreQuery("", readExploreQuery(location.search)) !== "");
  useEffect(() => {
    if (opened !== undefined) setWanted(true);
    if (isWanted || place.current === null) return;
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && setWanted(true));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [isWanted, opened]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was scored changes with the scorecard only
  const own = useMemo(() => explored(scorecard), [scorecard]);
  return (
    <section ref={place} aria-labelledby="items" className="items-place">
      <h3 id="items" tabIndex={-1}>
        Item by item
      </h3>
      {isWanted ? (
        <Suspense fallback={<p className="muted">Fetching what shows the items…</p>}>
          <Explorer explored={own} track={track} base={base} opened={opened} />
        </Suspense>
      ) : (
        <p className="muted">The items are read when you come here.</p>
      )}
    </section>
  );
}
