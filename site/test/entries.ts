import type { Entry } from "@stepladder/schema";
import type { Listed, MetricInfo } from "../src/catalog/describe.ts";

/** A metric made by hand. */
export function metric(id: string, given: Partial<MetricInfo> = {}): MetricInfo {
  const title = id.charAt(0).toUpperCase() + id.slice(1);
  return { id, title, unit: "fraction", better: "higher", explains: "What it says.", source: "ours", ...given };
}

export const sha = (digit: string): string => digit.repeat(64);

const EVIDENCE: Record<Entry["evidence"]["kind"], Entry["evidence"]> = {
  recomputed: { kind: "recomputed", predictions: sha("1"), gold: sha("2"), items: sha("4"), kernels: sha("3") },
  published: { kind: "published", source: "https://example.org/paper", where: "Table 2" },
  secondary: { kind: "secondary", source: "https://example.org/list", where: "row 7" },
  "self-reported": { kind: "self-reported" },
};

/** An entry made by hand: its name, its values by metric, and what else is to be said. */
export function entry(
  name: string,
  values: Readonly<Record<string, number>>,
  given: { readonly kind?: "system" | "baseline"; readonly evidence?: Entry["evidence"]["kind"] } & Partial<
    Pick<Entry, "slices" | "quoted" | "predictions">
  > = {},
): Listed {
  const { kind = "system", evidence = "recomputed", slices = {}, ...rest } = given;
  return {
    id: name.toLowerCase().replaceAll(" ", "-"),
    schema: "stepladder/entry/1",
    track: "toy",
    system: { name, kind, about: "Made by hand." },
    date: "2026-11-22",
    evidence: EVIDENCE[evidence],
    scores: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])),
    slices,
    ...rest,
  };
}
