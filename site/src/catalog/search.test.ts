import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { SearchDocument } from "../features/search/document.ts";
import { type Answer, SearchIndex } from "../features/search/rank.ts";
import { PAGES } from "./pages.ts";

vi.mock("astro:config/server", () => ({ root: new URL("../../", import.meta.url) }));

let documents: SearchDocument[];
let index: SearchIndex;

beforeAll(async () => {
  documents = (await import("./search.ts")).searchDocuments();
  index = new SearchIndex(documents);
});

/** What is found of each kind, the best first: `paper SLATE`. */
const found = (query: string): string[] => named(index.find(query));
const named = ({ groups }: Answer): string[] => groups.flatMap((group) => group.found.map((one) => `${group.kind} ${one.document.title}`));

describe("the real documents", () => {
  it.each([
    ["a paper by a word of its title", "truncated", "paper SLATE"],
    ["a paper by words of its title in any order", "retrieval sampling truncated", "paper SLATE"],
    ["a paper by its number", "2602.23440", "paper SLATE"],
    ["a paper by what it is about", "advantages among next steps", "paper SLATE"],
    ["a model by an alias", "MathShepherd-Mistral-7B", "system Math-Shepherd-PRM-7B"],
    ["a model by an alias in another spelling", "mathshepherd mistral 7b", "system Math-Shepherd-PRM-7B"],
    ["a system of a board that papers do not name", "blind prior", "system Blind prior"],
    ["a metric by its abbreviation", "PA", "metric Prefix accuracy"],
    ["a metric by the abbreviation of a paper", "StepAcc", "metric Step accuracy"],
    ["a metric by the initials of its name", "mrr", "metric Mean reciprocal rank"],
    ["a metric by what else it is called", "MoF", "metric Frame accuracy"],
    ["a metric that papers alone have", "EX", "metric Execution accuracy"],
    ["a benchmark by an alias", "natural questions", "benchmark NQ"],
    ["a board by its id", "goal-step", "track Ego4D Goal-Step"],
    ["a page by what it tells of", "bootstrap", "page Statistics"],
  ])("hold %s", (_, query, first) => {
    expect(found(query)[0]).toBe(first);
  });

  it.each([
    ["GSM8K", "gsm 8k", "gsm-8k", "gsm_8K"],
    ["GPT-4o", "gpt4o", "GPT 4o"],
    ["Qwen2.5-7B", "qwen 2.5 7b", "QWEN2.5_7B"],
    ["Plan-and-Solve", "plan and solve", "plán-and-sölve"],
  ])("answer %s and %s alike", (...spellings) => {
    const [first, ...others] = spellings.map((query) => new Set(found(query)));
    expect(first?.size).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  it("put the exact name first, then what begins with it, the shortest first", () => {
    const systems = found("gpt-4o").filter((one) => one.startsWith("system"));
    expect(systems[0]).toBe("system GPT-4o");
    expect(systems.slice(1).every((one) => one.startsWith("system GPT-4o-"))).toBe(true);
    expect(found("qwen2.5-math")[0]).toMatch(/^system Qwen2\.5-Math-/);
  });

  it("find more by fewer letters while somebody types", () => {
    for (const [longer, shorter] of [
      ["processbench", "processb"],
      ["prefix accuracy", "prefix acc"],
      ["gpt-4o", "gpt-4"],
    ] as const)
      expect(found(shorter)).toEqual(
        expect.arrayContaining(found(longer).filter((one) => /ProcessBench|Prefix accuracy|GPT-4o/.test(one))),
      );
  });

  it("correct a long word, and say so", () => {
    const answer = index.find("proccbench");
    expect(named(answer)).toEqual(expect.arrayContaining(["track ProcBench", "paper ProcBench"]));
    expect(answer.unknown).toEqual([{ word: "proccbench", taken: ["procbench"] }]);
    expect(found("plan-and-slove")).toContain("paper Plan-and-Solve");
  });

  it("never correct what is short or has a digit", () => {
    expect(found("gpt-4o").join()).not.toMatch(/GPT-5|OptiMUS/);
    for (const query of ["GPT-6", "GPT 6", "gpt6", "slat3", "o7", "xqzw"]) expect([query, found(query)]).toEqual([query, []]);
  });

  it("hold each thing once, each with a page or a place", () => {
    const ids = documents.map(({ kind, title, href, line }) => JSON.stringify([kind, title, href, line]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(documents.filter(({ href, places = [] }) => href === undefined && places.length === 0)).toEqual([]);
    for (const kind of ["track", "system", "paper", "benchmark", "metric", "method", "page"])
      expect(new Set(documents.map((one) => one.kind))).toContain(kind);
  });

  it("weigh at most 60 KB", () => {
    expect(gzipSync(JSON.stringify(documents), { level: 9 }).length).toBeLessThanOrEqual(60_000);
  });
});

it("every page that is no page of one thing can be found", () => {
  const folder = fileURLToPath(new URL("../pages/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /^[^[\]]*\.astro$/.test(file));
  const paths = files.map((file) =>
    file.replaceAll("\\", "/").replace(/(?:^|(?<=\/))index\.astro$|\.astro$/, (end) => (end === ".astro" ? "/" : "")),
  );
  // The first page is the name of the site itself; two stand in for others; and one is where somebody searches.
  const others = new Set(["", "404/", "offline/", "search/"]);
  expect(PAGES.map(({ path }) => path).sort()).toEqual(paths.filter((path) => !others.has(path)).sort());
});

describe("made documents", () => {
  const document = (title: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ kind: "paper", title, href: "/", ...more });
  const titles = (query: string, ...all: SearchDocument[]): string[] =>
    new SearchIndex(all).find(query).groups.flatMap((group) => group.found.map((one) => one.document.title));

  it("are found by titles, then other names, then texts, the shortest name first", () => {
    const all = [
      document("Climbing", { texts: ["It counts rungs."] }),
      document("Rung counter"),
      document("Rungs"),
      document("A ladder of rungs"),
      document("Ladder", { names: ["rungs"] }),
    ];
    expect(titles("rungs", ...all)).toEqual(["Rungs", "Ladder", "A ladder of rungs", "Climbing"]);
    expect(titles("rung", ...all)).toEqual(["Rungs", "Ladder", "Rung counter", "A ladder of rungs", "Climbing"]);
  });

  it("must have every word, and where none has, those with most of them are told to be such", () => {
    const all = [document("Ladder of rope"), document("Ladder of wood"), document("Rope")];
    expect(titles("rope ladder", ...all)).toEqual(["Ladder of rope"]);
    const answer = new SearchIndex(all).find("rope ladder bananas");
    expect(answer.groups[0]?.found.map(({ document: { title }, way }) => [title, way])).toEqual([
      ["Ladder of rope", "some words"],
      ["Ladder of wood", "some words"],
      ["Rope", "some words"],
    ]);
  });

  it("do not say what two of their words make up together", () => {
    expect(titles("slate", document("5 s late"), document("Slate"))).toEqual(["Slate"]);
    expect(titles("4o", document("GPT-4 OptiMUS"))).toEqual([]);
    expect(titles("6", document("GLM-4.6"))).toEqual([]);
  });

  it("come by kind, the kind of the best first", () => {
    const all = [document("Score", { kind: "page" }), document("Scores of steps", { kind: "track" })];
    expect(new SearchIndex(all).find("score").groups.map(({ kind }) => kind)).toEqual(["page", "track"]);
    expect(new SearchIndex(all).find("sc").groups.map(({ kind }) => kind)).toEqual(["track", "page"]);
  });

  it("are not found by nothing", () => {
    expect(titles("  -_ ,", document("A"))).toEqual([]);
  });
});
