import { type BoardChoices, type BoardQuery, readSizes, withColumns, withSince, withSlice } from "../../state/board.ts";

/** Takes the query that a control leads to; typing replaces the page's place in the history, a choice adds one. */
export type Choose = (next: BoardQuery, write?: "pushState" | "replaceState") => void;

/** A board's controls: they show a query, and each leads to another. */
export interface Controls {
  show(query: BoardQuery): void;
}

/** Wires search, filters, columns and cuts. `now` gives the query that stands. */
export function watchControls(place: HTMLElement, choices: BoardChoices, now: () => BoardQuery, choose: Choose): Controls {
  const parts = [
    search(place, now, choose),
    chips(place, now, choose),
    sizes(place, now, choose),
    since(place, now, choose),
    common(place, now, choose),
    ...menusOf(place, "[data-columns]").map((menu) =>
      boxes(menu, choices.columns.length, {
        chosen: ({ columns }) => columns ?? choices.columns,
        next: (columns) => withColumns(now(), columns, choices),
        none: "none",
        choose,
      }),
    ),
    ...menusOf(place, "[data-slice]").map((menu) => {
      const { slice = "" } = menu.dataset;
      return boxes(menu, choices.slices[slice]?.length ?? 0, {
        chosen: ({ cut }) => cut[slice] ?? [],
        next: (values) => withSlice(now(), slice, values, choices),
        none: "all",
        choose,
      });
    }),
  ];
  watchMenus(menusOf(place, "details.menu"));
  return {
    show: (query) => {
      for (const part of parts) part.show(query);
    },
  };
}

function search(place: HTMLElement, now: () => BoardQuery, choose: Choose): Controls {
  const field = place.querySelector<HTMLInputElement>("[data-search]");
  field?.addEventListener("input", () => choose({ ...now(), search: field.value }, "replaceState"));
  return {
    show: ({ search: text }) => {
      if (field !== null && field.value !== text) field.value = text;
    },
  };
}

function chips(place: HTMLElement, now: () => BoardQuery, choose: Choose): Controls {
  const buttons = [...place.querySelectorAll<HTMLButtonElement>("[data-show]")];
  for (const button of buttons) {
    const { show: kind = "" } = button.dataset;
    button.addEventListener("click", () => {
      const { hidden } = now();
      choose({ ...now(), hidden: hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind] });
    });
  }
  return {
    show: ({ hidden }) => {
      for (const button of buttons) button.ariaPressed = String(!hidden.includes(button.dataset.show ?? ""));
    },
  };
}

function sizes(place: HTMLElement, now: () => BoardQuery, choose: Choose): Controls {
  const [from, to] = ["from", "to"].map((end) => place.querySelector<HTMLInputElement>(`[data-size="${end}"]`));
  const take = (): void => choose({ ...now(), size: readSizes(`${from?.value ?? ""}-${to?.value ?? ""}`) });
  for (const field of [from, to]) field?.addEventListener("change", take);
  return {
    show: ({ size }) => {
      if (from) from.value = String(size.from ?? "");
      if (to) to.value = String(size.to ?? "");
    },
  };
}

function since(place: HTMLElement, now: () => BoardQuery, choose: Choose): Controls {
  const field = place.querySelector<HTMLInputElement>("[data-since]");
  field?.addEventListener("change", () => choose(withSince(now(), field.value)));
  return {
    show: ({ since: day = "" }) => {
      if (field !== null && field.value !== day) field.value = day;
    },
  };
}

function common(place: HTMLElement, now: () => BoardQuery, choose: Choose): Controls {
  const button = place.querySelector<HTMLButtonElement>("[data-common]");
  button?.addEventListener("click", () => choose({ ...now(), common: !now().common }));
  return {
    show: (query) => {
      if (button !== null) button.ariaPressed = String(query.common);
    },
  };
}

/** What the check boxes of a menu stand for. */
interface Boxes {
  chosen(query: BoardQuery): readonly string[];
  next(values: readonly string[]): BoardQuery;
  /** What it is called when no box is checked. */
  readonly none: string;
  readonly choose: Choose;
}

/** Check boxes in a menu, whose head says what is chosen. */
function boxes(menu: HTMLElement, all: number, { chosen, next, none, choose }: Boxes): Controls {
  const fields = [...menu.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const told = menu.querySelector("[data-chosen]");
  const text = (values: readonly string[]): string => {
    if (values.length === 0) return none;
    if (values.length === all) return "all";
    return values.length > 2 ? `${values.length} of ${all}` : values.join(", ");
  };
  menu.addEventListener("change", () => choose(next(fields.filter(({ checked }) => checked).map(({ value }) => value))));
  return {
    show: (query) => {
      const values = chosen(query);
      for (const field of fields) field.checked = values.includes(field.value);
      if (told !== null) told.textContent = text(values);
    },
  };
}

/** A menu closes on Escape, which leads back to its head, and when the reader turns to something else. */
function watchMenus(menus: readonly HTMLDetailsElement[]): void {
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
    const isOutside = ({ target }: Event): boolean => target instanceof Node && !menu.contains(target);
    document.addEventListener("pointerdown", (event) => {
      if (isOutside(event)) menu.open = false;
    });
    document.addEventListener("focusin", (event) => {
      // A press on a label inside moves the focus to what holds the menu: that is no leaving.
      if (isOutside(event) && !(event.target as Node).contains(menu)) menu.open = false;
    });
  }
}

function menusOf(place: HTMLElement, selector: string): HTMLDetailsElement[] {
  return [...place.querySelectorAll<HTMLDetailsElement>(selector)];
}
