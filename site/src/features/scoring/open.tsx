import { createRoot } from "react-dom/client";
import type { TrackInfo } from "../../catalog/describe.ts";
import { ScoreApp } from "./ScoreApp.tsx";

/** Puts the scoring panel into an element of the page. Throws where the list of tracks cannot be fetched. */
export async function mountScoring(panel: Element, base: string): Promise<void> {
  const response = await fetch(`${base}tracks.json`);
  if (!response.ok) throw new Error(`tracks.json: expected the list of tracks, received status ${response.status}`);
  const tracks = (await response.json()) as TrackInfo[];
  createRoot(panel).render(<ScoreApp tracks={tracks} base={base} />);
}

/** Opens the scoring panel in place of the page's content, under the scoring page's address: dropped files would not survive a new page. */
export async function openScoring(base: string): Promise<void> {
  const main = document.querySelector("main");
  if (main === null) throw new Error("the page has no main element");
  const heading = document.createElement("h1");
  heading.textContent = "Score a file";
  const panel = document.createElement("div");
  await mountScoring(panel, base);
  main.replaceChildren(heading, panel);
  document.title = "Score a file · Stepladder";
  history.pushState(null, "", `${base}score/`);
  const { pathname } = location;
  // The page that was left is gone from memory; Back to it loads it. Steps within this one keep the files.
  addEventListener("popstate", () => location.pathname === pathname || location.reload());
  main.focus();
}
