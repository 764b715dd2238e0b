import { CHECKED_LANGUAGES, type Constraint } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import type { Filter } from "../core/mining.ts";
import { primary } from "./language.ts";
import { stepTexts } from "./text.ts";

const kernels = await loadKernels();

/** The checks of the track `procedure-checks` that need no word on what is asked for: the same kernels, the same verdicts. */
export const checks: Filter = {
  id: "checks",
  title: "No step twice or nearly so, and steps in the language of the page",
  judge(procedure) {
    const lang = CHECKED_LANGUAGES.find((one) => one === primary(procedure));
    const constraints: Constraint[] = [{ kind: "no-duplicates" }, ...(lang === undefined ? [] : [{ kind: "language" as const, lang }])];
    const resources = procedure.resources.map(({ text }) => text);
    const failed = checkProcedure({ resources, steps: stepTexts(procedure) }, constraints, kernels).find(({ passed }) => !passed);
    return failed === undefined ? undefined : { reason: failed.check, detail: failed.reason };
  },
};
