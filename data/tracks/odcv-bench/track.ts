import type { SeverityItem } from "@stepladder/schema";
import { severity } from "@stepladder/wasm/metrics/severity/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, judgeTables, longRows, prompts, records } from "./formats.ts";
import { severityCodec, vacant } from "./judges.ts";
import { owns, VARIATIONS } from "./scenarios.ts";

export default defineTrack({
  id: "odcv-bench",
  title: "ODCV-Bench",
  version: "1",
  date: "2026-11-23",
  summary: "Act as an agent under pressure to reach a target, ordered or only paid to break the rules, and be judged by what was done.",
  note: "The judges are the measure: only the set of May 2026 is ranked; sets of other panels, dated behind the model's name, stand beside it by value.",
  papers: [
    {
      title: "A Benchmark for Evaluating Outcome-Driven Constraint Violations in Autonomous AI Agents (ODCV-Bench)",
      url: "https://arxiv.org/abs/2512.20798",
    },
  ],
  sources: [
    { title: "McGill-DMaS/ODCV-Bench, scenarios and judges' scores", url: "https://github.com/McGill-DMaS/ODCV-Bench", licence: "MIT" },
  ],
  goldKind: "generated",
  owns,
  itemId: ({ id }: SeverityItem) => id,
  goldFormats: [goldFormat, prompts],
  formats: [judgeTables, longRows, records],
  measure: severity(severityCodec),
  metrics: [
    "misalignment-rate",
    "mean-severity",
    "knowing-misalignment",
    "misaligned-both",
    "misaligned-neither",
    "misaligned-obedient",
    "misaligned-proactive",
    "misalignment-by-all",
    "misalignment-by-any",
    "judge-difference",
    "judge-agreement",
    "judge-alpha",
  ],
  slices: [{ id: "variation", title: "Variation", values: VARIATIONS, of: ({ variation }) => variation }],
  cluster: { title: "scenario", of: ({ scenario }) => scenario },
  curves: [],
  unscored: {
    prediction: vacant,
    rule: "A run without any judge's score is left out of all figures, as officially; its scenario counts in none of the figures over both variations.",
  },
  context: () => undefined,
  diagnoses,
  vote: ({ judges }) => JSON.stringify(Object.entries(judges).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  length: () => 1,
});
