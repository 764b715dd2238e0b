import { el, foreign } from "./dom.ts";
import type { Chosen } from "./refuse.ts";

/** Where the predictions behind the numbers are to be had: packs hold what was measured, and no text. */
export function predictionsNote(rows: readonly Chosen[]): HTMLElement {
  const sources = rows.map(({ name, mine, predictions }) => {
    if (mine !== undefined)
      return el(
        "li",
        {},
        foreign(name),
        ": scored on this machine; your predictions are in the files that you scored, of which no copy is kept",
      );
    if (predictions === undefined) return el("li", {}, foreign(name), ": made by the recipe of its track, and named on its page");
    return el("li", {}, foreign(name), ": ", el("a", { href: predictions, rel: "noopener" }, "where its predictions lie"));
  });
  return el(
    "div",
    { class: "small muted" },
    el("p", {}, "This page holds measured numbers only: what the systems said is not in the packs, and is not shown here."),
    el("ul", {}, ...sources),
  );
}
