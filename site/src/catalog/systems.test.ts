import { type FigureTable, Names, type Paper } from "@stepladder/schema";
import { expect, it } from "vitest";
import { NameTable } from "../../../data/papers/names.ts";
import type { Listed } from "./describe.ts";
import { publishedBoards } from "./published-boards.ts";
import { pageOf, systemSentence, systemsOf } from "./systems.ts";

const names = new NameTable(
  Names.parse({
    schema: "stepladder/names/1",
    benchmarks: {
      rungs: { name: "Rungs", family: "climbing", missing: "items" },
      ropes: { name: "Ropes", family: "climbing", track: "rope-track" },
      both: { name: "Rungs and ropes", family: "climbing", of: "mean", missing: "nothing" },
      falls: { name: "Falls", family: "climbing", of: "study", missing: "nothing" },
    },
    metrics: { accuracy: { name: "Accuracy", unit: "%", better: "higher" } },
    systems: {
      climber: { name: "Climber", kind: "model", aliases: ["Climber 7B"] },
      "climber-0806": { name: "Climber-0806", kind: "model", variantOf: "climber" },
      walker: { name: "Walker", kind: "method" },
      faller: { name: "Faller", kind: "method" },
      "base-model": { name: "Base model", kind: "part" },
    },
  }),
);

const table = { evidence: "published", source: "https://example.org", metrics: [{ metric: "accuracy", unit: "%" }] } as const;
const paper = (slug: string, figures: readonly Pick<FigureTable, "benchmark" | "rows">[]) =>
  ({ slug, figures: figures.map((one) => ({ ...table, ...one })) }) as unknown as Paper;
const rows = (...systems: readonly (readonly [string, string])[]) => systems.map(([system, value]) => ({ system, values: [value] }));
const boards = publishedBoards(
  [
    paper("a", [
      { benchmark: "rungs", rows: rows(["climber", "50.0"], ["climber-0806", "55.0"], ["base-model", "20.0"]) },
      { benchmark: "ropes", rows: rows(["climber", "70.0"], ["walker", "10.0"]) },
    ]),
    paper("c", [
      { benchmark: "both", rows: rows(["walker", "5.0"]) },
      { benchmark: "falls", rows: rows(["walker", "9.0"], ["faller", "99.0"]) },
    ]),
    paper("b", [{ benchmark: "rungs", rows: rows(["climber", "58.0"]) }]),
  ],
  names.names,
);

const entry = (track: string, name: string, kind: "recomputed" | "published" = "recomputed", system: "system" | "baseline" = "system") =>
  ({ id: name.toLowerCase(), track, system: { name, kind: system, about: "" }, evidence: { kind } }) as unknown as Listed;
const entries = [
  entry("rope-track", "Climber 7B, 1 shot"),
  entry("rope-track", "Climber 7B", "published"),
  entry("other", "Coin, twice", "recomputed", "baseline"),
];

const all = systemsOf(entries, boards, names);
const of = (id: string) => all.find((one) => one.id === id);

it("knows a system under every spelling and run, those on most benchmarks first, and no parts", () => {
  expect(all.map(({ id, kind }) => [id, kind])).toEqual([
    ["climber", "model"],
    ["coin-twice", "baseline"],
    ["walker", "method"],
    ["faller", "method"],
  ]);
  expect(of("climber")?.entries.map(({ system }) => system.name)).toEqual(["Climber 7B, 1 shot", "Climber 7B"]);
  // The track scores Ropes: both are one benchmark. Means and studies are none.
  expect(of("climber")?.counts).toEqual({ scored: 1, quoted: 1, figures: 4, benchmarks: 2 });
  expect([of("walker"), of("faller")].map((one) => one?.counts.benchmarks)).toEqual([1, 0]);
});

it("shows a dated version with its model, and each system its own rows alone", () => {
  expect(pageOf(names, "climber-0806")).toBe("climber");
  expect(of("climber")?.variants).toEqual([{ id: "climber-0806", name: "Climber-0806" }]);
  const own = of("climber")?.boards.map(({ id, versions }) => [id, versions.flatMap((one) => one.rows.map((row) => row.system.id))]);
  expect(own).toEqual([
    ["ropes", ["climber"]],
    ["rungs", ["climber-0806", "climber"]],
  ]);
  expect(of("walker")?.boards[1]).toMatchObject({ id: "ropes", figures: 1, systems: 1, papers: ["a"] });
});

it("keeps what contradicts side by side, and says so first", () => {
  const cell = of("climber")?.boards[1]?.versions[0]?.rows[1]?.cells[0];
  expect([cell?.contradicts, cell?.figures.map(({ text, paper: from }) => [text, from])]).toEqual([
    true,
    [
      ["50.0", "a"],
      ["58.0", "b"],
    ],
  ]);
  expect(systemSentence(of("climber") as (typeof all)[0])).toBe(
    "1 result scored here, on 1 board; 1 quoted on 1 board; 4 published figures of 2 benchmarks. In 1 place sources contradict each other; what each says stands there, marked ≠.",
  );
  expect(systemSentence(of("walker") as (typeof all)[0])).toBe(
    "Nothing was scored here; 3 published figures of 1 benchmark, 1 mean and 1 study.",
  );
  expect(systemSentence(of("faller") as (typeof all)[0])).toBe("Nothing was scored here; 1 published figure of 1 study.");
});
