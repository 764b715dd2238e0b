import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Endpoint } from "./model/testing.ts";
import { type Ran, ROOT, runIn } from "./testing.ts";
import { answersFrom } from "./testing-models.ts";
import { cutShort, ended, resultsIn, start, until } from "./testing-runs.ts";

const fixture = (path: string): string => join(ROOT, "data/tracks", path);
const GOLD = fixture("procbench/fixtures/gold.jsonl");

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-"));
  out = join(folder, "out");
});
afterEach(() => rm(folder, { recursive: true }));

const args = ({ url }: Endpoint, ...more: string[]): string[] => ["run", "--out", out, "--model", "m", "--base-url", url, ...more];
const run = (endpoint: Endpoint, ...more: string[]): Promise<Ran> => runIn(ROOT, ...args(endpoint, ...more));
const procbench = ["procbench", "--gold", GOLD];

async function records(file: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(join(out, file), "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line));
}

describe("stepladder run", () => {
  it("asks every item, and keeps what was said for the track to score", async () => {
    const right = await answersFrom("procbench", GOLD);
    await using endpoint = await Endpoint.open(right);
    const ran = await run(endpoint, ...procbench, "--price", "1,10");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain(`score them: stepladder score procbench ${out}/predictions.jsonl --gold ${GOLD}`);
    const gold = (await readFile(GOLD, "utf8")).trim().split("\n");
    expect(await records("predictions.jsonl")).toHaveLength(gold.length);
    expect((await records("predictions.jsonl"))[0]).toEqual({ id: "task01_0000", output: expect.stringContaining('"final":"abc"') });
    expect(await records("failures.jsonl")).toEqual([]);
    expect(JSON.parse(await readFile(join(out, "report.json"), "utf8"))).toEqual({
      track: "procbench",
      version: expect.any(String),
      prompt: { version: "1", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      model: "m",
      samples: 1,
      temperature: 0,
      maxTokens: 8192,
      withheld: {},
      answered: gold.length,
      unreadable: 0,
      failed: 0,
      cut: 0,
      tokens: { input: 100 * gold.length, output: 10 * gold.length },
      dollars: (200 * gold.length) / 1e6,
    });
    const scored = await runIn(ROOT, "score", "procbench", join(out, "predictions.jsonl"), "--gold", GOLD);
    expect(JSON.parse(scored.out).scores["prefix-accuracy"].value).toBe(1);
  });

  it("asks the first items, and scores these alone", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "I cannot say." }));
    const ran = await run(endpoint, "procladder", "--items", "2");
    expect(ran.out).toContain("0 answers read, 2 not readable");
    expect(ran.out).not.toContain("dollars");
    expect(await records("failures.jsonl")).toMatchObject([{ kind: "unreadable-answer", output: "I cannot say." }, {}]);
    expect((await records("predictions.jsonl")).map(({ output }) => output)).toEqual(["I cannot say.", "I cannot say."]);
    const command = /score them: stepladder (.*)/.exec(ran.out)?.[1]?.split(" ") ?? [];
    expect(command).toEqual(["score", "procladder", join(out, "predictions.jsonl"), "--gold", join(out, "gold.jsonl")]);
    const scored = await runIn(ROOT, ...command);
    expect(JSON.parse(scored.out).coverage).toMatchObject({ items: 2, unscored: { unreadable: 2 } });
    expect(await run(endpoint, "procladder", "--items", "100000", "--gold", fixture("procladder/fixtures/gold.jsonl"))).toMatchObject({
      out: expect.stringContaining(`--gold ${fixture("procladder/fixtures/gold.jsonl")}`),
    });
  });

  it("asks an item several times, and numbers what came", async () => {
    let nth = 0;
    await using endpoint = await Endpoint.open(() => ({ text: `answer ${nth++}` }));
    expect((await run(endpoint, ...procbench, "--samples", "3", "--items", "2", "--max-tokens", "50")).code).toBe(0);
    const found = await records("predictions.jsonl");
    expect(found.map(({ id, sample }) => [id, sample])).toEqual(
      ["task01_0000", "task04_0001"].flatMap((id) => [0, 1, 2].map((sample) => [id, sample])),
    );
    expect(new Set(found.map(({ output }) => output)).size).toBe(6);
    expect(endpoint.received[0]).toMatchObject({ temperature: 1, max_tokens: 50 });
  });

  it("tells answers that cannot be read, with what was said, and asks them no second time", async () => {
    const gold = fixture("task-graph/fixtures/gold.jsonl");
    const right = await answersFrom("task-graph", gold);
    await using endpoint = await Endpoint.open((received, nth) => (nth === 0 ? { text: "START comes first." } : right(received)));
    const first = await run(endpoint, "task-graph", "--gold", gold, "--concurrency", "1");
    expect([first.code, first.out]).toEqual([0, expect.stringContaining("1 not readable, 0 requests without an answer")]);
    expect(await records("failures.jsonl")).toEqual([
      expect.objectContaining({ id: "cc4d:salad", kind: "unreadable-answer", output: "START comes first." }),
    ]);
    expect((await records("predictions.jsonl"))[0]).toMatchObject({
      id: "cc4d:tea",
      prediction: {
        edges: [
          ["0", "2"],
          ["0", "3"],
          ["2", "1"],
          ["3", "1"],
          ["1", "4"],
        ],
      },
    });
    const asked = endpoint.received.length;
    await run(endpoint, "task-graph", "--gold", gold);
    expect(endpoint.received).toHaveLength(asked);
  });

  it("tells answers that were cut off at their longest", async () => {
    const right = await answersFrom("procbench", GOLD);
    await using endpoint = await Endpoint.open((received, nth) =>
      nth === 0 ? { text: '{"intermediate": ["acb"', cut: true } : right(received),
    );
    expect((await run(endpoint, ...procbench, "--concurrency", "1")).out).toContain(
      "7 answers read, 1 not readable, 0 requests without an answer; 1 answer cut off at --max-tokens",
    );
    expect(JSON.parse(await readFile(join(out, "report.json"), "utf8"))).toMatchObject({ answered: 7, unreadable: 1, cut: 1 });
  });

  it("ends with 1 where requests have no answer, and a rerun asks only these", async () => {
    const right = await answersFrom("procbench", GOLD);
    let broken = true;
    await using endpoint = await Endpoint.open((received, nth) => (broken && nth === 2 ? { status: 500 } : right(received)));
    const first = await run(endpoint, ...procbench, "--retries", "0", "--concurrency", "1");
    expect([first.code, first.err]).toEqual([1, expect.stringContaining("found none for 1 (failures.jsonl)")]);
    expect(first.err).toContain("no answer: http");
    expect(await records("failures.jsonl")).toMatchObject([{ kind: "no-answer" }]);
    broken = false;
    const asked = endpoint.received.length;
    expect((await run(endpoint, ...procbench)).code).toBe(0);
    expect(endpoint.received).toHaveLength(asked + 1);
    expect(await records("failures.jsonl")).toEqual([]);
  });

  it("asks no further where nothing is there", async () => {
    const args = ["run", "procladder", "--items", "60", "--retries", "0", "--out", out, "--model", "m"];
    const { code, err } = await runIn(ROOT, ...args, "--base-url", "http://127.0.0.1:9/v1");
    expect([code, err]).toEqual([1, expect.stringContaining("found no connection for the first 8 requests; check --base-url")]);
  });

  it("gives the same bytes after kill -9 as in one go, and asks for nothing twice", async () => {
    const items = (await readFile(fixture("procladder/fixtures/gold.jsonl"), "utf8")).trim().split("\n");
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...JSON.parse(items[0] as string),
      id: `pl-try-${`${i}`.padStart(5, "0")}`,
      prompt: `Count to ${i}.`,
    }));
    const gold = join(folder, "gold.jsonl");
    await writeFile(gold, many.map((item) => `${JSON.stringify(item)}\n`).join(""));
    const right = await answersFrom("procladder", gold);
    await using whole = await Endpoint.open(right);
    await run(whole, "procladder", "--gold", gold);
    const [expected, listed] = [await resultsIn(out), (await readdir(out, { recursive: true })).sort()];
    await rm(out, { recursive: true });
    await using endpoint = await Endpoint.open(right, 20);
    const child = start(...args(endpoint, "procladder", "--gold", gold, "--concurrency", "2"));
    await until(async () => endpoint.received.length > 20, child);
    child.kill("SIGKILL");
    expect(await ended(child)).toBe("SIGKILL");
    expect(await resultsIn(out)).toEqual({});
    await cutShort(out);
    const before = endpoint.received.length;
    expect((await run(endpoint, "procladder", "--gold", gold)).code).toBe(0);
    expect(await resultsIn(out)).toEqual(expected);
    // What was under way when the run was killed is asked again: two at most.
    expect(endpoint.received.length - before).toBeGreaterThan(0);
    expect(endpoint.received.length).toBeLessThanOrEqual(60 + 2);
    expect((await readdir(out, { recursive: true })).sort()).toEqual(listed);
  });

  it("leaves nothing half written after Ctrl-C", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "no" }), 50);
    const child = start(...args(endpoint, ...procbench, "--concurrency", "2"));
    await until(async () => endpoint.received.length > 3, child);
    child.kill("SIGINT");
    expect(await ended(child)).toBe(130);
    expect(
      (await readdir(out, { recursive: true })).filter((name) => !/^\.answers([\\/][0-9a-f]{2}([\\/][0-9a-f]{64}\.json)?)?$/.test(name)),
    ).toEqual([]);
  });

  it.each([
    ["gold of another track", ["stepcode", "--gold", GOLD], 1, "found none in gold.jsonl"],
    ["repeats without end", [...procbench, "--samples", "9007199254740991"], 2, "expected a whole number from 1 to 1000"],
    ["retries without end", [...procbench, "--retries", "9007199254740991"], 2, "expected a whole number from 0 to 100"],
    ["patience without end", [...procbench, "--timeout", "9007199254740991"], 2, "expected a whole number from 1 to 86400"],
    ["a model without a name", [...procbench, "--model", ""], 2, "expected the name of a model"],
  ])("refuses %s in a dry run too", async (_, given, exit, message) => {
    const { code, err } = await runIn(ROOT, "run", ...given, "--dry-run");
    expect([code, err]).toEqual([exit, expect.stringContaining(message)]);
  });

  it("reckons without asking, and without a model", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "no" }));
    const { code, out: table } = await runIn(ROOT, "run", ...procbench, "--samples", "2", "--price", "2,8", "--dry-run");
    expect([code, table]).toEqual([0, expect.stringMatching(/^calls {2}kept from before.*\n16 {5}0 /)]);
    expect(table).toContain("Nothing was asked.");
    expect([endpoint.received.length, await readdir(folder)]).toEqual([0, []]);
  });

  it("passes over items that a text model cannot be asked, and says why", async () => {
    const gold = fixture("step-order/fixtures/gold.jsonl");
    await using endpoint = await Endpoint.open(await answersFrom("step-order", gold));
    const { code, out: told } = await run(endpoint, "step-order", "--gold", gold);
    expect([code, told]).toEqual([0, expect.stringContaining("6 items were not asked: each needs the recording, which is a video")]);
    expect(JSON.parse(await readFile(join(out, "report.json"), "utf8"))).toMatchObject({
      withheld: { "the recording, which is a video": 6 },
      answered: 6,
    });
  });

  it.each([
    [
      "a track that needs a video",
      ["crosstask"],
      "crosstask: expected a track that a text model can answer, found one that needs videos; such are agentprocessbench, ",
    ],
    [
      "gold without texts",
      ["processbench", "--gold", fixture("processbench/fixtures/gold.jsonl")],
      "which gold leaves out: give the official <subset>.json with --gold",
    ],
    ["gold of another track", ["task-graph", "--gold", GOLD], "gold of task-graph: expected Official folder"],
    ["a folder that holds other things", [...procbench, "--out", ROOT], "expected an empty folder"],
    ["a track that is none", ["nothing"], "track: expected one of"],
  ])("refuses %s", async (_, more, message) => {
    await using endpoint = await Endpoint.open(() => ({ text: "no" }));
    const { code, err } = await run(endpoint, ...more);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(endpoint.received).toHaveLength(0);
  });

  it("tells at once all that it needs", async () => {
    const { code, err } = await runIn(ROOT, "run", ...procbench);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("expected --out, --model, --base-url; --dry-run alone counts what would be asked"),
    ]);
  });

  it("has one hash for a prompt, whatever items it asks, and another for another prompt", async () => {
    await using endpoint = await Endpoint.open(() => ({ text: "no" }));
    const hashes = [];
    for (const more of [
      ["procbench", "--gold", GOLD, "--items", "1"],
      ["procbench", "--gold", GOLD],
      ["procladder", "--items", "1"],
    ]) {
      await run(endpoint, ...more);
      hashes.push(JSON.parse(await readFile(join(out, "report.json"), "utf8")).prompt.sha256);
    }
    expect([hashes[0] === hashes[1], hashes[0] === hashes[2]]).toEqual([true, false]);
  });
});
