import type { ChecksItem, ChecksPrediction, ConstraintKind } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { TextNote } from "@stepladder/wasm/host/panels.ts";
import { type CheckResult, checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { readWritten } from "@stepladder/wasm/metrics/checks/written.ts";
import { defineInsight } from "../define.ts";
import { checked, mended } from "./mending.ts";

/** What each kind of constraint is called where it is not kept, and how that is told in the plain. */
const TITLES: Readonly<Record<ConstraintKind, readonly [title: string, explains: string]>> = {
  "step-count": ["Too many or too few steps", "There are other numbers of steps than are asked for"],
  required: ["A step missing that is asked for", "A step that is to be there is not"],
  forbidden: ["A step that is forbidden", "A step stands there that must not"],
  ordered: ["Steps out of the order asked for", "Steps that have an order stand in another, or are missing"],
  adjacent: ["Steps parted that belong together", "Steps that are to follow one another at once do not, or are missing"],
  precedence: ["Steps against the step graph", "A step stands ahead of one that comes before it"],
  "resources-used": ["A resource that no step uses", "A resource is listed, or asked for, that no step mentions"],
  "resources-introduced": ["A resource out of nowhere", "A step mentions something that is neither listed nor brought in before"],
  "no-duplicates": ["A step said twice", "Two steps say nearly the same"],
  "one-action": ["Two actions in one step", "A step tells to do two things"],
  quantities: ["Quantities changed", "There are other quantities than are to be kept"],
  numbering: ["The steps not marked as asked for", "The steps of the text do not have the mark that is asked for"],
  language: ["Another language", "The steps are not in the language that is asked for"],
  json: ["No JSON object", "The text is not one JSON object with steps, and nothing else"],
};

function ofKind(kind: ConstraintKind): FailureKind<ChecksItem, ChecksPrediction> {
  const [title, explains] = TITLES[kind];
  return {
    id: kind,
    title,
    explains: `${explains}; mended, what fails is changed as gold has it, and where that is not enough the answer is gold's.`,
    find(prediction, item, kernels) {
      const own = item.constraints.filter((constraint) => constraint.kind === kind);
      const failed = checkProcedure(checked(prediction), own, kernels).filter(({ passed }) => !passed);
      if (failed.length === 0) return undefined;
      const places = failed.flatMap(({ spans }) => spans.map(({ step }) => step));
      return {
        mended: mended(prediction, item, kind, kernels),
        count: failed.length,
        ...(places.length === 0 ? {} : { at: Math.min(...places) }),
      };
    },
  };
}

/** A verdict on each step that it points to, or on the whole where it points to none. */
function notesOf({ check, passed, reason, spans }: CheckResult, steps: number): TextNote[] {
  const note = { of: "generated", verdict: passed ? "good" : "bad", text: `${check}: ${reason}` } as const;
  const places = [...new Set(spans.map(({ step }) => step))].filter((step) => step < steps);
  return places.length === 0 ? [note] : places.map((step) => ({ ...note, step }));
}

export default defineInsight<ChecksItem, ChecksPrediction>({
  view({ split, lang, prompt, given, constraints, reference }, predicted, kernels) {
    return {
      title: given.goal,
      texts: [{ title: "Task", text: prompt }],
      facts: [
        { name: "Split", value: split },
        { name: "Language", value: lang },
      ],
      panels: [
        {
          kind: "text",
          title: "Gold's answer and the generated one",
          reference: readWritten(reference).steps,
          ...(predicted === undefined
            ? {}
            : {
                generated: predicted.steps,
                notes: checkProcedure(checked(predicted), constraints, kernels).flatMap((result) =>
                  notesOf(result, predicted.steps.length),
                ),
              }),
        },
      ],
    };
  },
  failures: (Object.keys(TITLES) as ConstraintKind[]).map(ofKind),
});
