import { BoardReport, ComparisonReport } from "@stepladder/schema";
import { boardStandings } from "@stepladder/wasm/host/board.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { describe, expect, it } from "vitest";
import { loadBoard } from "./core/boards.ts";
import { ROOT, runIn } from "./testing.ts";

const board = (...args: string[]) => runIn(ROOT, "board", ...args);
const BY_DATASET = ["agentprocessbench", "--metric", "exact-match", "--slice", "dataset=bfcl", "--slice", "dataset=tau2"];
const FEW = ["--draws", "200", "--seed", "7"];

describe("stepladder board", () => {
  it("gives as JSON what the board's own standings are, in the same bytes every time", async () => {
    const [one, again] = await Promise.all([board(...BY_DATASET, ...FEW, "--json"), board(...BY_DATASET, ...FEW, "--json")]);
    expect(one).toMatchObject({ code: 0, err: "" });
    expect(again.out).toBe(one.out);
    const report = BoardReport.parse(JSON.parse(one.out));
    expect(report).toMatchObject({ cut: { dataset: ["bfcl", "tau2"] }, counts: { items: 500 }, seed: 7, draws: 200 });
    const { contenders, index } = await loadBoard("agentprocessbench");
    const cut = { dataset: ["bfcl", "tau2"] };
    const { of } = boardStandings(await loadKernels(), metrics["exact-match"], contenders, index, cut, { seed: 7, draws: 200 });
    expect(of.size).toBe(16);
    for (const { id, kind, evidence, metrics: own } of report.entries) {
      const standing = of.get(id);
      const figure = own["exact-match"];
      if (standing === undefined) {
        expect([evidence, figure], id).toEqual(["published", { reason: "no figure is quoted" }]);
        continue;
      }
      expect(figure?.value, id).toBe(standing.value.kind === "value" ? standing.value.value : undefined);
      expect([figure?.low, figure?.high]).toEqual([standing.interval?.low, standing.interval?.high]);
      expect([figure?.rank, figure?.rankLow, figure?.rankHigh]).toEqual([standing.rank, standing.range?.low, standing.range?.high]);
      expect(figure?.pFirst).toBe(kind === "system" ? standing.first : undefined);
    }
  });

  it("ranks only what was scored here; quoted figures stand in place by their value", async () => {
    const { out } = await board("agentprocessbench", ...FEW, "--json", "--metric", "step-accuracy");
    const { entries } = BoardReport.parse(JSON.parse(out));
    expect(entries).toHaveLength(24);
    const values = entries.map(({ metrics: own }) => own["step-accuracy"]?.value as number);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    for (const { kind, evidence, metrics: own } of entries) {
      expect(own["step-accuracy"]?.rank !== undefined).toBe(kind === "system" && evidence === "recomputed");
    }
    const sliced = await board("agentprocessbench", ...FEW, "--json", "--metric", "step-accuracy", "--slice", "dataset=bfcl");
    const rows = BoardReport.parse(JSON.parse(sliced.out)).entries;
    for (const { evidence, coverage } of rows) expect(coverage?.items).toBe(evidence === "recomputed" ? 250 : undefined);
    const quoted = rows.find(({ id }) => id === "gpt-5.2");
    expect(quoted?.metrics["step-accuracy"]).toEqual({ value: 0.716 });
  });

  it("gives every metric of the track unless one is named, and a table for people", async () => {
    const { out } = await board("procladder", ...FEW, "--json");
    expect(BoardReport.parse(JSON.parse(out)).metrics.map(({ id }) => id)).toHaveLength(5);
    const table = await board("task-graph", ...FEW);
    expect(table.code).toBe(0);
    expect(table.out).toMatch(/^Edge F1: 24 items in 24 clusters, 200 draws, seed 7\./);
    expect(table.out).toMatch(/^rank +ties +system +value, % +95 % interval/m);
    expect(table.out).toMatch(/^1 \(1-1\) +a +\S.*recomputed$/m);
    expect(table.out).toMatch(/baseline$/m);
  });

  it("says in one message what it cannot show", async () => {
    const wrong = [
      [["nowhere"], 1, /^track: expected one of .*agentprocessbench, .*found "nowhere"/],
      [["procladder", "--metric", "step-accuracy"], 1, /^--metric: expected one of prefix-accuracy, .*found "step-accuracy"\n$/],
      [["procladder", "--slice", "colour=red"], 1, /^--slice: expected one of split, family, task, found colour\n$/],
      [["procladder", "--slice", "split=harder"], 1, /^--slice: split: expected values among easy, medium, hard, found harder\n$/],
      [["procladder", "--slice", "split"], 2, /expected id=value/],
      [["procladder", "--draws", "0"], 2, /expected a whole number from 100 to 999999/],
      [["procladder", "--seed", "-1.5"], 2, /expected a whole number/],
    ] as const;
    for (const [args, code, message] of wrong) {
      expect(await board(...args), args.join(" ")).toMatchObject({ code, out: "", err: expect.stringMatching(message) });
    }
  });
});

describe("stepladder compare", () => {
  const compare = (...args: string[]) => runIn(ROOT, "compare", "agentprocessbench", ...args);

  it("holds systems against each other, pair by pair", async () => {
    const { code, out } = await compare("kimi-k2.5-thinking", "gpt-5.2-chat", "qwen3-4b", "--metric", "exact-match", "--json", ...FEW);
    expect(code).toBe(0);
    const { pairs } = ComparisonReport.parse(JSON.parse(out));
    expect(pairs.map(({ a, b }) => `${a} ${b}`)).toEqual([
      "kimi-k2.5-thinking gpt-5.2-chat",
      "kimi-k2.5-thinking qwen3-4b",
      "gpt-5.2-chat qwen3-4b",
    ]);
    for (const { difference = 0, won, lost, tied, p, adjusted } of pairs) {
      expect(won + lost + tied).toBe(1000);
      expect((won - lost) / 1000).toBeCloseTo(difference, 12);
      expect(adjusted).toBeGreaterThanOrEqual(p);
    }
  });

  it("takes systems by name", async () => {
    expect((await compare("Qwen3-4B", "qwen3-8b-thinking", ...FEW)).out).toContain("qwen3-4b  qwen3-8b-thinking");
  });

  it("refuses one entry alone, and entries that were not scored here", async () => {
    expect(await compare("qwen3-4b")).toMatchObject({ code: 1, err: "compare: expected two or more different entries, found one\n" });
    expect(await compare("qwen3-4b", "gpt-5.2")).toMatchObject({ code: 1, err: expect.stringContaining('found "gpt-5.2"') });
  });
});
