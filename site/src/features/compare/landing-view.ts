import type { Scorecard } from "@stepladder/schema";
import type { CompareTrack } from "../../catalog/compare.ts";
import { mineId } from "../../state/compare.ts";
import { keepMine } from "../../state/mine.ts";
import { NotComputed } from "../../workers/statistics.ts";
import { button, el } from "./dom.ts";
import { landingOf, type ToldLanding } from "./landing.ts";

/**
 * Fills a place with where a scorecard lands, and with what to do about it: keep it in this browser, compare it, see the board.
 * `onKept` hears the name under which it is kept. `base` is the site's base path with its slash.
 */
export async function showLanding(
  place: HTMLElement,
  { base, track, scorecard, onKept }: { base: string; track: CompareTrack; scorecard: Scorecard; onKept?: (name: string) => void },
): Promise<void> {
  place.replaceChildren(el("p", { class: "muted" }, "Holding it against the board, item by item…"));
  place.setAttribute("aria-busy", "true");
  const told = await landingOf(base, track, scorecard).catch((error: unknown) => {
    if (error instanceof NotComputed) return error;
    throw error;
  });
  place.removeAttribute("aria-busy");
  const words =
    told instanceof NotComputed
      ? [el("p", { "data-not-landed": true }, `Where it lands among the systems was not computed: ${told.message}`)]
      : [el("ul", { "data-landing": true }, ...told.sentences.map((sentence) => el("li", {}, sentence)))];
  place.replaceChildren(...words, keeping(base, track, scorecard, told, onKept));
}

function keeping(
  base: string,
  track: CompareTrack,
  scorecard: Scorecard,
  told: ToldLanding | NotComputed,
  onKept: ((name: string) => void) | undefined,
): HTMLElement {
  const name = el("input", { type: "text", id: "mine-name", value: "My run", maxlength: "80", autocomplete: "off", required: true });
  const after = el("p", { class: "row", role: "status" });
  const keep = async (): Promise<void> => {
    const chosen = name.value.trim() || "My run";
    try {
      await keepMine(chosen, scorecard);
    } catch {
      after.replaceChildren("This browser keeps nothing here: its storage is full or forbidden. The scorecard can be saved as a file.");
      return;
    }
    onKept?.(chosen);
    after.replaceChildren(`Kept as “${chosen}”, in this browser only.`, ...links(base, track, chosen, told));
  };
  const form = el(
    "form",
    { class: "row keep" },
    el("label", { for: "mine-name" }, "Name"),
    name,
    el("button", { type: "submit" }, "Keep on this machine"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void keep();
  });
  return el("div", {}, form, after);
}

function links(base: string, { id }: CompareTrack, name: string, told: ToldLanding | NotComputed): HTMLElement[] {
  const board = el("a", { href: `${base}tracks/${encodeURIComponent(id)}/` }, "See it on the board");
  if (told instanceof NotComputed) return [board];
  const query = new URLSearchParams({ track: id, a: mineId(name), b: told.leader.id });
  return [el("a", { href: `${base}compare/?${query}` }, `Compare with ${told.leader.name}`), board];
}

/** A kept result in a list, with a button that lets it go. */
export function keptLine(name: string, forget: () => void): HTMLElement {
  return el(
    "li",
    { class: "row" },
    el("span", { class: "foreign" }, name),
    button("Forget", forget, { class: "plain", "aria-label": `Forget ${name}` }),
  );
}
