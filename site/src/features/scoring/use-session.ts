import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { whenIdle } from "../../scripts/idle.ts";
import { receive } from "../../scripts/inbox.ts";
import { keepExploreQuery } from "../../state/explore.ts";
import { readScoreQuery, writeScoreQuery } from "../../state/url.ts";
import { ScoringPool } from "../../workers/bridge.ts";
import { ScoringSession } from "./session.ts";
import { type ScoringState, START } from "./state.ts";

/** The session of this page and its state, joined with the address and with files dropped anywhere. */
export function useSession(tracks: readonly TrackInfo[], base: string): { session: ScoringSession; state: ScoringState; warm: boolean } {
  const session = useMemo(() => new ScoringSession(tracks, base, new ScoringPool()), [tracks, base]);
  const state = useSyncExternalStore(session.subscribe, session.snapshot, () => START);
  const track = tracks.find(({ id }) => id === state.track);
  // Before files that wait are taken: they may be of no known form, and the address names their track.
  useQuery(session, tracks, state);
  useEffect(() => receive(session.give), [session]);
  useEffect(() => () => session.stop(), [session]);
  return { session, state, warm: useWarm(session, track) };
}

/** What tells that somebody is about to give files. */
const INTENT = ["pointermove", "pointerdown", "keydown", "dragenter"] as const;

/** Whether all that scoring needs is at hand: for the chosen track, fetched once the page has nothing else to do; for any, once somebody stirs. */
function useWarm(session: ScoringSession, track: TrackInfo | undefined): boolean {
  const [stirred, setStirred] = useState(false);
  useEffect(() => {
    const stir = () => setStirred(true);
    for (const event of INTENT) document.addEventListener(event, stir, { once: true });
    return () => {
      for (const event of INTENT) document.removeEventListener(event, stir);
    };
  }, []);
  const [warm, setWarm] = useState<TrackInfo | "any">();
  // The first stir of a person who has a track asks for nothing: it may be the press of Cancel, after which no worker stays.
  const wanted = track ?? (stirred ? "any" : undefined);
  useEffect(() => {
    if (wanted === undefined) return;
    whenIdle(async () => {
      const [ok] = await Promise.all([session.warm(wanted === "any" ? undefined : wanted), landingCode()]);
      if (ok) setWarm(wanted);
    });
  }, [session, wanted]);
  return wanted !== undefined && warm === wanted;
}

/** The code that shows where a result lands; without it the result stands all the same. */
async function landingCode(): Promise<void> {
  await import("../compare/scored.ts").catch(() => undefined);
}

/** The address names the track or a kept set, and is read once; afterwards it follows the choice. */
function useQuery(session: ScoringSession, tracks: readonly TrackInfo[], { track, kept }: ScoringState): void {
  const set = kept?.id;
  const read = useRef(false);
  useEffect(() => {
    if (read.current) return;
    read.current = true;
    const query = readScoreQuery(location.search);
    if (query.set !== undefined) return session.reopen(query.set);
    const asked = tracks.find(({ id }) => id === query.track);
    if (asked === undefined) return;
    if (query.sample && asked.samplePath !== undefined) session.sample(asked);
    else session.choose(asked.id);
  }, [session, tracks]);
  useEffect(() => {
    if (track === undefined) return;
    const query = { track, sample: false, ...(set === undefined ? {} : { set }) };
    history.replaceState(history.state, "", location.pathname + keepExploreQuery(location.search, writeScoreQuery(query)));
  }, [track, set]);
}
