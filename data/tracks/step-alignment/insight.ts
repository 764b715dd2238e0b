import type { AlignmentItem, AlignmentPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Edge, GraphNode } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";

type Links = AlignmentPrediction["links"];
type AlignmentKind = FailureKind<AlignmentItem, AlignmentPrediction>;

const targetsOf = (links: Links, token: number): number[] =>
  links.flatMap(([from, to]) => (from === token && to !== 0 ? [to as number] : []));

/** What a prediction makes of one action of the source. */
interface Linked {
  readonly token: number;
  /** Place among the actions of the source; of no action: none. */
  readonly at: number | undefined;
  readonly gold: readonly number[];
  readonly told: readonly number[];
  /** Whether gold says anything of it. */
  readonly asked: boolean;
}

function linkedIn({ links }: AlignmentPrediction, item: AlignmentItem): Linked[] {
  const places = new Map(item.source.actions.map(({ token }, at) => [token, at]));
  const asked = new Set(item.links.map(([token]) => token));
  const tokens = new Set([...places.keys(), ...links.map(([token]) => token as number)]);
  return [...tokens].map((token) => ({
    token,
    at: places.get(token),
    gold: targetsOf(item.links, token),
    told: targetsOf(links, token),
    asked: asked.has(token),
  }));
}

const isGolds = ({ gold, told }: Linked): boolean =>
  told.every((target) => gold.includes(target)) && gold.every((target) => told.includes(target));

/** A kind that is mended by what gold says of these actions: its links, or that there is none. */
function linkKind(
  told: Pick<AlignmentKind, "id" | "title" | "explains">,
  shows: (linked: Linked) => boolean,
  detail?: (linked: Linked, item: AlignmentItem) => string,
): AlignmentKind {
  return {
    ...told,
    find(prediction, item) {
      const faults = linkedIn(prediction, item).filter(shows);
      if (faults.length === 0) return undefined;
      const faulty = new Set(faults.map(({ token }) => token));
      const isFaulty = ([token]: readonly number[]): boolean => faulty.has(token as number);
      const places = faults.flatMap(({ at }) => (at === undefined ? [] : [at]));
      return {
        mended: { links: [...prediction.links.filter((link) => !isFaulty(link)), ...item.links.filter(isFaulty)] },
        count: faults.length,
        ...(places.length === 0 ? {} : { at: Math.min(...places) }),
        ...(detail === undefined ? {} : { details: faults.map((linked) => detail(linked, item)) }),
      };
    },
  };
}

/** The words of an action of the target, all in small letters, so that the same mistake in two recipes reads the same. */
function wordsOf({ actions }: AlignmentItem["target"], token: number | undefined): string {
  return actions.find((action) => action.token === token)?.text.toLowerCase() ?? "no action";
}

const nodeId = (side: "source" | "target", token: number): string => `${side} ${token}`;

function edgesOf(links: Links): Edge[] {
  return links.flatMap(([source, target]) =>
    target === 0 ? [] : [[nodeId("source", source as number), nodeId("target", target as number)] as const],
  );
}

export default defineInsight<AlignmentItem, AlignmentPrediction>({
  view(item, prediction) {
    const nodesOf = (side: "source" | "target", place: 0 | 1): GraphNode[] =>
      item[side].actions.map(({ token, text }) => ({ id: nodeId(side, token), text, side: place }));
    const nodes = [...nodesOf("source", 0), ...nodesOf("target", 1)];
    const predicted = prediction && edgesOf(prediction.links);
    const known = new Set(nodes.map(({ id }) => id));
    const own = [...new Set((predicted ?? []).flat())].filter((id) => !known.has(id));
    const none = item.links.filter(([, target]) => target === 0).length;
    return {
      title: item.goal.replaceAll("_", " "),
      facts: [
        { name: "Longer recipe", value: item.source.name },
        { name: "Other recipe", value: item.target.name },
        { name: "Actions without a counterpart", value: String(none) },
      ],
      panels: [
        {
          kind: "graph",
          title: "Which actions correspond",
          nodes: [
            ...nodes,
            ...own.map((id) => ({
              id,
              text: `token ${id.split(" ")[1]}`,
              side: id.startsWith("source") ? (0 as const) : (1 as const),
              own: true,
            })),
          ],
          gold: edgesOf(item.links),
          ...(predicted === undefined ? {} : { predicted }),
        },
      ],
    };
  },
  failures: [
    linkKind(
      {
        id: "other-counterpart",
        title: "Linked to another action",
        explains: "An action has a counterpart in gold and is linked to others; mended, it has gold's links.",
      },
      (linked) => linked.gold.length > 0 && linked.told.length > 0 && !isGolds(linked),
      ({ gold, told }, { target }) => {
        const own = wordsOf(target, gold.find((one) => !told.includes(one)) ?? gold[0]);
        const other = wordsOf(
          target,
          told.find((one) => !gold.includes(one)),
        );
        return `gold's ${own} taken for ${own === other ? `another ${other}` : other}`;
      },
    ),
    linkKind(
      {
        id: "counterpart-missed",
        title: "A counterpart missed",
        explains: "An action has a counterpart in gold and is linked to none; mended, it has gold's links.",
      },
      ({ gold, told }) => gold.length > 0 && told.length === 0,
    ),
    linkKind(
      {
        id: "no-counterpart",
        title: "Linked without a counterpart",
        explains: "An action is linked though gold says that it has no counterpart; mended, its links are gone.",
      },
      ({ gold, told, asked }) => asked && gold.length === 0 && told.length > 0,
    ),
    linkKind(
      {
        id: "not-asked",
        title: "A link of which gold says nothing",
        explains:
          "An action is linked of which gold says neither that it has a counterpart nor that it has none; mended, its links are gone.",
      },
      ({ told, asked }) => !asked && told.length > 0,
    ),
  ],
});
