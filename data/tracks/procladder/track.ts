import { defineTrack } from "../define.ts";
import { statesFamily } from "../states/family.ts";
import { goldFormat, recordFormat } from "../states/formats.ts";
import { vacant } from "../states/rules.ts";
import { families, familyOf } from "./tasks/families.ts";

export default defineTrack({
  ...statesFamily,
  id: "procladder",
  title: "Procladder",
  version: "2",
  date: "2026-11-23",
  summary:
    "Follow a generated procedure of 2 to 128 steps, some with branches, loops, calls, constraints or turns, and report the state after every step.",
  papers: [],
  sources: [],
  goldKind: "generated",
  owns: (id) => /^pl-[a-z0-9]+-f?\d{5,}$/.test(id),
  goldFormats: [goldFormat],
  formats: [recordFormat],
  slices: [
    { id: "split", title: "Split", values: ["easy", "medium", "hard"], of: ({ split = "none" }) => split },
    { id: "family", title: "Family", values: families, of: ({ task }) => familyOf(task) },
    { id: "task", title: "Task type", of: ({ task }) => task },
  ],
  unscored: { prediction: vacant, rule: "An item without a readable prediction scores as an empty one." },
});
