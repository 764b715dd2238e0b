const KEY = "stepladder.theme";
const THEMES = ["auto", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

/** The toggle in the header: auto, light, dark, and round again; `public/first.js` applies the choice before the first paint. */
export function watchTheme(): void {
  const toggle = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
  if (toggle === null) return;
  show(toggle, current());
  toggle.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(current()) + 1) % THEMES.length] as Theme;
    apply(next);
    show(toggle, next);
  });
}

function current(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "auto";
}

function apply(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function show(toggle: HTMLButtonElement, theme: Theme): void {
  toggle.textContent = `Theme: ${theme}`;
}
