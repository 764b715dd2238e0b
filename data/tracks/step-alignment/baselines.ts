import type { AlignmentItem, AlignmentPrediction, Baseline } from "@stepladder/schema";
import { stem } from "@stepladder/wasm/metrics/captions/stem.ts";

type AlignmentBaseline = Baseline<AlignmentItem, AlignmentPrediction>;
type Action = AlignmentItem["source"]["actions"][number];

/** A counterpart, or none, for each action of the source. */
function each({ source, target }: AlignmentItem, counterpart: (action: Action, place: number) => Action | undefined): AlignmentPrediction {
  const length = Math.max(1, source.actions.length - 1);
  const scale = (target.actions.length - 1) / length;
  return { links: source.actions.map((action, i) => [action.token, counterpart(action, i * scale)?.token ?? 0]) };
}

/** Of some places the one nearest to `place`, of two the earlier. */
function nearest(places: readonly number[], place: number): number | undefined {
  return places.reduce<number | undefined>(
    (best, own) => (best === undefined || Math.abs(own - place) < Math.abs(best - place) ? own : best),
    undefined,
  );
}

/** The stem of an action's first word. */
const verb = ({ text }: Action): string => stem((text.split(" ")[0] as string).toLowerCase());

/** Counterparts with the same verb, the one nearest in place. */
function sameVerb({ target }: AlignmentItem): (action: Action, place: number) => Action | undefined {
  const verbs = target.actions.map(verb);
  return (action, place) => {
    const same = [...verbs.keys()].filter((at) => verbs[at] === verb(action));
    const at = nearest(same, place);
    return at === undefined ? undefined : target.actions[at];
  };
}

export const baselines: readonly AlignmentBaseline[] = [
  {
    id: "nothing",
    title: "No counterparts",
    about: "Says of every action that it has no counterpart.",
    fit: () => (item) => each(item, () => undefined),
  },
  {
    id: "everything",
    title: "Every link",
    about: "Links every action of one recipe to every action of the other.",
    fit:
      () =>
      ({ source, target }) => ({
        links: source.actions.flatMap((from) => target.actions.map((to) => [from.token, to.token])),
      }),
  },
  {
    id: "diagonal",
    title: "Same place",
    about: "Links every action to the one at the same relative place of the other recipe.",
    fit: () => (item) => each(item, (_, place) => item.target.actions[Math.round(place)]),
  },
  {
    id: "same-verb",
    title: "Same verb",
    about:
      "Links every action to the nearest in relative place of those whose first word has the same stem; where there is none it has no counterpart.",
    fit: () => (item) => each(item, sameVerb(item)),
  },
  {
    id: "same-verb-or-place",
    title: "Same verb, else same place",
    about: "Links as Same verb does, and actions that have none with the same verb to the one at the same relative place.",
    fit: () => (item) => {
      const same = sameVerb(item);
      return each(item, (action, place) => same(action, place) ?? item.target.actions[Math.round(place)]);
    },
  },
];
