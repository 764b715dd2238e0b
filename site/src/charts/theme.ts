/** Colours of the page with the light theme's as fallback, for drawings that leave it. Checked against styles/tokens.css by a test. */
export const INK = "var(--ink, #1b1d1f)";
export const MUTED = "var(--muted, #5a6067)";
export const LINE = "var(--line, #8d8a82)";
export const RULE = "var(--rule, #e0ddd5)";
export const ACCENT = "var(--accent, #0b5fa5)";
export const ON_ACCENT = "var(--on-accent, #ffffff)";
/** The ground of a drawing; white once it leaves the page. */
export const PAPER = "var(--paper, #ffffff)";

/**
 * Grounds from little to much under numbers: the accent over paper, each with the colour of letters that reach 4.5:1 on it in both
 * themes (a test). They differ in lightness, so they read in grey.
 */
export const LEVELS = [
  { opacity: 0.05, ink: INK },
  { opacity: 0.26, ink: INK },
  { opacity: 0.48, ink: INK },
  { opacity: 0.95, ink: ON_ACCENT },
] as const;

/** Series are told apart by colour and by dash. */
export const SERIES = [
  { color: "var(--series-1, #0072b2)", dash: undefined },
  { color: "var(--series-2, #b84a00)", dash: "7 3" },
  { color: "var(--series-3, #00795b)", dash: "2 3" },
  { color: "var(--series-4, #a34f86)", dash: "9 3 2 3" },
  { color: "var(--series-5, #8a6100)", dash: "4 4" },
  { color: "var(--series-6, #5b5fc7)", dash: "1 4" },
] as const;

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
