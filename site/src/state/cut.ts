import type { Cut } from "@stepladder/wasm/host/board.ts";

/** Reads `?slice=dataset:bfcl,tau2&slice=length:4-7`: values are percent-encoded once more, as they may hold a comma. What is malformed counts as absent. */
export function readCut(query: URLSearchParams): Cut {
  const cut: Record<string, string[]> = {};
  for (const text of query.getAll("slice")) {
    const [, slice, values] = /^([^:]+):(.+)$/s.exec(text) ?? [];
    if (slice !== undefined && values !== undefined) cut[slice] = values.split(",").map(decoded).filter(Boolean);
  }
  return cut;
}

/** Adds a cut to a query, the slices in the order given; nothing where nothing is cut. */
export function writeCut(query: URLSearchParams, cut: Cut): void {
  for (const [slice, values] of Object.entries(cut)) {
    if (values.length > 0) query.append("slice", `${slice}:${values.map((value) => value.replace(/[%,]/g, encodeURIComponent)).join(",")}`);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
