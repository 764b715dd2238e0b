import type { Entry, Paper, ParityRecord } from "@stepladder/schema";
import { describe, expect, it, vi } from "vitest";
import type { QuestionId, Standing, StandingState, StandingTrack } from "./standing.ts";

vi.mock("astro:config/server", () => ({ root: new URL("../../", import.meta.url) }));
const { standingsOf, totalsOf } = await import("./standing.ts");

const entry = (kind: "system" | "baseline", evidence: "recomputed" | "published") =>
  ({ system: { kind }, evidence: { kind: evidence } }) as unknown as Entry;
const parity: ParityRecord = {
  schema: "stepladder/parity/1",
  track: "rungs",
  cases: [
    { name: "edges", compared: 1200, equal: 1199 },
    { name: "held back", compared: 0, equal: 0, absent: "its predictions are not at hand" },
  ],
};
const rungs: StandingTrack = {
  title: "Rungs",
  gold: "generated",
  entries: [entry("system", "recomputed"), entry("system", "published"), entry("baseline", "recomputed")],
  parity,
  viewers: ["states", "text"],
};
const climbing = {
  slug: "climbing",
  shelf: "starting",
  name: "Climbing",
  kinds: ["benchmark", "method"],
  tracks: [{ track: "rungs", relation: "defines" }],
  figures: [{ benchmark: "ropes", rows: [{ values: ["1", null] }, { values: ["2", "3"] }] }],
} as unknown as Paper;
const state: StandingState = {
  papers: [climbing, { ...climbing, slug: "neighbour", shelf: "neighbour" }],
  benchmarks: {
    ropes: { name: "Ropes", family: "climbing", missing: "knots" },
    rungs: { name: "Rungs", family: "climbing", track: "rungs" },
  },
  tracks: new Map([["rungs", rungs]]),
  methods: [
    { id: "grip", name: "Grip", paper: "climbing", source: "code" },
    { id: "reach", name: "Reach", paper: "climbing", source: "our reading" },
    { id: "swing", name: "Swing", paper: "neighbour", source: "code" },
  ],
};
const without = (change: Partial<StandingTrack>): StandingState => ({ ...state, tracks: new Map([["rungs", { ...rungs, ...change }]]) });
const withPaper = (change: Partial<Paper>): StandingState => ({ ...state, papers: [{ ...climbing, ...change }] });

function answers(of: StandingState): Standing["answers"] {
  const [only] = standingsOf(of);
  if (only === undefined) throw new Error("no paper");
  return only.answers;
}

/** What a question is answered with in short. */
function short(of: StandingState, question: QuestionId): { has: string[]; lacks: readonly string[] } {
  const { has, lacks } = answers(of)[question];
  return { has: has.map(({ text }) => text), lacks };
}

