import type { Entry, Names, Paper, ParityRecord } from "@stepladder/schema";
import type { Method } from "@stepladder/wasm/credit/contract.ts";
import type { Panel } from "@stepladder/wasm/host/panels.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { nameOf } from "../features/credit/shown.ts";
import { formatCount, plural } from "../format.ts";
import { creditHref, exploreHref, href, trackHref } from "../link.ts";
import { isRankedEntry } from "./order.ts";
import { figureCount, paperHref } from "./papers.ts";

/** What is asked of every paper, in the order of the table; `of` ends the sentence "7 of 34 have ...". */
export const QUESTIONS = [
  { id: "page", title: "Page", of: "a page" },
  { id: "figures", title: "Published figures", of: "published figures" },
  { id: "kernel", title: "Scored here", of: "a scoring kernel" },
  { id: "parity", title: "Equal to the official scorer", of: "parity with the official scorer" },
  { id: "predictions", title: "Real predictions", of: "real predictions on a board" },
  { id: "viewer", title: "Viewer", of: "a viewer of their items" },
  { id: "illustration", title: "Live illustration", of: "a live illustration" },
] as const;
export type QuestionId = (typeof QUESTIONS)[number]["id"];

/** What is there, each with the address of its evidence, and what is not, with the reason, a sentence each. */
export interface Answer {
  readonly has: readonly { readonly text: string; readonly href: string }[];
  readonly lacks: readonly string[];
}

/** Where one paper stands. */
export interface Standing {
  readonly slug: string;
  readonly name: string;
  readonly answers: Readonly<Record<QuestionId, Answer>>;
  /** Tracks of ours that ask the like under a name of their own: they are none of the paper's. */
  readonly beside: Answer["has"];
}

/** What is there of a track. */
export interface StandingTrack {
  readonly title: string;
  readonly gold: AnyTrack["goldKind"];
  /** What its quoted figures are of, where that is not its gold. */
  readonly quotedOn?: AnyTrack["quotedOn"];
  readonly entries: readonly Entry[];
  /** Absent where nothing was compared. */
  readonly parity?: ParityRecord | undefined;
  /** Kinds of panels that show its items; none without an insight. */
  readonly viewers: readonly Panel["kind"][];
}

/** All that decides where papers stand. */
export interface StandingState {
  readonly papers: readonly Paper[];
  readonly benchmarks: Names["benchmarks"];
  /** By id. */
  readonly tracks: ReadonlyMap<string, StandingTrack>;
  /** What the credit lab shows. */
  readonly methods: readonly Pick<Method, "id" | "name" | "paper" | "source">[];
}

const listed = new Intl.ListFormat("en");

interface OwnTrack extends StandingTrack {
  readonly id: string;
}

/** Where each paper of the starting shelf stands, by name. */
export function standingsOf(state: StandingState): Standing[] {
  return state.papers
    .filter(({ shelf }) => shelf === "starting")
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
    .map((paper): Standing => {
      const tracksOf = (related: boolean): OwnTrack[] =>
        paper.tracks.flatMap(({ track: id, relation }) => {
          const track = state.tracks.get(id);
          return track === undefined || (relation === "related") !== related ? [] : [{ id, ...track }];
        });
      const own = tracksOf(false);
      return {
        slug: paper.slug,
        name: paper.name,
        answers: {
          page: { has: [{ text: "Page", href: paperHref(paper.slug) }], lacks: [] },
          figures: figuresOf(paper),
          kernel: {
            has: own.map(boardOf),
            lacks: [...unscored(paper, state.benchmarks), ...own.flatMap(elsewhere), ...told(paper.missing?.kernel)],
          },
          parity: parityOf(own),
          predictions: predictionsOf(paper, own),
          viewer: viewerOf(own),
          illustration: illustrationOf(paper, state.methods),
        },
        beside: tracksOf(true).map(boardOf),
      };
    });
}

/** How many papers have something, question by question. */
export function totalsOf(standings: readonly Standing[]): ((typeof QUESTIONS)[number] & { readonly count: number })[] {
  return QUESTIONS.map((question) => ({
    ...question,
    count: standings.filter(({ answers }) => answers[question.id].has.length > 0).length,
  }));
}

function figuresOf(paper: Paper): Answer {
  const count = figureCount(paper);
  const has = count === 0 ? [] : [{ text: plural(count, "figure"), href: `${paperHref(paper.slug)}#figures` }];
  return { has, lacks: told(paper.withoutFigures) };
}

/** What benchmarks of its figures lack to be scored here, those that lack the same together. */
function unscored({ figures }: Paper, benchmarks: Names["benchmarks"]): string[] {
  const lacking = [...new Set(figures.map(({ benchmark }) => benchmark))].flatMap((id) => {
    const { name, missing } = benchmarks[id] ?? {};
    return name === undefined || missing === undefined ? [] : [{ name, missing }];
  });
  return [...new Set(lacking.map(({ missing }) => missing))].map((why) => {
    const named = lacking.filter(({ missing }) => missing === why).map(({ name }) => name);
    return `Missing for ${named.join(", ")}: ${why}.`;
  });
}

