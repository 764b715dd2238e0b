import { type ExampleItem, exampleOf } from "../example.ts";
import { judgments, type Reference, type Said, type Verdict } from "./measure.ts";

const plain = judgments<Reference, Said>({ gold: (reference) => reference, prediction: (said) => said });

const WORDS: Readonly<Record<Verdict, string>> = {
  "no-failure": "no failure",
  "has-failure": "a failure",
  "not-parsed": "not parsed",
};

function item(steps: readonly string[], gold: Reference, verdict: Verdict, failures = 0): ExampleItem<Reference, Said> {
  const found = failures > 1 ? `${failures} failures` : WORDS[verdict];
  return {
    gold,
    prediction: { judgment: { verdict, failures }, steps: { texts: steps, runs: [steps.flatMap((step) => step.split(" "))] } },
    shown: {
      gold: `${gold.steps} steps${gold.verdict === undefined ? "" : `, judged: ${WORDS[gold.verdict]}`}`,
      prediction: `"${steps.join(". ")}", judged: ${found}`,
    },
  };
}

/** Procedures: sound by both judges, failed by both, called sound in error, called failed in error, and one whose judgment is not readable. */
export const example = exampleOf(plain, [
  item(["Boil water", "Add tea", "Wait"], { steps: 3, verdict: "no-failure" }, "no-failure"),
  item(["Add tea", "Wait"], { steps: 3, verdict: "has-failure" }, "has-failure", 2),
  item(["Boil water", "Wait", "Wait"], { steps: 3, verdict: "has-failure" }, "no-failure"),
  item(["Boil the water", "Add the water to the tea"], { steps: 2, verdict: "no-failure" }, "has-failure", 1),
  item(["Wait"], { steps: 1 }, "not-parsed"),
]);
