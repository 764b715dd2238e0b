import type { Paper } from "@stepladder/schema";
import { expect, it } from "vitest";
import { markup } from "../charts/svg.ts";
import { timelineChart } from "../charts/timeline.ts";
import { fieldMap, mapSentence } from "./field-map.ts";

type Mapped = Pick<Paper, "slug" | "name" | "kinds" | "families" | "supervision">;
const paper = (slug: string, families: string[], supervision: Paper["supervision"]): Mapped => ({
  slug,
  name: slug,
  kinds: ["method"],
  families,
  supervision,
});
const papers = [
  paper("a", ["mathematics", "agents"], ["final answer"]),
  paper("b", ["mathematics"], ["final answer", "step labels"]),
  paper("c", ["video"], ["step labels"]),
  paper("d", ["mathematics"], ["final answer"]),
];

it("puts each paper in every place it belongs to, the fullest rows and columns first", () => {
  const { columns, rows } = fieldMap(papers);
  expect(columns).toEqual([
    { supervision: "final answer", papers: 3 },
    { supervision: "step labels", papers: 2 },
  ]);
  expect(rows.map(({ family, papers: count, cells }) => [family, count, cells.map((own) => own.map(({ slug }) => slug).join())])).toEqual([
    ["mathematics", 3, ["a,b,d", "b"]],
    ["agents", 1, ["a", ""]],
    ["video", 1, ["", "c"]],
  ]);
  expect(mapSentence(fieldMap(papers), 4)).toBe(
    "4 papers on 3 task families by 2 kinds of supervision. The fullest place is mathematics told by final answer (3 papers); of the 6 places, 2 have no paper here.",
  );
});

it("draws papers from the first to the last, on wide and narrow pages", () => {
  const dated = [
    { name: "Later", date: "2026-01", mark: "circle" },
    { name: "First", date: "2024-05-06", mark: "square" },
  ] as const;
  for (const width of [720, 288]) {
    const drawn = markup(timelineChart(dated, { width, label: "what to see" }));
    expect(drawn.indexOf("First")).toBeLessThan(drawn.indexOf("Later"));
    expect(drawn).toContain(">2024<");
    expect(drawn).not.toMatch(/NaN|undefined|style=/);
  }
});
