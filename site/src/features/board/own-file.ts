import { keepMine } from "../../state/mine.ts";
import { el } from "../compare/dom.ts";
import { watchFilePlace } from "../compare/file-place.ts";

/** A scorecard that is chosen or dropped here is kept in this browser; what is none is told in words. Files dropped elsewhere go to scoring. */
export function watchOwnFile(place: HTMLElement, track: string, kept: () => Promise<void>): void {
  const told = place.querySelector<HTMLElement>("[data-own-told]");
  const take = async (file: File): Promise<void> => {
    if (told === null) return;
    const fault = await keepFile(file, track);
    told.replaceChildren(
      fault === undefined ? "Kept in this browser, and sent nowhere." : el("span", { class: "differs", role: "alert" }, fault),
    );
    if (fault === undefined) await kept();
  };
  watchFilePlace(place, take);
}

/** Keeps a scorecard under its file's name; else says why not. */
async function keepFile(file: File, track: string): Promise<string | undefined> {
  // The schemas come with the first file: nobody else needs them.
  const { readScorecard } = await import("../compare/scorecard-file.ts");
  const read = readScorecard(await file.text());
  const refused = ({ expected, found }: { expected: string; found: string }): string =>
    `${file.name}: expected ${expected}; found ${found}.`;
  if (!read.ok) return refused(read);
  const { scorecard } = read;
  if (scorecard.track !== track) return refused({ expected: `a scorecard of ${track}`, found: `one of ${scorecard.track}` });
  const name = file.name.replace(/\.json$/i, "").trim() || "My run";
  const wasKept = await keepMine(name, scorecard).catch(() => undefined);
  return wasKept === undefined ? "This browser keeps nothing here: its storage is full or forbidden." : undefined;
}
