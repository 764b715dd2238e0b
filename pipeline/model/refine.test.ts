import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MinedProcedure } from "@stepladder/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ran, ROOT, runIn } from "../testing.ts";
import { Endpoint, type Received, type Reply } from "./testing.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "refine-"));
  await mkdir(join(folder, "run"));
});
afterEach(() => rm(folder, { recursive: true }));

const procedure = (n: number): MinedProcedure => ({
  id: `p${n}`,
  goal: `Paint fence ${n}`,
  lang: "en",
  resources: [],
  steps: [
    { text: "Sand the boards.", pointer: "li:nth-child(1)" },
    { text: "Brush the paint on.", pointer: "li:nth-child(2)" },
    { text: "Let it dry.", pointer: "li:nth-child(3)" },
  ],
  source: { file: `${n}.html`, sha256: "0" },
  miner: "general",
  score: 0.9,
  pointer: "ol",
});

const page = {
  id: "page",
  lang: "en",
  source: { file: "page.html", sha256: "0" },
  text: "To wax a ski, clean the base. Then melt the wax onto it. At last scrape the wax off.",
};

/** A model that does what is asked of it. */
function willing({ messages }: Received): Reply {
  const task = messages[0]?.content ?? "";
  const found = {
    goal: "Wax a ski",
    resources: [{ text: "wax" }],
    steps: ["clean the base", "melt the wax onto it", "scrape the wax off"],
  };
  if (task.includes("text of a web page")) return { text: JSON.stringify({ procedure: found }) };
  if (task.includes("one of these kinds")) return { text: '{"kind": null}' };
  if (task.includes("Rewrite the steps"))
    return {
      text: `<think>{"no": 1}</think>Here you are:\n\`\`\`json\n{"goal": "Paint a fence", "steps": [{"text": "Sand.", "from": [1]}, {"text": "Paint.", "from": [2]},]}\n\`\`\``,
    };
  if (task.includes("List what a person needs")) return { text: '{"resources": [{"text": "paint", "kind": "supply"}]}' };
  return { text: '{"correct": true, "sequential": true, "general": true, "aligned": true}' };
}

async function mined(procedures: readonly MinedProcedure[], unmined?: object): Promise<void> {
  await writeFile(join(folder, "run/procedures.jsonl"), procedures.map((one) => `${JSON.stringify(one)}\n`).join(""));
  if (unmined !== undefined) await writeFile(join(folder, "run/unmined.jsonl"), `${JSON.stringify(unmined)}\n`);
}

const args = ({ url }: Endpoint, ...more: string[]): string[] => [
  ...["refine", join(folder, "run"), "--out", join(folder, "out"), "--model", "m", "--base-url", url],
  ...more,
];
const refine = (endpoint: Endpoint, ...more: string[]): Promise<Ran> => runIn(ROOT, ...args(endpoint, ...more));

