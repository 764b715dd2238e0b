import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Endpoint, type Received, type Reply } from "./model/testing.ts";
import { type Ran, ROOT, runIn } from "./testing.ts";
import { cutShort, ended, resultsIn, start, until } from "./testing-runs.ts";

const fixture = (name: string): string => join(ROOT, "data/tracks/how2bench/fixtures", name);
const GOLD = fixture("gold.jsonl");
const GENERATIONS = fixture("generations.jsonl");

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "judge-"));
  out = join(folder, "out");
});
afterEach(() => rm(folder, { recursive: true }));

const FAILURE = { critical_failures: [{ failure: "It would not hold.", L1_steps: [4], L2_steps: [4] }] };

/** A judge that finds a failure in what mentions one of these. */
function finding(...words: string[]): (received: Received) => Reply {
  return ({ messages }) => {
    const found = words.some((word) => messages.at(-1)?.content.split("L2:")[1]?.includes(word));
    return { text: JSON.stringify(found ? FAILURE : { critical_failures: [] }) };
  };
}

/** The same judge, of whose answers nothing can be made where the goal begins so. */
function unreadableOn(judge: (received: Received) => Reply, ...goals: string[]): (received: Received) => Reply {
  return (received) => {
    const said = received.messages.at(-1)?.content ?? "";
    return goals.some((goal) => said.startsWith(`Goal: ${goal}`)) ? { text: "Fine by me." } : judge(received);
  };
}

const args = ({ url }: Endpoint, predictions: string, ...more: string[]): string[] => [
  ...["judge", "how2bench", predictions, "--gold", GOLD, "--out", out, "--model", "a-judge", "--base-url", url],
  ...more,
];
const judge = (endpoint: Endpoint, ...more: string[]): Promise<Ran> => runIn(ROOT, ...args(endpoint, GENERATIONS, ...more));

async function recordsIn(path: string): Promise<Record<string, unknown>[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line));
}
const json = async (name: string) => JSON.parse(await readFile(join(out, name), "utf8"));

