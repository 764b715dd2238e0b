/** Pictures of the installed site. A maskable one may be cut to any shape: what is within 40 % of its middle always shows. */
export const ICONS = [
  { name: "mark-192", size: 192, room: 0.06, purpose: "any" },
  { name: "mark-512", size: 512, room: 0.06, purpose: "any" },
  { name: "mark-maskable-512", size: 512, room: 0.2, purpose: "maskable" },
] as const;

/** Web app manifest: https://www.w3.org/TR/appmanifest/ */
export function manifest(href: (path: string) => string): object {
  return {
    id: href(""),
    name: "Stepladder",
    short_name: "Stepladder",
    description: "Scoring bench and leaderboard for step-by-step benchmarks. Scores files in the browser, without a network too.",
    lang: "en",
    start_url: href(""),
    scope: href(""),
    display: "minimal-ui",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    icons: ICONS.map(({ name, size, purpose }) => ({
      src: href(`icons/${name}.png`),
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
    shortcuts: [
      { name: "Score a file", url: href("score/") },
      { name: "Boards", url: href("tracks/") },
    ],
  };
}
