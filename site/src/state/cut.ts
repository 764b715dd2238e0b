import type { Cut } from "@stepladder/wasm/host/board.ts";

/** Reads `?slice=dataset:bfcl,tau2&slice=length:4-7`: values are percent-encoded once more, as they may hold a comma. What is malformed counts as absent. */
export function readCut(query: URLSearchParams): Cut {
  // From pairs: a slice by the name of `__proto__` is one that there is not, and nothing else.
  return Object.fromEntries(
    query.getAll("slice").flatMap((text) => {
      const [, slice, values] = /^([^:]+):(.+)$/s.exec(text) ?? [];
      return slice === undefined || values === undefined ? [] : [[slice, values.split(",").map(decoded).filter(Boolean)]];
    }),
  );
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
