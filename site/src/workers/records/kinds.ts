import { GroundedVideo, InducedGraph } from "@stepladder/schema";
import type { ItemView } from "@stepladder/wasm/host/panels.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { fieldsOf } from "@stepladder/wasm/intake/fields.ts";
import { type OwnKind, ownKindOf } from "@stepladder/wasm/intake/own-records.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

/** One record of a kind that is looked at, and not scored. */
export interface ReadRecord {
  readonly id: string;
  /** Its steps. */
  readonly length: number;
  readonly view: ItemView;
}

interface Kind {
  /** What the records are, of which a file may hold one or many. */
  readonly one: string;
  /** Throws RecordProblem. */
  read(value: unknown): ReadRecord;
}

/** What the pipeline writes beside predictions, and can be looked at: of the kinds of `ownRecords`, by which they are told. */
export const recordKinds = {
  grounded: {
    one: "alignment",
    read: (value) => {
      const video = check(GroundedVideo, value, "", nameOf(value));
      groundedPlaces(video);
      return { id: video.id, length: video.steps.length, view: groundedView(video) };
    },
  },
  induced: {
    one: "step graph",
    read: (value) => {
      const graph = check(InducedGraph, value, "", nameOf(value));
      inducedPlaces(graph);
      return { id: graph.id, length: graph.steps.length, view: inducedView(graph) };
    },
  },
} as const satisfies Partial<Record<OwnKind, Kind>>;

export type RecordKind = keyof typeof recordKinds;

/** The kind that a record is laid out like; `undefined` where it is of none. */
export function kindOf(value: unknown): RecordKind | undefined {
  const kind = ownKindOf(value);
  return kind !== undefined && kind in recordKinds ? (kind as RecordKind) : undefined;
}

function nameOf(value: unknown): string | undefined {
  const id = fieldsOf(value)?.id;
  return typeof id === "string" && id !== "" ? id : undefined;
}

/** More steps than these make a graph that nobody can look at, and an order that takes minutes. */
const MOST_STEPS = 1000;

function groundedPlaces({ id, steps, sentences, segments, gold = [], shown, similarity }: GroundedVideo): void {
  const fail = failing(id);
  for (const [at, { step, sentences: told }] of segments.entries()) {
    if (step >= steps.length) fail(`segments[${at}].step`, `a place among ${steps.length} steps, from 0`, step);
    const off = told.find((place) => place >= sentences.length);
    if (off !== undefined) fail(`segments[${at}].sentences`, `places among ${sentences.length} sentences, from 0`, off);
  }
  for (const [at, { step }] of gold.entries())
    if (step >= steps.length) fail(`gold[${at}].step`, `a place among ${steps.length} steps, from 0`, step);
  if (shown.length !== steps.length) fail("shown", `a number for each of ${steps.length} steps`, shown.length);
  if (similarity === undefined) return;
  if (similarity.length !== steps.length) fail("similarity", `a row for each of ${steps.length} steps`, similarity.length);
  const odd = similarity.findIndex(({ length }) => length !== sentences.length);
  if (odd >= 0) fail(`similarity[${odd}]`, `a number for each of ${sentences.length} sentences`, similarity[odd]?.length ?? 0);
}

function inducedPlaces({ id, steps, pairs, edges, interchangeable, branches, loops, seen }: InducedGraph): void {
  const fail = failing(id);
  if (steps.length > MOST_STEPS) fail("steps", `at most ${MOST_STEPS} steps, of which a graph can be drawn`, steps.length);
  const named: Readonly<Record<string, readonly (readonly number[])[]>> = {
    pairs: pairs.map(({ before, after }) => [before, after]),
    edges: edges.map(({ before, after }) => [before, after]),
    interchangeable,
    branches: branches.flat(),
    loops: loops.map((loop) => loop.steps),
    seen: seen.map(({ path }) => path),
  };
  for (const [field, lists] of Object.entries(named)) {
    const off = lists.flat().find((place) => place >= steps.length);
    if (off !== undefined) fail(field, `places among ${steps.length} steps, from 0`, off);
  }
}

function failing(id: string): (field: string, expected: string, found: number) => never {
  return (field, expected, found) => {
    throw new RecordProblem({
      kind: "wrong-field",
      severity: "error",
      id,
      field,
      expected,
      found: String(found),
      fix: `make ${field} ${expected}, or write the file anew`,
    });
  };
}

function groundedView(video: GroundedVideo): ItemView {
  return {
    title: video.goal,
    facts: [{ name: "Article", value: video.procedure }],
    panels: [{ kind: "grounding", title: "Alignment", video }],
  };
}

function inducedView(graph: InducedGraph): ItemView {
  const settings = Object.entries(graph.settings).map(([name, value]) => `${name} ${value}`);
  return {
    title: graph.goal,
    facts: [
      { name: "Paths", value: String(graph.paths) },
      { name: "Method", value: [graph.method, ...settings].join(", ") },
    ],
    panels: [{ kind: "induced", title: "Step graph", graph }],
  };
}
