import type { NamedStep, ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Edge, GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { failureOf, quoted } from "../failures.ts";
import type { Path } from "./held-out.ts";
import { decoded, placeOf, UNKNOWN, withoutStop } from "./steps.ts";

/** From one step to another: by their places in the library, or by name where the library does not have a step. */
type Arc = readonly [from: NamedStep, to: NamedStep];

/** Transitions that more than a tenth of the paths have are gold's edges. */
const SHARE = 0.1;

const keyOf = (arc: Arc): string => JSON.stringify(arc);

/** Transitions of more than this share of the paths, in the order in which they are first seen. */
export function observedArcs(paths: readonly Path[], share: number): Arc[] {
  const counts = new Map<string, { arc: Arc; count: number }>();
  for (const path of paths) {
    for (const [i, to] of path.slice(1).entries()) {
      const arc: Arc = [path[i] as number, to];
      const held = counts.get(keyOf(arc)) ?? { arc, count: 0 };
      held.count++;
      counts.set(keyOf(arc), held);
    }
  }
  return [...counts.values()].filter(({ count }) => count / paths.length > share).map(({ arc }) => arc);
}

/** Each edge of a prediction once. */
function arcsOf({ edges, paths }: ScriptPrediction, library: readonly string[]): Arc[] {
  const names = library.map(withoutStop);
  const said = edges?.map(([from = "", to = ""]): Arc => [from, to]) ?? decoded(paths ?? [], names).map(({ from, to }): Arc => [from, to]);
  const known = (step: NamedStep): NamedStep => (placeOf(step, names) === UNKNOWN ? step : placeOf(step, names));
  const arcs = said.map(([from, to]): Arc => [known(from), known(to)]);
  return [...new Map(arcs.map((arc) => [keyOf(arc), arc])).values()];
}

const isKnown = ([from, to]: Arc, { length }: readonly string[]): boolean =>
  [from, to].every((step) => typeof step === "number" && step >= 0 && step < length);

/** A graph that is drawn from paths: edges, and some of the paths to walk. */
export function graphPanel(
  title: string,
  { library }: ScriptItem,
  gold: readonly Arc[],
  paths: readonly Path[],
  predicted: ScriptPrediction | undefined,
): GraphPanel {
  const own = predicted === undefined ? undefined : arcsOf(predicted, library);
  const strange = new Set((own ?? []).flat().filter((step) => typeof step === "string" || library[step] === undefined));
  const id = (step: NamedStep): string => (strange.has(step) ? `said ${step}` : `${step}`);
  const edge = ([from, to]: Arc): Edge => [id(from), id(to)];
  const used = new Set([...gold, ...(own ?? [])].flat().concat(paths.flat()));
  return {
    kind: "graph",
    title,
    nodes: [
      ...library.flatMap((text, step) => (used.has(step) ? [{ id: id(step), text }] : [])),
      ...[...strange].map((step) => ({
        id: id(step),
        text: `${typeof step === "string" ? step : `Step ${step}`} (not of this procedure)`,
      })),
    ],
    gold: gold.map(edge),
    ...(own === undefined ? {} : { predicted: own.map(edge) }),
    paths: shown(paths).map(({ path, count }) => ({
      title: count === 1 ? "Seen in one video" : `Seen in ${count} videos`,
      nodes: path.map(id),
    })),
  };
}

/** Some paths are enough to walk. */
const MOST_PATHS = 12;

/** The commonest paths, with the number of videos of each. */
function shown(paths: readonly Path[]): { readonly path: Path; readonly count: number }[] {
  const counts = new Map<string, { path: Path; count: number }>();
  for (const path of paths) {
    const held = counts.get(path.join()) ?? { path, count: 0 };
    held.count++;
    counts.set(path.join(), held);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, MOST_PATHS);
}

export function scriptGraph(item: ScriptItem, predicted: ScriptPrediction | undefined): GraphPanel {
  return graphPanel("Transitions of over 10 % of the videos", item, observedArcs(item.observed, SHARE), item.observed, predicted);
}

/** Edges that go wrong in one way: `find` gives them, `mend` what stands in their place. */
function ofEdges(
  words: Pick<FailureKind<never, never>, "id" | "title" | "explains">,
  find: (own: readonly Arc[], gold: readonly Arc[], library: readonly string[]) => readonly Arc[],
  mend: (own: readonly Arc[], found: readonly Arc[]) => readonly Arc[],
): FailureKind<ScriptItem, ScriptPrediction> {
  return {
    ...words,
    find(prediction, { subtask, library, observed }) {
      if (subtask !== "graph-script") return undefined;
      const own = arcsOf(prediction, library);
      const found = find(own, observedArcs(observed, SHARE), library);
      const name = (step: NamedStep): string => quoted(typeof step === "string" ? step : (library[step] ?? `step ${step}`));
      return failureOf(
        found.map(([from, to]) => `${name(from)} to ${name(to)}`),
        () => ({ edges: mend(own, found).map((arc) => [...arc]) }),
      );
    },
  };
}

const has = (arcs: readonly Arc[], [from, to]: Arc): boolean => arcs.some(([a, b]) => a === from && b === to);
const turned = ([from, to]: Arc): Arc => [to, from];
const isReversed = (arc: Arc, own: readonly Arc[], gold: readonly Arc[]): boolean =>
  !has(gold, arc) && has(gold, turned(arc)) && !has(own, turned(arc));
const without = (own: readonly Arc[], found: readonly Arc[]): readonly Arc[] => own.filter((arc) => !found.includes(arc));

export const graphFailures: readonly FailureKind<ScriptItem, ScriptPrediction>[] = [
  ofEdges(
    {
      id: "edge-missing",
      title: "An edge missing",
      explains: "A transition of over 10 % of the videos is not drawn, in either direction; mended, it is.",
    },
    (own, gold) => gold.filter((arc) => !has(own, arc) && (has(gold, turned(arc)) || !has(own, turned(arc)))),
    (own, found) => [...own, ...found],
  ),
  ofEdges(
    {
      id: "edge-too-many",
      title: "An edge too many",
      explains:
        "An edge between steps of the procedure is a transition of 10 % of the videos or less, in either direction; mended, it is gone.",
    },
    (own, gold, library) => own.filter((arc) => isKnown(arc, library) && !has(gold, arc) && !isReversed(arc, own, gold)),
    without,
  ),
  ofEdges(
    {
      id: "edge-reversed",
      title: "An edge the wrong way round",
      explains: "Only the reverse of an edge is a transition of over 10 % of the videos; mended, the edge is turned.",
    },
    (own, gold) => own.filter((arc) => isReversed(arc, own, gold)),
    (own, found) => own.map((arc) => (found.includes(arc) ? turned(arc) : arc)),
  ),
  ofEdges(
    {
      id: "unknown-step",
      title: "An edge of a step that the procedure does not have",
      explains: "An edge names a step that is not in the library; mended, it is gone.",
    },
    (own, _, library) => own.filter((arc) => !isKnown(arc, library)),
    without,
  ),
];
