import type { ItemsIndex } from "@stepladder/schema";
import { beforeAll, expect, test, vi } from "vitest";
import { anatomy, scorecard, track } from "../../../test/scorecard.ts";
import { alone } from "../../workers/outcome.ts";
import { type Scorer, ScoringSession } from "./session.ts";

const given = (name: string) => ({ name, file: new File(["{}"], name) });
const recognised = (role: "prediction" | "gold" | "unknown", name = "p.jsonl") => ({
  ok: true as const,
  value: { files: [{ name, size: 2, role, track: "toy" }], track: "toy" },
});

const items: ItemsIndex = {
  schema: "stepladder/items/1",
  track: "toy",
  items: "0".repeat(64),
  ids: ["a", "b", "c", "d"],
  lengths: [2, 2, 4, 5],
  slices: [],
};

/** Files that all answer the same items. */
const rivals: Scorer["recognise"] = async (files) => ({
  ok: true,
  value: {
    files: files.map(({ name }) => ({ name, size: 2, role: "prediction", track: "toy", holds: { keys: ["a"], whole: true } })),
    track: "toy",
  },
});

beforeAll(() => {
  vi.stubGlobal("location", { origin: "http://localhost" });
});

function scorer(change: Partial<Scorer> = {}): Scorer {
  return {
    warm: async () => ({ ok: true, value: true }),
    keep: async () => ({ ok: true, value: true }),
    recognise: async () => recognised("prediction"),
    score: async () => ({ ok: true, value: scorecard }),
    anatomy: async () => ({ ok: true, value: anatomy }),
    list: unasked,
    lookAt: unasked,
    failures: unasked,
    itemValues: unasked,
    itemsIndex: async () => ({ ok: true, value: items }),
    stop: () => undefined,
    ...change,
  };
}

