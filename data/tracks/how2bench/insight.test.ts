import { loadGold } from "@stepladder/wasm/host/gold.ts";
import { goldItems, saidOf } from "@stepladder/wasm/host/look-up.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import type { TextPanel } from "@stepladder/wasm/host/panels.ts";
import { expect, it } from "vitest";
import insight from "./insight.ts";
import { fixtures, lines } from "./testing.ts";
import track from "./track.ts";

const kernels = await loadKernels();

it("puts a judge's critical failures on the steps they are about, and passes over what cannot be read", async () => {
  const goldFiles = await fixtures("gold.jsonl");
  const gold = await loadGold(track, goldFiles);
  const judgment = {
    source_example_id: "tea-01",
    predicted_steps: ["Boil water.", "Pour."],
    critical_failures: [
      { failure: "No leaves.", L1_steps: [2, 9], L2_steps: [2, "x"] },
      { failure: "It is too short." },
      { failure: 3 },
      "all of it",
    ],
    has_failure: true,
    n_failures: 4,
  };
  const said = await saidOf(track, gold, [lines(judgment)]);
  const [item] = [...(await goldItems(track, gold, goldFiles)).values()];
  const view = insight.view(item as never, said.get(0)?.[0]?.prediction as never, kernels);
  const [panel] = view.panels as [TextPanel];
  expect(panel.notes).toEqual([
    { of: "generated", step: 1, verdict: "bad", text: "Critical failure: No leaves." },
    { of: "reference", step: 1, verdict: "bad", text: "Critical failure: No leaves." },
    { of: "generated", verdict: "bad", text: "Critical failure: It is too short." },
  ]);
});
