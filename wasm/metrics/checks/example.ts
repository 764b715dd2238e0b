import type { Constraint } from "@stepladder/schema";
import { type ExampleItem, exampleOf } from "../example.ts";
import { procedureOf } from "./loose.ts";
import { checks } from "./measure.ts";
import type { CheckedProcedure } from "./run.ts";

const plain = checks<readonly Constraint[], CheckedProcedure>({ gold: (constraints) => constraints, prediction: (procedure) => procedure });

function item(text: string, ...gold: readonly Constraint[]): ExampleItem<readonly Constraint[], CheckedProcedure> {
  const told = gold.map(({ kind, ...fields }) => [kind, ...Object.values(fields).map((field) => JSON.stringify(field))].join(" "));
  return { gold, prediction: procedureOf(text), shown: { gold: told.join("; "), prediction: text.replaceAll("\n", " / ") } };
}

/** Every kind once: an answer that passes, one that fails in part, one behind a line of chat, and one as JSON. */
export const example = exampleOf(plain, [
  item(
    "Resources:\n- a kettle\n- water\n- a tea bag\n\nSteps:\n1. Boil the water in the kettle.\n2. Pour the water over the tea bag.\n3. Wait 3 minutes.",
    { kind: "step-count", exactly: 3 },
    { kind: "ordered", steps: ["Boil the water", "Wait 3 minutes"] },
    { kind: "adjacent", steps: ["Boil the water in the kettle", "Pour the water over the tea bag"] },
    { kind: "resources-used" },
    { kind: "resources-introduced", things: [{ name: "kettle" }] },
    { kind: "one-action" },
    { kind: "quantities", reference: ["3 minutes"] },
    { kind: "numbering", mark: "1." },
  ),
  item(
    "1. Wait 5 minutes.\n2. Boil the water.\n3. Wait 5 minutes.",
    { kind: "required", steps: ["Boil the water"] },
    { kind: "forbidden", steps: ["Add sugar"] },
    { kind: "no-duplicates" },
    { kind: "precedence", steps: ["Boil the water", "Wait 5 minutes"], before: [[0, 1]] },
    { kind: "quantities", reference: ["3 minutes"] },
  ),
  item('Sure, here it is:\n{"steps": ["Boil the water.", "Pour it over the tea."]}', { kind: "json" }, { kind: "language", lang: "en" }),
  item('{"steps": ["Boil the water.", "Pour it over the tea."]}', { kind: "json" }),
]);