function unasked(): never {
  throw new Error("nobody looks into items here");
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("one clear file is scored without being asked", async () => {
  const session = new ScoringSession([track], "/", scorer());
  session.give([given("p.jsonl")]);
  expect(session.snapshot().phase).toBe("recognising");
  await settled();
  expect(session.snapshot()).toMatchObject({ phase: "done", track: "toy", scorecard });
});

test("a file of unknown form waits for the person", async () => {
  const session = new ScoringSession([track], "/", scorer({ recognise: async () => recognised("unknown") }));
  session.give([given("p.jsonl")]);
  await settled();
  expect(session.snapshot().phase).toBe("ready");
  session.start();
  await settled();
  expect(session.snapshot().phase).toBe("done");
});

test("the anatomy is of the files that were scored, and a new wish ends it", async () => {
  const ask = vi.fn<Scorer["anatomy"]>(async () => ({ ok: true, value: anatomy }));
  const session = new ScoringSession([track], "/", scorer({ anatomy: ask }));
  const { signal } = new AbortController();
  expect(() => session.anatomy(signal, () => undefined)).toThrow("before a score");
  session.give([given("p.jsonl")]);
  await settled();
  expect(await session.anatomy(signal, () => undefined)).toEqual({ ok: true, value: anatomy });
  const [job, heard] = ask.mock.calls[0] as Parameters<Scorer["anatomy"]>;
  expect(job).toMatchObject({ track: "toy", predictions: [{ name: "p.jsonl" }] });
  expect(heard.aborted).toBe(false);
  session.choose("toy");
  expect(heard.aborted).toBe(true);
  expect(signal.aborted).toBe(false);
});

test("without the site's gold, gold dropped later is added to the predictions", async () => {
  const { goldPath: _, ...imported } = track;
  const recognise = vi.fn<Scorer["recognise"]>(async (files) => ({
    ok: true,
    value: {
      files: files.map(({ name }) => ({ name, size: 2, role: name.startsWith("gold") ? "gold" : "prediction" })),
      track: "toy",
    },
  }));
  const score = vi.fn<Scorer["score"]>(async () => ({ ok: true, value: scorecard }));
  const session = new ScoringSession([{ ...imported, gold: "imported" }], "/", scorer({ recognise, score }));
  session.give([given("p.jsonl")]);
  await settled();
  expect(session.snapshot().phase).toBe("ready");
  session.give([given("gold.jsonl")]);
  await settled();
  expect(session.snapshot().phase).toBe("done");
  expect(score.mock.calls[0]?.[0]).toMatchObject({
    gold: { kind: "yours", files: [{ name: "gold.jsonl" }] },
    predictions: [{ name: "p.jsonl" }],
  });
});

test.each([
  ["of one track", "toy"],
  ["that several tracks share", undefined],
])("gold %s, dropped first, waits for predictions", async (_, named) => {
  const recognise: Scorer["recognise"] = async (files) => {
    const isGold = files.some(({ name }) => name === "gold.jsonl");
    const track = isGold ? named : "toy";
    const own = track === undefined ? {} : { track };
    return {
      ok: true,
      value: { files: files.map(({ name }) => ({ name, size: 2, role: isGold ? "gold" : "prediction", ...own })), ...own },
    };
  };
  const score = vi.fn<Scorer["score"]>(async () => ({ ok: true, value: scorecard }));
  const session = new ScoringSession([track], "/", scorer({ recognise, score }));
  session.give([given("gold.jsonl")]);
  await settled();
  session.give([given("p.jsonl")]);
  await settled();
  expect(score.mock.calls[0]?.[0]).toMatchObject({
    gold: { kind: "yours", files: [{ name: "gold.jsonl" }] },
    predictions: [{ name: "p.jsonl" }],
  });
});

test("a file of no layout beside clear ones is left out, unless the person says otherwise", async () => {
  const problem = { kind: "unknown-layout", severity: "error" as const, expected: "a layout", found: "prose", fix: "none" };
  const recognise: Scorer["recognise"] = async () => ({
    ok: true,
    value: {
      files: [
        { name: "p.jsonl", size: 2, role: "prediction", track: "toy" },
        { name: "readme.txt", size: 2, role: "unknown", problem },
      ],
      track: "toy",
    },
  });
  const score = vi.fn<Scorer["score"]>(async () => ({ ok: true, value: scorecard }));
  const session = new ScoringSession([track], "/", scorer({ recognise, score }));
  session.give([given("p.jsonl"), given("readme.txt")]);
  await settled();
  session.assign("readme.txt", "prediction");
  session.start();
  await settled();
  expect(score.mock.calls.map(([{ predictions }]) => predictions.map(({ name }) => name))).toEqual([
    ["p.jsonl"],
    ["p.jsonl", "readme.txt"],
  ]);
});

test("problems are shown, and the page goes on", async () => {
  const problem = { kind: "not-json", severity: "error" as const, expected: "JSON", found: "a comma", fix: "remove it" };
  const session = new ScoringSession([track], "/", scorer({ score: async () => ({ ok: false, problems: [alone(problem)] }) }));
  session.give([given("p.jsonl")]);
  await settled();
  expect(session.snapshot()).toMatchObject({ phase: "failed", problems: [{ kind: "not-json", count: 1 }] });
  session.clear();
  expect(session.snapshot()).toMatchObject({ phase: "empty", problems: [] });
});

test("a cancelled job says nothing more", async () => {
  let finish: (() => void) | undefined;
  let signal: AbortSignal | undefined;
  const score: Scorer["score"] = (_, given) => {
    signal = given;
    return new Promise((resolve) => {
      finish = () => resolve({ ok: true, value: scorecard });
    });
  };
  const session = new ScoringSession([track], "/", scorer({ score }));
  session.give([given("p.jsonl")]);
  await settled();
  expect(session.snapshot().phase).toBe("scoring");
  session.cancel();
  expect(signal?.aborted).toBe(true);
  finish?.();
  await settled();
  expect(session.snapshot()).toMatchObject({ phase: "ready", scorecard: undefined });
});

test("what is thrown becomes a problem for a person", async () => {
  const session = new ScoringSession([track], "/", scorer({ recognise: () => Promise.reject(new Error("boom")) }));
  session.give([given("p.jsonl")]);
  await settled();
  expect(session.snapshot()).toMatchObject({ phase: "failed", problems: [{ kind: "unforeseen", examples: [{ found: "boom" }] }] });
});

test("files that answer the same items are scored one after the other; one that fails does not lose the others", async () => {
  const problem = { kind: "not-json", severity: "error" as const, expected: "JSON", found: "a comma", fix: "remove it" };
  const score = vi.fn<Scorer["score"]>(async ({ predictions: [file] }) =>
    file?.name === "b.jsonl" ? { ok: false, problems: [alone(problem)] } : { ok: true, value: scorecard },
  );
  const session = new ScoringSession([track], "/", scorer({ recognise: rivals, score }));
  session.give(["a.jsonl", "b.jsonl", "c.jsonl"].map(given));
  await settled();
  const { phase, runs, items: told, scorecard: shown } = session.snapshot();
  expect([phase, shown, told]).toEqual(["done", undefined, items]);
  expect(runs.map(({ name, scorecard: own, failures }) => [name, own !== undefined, failures.length])).toEqual([
    ["a", true, 0],
    ["b", false, 1],
    ["c", true, 0],
  ]);
  session.show(1);
  expect(session.snapshot()).toMatchObject({ scorecard: undefined, problems: [{ kind: "not-json" }] });
  session.share("together");
  expect(session.snapshot()).toMatchObject({ phase: "ready", runs: [], items: undefined });
  session.start();
  await settled();
  expect(score.mock.lastCall?.[0].predictions).toHaveLength(3);
  expect(session.snapshot().scorecard).toBe(scorecard);
});

test("what was scored of several stays when the rest is cancelled", async () => {
  const score: Scorer["score"] = ({ predictions: [file] }, signal) =>
    file?.name === "a.jsonl"
      ? Promise.resolve({ ok: true, value: scorecard })
      : new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
  const session = new ScoringSession([track], "/", scorer({ recognise: rivals, score }));
  session.give(["a.jsonl", "b.jsonl"].map(given));
  await settled();
  expect(session.snapshot().phase).toBe("scoring");
  session.cancel();
  expect(session.snapshot()).toMatchObject({ phase: "done", notice: expect.stringContaining("what was scored stays") });
  await settled();
  expect(session.snapshot().runs.map(({ scorecard: own }) => own !== undefined)).toEqual([true, false]);
});

test("gold that cannot be fetched ends the job at the first system", async () => {
  const problem = { kind: "gold-not-fetched", severity: "error" as const, expected: "gold", found: "none", fix: "connect" };
  const score = vi.fn<Scorer["score"]>(async () => ({ ok: false, problems: [alone(problem)] }));
  const session = new ScoringSession([track], "/", scorer({ recognise: rivals, score }));
  session.give(["a.jsonl", "b.jsonl"].map(given));
  await settled();
  expect(score).toHaveBeenCalledOnce();
  expect(session.snapshot()).toMatchObject({ phase: "failed", problems: [{ kind: "gold-not-fetched" }] });
});
