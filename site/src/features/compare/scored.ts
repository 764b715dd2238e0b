import type { Scorecard } from "@stepladder/schema";
import type { CompareTrack } from "../../catalog/compare.ts";
import { showLanding } from "./landing-view.ts";

/** Shows where a result that was scored here lands. Rejects where the board's list of entries cannot be fetched. */
export async function showScored(place: HTMLElement, scorecard: Scorecard): Promise<void> {
  const base = document.body.dataset.base ?? "/";
  const response = await fetch(`${base}data/${encodeURIComponent(scorecard.track)}/compare.json`);
  if (!response.ok) throw new Error(`${response.url}: expected a file of this site, received status ${response.status}`);
  const track = (await response.json()) as CompareTrack;
  if (place.isConnected) await showLanding(place, { base, track, scorecard });
}
