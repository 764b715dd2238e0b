import { defineTrack } from "../define.ts";
import { statesFamily } from "../states/family.ts";
import { goldFormat, recordFormat } from "../states/formats.ts";
import { vacant } from "../states/rules.ts";
import { exampleFiles, goldFiles, goldRows } from "./formats.ts";

export default defineTrack({
  ...statesFamily,
  id: "procbench",
  title: "ProcBench",
  version: "1",
  date: "2026-11-22",
  summary: "Follow a fully stated procedure step by step and report the state after every step.",
  note: "Entries here are computed on the 4,800 of 5,520 problems that could be regenerated; scores on other gold are not comparable.",
  papers: [{ title: "ProcBench: Benchmark for Multi-Step Reasoning and Following Procedure", url: "https://arxiv.org/abs/2410.03117" }],
  sources: [
    { title: "ifujisawa/proc-bench, code and generator", url: "https://github.com/ifujisawa/proc-bench", licence: "MIT" },
    { title: "ifujisawa/procbench, published data set", url: "https://huggingface.co/datasets/ifujisawa/procbench", licence: "CC-BY-4.0" },
  ],
  goldKind: "imported",
  owns: (id) => /^task\d{2}_\d{4}$/.test(id),
  goldFormats: [goldRows, goldFiles, goldFormat],
  formats: [exampleFiles, recordFormat],
  slices: [
    {
      id: "length",
      title: "Procedure length",
      values: ["short", "medium", "long"],
      // evaluate.py cuts the number of intermediate states at 5 and 15: 2-6, 7-16 and 17-25 steps.
      of: ({ intermediate: { length } }) => (length <= 5 ? "short" : length <= 15 ? "medium" : "long"),
    },
    { id: "task", title: "Task", of: ({ task }) => task },
  ],
  unscored: { prediction: vacant, rule: "An item without a readable prediction scores as an empty one, as in the official pipeline." },
});
