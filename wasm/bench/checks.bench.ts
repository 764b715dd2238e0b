import { checkProcedure, checkProcedures } from "../metrics/checks/run.ts";
import { checksWorkload } from "./checks-workload.ts";
import { contend } from "./contend.ts";
import type { Job } from "./job.ts";
import { plainChecks } from "./plain-checks.ts";
import { ratio } from "./report.ts";

/** From steps as text to results with reasons: steps matched, their order held against a graph, near-duplicates found. */
const checks: Job = async ({ kernels }) => {
  const workload = checksWorkload();
  const { procedures, constraints, steps } = workload;
  const passed = (results: readonly (readonly { readonly passed: boolean }[])[]): number =>
    results.reduce((sum, all) => sum + all.filter((one) => one.passed).length, 0);
  const timed = await contend(
    [
      { name: "stepladder, many at once", run: () => ({ result: passed(checkProcedures(procedures, constraints, kernels)) }) },
      {
        name: "stepladder, one by one",
        run: () => ({ result: passed(procedures.map((one) => checkProcedure(one, constraints, kernels))) }),
      },
      { name: "plain JavaScript, words in maps", run: () => ({ result: plainChecks(workload) }) },
    ],
    { rounds: 5, warmUp: 1 },
  );
  return {
    job: `required steps, step graph and near-duplicates of ${procedures.length} procedures with ${steps} steps, from text`,
    timed,
    amount: [procedures.length, "procedures"],
    result: "checks passed",
    quoted: [],
    notes: [`no goal; plain JavaScript takes ${ratio(timed[2], timed[0])} times as long as many at once`],
  };
};
export default checks;
