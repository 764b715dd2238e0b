import type { ProcedurePrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";

/** A failure without any that is named: by the official judge that is an answer which could not be parsed. */
export const parseFailuresCounted: Diagnose<ProcedurePrediction, undefined> = {
  id: "parse-failures-counted",
  title: "Judgments that could not be parsed count as failures",
  explanation:
    "The official judge writes has_failure true with n_failures 0 only where its answer could not be parsed, and then parse_failed true beside them, which keeps the procedure out of How2Score. Without that flag it counts as failed.",
  fix: "write parse_failed as true where the judge's answer could not be parsed",
  mend({ judgment, ...rest }) {
    if (judgment === undefined || !judgment.has_failure || judgment.parse_failed === true || judgment.n_failures !== 0) return undefined;
    return { ...rest, judgment: { ...judgment, parse_failed: true } };
  },
};
