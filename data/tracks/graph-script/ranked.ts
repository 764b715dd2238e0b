import type { NamedStep, ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { Failure, FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { RankingPanel } from "@stepladder/wasm/host/panels.ts";
import { failureOf, quoted } from "../failures.ts";
import { placeOf, placesIn, UNKNOWN, withoutStop } from "./steps.ts";

/** A step as it was ranked: its place in the library, or its name where the library does not have it. */
interface Candidate {
  readonly step: NamedStep;
  readonly score?: number;
}

/** Where the metric that ranks cuts, and where a step stands only just below. */
const CUT = 3;
const JUST_BELOW = 5;

/** Candidates best first, as they are scored; one that is named twice stands where it is named first. */
function rankedOf({ steps, scores, output }: ScriptPrediction, { library, prefix }: ScriptItem): Candidate[] {
  if (scores !== undefined)
    return scores
      .map((score, step): Candidate => ({ step, score }))
      .sort((a, b) => (b.score as number) - (a.score as number) || (a.step as number) - (b.step as number));
  const names = library.map(withoutStop);
  const said: readonly NamedStep[] = steps ?? (output === undefined ? [] : placesIn(output, names).slice(prefix.length, prefix.length + 1));
  const known = said.map((step) => (placeOf(step, names) === UNKNOWN ? step : placeOf(step, names)));
  return [...new Set(known)].map((step) => ({ step }));
}

function textOf(step: NamedStep, library: readonly string[]): string {
  if (typeof step === "string") return step;
  return library[step] ?? "A step that the procedure does not have";
}

/** Steps of the library as they are ranked, with the others behind them. */
export function rankingPanel(item: ScriptItem, predicted: ScriptPrediction | undefined): RankingPanel {
  const { library, prefix, observed } = item;
  const right = new Set(observed.flat());
  const ranked = predicted === undefined ? [] : rankedOf(predicted, item);
  const named = new Set(ranked.map(({ step }) => step));
  const isRight = (step: NamedStep): boolean => typeof step === "number" && right.has(step);
  return {
    kind: "ranking",
    title: "What comes next",
    asked: prefix.map((step) => library[step] as string),
    candidates: [
      ...ranked.map(({ step, score }) => ({
        text: textOf(step, library),
        gold: isRight(step),
        ranked: true,
        ...(score === undefined ? {} : { score }),
      })),
      ...library.flatMap((text, step) => (named.has(step) ? [] : [{ text, gold: right.has(step), ranked: false }])),
    ],
    cuts: [1, CUT, JUST_BELOW],
    cut: CUT,
  };
}

/**
 * A right step that is not among the first `cut` while a wrong one, or none, has a place there. `lies` tells by the step's place, 0-based
 * and infinite where it is not ranked, whether it is meant. Mended, the two change places.
 */
function below(
  words: Pick<FailureKind<never, never>, "id" | "title" | "explains">,
  cut: number,
  lies: (place: number) => boolean,
): FailureKind<ScriptItem, ScriptPrediction> {
  return {
    ...words,
    find(prediction, item): Failure<ScriptPrediction> | undefined {
      if (item.subtask !== "next-step") return undefined;
      const right = new Set<NamedStep>(item.observed.flat());
      const list = rankedOf(prediction, item).map(({ step }) => step);
      const placed = (step: NamedStep): number => (list.includes(step) ? list.indexOf(step) : Number.POSITIVE_INFINITY);
      const meant = [...right].filter((step) => lies(placed(step))).sort((a, b) => placed(a) - placed(b));
      const free = Array.from({ length: cut }, (_, place) => place).filter((place) => !right.has(list[place] ?? ""));
      const details: string[] = [];
      for (const step of meant) {
        const place = free.shift();
        if (place === undefined) break;
        const [own, wrong] = [list.indexOf(step), list[place]];
        details.push(
          wrong === undefined
            ? `${quoted(textOf(step, item.library))} with a place left over`
            : `${quoted(textOf(step, item.library))} below ${quoted(textOf(wrong, item.library))}`,
        );
        if (own >= 0 && wrong !== undefined) [list[place], list[own]] = [step, wrong];
        else if (wrong === undefined) list.push(step);
        else list.splice(place, 1, step);
      }
      return failureOf(details, () => ({ steps: list }));
    },
  };
}

export const rankingFailures: readonly FailureKind<ScriptItem, ScriptPrediction>[] = [
  below(
    {
      id: "not-first",
      title: "A right step in the first three, but not first",
      explains: "A wrong step stands first while a right one stands second or third; mended, the two change places.",
    },
    1,
    (place) => place < CUT,
  ),
  below(
    {
      id: "just-below",
      title: "A right step just below the cut",
      explains: "A right step stands fourth or fifth while a wrong one is in the first three; mended, the two change places.",
    },
    CUT,
    (place) => place >= CUT && place < JUST_BELOW,
  ),
  below(
    {
      id: "far-below",
      title: "A right step far below the cut",
      explains: "A right step stands sixth or later while a wrong one is in the first three; mended, the two change places.",
    },
    CUT,
    (place) => place >= JUST_BELOW && place < Number.POSITIVE_INFINITY,
  ),
  below(
    {
      id: "not-ranked",
      title: "A right step that is not ranked",
      explains: "A right step is not named while a wrong one, or none, has a place in the first three; mended, it has that place.",
    },
    CUT,
    (place) => place === Number.POSITIVE_INFINITY,
  ),
];
