import { procedureOf } from "@stepladder/wasm/metrics/checks/loose.ts";
import { expect, it } from "vitest";
import { readConstraints } from "../features/checks/engine.ts";
import { readChecksQuery } from "../state/checks.ts";
import { checksQueryOf } from "./checks.ts";
import { procedures } from "./procedures.ts";

it("the checks page reads each mined procedure as it is, wherever it fits into an address", () => {
  const sent = procedures.flatMap((procedure) => checksQueryOf(procedure) ?? []);
  expect(sent.length).toBeGreaterThan(procedures.length / 2);
  for (const procedure of procedures) {
    const query = checksQueryOf(procedure);
    if (query === undefined) continue;
    const { procedure: text = "", constraints = "" } = readChecksQuery(query);
    const read = procedureOf(text);
    expect([read.goal, read.resources?.length, read.steps.length], procedure.id).toEqual([
      procedure.goal,
      procedure.resources.length,
      procedure.steps.length,
    ]);
    expect(readConstraints(constraints)).toHaveProperty("constraints");
  }
});
