import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { TextPanel } from "@stepladder/wasm/host/panels.ts";
import { failureAt, quoted } from "../failures.ts";
import { completionCodec } from "./codecs.ts";
import type { Path } from "./held-out.ts";
import { withoutStop } from "./steps.ts";

/** How a completion differs from an observed one. Steps stand once in each. */
interface Difference {
  readonly observed: Path;
  readonly missing: Path;
  readonly extra: Path;
  /** Places of a completion whose step the observed one has elsewhere among those that both have. */
  readonly moved: readonly number[];
}

function difference(own: Path, observed: Path): Difference {
  const both = observed.filter((step) => own.includes(step));
  const places = [...own.keys()].filter((place) => observed.includes(own[place] as number));
  return {
    observed,
    missing: observed.filter((step) => !own.includes(step)),
    extra: own.filter((step) => !observed.includes(step)),
    moved: places.filter((place, i) => own[place] !== both[i]),
  };
}

/** Against the observed completion with the most steps in common; of equally near ones that with the fewest extra steps, then the fewest moved. */
function nearest(own: Path, observed: readonly Path[]): Difference {
  const away = ({ missing, extra, moved }: Difference): readonly number[] => [missing.length + extra.length, extra.length, moved.length];
  return observed
    .map((path) => difference(own, path))
    .reduce((best, one) => {
      const [a, b] = [away(one), away(best)];
      const differs = a.findIndex((count, i) => count !== b[i]);
      return differs >= 0 && (a[differs] as number) < (b[differs] as number) ? one : best;
    });
}

/** The steps of a completion as they are scored. */
function stepsOf(prediction: ScriptPrediction, { library, prefix }: ScriptItem, kernels: Kernels): Path {
  return completionCodec.answer(prediction, { names: library.map(withoutStop), done: prefix.length }, kernels) ?? [];
}

export function completionPanel(item: ScriptItem, predicted: ScriptPrediction | undefined, kernels: Kernels): TextPanel {
  const text = (step: number): string => item.library[step] as string;
  if (predicted === undefined) return { kind: "text", title: "An observed completion", reference: (item.observed[0] as Path).map(text) };
  const own = stepsOf(predicted, item, kernels);
  const { observed } = nearest(own, item.observed);
  return {
    kind: "text",
    title: "The nearest observed completion",
    reference: observed.map(text),
    generated: own.map(text),
    pairs: observed.flatMap((step, reference) => (own.includes(step) ? [{ reference, generated: own.indexOf(step) }] : [])),
  };
}

/** Another completion may be nearest once one is mended: it is mended against that, until `found` gives nothing more. */
function ofCompletions(
  words: Pick<FailureKind<never, never>, "id" | "title" | "explains">,
  found: (own: Path, found: Difference) => readonly { readonly at: number; readonly step: number }[],
  detail: (step: string) => string,
  mend: (own: Path, found: Difference) => Path,
): FailureKind<ScriptItem, ScriptPrediction> {
  return {
    ...words,
    find(prediction, item, kernels) {
      if (item.subtask !== "completion") return undefined;
      const own = stepsOf(prediction, item, kernels);
      const first = nearest(own, item.observed);
      const failures = found(own, first);
      const mended = () => {
        let steps = own;
        for (let now = first; found(steps, now).length > 0; now = nearest(steps, item.observed)) steps = mend(steps, now);
        return { steps: [...steps] };
      };
      return failureAt(
        failures.map(({ at }) => at),
        mended,
        failures.map(({ step }) => detail(quoted(item.library[step] as string))),
      );
    },
  };
}

const placesIn = (path: Path, steps: Path) => steps.map((step) => ({ at: path.indexOf(step), step }));

/** The order of the observed one among the steps of both, all else at its place. */
function inOrder(own: Path, { observed }: Difference): Path {
  const both = observed.filter((step) => own.includes(step));
  return own.map((step) => (observed.includes(step) ? (both.shift() as number) : step));
}

/** Each missing step behind the one that it follows in the observed completion. */
function filled(own: Path, { observed, missing }: Difference): Path {
  const steps = [...own];
  for (const step of missing) {
    const before = observed[observed.indexOf(step) - 1];
    steps.splice(before === undefined ? 0 : steps.indexOf(before) + 1, 0, step);
  }
  return steps;
}

export const completionFailures: readonly FailureKind<ScriptItem, ScriptPrediction>[] = [
  ofCompletions(
    {
      id: "step-missing",
      title: "A step missing",
      explains: "The nearest observed completion has a step that is not said; mended, it stands where it was observed.",
    },
    (_, { observed, missing }) => placesIn(observed, missing),
    (step) => `${step} left out`,
    filled,
  ),
  ofCompletions(
    {
      id: "step-too-many",
      title: "A step too many",
      explains: "A step is said that the nearest observed completion does not have; mended, it is left out.",
    },
    (own, { extra }) => placesIn(own, extra),
    (step) => `${step} added`,
    (own, { extra }) => own.filter((step) => !extra.includes(step)),
  ),
  ofCompletions(
    {
      id: "order-swapped",
      title: "An order swapped",
      explains: "Steps of the nearest observed completion stand in another order; mended, they stand in the observed one.",
    },
    (own, { moved }) => moved.map((at) => ({ at, step: own[at] as number })),
    (step) => `${step} out of order`,
    inOrder,
  ),
];