/** What figures quoted on a board are of, where that is not the gold here. */
function elsewhere({ title, quotedOn }: OwnTrack): string[] {
  return told(quotedOn && `Figures quoted on the board of ${title} are of ${quotedOn}, not of the gold here.`);
}

function parityOf(own: readonly OwnTrack[]): Answer {
  if (own.length === 0) return { has: [], lacks: ["There is no kernel here to hold against an official scorer."] };
  const parts = own.map((track) => comparisonOf(track, labelIn(own, track)));
  return { has: parts.flatMap(({ has }) => has), lacks: parts.flatMap(({ lacks }) => lacks) };
}

/** What was compared of one track: values that no official program gives are no parity. */
function comparisonOf({ id, parity }: OwnTrack, label: string): Answer {
  if (parity === undefined) return { has: [], lacks: [] };
  const official = equalOf(parity, false);
  const ours = equalOf(parity, true);
  const whose = official === undefined ? "No official program gives its values" : "No official program gives the others";
  const reasons = [...new Set(parity.cases.flatMap(({ absent }) => absent ?? []))];
  return {
    has: official === undefined ? [] : [{ text: `${label}${official} values`, href: href(`parity/?track=${encodeURIComponent(id)}`) }],
    lacks: [
      ...told(ours && `${label}${whose}: ${ours} values equal those of a plain program of our reading.`),
      ...reasons.map((why) => {
        const cases = parity.cases.filter(({ absent }) => absent === why).length;
        return `${label}${formatCount(cases)} of ${plural(parity.cases.length, "case")} could not be compared: ${why}.`;
      }),
    ],
  };
}

/** "7 of 8", of the values that an official program gives or of those that none does; `undefined` where none was compared. */
function equalOf({ cases }: ParityRecord, reconstructed: boolean): string | undefined {
  const own = cases.filter((one) => (one.reconstructed ?? false) === reconstructed);
  const compared = own.reduce((sum, one) => sum + one.compared, 0);
  const equal = own.reduce((sum, one) => sum + one.equal, 0);
  return compared === 0 ? undefined : `${formatCount(equal)} of ${formatCount(compared)}`;
}

/** Names a track where a paper has several. */
function labelIn(own: readonly OwnTrack[], { title }: OwnTrack): string {
  return own.length === 1 ? "" : `${title}: `;
}

function predictionsOf({ missing }: Paper, own: readonly OwnTrack[]): Answer {
  const scored = own.flatMap((track) => {
    const count = track.entries.filter(isRankedEntry).length;
    return count === 0 ? [] : [{ text: `${labelIn(own, track)}${plural(count, "entry", "entries")}`, href: trackHref(track.id) }];
  });
  if (scored.length === 0) return { has: [], lacks: told(missing?.predictions) };
  const quoted = own.flatMap(({ entries }) => entries).filter(({ evidence }) => evidence.kind !== "recomputed").length;
  return { has: scored, lacks: quoted === 0 ? [] : [`${plural(quoted, "more row")} of its board: quoted figures only.`] };
}

function viewerOf(own: readonly OwnTrack[]): Answer {
  if (own.length === 0) return { has: [], lacks: ["There is no track here that scores it, and so no items of its own to open."] };
  const shown = own.filter(({ viewers }) => viewers.length > 0);
  const foreign = shown.filter(({ gold }) => gold === "imported").map(({ title }) => title);
  return {
    has: shown.map((track) => ({ text: `${labelIn(own, track)}${listed.format(track.viewers)}`, href: exploreHref(track.id) })),
    lacks:
      foreign.length === 0
        ? []
        : [`The items of ${listed.format(foreign)} are not ours to give: drop the file and they open, or look at a sample of ours.`],
  };
}

function illustrationOf({ slug, kinds, missing }: Paper, methods: StandingState["methods"]): Answer {
  const has = methods.filter(({ paper }) => paper === slug).map((method) => ({ text: nameOf(method), href: creditHref(method.id) }));
  if (has.length > 0) return { has, lacks: [] };
  if (missing?.illustration !== undefined) return { has, lacks: [missing.illustration] };
  if (!kinds.includes("method")) return { has, lacks: [`It is a ${listed.format(kinds)}, and no way of giving steps credit.`] };
  return { has, lacks: [] };
}

function boardOf({ id, title }: OwnTrack): Answer["has"][number] {
  return { text: title, href: trackHref(id) };
}

function told(reason: string | undefined): string[] {
  return reason === undefined ? [] : [reason];
}
