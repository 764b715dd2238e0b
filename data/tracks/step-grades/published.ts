import type { EntrySource, Quoted } from "@stepladder/schema";

const SOURCE = "https://yifei-he.github.io/webstar-website/";

const systems = [
  {
    id: "webstar-7b-step-level",
    name: "7B, step-level filtering",
    about: "An agent trained on the steps of successful trajectories that are graded above 5.",
    percent: "47.0",
  },
  {
    id: "ui-tars-1.5-7b",
    name: "UI-TARS-1.5-7B",
    about: "The released agent, as the project's page compares it.",
    percent: "30.0",
  },
] as const;

/** Success of agents on WebVoyager tasks, by the automatic judge. */
export const publishedFigures: readonly (Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted })[] = systems.map(
  ({ id, name, about, percent }) => ({
    id,
    system: { name, kind: "system", about, parameters: 7 },
    // Day of the paper's first version.
    date: "2025-11-22",
    quoted: {
      source: SOURCE,
      where: "the project's page, WebVoyager",
      decimals: 3,
      scores: { "task-success": { value: Number((Number(percent) / 100).toFixed(3)) } },
      slices: {},
    },
  }),
);
