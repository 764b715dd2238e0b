import type { CompareTrack } from "../../catalog/compare.ts";
import { plural } from "../../format.ts";
import { forgetMine, mineOf } from "../../state/mine.ts";
import { el } from "./dom.ts";
import { watchFilePlace } from "./file-place.ts";
import { keptLine, showLanding } from "./landing-view.ts";

/** The part of the page for results of the reader's own: a scorecard file is read here, and what is kept can be let go. */
export class OwnResults {
  readonly #place: HTMLElement;
  readonly #tracks: readonly CompareTrack[];
  readonly #base: string;
  readonly #changed: (track: string) => void;

  constructor(place: HTMLElement, tracks: readonly CompareTrack[], base: string, changed: (track: string) => void) {
    this.#place = place;
    this.#tracks = tracks;
    this.#base = base;
    this.#changed = changed;
    watchFilePlace(place, (file) => this.#read(file));
  }

  /** Lists what is kept of a track. */
  async show(track: CompareTrack | undefined): Promise<void> {
    const list = this.#place.querySelector("[data-kept]");
    const kept = track === undefined ? [] : await mineOf(track.id);
    const lines = kept.map(({ name, track: id }) => keptLine(name, () => void forgetMine(id, name).then(() => this.#changed(id))));
    list?.replaceChildren(
      ...(track === undefined || lines.length === 0
        ? []
        : [el("p", {}, `Kept in this browser for ${track.title}:`), el("ul", {}, ...lines)]),
    );
  }

  async #read(file: File): Promise<void> {
    const place = this.#place.querySelector<HTMLElement>("[data-read]");
    if (place === null) return;
    // The schemas come with the first file: nobody else needs them.
    const { readScorecard } = await import("./scorecard-file.ts");
    const read = readScorecard(await file.text());
    const refuse = (expected: string, found: string): void => {
      const words = `${file.name}: expected ${expected}; found ${found}. Predictions are scored on the scoring page, which gives a scorecard.`;
      place.replaceChildren(el("p", { class: "verdict bad", role: "alert" }, words));
    };
    if (!read.ok) return refuse(read.expected, read.found);
    const { scorecard } = read;
    const track = this.#tracks.find(({ id }) => id === scorecard.track);
    if (track === undefined)
      return refuse(
        `a track of this site (${this.#tracks.map(({ id }) => id).join(", ")})`,
        `the track ${JSON.stringify(scorecard.track)}`,
      );
    const landing = el("div");
    const of = `${file.name}: ${track.title}, ${plural(scorecard.coverage.scored, "item")} of ${scorecard.coverage.items} scored. It stays on this machine.`;
    place.replaceChildren(el("h3", {}, "Where it would land"), el("p", { class: "foreign" }, of), landing);
    await showLanding(landing, { base: this.#base, track, scorecard, onKept: () => this.#changed(track.id) });
  }
}
