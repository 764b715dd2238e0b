import type { Cut } from "@stepladder/wasm/host/board.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { titleWithUnit } from "../../format.ts";
import { type CompareQuery, FIRST_VIEW, LETTERS, mineId } from "../../state/compare.ts";
import type { Mine } from "../../state/mine.ts";
import { button, el } from "./dom.ts";

type Choose = (next: CompareQuery) => void;

/** The form that chooses: its fields stand in the page from the start, those of a track are filled in by what is chosen. */
export class CompareForm {
  readonly #form: HTMLFormElement;
  readonly #tracks: readonly CompareTrack[];
  readonly #choose: Choose;
  #query: CompareQuery = { rows: [], cut: {}, view: FIRST_VIEW };

  constructor(form: HTMLFormElement, tracks: readonly CompareTrack[], choose: Choose) {
    this.#form = form;
    this.#tracks = tracks;
    this.#choose = choose;
    form.addEventListener("submit", (event) => event.preventDefault());
    // Another track has other rows, metrics and slices.
    this.#select("track").addEventListener("change", ({ target }) =>
      choose({ track: (target as HTMLSelectElement).value, rows: [], cut: {}, view: FIRST_VIEW }),
    );
    this.#select("metric").addEventListener("change", ({ target }) => {
      const { metric: _, ...rest } = this.#query;
      const chosen = target as HTMLSelectElement;
      choose({ ...rest, ...(chosen.selectedIndex === 0 ? {} : { metric: chosen.value }), view: FIRST_VIEW });
    });
    for (const letter of LETTERS) this.#select(letter).addEventListener("change", () => this.#rowChosen());
    this.#button("swap").addEventListener("click", () => {
      const [a, b, ...others] = this.#query.rows;
      if (a !== undefined && b !== undefined) choose({ ...this.#query, rows: [b, a, ...others], view: FIRST_VIEW });
    });
    this.#button("add").addEventListener("click", () => {
      const place = this.#place(LETTERS[this.#shownRows()] ?? "h");
      place.hidden = false;
      place.querySelector("select")?.focus();
      this.#showAdd();
    });
  }

  /** Brings the fields in line with a choice; focus stays where it is. */
  show(query: CompareQuery, kept: readonly Mine[]): void {
    this.#query = query;
    const track = this.#tracks.find(({ id }) => id === query.track);
    this.#select("track").value = track?.id ?? "";
    this.#fill("metric", track === undefined ? [] : track.metrics.map((metric) => option(metric.id, titleWithUnit(metric))), query.metric);
    for (const [i, letter] of LETTERS.entries()) {
      const first = i < 2 ? "Choose a system" : "None";
      this.#fill(letter, track === undefined ? [] : [option("", first), ...rowOptions(track, kept)], query.rows[i] ?? "");
      this.#place(letter).hidden = i > 1 && query.rows[i] === undefined;
    }
    this.#button("swap").disabled = query.rows.length < 2;
    this.#showAdd();
    this.#showSlices(track);
  }

  #rowChosen(): void {
    const rows = LETTERS.map((letter) => this.#select(letter).value).filter((id) => id !== "");
    this.#choose({ ...this.#query, rows: [...new Set(rows)], view: FIRST_VIEW });
  }

  #fill(name: string, options: readonly HTMLElement[], value: string | undefined): void {
    const select = this.#select(name);
    select.replaceChildren(...options);
    select.disabled = options.length === 0;
    if (value !== undefined) select.value = value;
  }

  #showSlices(track: CompareTrack | undefined): void {
    const place = this.#form.querySelector<HTMLElement>("[data-slices]");
    const held = document.activeElement?.id;
    place?.replaceChildren(...(track?.slices ?? []).map((slice) => this.#slice(slice)));
    if (held?.startsWith("slice-")) document.getElementById(held)?.focus();
  }

  #slice({ id, title, values }: CompareTrack["slices"][number]): HTMLElement {
    const chosen = this.#query.cut[id] ?? [];
    const select = el("select", { id: `slice-${id}` }, option("", "All"));
    // Several values of one slice come by the address only: they stand as one choice.
    if (chosen.length > 1) select.append(option(chosen.join(","), chosen.join(", ")));
    select.append(...values.map((value) => option(value, value)));
    if (chosen.length > 0) select.value = chosen.join(",");
    if (chosen.length > 1) select.selectedIndex = 1;
    select.addEventListener("change", () => {
      const { [id]: _, ...others } = this.#query.cut;
      const value = select.selectedOptions[0]?.value ?? "";
      const cut: Cut = value === "" ? others : { ...others, [id]: [value] };
      this.#choose({ ...this.#query, cut, view: FIRST_VIEW });
    });
    return el("div", { class: "field" }, el("label", { for: `slice-${id}` }, title), select);
  }

  /** The button is there while a further row can be added, and none waits to be chosen. */
  #showAdd(): void {
    const { length } = this.#query.rows;
    this.#button("add").hidden = length < 2 || length >= LETTERS.length || this.#shownRows() > length;
  }

  #shownRows(): number {
    return LETTERS.filter((letter) => !this.#place(letter).hidden).length;
  }

  #select(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }

  #place(letter: string): HTMLElement {
    return this.#select(letter).closest(".field") as HTMLElement;
  }

  #button(name: string): HTMLButtonElement {
    return this.#form.querySelector(`[data-${name}]`) as HTMLButtonElement;
  }
}

function option(value: string, text: string): HTMLOptionElement {
  return el("option", { value }, text);
}

function rowOptions({ rows }: CompareTrack, kept: readonly Mine[]): HTMLElement[] {
  const groups = [
    { label: "On this machine", of: kept.map(({ name }) => option(mineId(name), name)) },
    { label: "Systems scored here", of: optionsOf(rows.filter(({ kind, apart }) => kind === "system" && apart === undefined)) },
    { label: "Baselines", of: optionsOf(rows.filter(({ kind, apart }) => kind === "baseline" && apart === undefined)) },
    { label: "By value only", of: optionsOf(rows.filter(({ apart }) => apart !== undefined)) },
  ];
  return groups.filter(({ of }) => of.length > 0).map(({ label, of }) => el("optgroup", { label }, ...of));
}

function optionsOf(rows: CompareTrack["rows"]): HTMLOptionElement[] {
  return rows.map(({ id, name }) => option(id, name));
}

/** A list of what is cut, each with a button that takes it back; `undefined` where nothing is. */
export function cutLine({ slices }: CompareTrack, query: CompareQuery, choose: Choose): HTMLElement | undefined {
  const cuts = Object.entries(query.cut);
  if (cuts.length === 0) return undefined;
  const words = cuts.map(([id, values]) => `${slices.find((slice) => slice.id === id)?.title ?? id}: ${values.join(", ")}`);
  const all = (): void => choose({ ...query, cut: {}, view: FIRST_VIEW });
  return el("p", { class: "row" }, `Only items of ${words.join("; ")}.`, button("All items", all, { class: "plain" }));
}
