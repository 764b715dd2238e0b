import type { GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { edgesAt, type GraphPlan, isFault, type ShownEdge } from "./steps.ts";

/** What each verdict is called, and the sign that stands on its edges beside colour and dash. */
export const VERDICTS = {
  gold: { name: "Gold's", sign: "" },
  right: { name: "In both", sign: "" },
  missing: { name: "Missing", sign: "○" },
  reversed: { name: "Reversed", sign: "⇄" },
  implied: { name: "Already implied", sign: "≈" },
  wrong: { name: "Wrong", sign: "✗" },
} as const;

const ORDER = ["missing", "reversed", "wrong", "implied"] as const;

/** The mistakes of a prediction, those of one verdict together. */
export function faultsOf({ edges }: GraphPlan): ShownEdge[] {
  return ORDER.flatMap((verdict) => edges.filter((edge) => edge.verdict === verdict));
}

export type Name = (node: string) => string;

/** Texts of nodes; of two with one text the id tells them apart. */
export function namesOf({ nodes }: GraphPanel): Name {
  const counts = new Map<string, number>();
  for (const { text } of nodes) counts.set(text, (counts.get(text) ?? 0) + 1);
  const names = new Map(nodes.map(({ id, text }) => [id, (counts.get(text) as number) > 1 ? `${text} (${id})` : text]));
  return (node) => names.get(node) ?? node;
}

/** An edge in words. */
export function edgeWords({ from, to, verdict }: ShownEdge, name: Name, isAlignment: boolean): string {
  const [one, other] = [`“${name(from)}”`, `“${name(to)}”`];
  if (isAlignment) return `${one} and ${other}`;
  if (verdict === "reversed") return `${one} before ${other}; gold has it the other way round`;
  if (verdict === "implied") return `${one} before ${other}; gold's other edges say so already`;
  return `${one} before ${other}`;
}

/** Nodes that gold, and the prediction, ties to a stop's node. */
export function tiedTo(plan: GraphPlan, node: string): { readonly gold: string[]; readonly predicted: string[] } {
  const other = ({ from, to }: ShownEdge): string => (plan.isAlignment ? to : from);
  const at = edgesAt(plan, node);
  // What is turned around is predicted here, and gold's at its other end.
  const turned = plan.isAlignment ? [] : (plan.outOf.get(node) ?? []).filter(({ verdict }) => verdict === "reversed");
  return {
    gold: [
      ...at.filter(({ verdict }) => verdict === "gold" || verdict === "right" || verdict === "missing").map(other),
      ...turned.map(({ to }) => to),
    ],
    predicted: at.filter(({ verdict }) => verdict === "right" || (isFault({ verdict }) && verdict !== "missing")).map(other),
  };
}

/** What a stop says: where it is, what gold and the prediction want done before it, and whether the walk has done that. */
export function stopWords(panel: GraphPanel, plan: GraphPlan, at: number, name: Name): string[] {
  const stop = plan.stops[at];
  if (stop === undefined) return [];
  const { gold, predicted } = tiedTo(plan, stop.node);
  const path = stop.path === undefined ? undefined : panel.paths?.[stop.path];
  const done = new Set(path?.nodes.slice(0, stop.place));
  const listed = (nodes: readonly string[]): string =>
    nodes.length === 0
      ? plan.isAlignment
        ? "no counterpart"
        : "nothing"
      : nodes.map((node) => `“${name(node)}”${path === undefined || done.has(node) ? "" : " (not yet done here)"}`).join(", ");
  const place = path === undefined ? "" : `${path.title}, step ${stop.place + 1} of ${path.nodes.length}: `;
  const what = plan.isAlignment ? "Counterpart" : "Needs first";
  return [
    `${place}“${name(stop.node)}”.`,
    `${what} in gold: ${listed(gold)}.`,
    ...(panel.predicted === undefined ? [] : [`${what} as predicted: ${listed(predicted)}.`]),
  ];
}
