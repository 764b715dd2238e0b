import { fileURLToPath } from "node:url";
import { StatesItem, TrackCard } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { recognise } from "@stepladder/wasm/host/recognise.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { trackCard } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { describe, expect, it } from "vitest";
import procbench from "../procbench/track.ts";
import { baselines } from "../states/baselines.ts";
import { generateItems } from "./generate.ts";
import { sampleRecord } from "./sample.ts";
import track from "./track.ts";

const kernels = await loadKernels();
const fixture = (name: string) => openSources([fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))]);
const lines = (name: string, records: readonly object[]): Source =>
  fromBlob(name, new Blob(records.map((record) => `${JSON.stringify(record)}\n`)));

async function score(predictions: readonly Source[], gold: readonly Source[]) {
  const mark = kernels.arena.mark();
  const card = await scoreTrack({ track, gold, predictions, kernels });
  kernels.arena.release(mark);
  return card;
}

describe("the fixtures", () => {
  it("score as worked out by hand", async () => {
    const { scores, slices, coverage, extraction, diagnoses } = await score(
      await fixture("predictions.jsonl"),
      await fixture("gold.jsonl"),
    );
    // As gold; the final state repeated (3 of 4); a wrong final list (1 of 2); missing.
    expect(scores["prefix-accuracy"]?.value).toBe((1 + 3 / 4 + 1 / 2 + 0) / 4);
    expect(scores["sequential-match"]?.value).toBe(1 / 4);
    expect(scores["final-match"]?.value).toBe(2 / 4);
    expect(Object.entries(slices.split ?? {}).map(([split, own]) => [split, own["prefix-accuracy"]?.value])).toEqual([
      ["easy", (1 + 3 / 4) / 2],
      ["medium", 1 / 2],
      ["hard", 0],
    ]);
    expect(coverage.unscored).toEqual({ "no-prediction": 1 });
    expect(extraction).toEqual({ attempted: 1, extracted: 1, rules: { "fenced-json": 1 } });
    expect(diagnoses.map(({ id, examples }) => [id, examples])).toEqual([["final-repeated", ["pl-1-00001"]]]);
  });

  it("are recognised among the tracks", async () => {
    const both = [...(await fixture("gold.jsonl")), ...(await fixture("predictions.jsonl"))];
    const { files, track: own } = await recognise([procbench, track], both);
    expect(files.map(({ role, track: of, format }) => [role, of, format])).toEqual([
      ["gold", "procladder", "stepladder-gold"],
      ["prediction", "procladder", "records"],
    ]);
    expect(own).toBe("procladder");
  });
});

const items = [...generateItems({ items: 120, seed: 5 })];

describe("the track", () => {
  it("owns the ids of every seed and named set, and no others", () => {
    for (const id of [...items.map((item) => item.id), "pl-spring-00000", "pl-1-123456", "pl-1-f00000"])
      expect(track.owns(id), id).toBe(true);
    for (const id of ["pl-1-0000", "pl-A-00000", "xpl-1-00000", "pl-1-00000x", "pl-1-g00000", "task01_0000"])
      expect(track.owns(id), id).toBe(false);
  });

  it("makes items of the schema, and gold scores full marks against itself in every slice", async () => {
    for (const item of items) expect(StatesItem.safeParse(item).success, item.id).toBe(true);
    const perfect = items.map(({ id, intermediate, final }) => ({ id, prediction: { intermediate, final } }));
    const { scores, slices, diagnoses, problems } = await score([lines("p.jsonl", perfect)], [lines("g.jsonl", items)]);
    const all = [scores, ...Object.values(slices).flatMap((values) => Object.values(values))];
    for (const own of all) for (const id of ["prefix-accuracy", "sequential-match", "final-match"]) expect(own[id]?.value).toBe(1);
    expect(all).toHaveLength(1 + 3 + 6 + 30);
    expect([diagnoses, problems]).toEqual([[], []]);
  });

  it("gives trivial systems what they deserve", async () => {
    const gold = [lines("g.jsonl", items)];
    const means = await Promise.all(
      baselines.map(async ({ id, fit }) => {
        const predict = fit(items);
        const records = items.map((item) => ({ id: item.id, prediction: predict(item) }));
        const { scores } = await score([lines(`${id}.jsonl`, records)], gold);
        return [id, scores["sequential-match"]?.value, scores["final-match"]?.value];
      }),
    );
    const back = items.filter(({ init, final }) => JSON.stringify(init) === JSON.stringify(final)).length;
    expect(means).toEqual([
      ["empty", 0, 0],
      ["stay-put", 0, back / items.length],
    ]);
  });

  it("has a card of the schema", () => {
    expect(TrackCard.parse(trackCard(track))).toEqual(trackCard(track));
    expect(trackCard(track)).toMatchObject({ id: "procladder", family: "states", gold: "generated" });
  });
});

describe("the sample", () => {
  const records = items.map(sampleRecord);

  it("is the same every time", () => {
    expect(items.map(sampleRecord)).toEqual(records);
  });

  it("has all that a person should see: hits, slips, prose and gaps, and nothing unreadable", async () => {
    const given = records.filter((record) => record !== undefined);
    const { scores, coverage, extraction, problems } = await score([lines("sample.jsonl", given)], [lines("g.jsonl", items)]);
    expect(coverage.unscored).toEqual({ "no-prediction": items.length - given.length });
    expect(items.length - given.length).toBeGreaterThan(0);
    expect(extraction?.attempted).toBeGreaterThan(0);
    expect(extraction?.rules).toEqual({ "fenced-json": extraction?.attempted });
    const sequential = scores["sequential-match"]?.value ?? 0;
    expect(sequential).toBeGreaterThan(0.1);
    expect(sequential).toBeLessThan(scores["prefix-accuracy"]?.value ?? 0);
    expect(problems.map(({ kind }) => kind)).toEqual(["missing-prediction"]);
  });
});