describe("where a paper stands", () => {
  it("tells what is there with its evidence, and what is missing beside it", () => {
    expect(standingsOf(state).map(({ slug }) => slug)).toEqual(["climbing"]);
    expect(answers(state)).toEqual({
      page: { has: [{ text: "Page", href: "/papers/climbing/" }], lacks: [] },
      figures: { has: [{ text: "3 figures", href: "/papers/climbing/#figures" }], lacks: [] },
      kernel: { has: [{ text: "Rungs", href: "/tracks/rungs/" }], lacks: ["Missing for Ropes: knots."] },
      parity: {
        has: [{ text: "1,199 of 1,200 values", href: "/parity/?track=rungs" }],
        lacks: ["1 of 2 cases could not be compared: its predictions are not at hand."],
      },
      predictions: { has: [{ text: "1 entry", href: "/tracks/rungs/" }], lacks: ["1 more row of its board: quoted figures only."] },
      viewer: { has: [{ text: "states and text", href: "/explore/?track=rungs" }], lacks: [] },
      illustration: {
        has: [
          { text: "Grip", href: "/credit/grip/" },
          { text: "Reach (our reading)", href: "/credit/reach/" },
        ],
        lacks: [],
      },
    });
  });

  it("has nothing, and makes up no reason, once the thing is taken away", () => {
    const nothing = { has: [], lacks: [] };
    expect(short(without({ entries: [entry("system", "published"), entry("baseline", "recomputed")] }), "predictions")).toEqual(nothing);
    expect(short(without({ parity: undefined }), "parity")).toEqual(nothing);
    expect(short(without({ viewers: [] }), "viewer")).toEqual(nothing);
    expect(short({ ...state, methods: [] }, "illustration")).toEqual(nothing);
    expect(short(withPaper({ figures: [] }), "figures")).toEqual(nothing);
    expect(short(withPaper({ figures: [], tracks: [] }), "kernel")).toEqual(nothing);
  });

  it("takes reasons from the records that hold them", () => {
    const missing = { kernel: "No scorer.", predictions: "None.", illustration: "No formula." };
    const bare = { ...withPaper({ missing, withoutFigures: "None were found.", figures: [], tracks: [] }), methods: [] };
    expect(short(bare, "figures").lacks).toEqual(["None were found."]);
    expect(short(bare, "kernel").lacks).toEqual(["No scorer."]);
    expect(short(bare, "predictions").lacks).toEqual(["None."]);
    expect(short(bare, "illustration").lacks).toEqual(["No formula."]);
  });

  it("counts no track that is not the paper's own, and no value that no official program gives", () => {
    const related = withPaper({ tracks: [{ track: "rungs", relation: "related" }] });
    for (const question of ["kernel", "parity", "predictions", "viewer"] as const)
      expect(short(related, question).has, question).toEqual([]);
    expect(standingsOf(related)[0]?.beside).toEqual([{ text: "Rungs", href: "/tracks/rungs/" }]);
    const printed = without({ parity: { ...parity, cases: [{ name: "printed", compared: 7, equal: 7, reconstructed: true }] } });
    expect(short(printed, "parity")).toEqual({ has: [], lacks: [expect.stringContaining("7 of 7 values")] });
    expect(totalsOf(standingsOf(printed)).map(({ id, count }) => [id, count])).toContainEqual(["parity", 0]);
  });
});

describe("this repository", async () => {
  const { standings } = await import("./standings.ts");
  const { catalog } = await import("./tracks.ts");
  const { figureCount, papers } = await import("./papers.ts");
  const all = await standings();

  it("has thirty-four papers, and for each question an answer or a reason", () => {
    expect(all).toHaveLength(34);
    const unanswered = all.flatMap(({ slug, answers: own }) =>
      Object.entries(own).flatMap(([question, { has, lacks }]) => (has.length + lacks.length === 0 ? [`${slug}: ${question}`] : [])),
    );
    expect(unanswered).toEqual([]);
  });

  it("gives no reason for what is there", () => {
    const stale = papers.flatMap(({ slug, missing = {} }) =>
      (["predictions", "illustration"] as const)
        .filter(
          (question) => missing[question] !== undefined && (all.find((one) => one.slug === slug)?.answers[question].has.length ?? 0) > 0,
        )
        .map((question) => `${slug}: ${question}`),
    );
    expect(stale).toEqual([]);
  });

  it("counts what boards and papers have", () => {
    for (const { slug, answers: own } of all) {
      const paper = papers.find((one) => one.slug === slug) as Paper;
      expect(Number.parseInt(own.figures.has[0]?.text.replaceAll(",", "") ?? "0", 10), slug).toBe(figureCount(paper));
      const tracks = paper.tracks.filter(({ relation }) => relation !== "related").map(({ track }) => track);
      const boards = catalog.filter(({ track }) => tracks.includes(track.id));
      expect(own.kernel.has.length, slug).toBe(tracks.length);
      const entries = boards.flatMap((board) => board.entries);
      const scored = entries.filter(({ system, evidence }) => system.kind === "system" && evidence.kind === "recomputed");
      const listed = own.predictions.has.reduce((sum, { text }) => sum + Number(/(\d+) entr(?:y|ies)$/.exec(text)?.[1]), 0);
      expect(listed, slug).toBe(scored.length);
    }
    expect(totalsOf(all)).toMatchObject([{ count: 34 }, { count: 33 }, {}, {}, {}, {}, {}]);
  });
});
