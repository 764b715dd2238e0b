import type { Constraint } from "@stepladder/schema";
import type { Match } from "@stepladder/wasm/metrics/checks/match.ts";
import type { CheckResult } from "@stepladder/wasm/metrics/checks/run.ts";
import { button, el, tablePlace } from "../compare/dom.ts";
import type { Checked } from "./engine.ts";
import { markedStep } from "./marked.ts";

/** The answer in one sentence. */
export function answerOf({ procedure, results }: Pick<Checked, "procedure" | "results">): string {
  const { length } = procedure.steps;
  if (length === 0) return "No steps were found in the text: write each on a line of its own.";
  const read = `${length} ${length === 1 ? "step was" : "steps were"} read`;
  if (results.length === 0) return `${read}. Add a constraint to check them.`;
  const held = results.filter(({ passed }) => passed).length;
  return `${held} of ${results.length} ${results.length === 1 ? "constraint holds" : "constraints hold"}; ${read}.`;
}

/** What a constraint compares with, where its sentence leaves that out: the texts whose quantities are kept. */
export function comparedWith(constraint: Constraint): string {
  if (constraint.kind !== "quantities") return "";
  return constraint.reference.length === 0 ? " There are none." : ` They are those of: ${constraint.reference.join("; ")}.`;
}

/** A list of constraints with what was found for each. */
export function resultsView(
  { constraints, results }: Checked,
  sentence: (constraint: Constraint) => string,
  remove: (place: number) => void,
): HTMLElement {
  return el(
    "ol",
    { class: "verdicts" },
    ...results.map((result, place) => {
      const constraint = constraints[place] as Constraint;
      const name = `Remove constraint ${place + 1}`;
      return el(
        "li",
        { id: `check-${place + 1}`, "data-passed": String(result.passed) },
        el(
          "p",
          {},
          el("strong", { class: result.passed ? "holds" : "broken" }, result.passed ? "✓ holds" : "✗ broken"),
          ` ${sentence(constraint)}${comparedWith(constraint)}`,
        ),
        el("p", { class: "small" }, result.reason),
        matchesView(result),
        button("Remove", () => remove(place), { class: "plain", "aria-label": name }),
      );
    }),
  );
}

function matchesView({ check, matches = [] }: CheckResult): HTMLElement | undefined {
  if (matches.length === 0) return undefined;
  const head = el(
    "tr",
    {},
    ...["Step named", "Step found", "By", "Token F1"].map((title, i) =>
      el("th", { scope: "col", class: i === 3 ? "num" : undefined }, title),
    ),
  );
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, ...matches.map(matchRow)));
  return el("details", {}, el("summary", {}, "How steps were matched"), tablePlace(`How steps of ${check} were matched`, table));
}

function matchRow({ wanted, step, by, score }: Match): HTMLElement {
  const found = step === undefined ? "none" : `step ${step + 1}`;
  const rule = by === undefined ? "nearest is below 0.6" : by === "equal" ? "the same words" : "0.6 or more";
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, wanted),
    el("td", {}, found),
    el("td", {}, rule),
    el("td", { class: "num" }, score.toFixed(3)),
  );
}

/** Steps that are shown: a text of more is no procedure that anybody reads here. */
const MOST_SHOWN = 500;

/** The steps as they were read, the first of them where there are very many, with what failed checks point to marked. */
export function stepsView({ procedure, results }: Checked): HTMLElement {
  return el(
    "ol",
    { class: "checked-steps" },
    ...procedure.steps.slice(0, MOST_SHOWN).map((text, step) => {
      const { stretches, by } = markedStep(text, step, results);
      const parts = stretches.map((stretch) => (stretch.marked ? el("mark", {}, stretch.text) : stretch.text));
      const names = by.flatMap((place, i) => [i === 0 ? " " : ", ", el("a", { href: `#check-${place + 1}` }, `constraint ${place + 1}`)]);
      return el("li", {}, ...parts, by.length === 0 ? undefined : el("span", { class: "small" }, ...names));
    }),
  );
}
