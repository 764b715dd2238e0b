import type { AlignmentItem, AlignmentPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { GraphsCodec } from "@stepladder/wasm/metrics/graphs/measure.ts";
import type { Plan } from "@stepladder/wasm/metrics/plans/measure.ts";

/** No link: what an unreadable prediction is measured as. */
export const vacant: AlignmentPrediction = { links: [] };

const sourceName = (token: number): string => `source ${token}`;
const targetName = (token: number): string => `target ${token}`;

/** Pairs without those that say that an action has no counterpart. */
function linked(links: readonly (readonly number[])[]): (readonly [source: number, target: number])[] {
  return links.flatMap(([source, target]) => (target === 0 ? [] : [[source as number, target as number] as const]));
}

/** Whether no number of any link lies within the two procedures: their tokens are told. */
export function isBeyond(links: readonly (readonly number[])[], tokens: readonly number[]): boolean {
  const last = Math.max(...tokens);
  const numbers = links.flatMap(([from, to]) => (to === 0 ? [from as number] : [from as number, to as number]));
  return numbers.every((number) => number < 0 || number > last);
}

/** Links as edges of a graph with two sides: every action is a node, and an edge leads from the source to the target. */
export const linksCodec: GraphsCodec<AlignmentItem, AlignmentPrediction> = {
  gold: ({ source, target, links }) => {
    const names = [...source.actions.map(({ token }) => sourceName(token)), ...target.actions.map(({ token }) => targetName(token))];
    const nodes = new Map(names.map((name, node) => [name, node]));
    const node = (name: string): number => nodes.get(name) as number;
    return {
      nodes: names.length,
      arcs: linked(links).map(([from, to]) => [node(sourceName(from)), node(targetName(to))] as const),
      executions: [],
      find: (name) => nodes.get(name),
    };
  },
  prediction: ({ links }) => linked(links).map(([from, to]) => [sourceName(from), targetName(to)] as const),
};

/** The counterparts of an action of the source, as one text. */
function counterparts(links: readonly (readonly number[])[], token: number): string {
  const targets = linked(links).flatMap(([from, to]) => (from === token ? [to] : []));
  return [...new Set(targets)].sort((a, b) => a - b).join();
}

/** What gold says of actions of the source. */
interface Told {
  readonly tokens: readonly number[];
  readonly counterparts: readonly string[];
}

const WRONG = -1;

/** Actions of the source that gold tells of, as positions: one is right where the prediction has the counterparts that gold has, or none as gold. */
export const counterpartsCodec: AskedCodec<AlignmentItem, AlignmentPrediction, Plan, Plan, Told> = {
  gold: ({ source, links }) => {
    const told = new Set(links.map(([token]) => token));
    const tokens = source.actions.map(({ token }) => token).filter((token) => told.has(token));
    const context = { tokens, counterparts: tokens.map((token) => counterparts(links, token)) };
    return { gold: [...tokens.keys()], context };
  },
  // A prediction that names no action at all does not say that none has a counterpart.
  answer: ({ links }, told) =>
    links.length === 0
      ? undefined
      : told.tokens.map((token, place) => (counterparts(links, token) === told.counterparts[place] ? place : WRONG)),
};
