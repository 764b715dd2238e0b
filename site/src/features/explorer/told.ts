import type { GroundedSegment } from "@stepladder/schema";
import type { Panel } from "@stepladder/wasm/host/panels.ts";

/** A panel as lines of text, for the kinds that nothing draws, and where what draws them could not be fetched. */
export function toldPanel(panel: Panel): readonly string[] {
  switch (panel.kind) {
    case "states":
      return panel.gold.flatMap((state, at) => [
        `${at + 1}. gold: ${state}`,
        ...(panel.predicted === undefined ? [] : [`${at + 1}. predicted: ${panel.predicted[at] ?? "nothing"}`]),
      ]);
    case "labels":
      return panel.steps.map(
        ({ text, role, gold = "none", predicted = "none" }, at) =>
          `${at + 1}. ${role === undefined ? "" : `${role}: `}${text}; gold: ${gold}; predicted: ${predicted}`,
      );
    case "graph":
      return [
        ...panel.nodes.map(({ id, text }) => `${id}: ${text}`),
        `gold: ${edges(panel.gold)}`,
        ...(panel.predicted === undefined ? [] : [`predicted: ${edges(panel.predicted)}`]),
      ];
    case "timeline":
      return panel.rows.map(({ name, gold, predicted }) => `${name}; gold: ${segments(gold)}; predicted: ${segments(predicted)}`);
    case "ranking":
      return panel.candidates.map(
        ({ text, gold, ranked }, at) => `${ranked ? `${at + 1}.` : "not ranked:"} ${text}${gold ? " (gold)" : ""}`,
      );
    case "text":
      return [
        ...panel.reference.map((text, at) => `reference ${at + 1}. ${text}`),
        ...(panel.generated ?? []).map((text, at) => `generated ${at + 1}. ${text}`),
        ...(panel.notes ?? []).map(
          ({ of, step, verdict, text }) => `${verdict}, ${of}${step === undefined ? "" : ` ${step + 1}`}: ${text}`,
        ),
      ];
    case "grounding":
      return panel.video.steps.map((text, step) => {
        const own = (of: readonly GroundedSegment[] = []): string => segments(of.filter((segment) => segment.step === step));
        return `${step + 1}. ${text}; found: ${own(panel.video.segments)}; marked by hand: ${own(panel.video.gold)}`;
      });
    case "induced":
      return panel.graph.steps.map(({ text, support, optional }, step) => {
        const needs = panel.graph.edges.filter(({ after }) => after === step).map(({ before }) => before + 1);
        return `${step + 1}. ${text}; in ${support} paths${optional ? ", optional" : ""}; needs first: ${needs.join(", ") || "nothing"}`;
      });
  }
}

function edges(of: readonly (readonly [string, string])[]): string {
  return of.length === 0 ? "none" : of.map(([from, to]) => `${from} → ${to}`).join(", ");
}

function segments(of: readonly { readonly start: number; readonly end: number }[]): string {
  return of.length === 0 ? "none" : of.map(({ start, end }) => `${start} to ${end}`).join(", ");
}
