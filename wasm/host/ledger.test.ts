import type { LedgerLine } from "@stepladder/schema";
import { describe, expect, it } from "vitest";
import { type Committed, lineOf, partingFault, partings, stateOf } from "./ledger.ts";

const sha = (digit: string): string => digit.repeat(64);
const entry: Committed = {
  id: "n",
  schema: "stepladder/entry/1",
  track: "t",
  system: { name: "N", kind: "system", about: "a" },
  date: "2026-01-02",
  evidence: { kind: "recomputed", predictions: sha("1"), gold: sha("2"), items: sha("3"), kernels: sha("4") },
  coverage: { items: 2, scored: 2, unscored: {} },
  scores: { m: { value: 0.5, low: 0.1, high: 0.9, scored: 2, unscored: 0 } },
  slices: {},
  pack: "n.pack.gz",
};
const ranking = () => "m";
const added = async (entries: readonly Committed[], lines: readonly LedgerLine[] = []): Promise<LedgerLine[]> =>
  (await partings(lines, entries, ranking)).map((parting) => lineOf(parting, "m", "2026-03-04", "because"));
const changed = (change: Partial<Committed>): Committed => ({ ...entry, ...change });
const kinds = async (now: readonly Committed[]): Promise<string[]> =>
  (await partings(await added([entry]), now, ranking)).map(({ kind }) => kind);

describe("the state of an entry", () => {
  it("is the same however its record was written, and whatever kernels and files of gold gave the same figures", async () => {
    const { scores, ...rest } = entry;
    const reordered = { scores: { m: { unscored: 0, scored: 2, high: 0.9, low: 0.1, value: 0.5 } }, ...rest };
    expect(await stateOf(reordered)).toEqual(await stateOf(entry));
    expect(await stateOf(changed({ evidence: { ...entry.evidence, kernels: sha("9"), gold: sha("9") } as never }))).toEqual(
      await stateOf(entry),
    );
  });
});

describe("a ledger", () => {
  it("is told of new entries once", async () => {
    const lines = await added([entry]);
    expect(lines).toEqual([
      {
        schema: "stepladder/ledger/1",
        date: "2026-03-04",
        track: "t",
        entry: "n",
        system: "N",
        kind: "added",
        why: "because",
        ranking: { metric: "m", to: 0.5 },
        sha256: await stateOf(entry),
      },
    ]);
    expect(await added([entry], lines)).toEqual([]);
  });

  it("tells a rescored entry by any figure, interval or hash of predictions, an amended one by what stands beside", async () => {
    expect(await kinds([changed({ scores: { m: { ...entry.scores.m, high: 0.91 } } })])).toEqual(["rescored"]);
    expect(await kinds([changed({ evidence: { ...entry.evidence, predictions: sha("5") } as never })])).toEqual(["rescored"]);
    expect(await kinds([changed({ coverage: { items: 2, scored: 1, unscored: { unreadable: 1 } } })])).toEqual(["rescored"]);
    expect(await kinds([changed({ system: { ...entry.system, about: "b" } })])).toEqual(["amended"]);
    expect(await kinds([])).toEqual(["removed"]);
  });

  it("says what the ranking value was and is, also through a removal", async () => {
    const lines = await added([entry]);
    const better = changed({ scores: { m: { value: 0.7, scored: 2, unscored: 0 } } });
    lines.push(...(await added([better], lines)));
    expect(lines.at(-1)).toMatchObject({ kind: "rescored", ranking: { metric: "m", from: 0.5, to: 0.7 } });
    lines.push(...(await added([], lines)));
    expect(lines.at(-1)).toMatchObject({ kind: "removed", ranking: { metric: "m", from: 0.7 } });
    expect(lines.at(-1)?.sha256).toBeUndefined();
    expect(await added([], lines)).toEqual([]);
    expect((await added([entry], lines)).map(({ kind }) => kind)).toEqual(["added"]);
  });

  it("says in words where it and the entries part", async () => {
    const found = await partings(await added([entry]), [changed({ id: "o" })], ranking);
    expect(found.map(partingFault)).toEqual([
      "t/n: expected the entry that its last line tells of, found none",
      "t/o: expected a line that tells of it, found none",
    ]);
  });
});