async function records(file: string): Promise<unknown[]> {
  const lines = (await readFile(join(folder, "out", file), "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line));
}

describe("stepladder refine", () => {
  it("takes procedures and pages through all stages, in the order of the run", async () => {
    await using endpoint = await Endpoint.open(willing);
    await mined([procedure(0), procedure(1)], page);
    const { code, out } = await refine(endpoint);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("3 procedures kept, 0 dropped, 0 without an answer\n10 requests answered, 3 answers were kept"),
    ]);
    const kept = await records("procedures.jsonl");
    expect(kept.map((one) => (one as MinedProcedure).id)).toEqual(["p0", "p1", "page#text"]);
    expect(kept[0]).toMatchObject({
      goal: "Paint a fence",
      resources: [{ text: "paint", kind: "supply" }],
      steps: [
        { text: "Sand.", pointer: "li:nth-child(1)" },
        { text: "Paint.", pointer: "li:nth-child(2)" },
      ],
      stages: [
        { stage: "screen" },
        { stage: "rewrite", note: "3 steps before" },
        { stage: "resources", note: "0 before" },
        { stage: "verify" },
      ],
    });
    expect(JSON.parse(await readFile(join(folder, "out/report.json"), "utf8"))).toMatchObject({ model: "m", kept: 3, failed: 0 });
  });

  it("drops with the stage's reason, and keeps what it dropped", async () => {
    await using endpoint = await Endpoint.open((received) =>
      received.messages[0]?.content.includes("one of these kinds") === true ? { text: '{"kind": "user-interface"}' } : willing(received),
    );
    await mined([procedure(0)]);
    expect((await refine(endpoint)).out).toContain("0 procedures kept, 1 dropped");
    expect(await records("dropped.jsonl")).toMatchObject([{ filter: "model-screen", reason: "user-interface", procedure: { id: "p0" } }]);
    expect(endpoint.received).toHaveLength(1);
  });

  it("tells the model once what was wrong, then drops what still cannot be read", async () => {
    await using endpoint = await Endpoint.open(({ messages }) => ({
      text: messages.length > 2 ? '{"kind": "boring"}' : "I would rather not.",
    }));
    await mined([procedure(0)]);
    await refine(endpoint, "--stages", "screen");
    expect(endpoint.received[1]?.messages.at(-1)?.content).toContain("expected a JSON object, found none");
    expect(await records("dropped.jsonl")).toMatchObject([{ filter: "model-screen", reason: "unreadable-answer" }]);
  });

  it("believes no step that is not in the page", async () => {
    const made = { goal: "Wax", resources: [], steps: ["Buy a yacht", "Sail to the moon", "Come home"] };
    await using endpoint = await Endpoint.open(() => ({ text: JSON.stringify({ procedure: made }) }));
    await mined([], page);
    await refine(endpoint, "--stages", "extract");
    expect(endpoint.received[1]?.messages.at(-1)?.content).toContain('expected steps in the words of the page, found "Buy a yacht"');
    expect(JSON.parse(await readFile(join(folder, "out/report.json"), "utf8"))).toMatchObject({
      kept: 0,
      pagesWithout: { "unreadable-answer": 1 },
    });
  });

  it("goes on where answers failed, and asks for nothing twice", async () => {
    let broken = true;
    await using endpoint = await Endpoint.open((received) =>
      broken && received.messages[1]?.content.includes("fence 1") === true ? { status: 500 } : willing(received),
    );
    await mined([procedure(0), procedure(1), procedure(2)]);
    const first = await refine(endpoint, "--retries", "0", "--stages", "screen");
    expect([first.code, first.err]).toEqual([1, expect.stringContaining("found none for 1 inputs (failures.jsonl)")]);
    expect(await records("failures.jsonl")).toMatchObject([{ id: "p1", kind: "no-answer" }]);
    broken = false;
    const second = await refine(endpoint, "--retries", "0", "--stages", "screen");
    expect([second.code, second.out]).toEqual([0, expect.stringContaining("1 requests answered, 2 answers were kept from before")]);
    expect(await records("procedures.jsonl")).toMatchObject([{ id: "p0" }, { id: "p1" }, { id: "p2" }]);
  });

  it("gives the same bytes after kill -9 as in one go, and pays for no answer twice", async () => {
    await mined(Array.from({ length: 30 }, (_, n) => procedure(n)));
    await using whole = await Endpoint.open(willing);
    await refine(whole, "--cache", join(folder, "whole"));
    const expected = await readFile(join(folder, "out/procedures.jsonl"));
    await rm(join(folder, "out"), { recursive: true });
    await using endpoint = await Endpoint.open(willing, 30);
    const child = spawn(process.execPath, [join(ROOT, "pipeline/bin/stepladder.js"), ...args(endpoint, "--concurrency", "2")], {
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await expect.poll(() => endpoint.received.length, { timeout: 10_000 }).toBeGreaterThan(40);
    child.kill("SIGKILL");
    await ended;
    expect(await readdir(join(folder, "out"))).not.toContain("procedures.jsonl");
    const before = endpoint.received.length;
    expect((await refine(endpoint)).code).toBe(0);
    expect(await readFile(join(folder, "out/procedures.jsonl"))).toEqual(expected);
    // 120 answers in all; of those under way at the kill two at most were lost.
    expect(endpoint.received.length).toBeLessThanOrEqual(122);
    expect(before).toBeGreaterThan(40);
  });

  it("reckons without asking", async () => {
    await using endpoint = await Endpoint.open(willing);
    await mined([procedure(0)], page);
    const { code, out } = await refine(endpoint, "--dry-run", "--price", "2,8");
    expect([code, endpoint.received.length]).toEqual([0, 0]);
    for (const stage of ["extract", "screen", "rewrite", "resources", "verify"]) expect(out).toContain(stage);
    expect(out).toMatch(/0\.0\d+ dollars at most.* Nothing was asked\./);
    expect(await readdir(folder)).toEqual(["run"]);
  });

  it("reckons without a model, an endpoint and a price", async () => {
    await mined([procedure(0)]);
    const { code, out } = await runIn(ROOT, "refine", join(folder, "run"), "--dry-run");
    expect([code, out]).toEqual([0, expect.stringContaining("Give --price to know what it costs")]);
    const { code: usage, err } = await runIn(ROOT, "refine", join(folder, "run"), "--model", "m");
    expect([usage, err]).toEqual([2, expect.stringContaining("expected --out, --base-url")]);
  });

  it("does not write over what it reads", async () => {
    await using endpoint = await Endpoint.open(willing);
    await mined([procedure(0)]);
    const { code, err } = await refine(endpoint, "--out", join(folder, "out/../run"));
    expect([code, err]).toEqual([1, expect.stringContaining("expected another folder than that of the run")]);
    expect(await readdir(join(folder, "run"))).toEqual(["procedures.jsonl"]);
    expect(endpoint.received).toHaveLength(0);
  });

  it("stops before the money is spent, and leaves no half of a file", async () => {
    await using endpoint = await Endpoint.open(willing);
    await mined([procedure(0)]);
    const { code, err } = await refine(endpoint, "--price", "2,8", "--max-cost", "0.001");
    expect([code, err]).toEqual([1, expect.stringContaining("expected to stay within 0.001 dollars")]);
    expect(await readdir(join(folder, "out"))).toEqual([".answers"]);
  });

  it.each([
    ["a folder without a run", [], 'expected a run of "stepladder mine" with procedures.jsonl, found none', 1],
    ["an unknown stage", ["--stages", "screen,polish"], 'found "polish"', 1],
    ["a limit without a price", ["--max-cost", "1"], "expected a --price to reckon with", 1],
    ["an address that is none", ["--base-url", "localhost"], "expected an address that starts with http", 2],
  ])("refuses %s", async (what, more, message, exit) => {
    await using endpoint = await Endpoint.open(willing);
    if (what !== "a folder without a run") await mined([procedure(0)]);
    const { code, err } = await refine(endpoint, ...more);
    expect([code, err]).toEqual([exit, expect.stringContaining(message)]);
  });

  it("names the line of a run that is no procedure", async () => {
    await using endpoint = await Endpoint.open(willing);
    await mined([procedure(0), { ...procedure(1), goal: "" }]);
    const { code, err } = await refine(endpoint, "--stages", "screen");
    expect([code, err]).toEqual([1, expect.stringContaining("procedures.jsonl:2 goal: expected text that is not empty")]);
  });
});