describe("stepladder judge", () => {
  it("writes judgments that the track scores, with the prompt's hash in each", async () => {
    await using endpoint = await Endpoint.open(finding("patch", "any fuse"));
    const { code, out: said, err } = await judge(endpoint);
    expect([code, err]).toEqual([0, ""]);
    expect(said).toContain("a-judge: 6 answers read, 0 not readable, 0 requests without an answer");
    const report = await json("report.json");
    expect(report).toMatchObject({ track: "how2bench", judge: "a-judge", prompt: { version: "1" }, passedOver: 0, answered: 6, failed: 0 });
    const found = await recordsIn(join(out, "judgments.jsonl"));
    expect(found.map(({ id, judge: by, prompt }) => [id, by, prompt])).toEqual(
      ["tea-01", "bike-02", "shelf-03", "lamp-04", "seed-05", "stretch-06"].map((id) => [
        `how2bench:${id}`,
        "a-judge",
        report.prompt.sha256,
      ]),
    );
    expect(found[1]).toMatchObject({ prediction: { judgment: { has_failure: true, n_failures: 1, ...FAILURE }, steps: { length: 7 } } });
    const scored = JSON.parse((await runIn(ROOT, "score", "how2bench", join(out, "judgments.jsonl"), "--gold", GOLD)).out);
    expect(scored.scores.how2score.value).toBe(1 - 2 / 6);
  });

  it("leaves an answer of which nothing can be made out of the score", async () => {
    await using endpoint = await Endpoint.open(unreadableOn(finding("patch"), "Make"));
    expect(await judge(endpoint)).toMatchObject({
      code: 0,
      out: expect.stringContaining("5 answers read, 1 not readable"),
    });
    expect(await recordsIn(join(out, "failures.jsonl"))).toMatchObject([
      { id: "how2bench:tea-01", kind: "unreadable-answer", output: "Fine by me." },
    ]);
    const [first] = await recordsIn(join(out, "judgments.jsonl"));
    expect(first).toMatchObject({ output: "Fine by me.", prediction: { judgment: { parse_failed: true } } });
    const scored = JSON.parse((await runIn(ROOT, "score", "how2bench", join(out, "judgments.jsonl"), "--gold", GOLD)).out);
    expect([scored.scores.how2score.value, scored.scores["judgments-not-parsed"].value]).toEqual([4 / 5, 1 / 6]);
  });

  it("says how a second model agrees, by the track's own metrics", async () => {
    await using endpoint = await Endpoint.open((received) =>
      received.model === "a-judge" ? finding("patch", "any fuse")(received) : finding("patch", "mint")(received),
    );
    const { code, out: said } = await judge(endpoint, "--second-model", "another");
    expect([code, said]).toEqual([0, expect.stringContaining("agreement with another on 6 predictions")]);
    const { with: named, predictions, scores } = await json("agreement.json");
    expect([named, predictions, scores["verdict-agreement"].value]).toEqual(["another", 6, 4 / 6]);
    // Both find failures in 2 of 6: chance gives (2 * 2 + 4 * 4) / 36.
    expect(scores["verdict-kappa"].value).toBeCloseTo((4 / 6 - 20 / 36) / (1 - 20 / 36), 12);
    expect((await json("second/report.json")).judge).toBe("another");
    expect(await recordsIn(join(out, "second/judgments.jsonl"))).toHaveLength(6);
  });

  it("says how judgments in a file agree", async () => {
    await using endpoint = await Endpoint.open(finding("patch", "any fuse"));
    const { code, out: said } = await judge(endpoint, "--second", fixture("people.jsonl"));
    expect([code, said]).toEqual([0, expect.stringContaining("Cohen's kappa")]);
    const people = await recordsIn(fixture("people.jsonl"));
    const both = people.filter(({ source_example_id: id, parse_failed }) => id !== "train-07" && parse_failed !== true);
    const failures = ["bike-02", "lamp-04"];
    const same = both.filter(({ source_example_id: id, has_failure }) => has_failure === failures.includes(id as string));
    const { predictions, withoutVerdict, scores } = await json("agreement.json");
    expect(scores["verdict-agreement"].value).toBe(same.length / both.length);
    expect([predictions, withoutVerdict]).toEqual([both.length, 0]);
  });

  it("leaves predictions out of the agreement on which a judge says nothing that can be read", async () => {
    await using endpoint = await Endpoint.open((received) =>
      unreadableOn(finding("patch"), ...(received.model === "another" ? ["Mend", "Hang"] : ["Make", "Mend"]))(received),
    );
    const { code, out: said } = await judge(endpoint, "--second-model", "another");
    expect([code, said]).toEqual([
      0,
      expect.stringContaining("another on 3 predictions, 3 left out on which one of the two gives no verdict"),
    ]);
    const { predictions, withoutVerdict, scores } = await json("agreement.json");
    expect([predictions, withoutVerdict]).toEqual([3, 3]);
    expect(scores["verdict-agreement"]).toMatchObject({ value: 1, scored: 3, unscored: 0 });
    await using mute = await Endpoint.open(() => ({ text: "Fine by me." }));
    const none = await judge(mute, "--second", fixture("people.jsonl"), "--cache", join(folder, "mute"));
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/both judges give a verdict, found none among \d predictions/)]);
  });

  it("signs judgments with what was asked, the longest answer too", async () => {
    await using endpoint = await Endpoint.open(finding("patch"));
    const signatures: unknown[] = [];
    for (const more of [[], ["--max-tokens", "4096"], ["--max-tokens", "512"]]) {
      expect((await judge(endpoint, ...more)).code).toBe(0);
      const { prompt, maxTokens } = await json("report.json");
      const [first] = await recordsIn(join(out, "judgments.jsonl"));
      expect(first?.prompt).toBe(prompt.sha256);
      signatures.push([maxTokens, prompt.sha256]);
    }
    const [own, same, short] = signatures as [number, string][];
    expect(same).toEqual(own);
    expect(short?.[0]).toBe(512);
    expect(short?.[1]).not.toBe(own?.[1]);
  });

  it("judges every repeat of an item, and holds repeats against repeats", async () => {
    const steps = [["Boil water."], ["Wait."], ["Boil water.", "Mind the patch."]];
    const predictions = join(folder, "p.jsonl");
    await writeFile(
      predictions,
      steps.map((own, sample) => `${JSON.stringify({ id: "how2bench:tea-01", sample, prediction: { steps: own } })}\n`).join(""),
    );
    await using endpoint = await Endpoint.open((received) => finding(received.model === "a-judge" ? "patch" : "Wait")(received));
    const ran = await runIn(ROOT, ...args(endpoint, predictions, "--second-model", "b"));
    expect(ran.code).toBe(0);
    expect((await recordsIn(join(out, "judgments.jsonl"))).map(({ sample }) => sample)).toEqual([0, 1, 2]);
    const { predictions: held, scores } = await json("agreement.json");
    expect([held, scores["verdict-agreement"].value]).toEqual([3, 1 / 3]);
  });

  it("gives the same bytes after kill -9 as in one go, and asks for nothing twice", async () => {
    const predictions = join(folder, "many.jsonl");
    const records = Array.from({ length: 40 }, (_, sample) => ({
      id: "how2bench:tea-01",
      sample,
      prediction: { steps: [`Mind patch ${sample}.`] },
    }));
    await writeFile(predictions, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    await using whole = await Endpoint.open(finding("7"));
    await runIn(ROOT, ...args(whole, predictions));
    const [expected, listed] = [await resultsIn(out), (await readdir(out, { recursive: true })).sort()];
    await rm(out, { recursive: true });
    await using endpoint = await Endpoint.open(finding("7"), 20);
    const child = start(...args(endpoint, predictions, "--concurrency", "2"));
    await until(async () => endpoint.received.length > 12, child);
    child.kill("SIGKILL");
    expect(await ended(child)).toBe("SIGKILL");
    expect(await resultsIn(out)).toEqual({});
    await cutShort(out);
    expect((await runIn(ROOT, ...args(endpoint, predictions))).code).toBe(0);
    expect(await resultsIn(out)).toEqual(expected);
    expect((await readdir(out, { recursive: true })).sort()).toEqual(listed);
    expect(endpoint.received.length).toBeLessThanOrEqual(40 + 2);
  });

  it("reckons without asking", async () => {
    const { code, out: table } = await runIn(ROOT, "judge", "how2bench", GENERATIONS, "--gold", GOLD, "--dry-run");
    expect([code, table]).toEqual([0, expect.stringMatching(/^calls .*\n6 {6}0 [\s\S]*Nothing was asked/)]);
  });

  it("reckons for each of two models by name", async () => {
    const dry = ["judge", "how2bench", GENERATIONS, "--gold", GOLD, "--out", out, "--dry-run", "--second-model", "b"];
    const table = "calls .*\\n6 {6}0 [\\s\\S]*?Nothing was asked\\.\\n";
    expect(await runIn(ROOT, ...dry)).toMatchObject({ code: 0, out: expect.stringMatching(`^the first model:\\n${table}b:\\n${table}$`) });
    expect((await runIn(ROOT, ...dry, "--model", "a")).out).toMatch(/^a:\n/);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ["nothing is there", "nothing.jsonl", "nothing.jsonl"],
    [
      "it judges other predictions",
      "verdicts.jsonl",
      "verdicts.jsonl: expected judgments of the same predictions by another judge, found none",
    ],
    [
      "it judges nothing",
      GENERATIONS,
      "generations.jsonl: expected judgments of the same predictions by another judge, found no verdict on any of 6",
    ],
  ])("asks nothing where of the second judge %s", async (_, given, message) => {
    const second = given === GENERATIONS ? given : join(folder, given);
    await writeFile(
      join(folder, "verdicts.jsonl"),
      `${JSON.stringify({ id: "how2bench:train-07", prediction: { judgment: { has_failure: true } } })}\n`,
    );
    await using endpoint = await Endpoint.open(finding("patch"));
    for (const more of [[], ["--dry-run"]]) {
      const { code, err } = await judge(endpoint, "--second", second, ...more);
      expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    }
    expect([endpoint.received, await readdir(folder)]).toEqual([[], ["verdicts.jsonl"]]);
  });

  it.each([
    ["a record cut short", (lines: string[]) => [...lines.slice(0, 5), lines[5]?.slice(0, 90)], "error not-json: 1"],
    ["an item twice", (lines: string[]) => [...lines, lines[0]], "error doubled-id: 1"],
    ["no text", () => ["\0\0\0"], "error not-text: 1"],
    ["items that gold does not have", () => ['{"id": "how2bench:nobody", "prediction": {"steps": ["a"]}}'], "nobody"],
  ])("asks nothing about predictions with %s", async (_, spoilt, message) => {
    const lines = (await readFile(GENERATIONS, "utf8")).trim().split("\n");
    const predictions = join(folder, "spoilt.jsonl");
    await writeFile(predictions, spoilt(lines).join("\n"));
    await using endpoint = await Endpoint.open(finding("patch"));
    const { code, err } = await runIn(ROOT, ...args(endpoint, predictions));
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect([endpoint.received, await readdir(folder)]).toEqual([[], ["spoilt.jsonl"]]);
  });

  it("pays for nothing that it cannot keep", async () => {
    await using endpoint = await Endpoint.open(finding("patch"));
    const { code, err } = await judge(endpoint, "--cache", GOLD);
    expect([code, err, endpoint.received]).toEqual([1, expect.stringContaining(`${GOLD}: expected a file or folder`), []]);
    expect(await resultsIn(out)).toEqual({});
  });

  it("spends no more on two models than allowed", async () => {
    await using endpoint = await Endpoint.open(finding("patch"));
    // An answer is 100 + 10 tokens here, 110 dollars; a request is reckoned with more, for the length of its answer is not known.
    const { code, err } = await judge(
      endpoint,
      "--second-model",
      "b",
      "--price",
      "1000000,1000000",
      "--max-cost",
      "5400",
      "--concurrency",
      "1",
    );
    expect([code, err]).toEqual([1, expect.stringContaining("expected to stay within 4740 dollars")]);
  });

  it.each([
    [
      "a track without a judge",
      ["judge", "procbench", GENERATIONS],
      1,
      "expected a track whose predictions a language model judges, one of how2bench",
    ],
    [
      "judgments without steps",
      ["judge", "how2bench", "VERDICTS", "--gold", GOLD],
      1,
      "expected steps to judge, found none in 1 prediction",
    ],
    [
      "them in a dry run too",
      ["judge", "how2bench", "VERDICTS", "--gold", GOLD, "--dry-run"],
      1,
      "expected steps to judge, found none in 1 prediction",
    ],
    [
      "a model as its own second judge",
      ["judge", "how2bench", GENERATIONS, "--gold", GOLD, "--second-model", "m"],
      2,
      "expected --second-model to name another model",
    ],
    [
      "two second judges",
      ["judge", "how2bench", GENERATIONS, "--second", "a", "--second-model", "b"],
      2,
      "expected --second or --second-model, found both",
    ],
    [
      "a second judge of other predictions",
      ["judge", "how2bench", GENERATIONS, "--gold", GOLD, "--second", "VERDICTS"],
      1,
      "expected judgments of the same predictions",
    ],
  ])("refuses %s", async (_, given, exit, message) => {
    const verdicts = join(folder, "verdicts.jsonl");
    await writeFile(verdicts, `${JSON.stringify({ id: "how2bench:train-07", prediction: { judgment: { has_failure: true } } })}\n`);
    await using endpoint = await Endpoint.open(finding("patch"));
    const own = given.map((arg) => (arg === "VERDICTS" ? verdicts : arg));
    const { code, err } = await runIn(ROOT, ...own, "--out", out, "--model", "m", "--base-url", endpoint.url);
    expect([code, err]).toEqual([exit, expect.stringContaining(message)]);
  });
});
