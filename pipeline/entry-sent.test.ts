import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Scorecard } from "@stepladder/schema";
import { type Facts, prepareEntry } from "@stepladder/wasm/host/entry-files.ts";
import { writePack } from "@stepladder/wasm/host/pack.ts";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { writeZip } from "@stepladder/wasm/intake/write-zip.ts";
import { openZip } from "@stepladder/wasm/intake/zip.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkEntryFile } from "./core/entry-check.ts";
import { checkedComment } from "./core/entry-told.ts";
import { openSubmission, scoreSubmission } from "./core/submission.ts";
import { ROOT, runIn } from "./testing.ts";

const GOLD = join(ROOT, "data/tracks/procladder/gold/items.jsonl.gz");
const SAMPLE = join(ROOT, "data/tracks/procladder/gold/sample.jsonl.gz");
const { signal } = new AbortController();

const facts: Facts = {
  name: "Climber 7B",
  about: "Climbs, one step at a time.",
  url: "https://example.org/climber",
  licence: "Apache-2.0",
  open: "yes",
  parameters: "7",
  cost: "",
  date: "2026-03-04",
  predictions: "https://example.org/climber/predictions.jsonl.gz",
  where: "predictions.jsonl.gz",
  source: "",
};

let folder: string;
let scorecard: Scorecard;
const entryPath = (): string => join(folder, "data/tracks/procladder/entries/climber-7b.json");
const packPath = (): string => entryPath().replace(".json", ".pack.gz");
const check = (more: Parameters<typeof checkEntryFile>[1] = { predictions: [SAMPLE] }) => checkEntryFile(entryPath(), more, signal);

/** Unpacks the zip that the page makes into a copy of the repository's folder of entries. */
async function unpack(told: Facts = facts): Promise<void> {
  const prepared = await prepareEntry(told, scorecard, "prefix-accuracy");
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.faults));
  for (const member of await openZip(fromBlob("sent.zip", await writeZip(prepared.files)), "sent.zip", {})) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of member.open()) chunks.push(chunk);
    await mkdir(dirname(join(folder, member.name)), { recursive: true });
    await writeFile(join(folder, member.name), Buffer.concat(chunks));
  }
}

async function changeText(change: (text: string) => string): Promise<void> {
  const text = await readFile(entryPath(), "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(entryPath(), changed);
}

// Gold that the build makes; a checkout that was never built has none.
describe.skipIf(!existsSync(GOLD) || !existsSync(SAMPLE))("an entry as the page prepares it", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stepladder-sent-"));
    await cp(join(ROOT, "data/tracks/procladder/entries"), join(folder, "data/tracks/procladder/entries"), { recursive: true });
    scorecard = await scoreSubmission(await openSubmission("procladder", [SAMPLE], undefined, signal), signal);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it("passes the check on the command line with its predictions, which prints the same numbers", async () => {
    await unpack();
    const comment = join(folder, "comment.md");
    const { code, out, err } = await runIn(ROOT, "entry", "check", entryPath(), "--predictions", SAMPLE, "--comment", comment);
    expect([code, err.split("\n").filter((line) => line.includes("expected"))]).toEqual([0, []]);
    const value = (100 * (scorecard.scores["prefix-accuracy"]?.value as number)).toFixed(1);
    expect(out).toMatch(
      new RegExp(`climber-7b.json: no fault\n.*Climber 7B on procladder, recomputed: .* scored again\n  Prefix accuracy  ${value} %`),
    );
    expect(out).toContain("the ledger does not tell of it yet");
    expect(out).not.toContain("its bytes");
    expect(await readFile(comment, "utf8")).toContain(`| Prefix accuracy | ${value} % |`);
    // What its receipt says is what `verify` reads.
    const verified = await runIn(ROOT, "verify", join(folder, "receipt/climber-7b-scorecard.json"), "--predictions", SAMPLE);
    expect(verified.out).toContain("byte for byte");
  }, 60_000);

  it("is told where a figure is changed by its last digit", async () => {
    await unpack();
    await changeText((text) =>
      text.replace(/("prefix-accuracy": \{ "value": 0\.\d*)(\d)/, (_, head, last) => `${head}${(Number(last) + 1) % 10}`),
    );
    const { faults } = await check();
    expect(faults).toEqual([
      expect.stringMatching(/^prefix-accuracy: expected 0\.\d+ from its pack, found 0\.\d+$/),
      expect.stringMatching(/^scores\.prefix-accuracy\.value: expected 0\.\d+ from scoring its predictions again, found 0\.\d+$/),
    ]);
  });

  it("is told where one item of the pack is changed", async () => {
    await unpack();
    const items = scorecard.items.map((item, at) =>
      at === 7 ? { ...item, statistics: { ...item.statistics, "final-match": 1 - (item.statistics["final-match"] as number) } } : item,
    );
    await writeFile(packPath(), gzipSync(writePack({ ...scorecard, items })));
    const { faults } = await check();
    expect(faults).toContainEqual(expect.stringContaining(`pack, item ${scorecard.items[7]?.id}, final-match: expected`));
    expect(faults).toContainEqual(expect.stringMatching(/^final-match: expected .* from its pack/));
  });

  it("is told where one of the predictions is another", async () => {
    await unpack();
    const lines = gunzipSync(await readFile(SAMPLE))
      .toString()
      .split("\n");
    // An item whose score a wrong answer changes.
    const right = new Set(scorecard.items.filter(({ statistics }) => statistics["sequential-match"] === 1).map(({ id }) => id));
    const at = lines.findIndex((line) => line !== "" && right.has(JSON.parse(line).id));
    lines[at] = JSON.stringify({ id: JSON.parse(lines[at] as string).id, prediction: { intermediate: [], final: "" } });
    const other = join(folder, "other.jsonl");
    await writeFile(other, lines.join("\n"));
    const { faults } = await check({ predictions: [other] });
    expect(faults).toContainEqual(expect.stringMatching(/^evidence\.predictions: expected "[0-9a-f]{64}" from scoring/));
    expect(faults).toContainEqual(expect.stringMatching(/^scores\.prefix-accuracy\.value: expected/));
    expect(faults).toContainEqual(expect.stringContaining(`pack, item ${JSON.parse(lines[at] as string).id}, `));
  });

  it("is told of fields that are none, another folder, a name that is none, other items, and predictions that nobody can have", async () => {
    await unpack();
    await changeText((text) => {
      const { predictions: _, ...entry } = JSON.parse(text);
      const evidence = { ...entry.evidence, items: "f".repeat(64) };
      return JSON.stringify({ ...entry, track: "procbench", evidence, rank: 1, system: { ...entry.system, email: "a@b" } });
    });
    const { faults, notes } = await check({});
    expect(notes).toContainEqual(expect.stringContaining("its bytes are not as Stepladder prints an entry"));
    expect(faults).toEqual(
      expect.arrayContaining([
        "rank: expected fields of an entry, found one that is none",
        "system.email: expected fields of an entry, found one that is none",
        'track: expected "procladder", whose folder it lies in, found "procbench"',
        expect.stringMatching(/^evidence: expected the address of the predictions/),
        expect.stringMatching(/^evidence\.items: expected .*, the items of the board, found f/),
      ]),
    );
    expect(notes).toContainEqual(expect.stringContaining("not scored again"));
    await writeFile(entryPath(), '{"schema": "stepladder/entry/1", "track": 1}');
    expect((await check({})).faults.length).toBeGreaterThan(3);
    await writeFile(entryPath(), "{");
    expect((await check({})).faults).toEqual([expect.stringContaining("expected JSON")]);
    await unpack();
    await cp(entryPath(), join(dirname(entryPath()), "Climber 7B.json"));
    const named = await checkEntryFile(join(dirname(entryPath()), "Climber 7B.json"), {}, signal);
    expect(named.faults).toContainEqual("file name: expected climber-7b.json, found Climber 7B.json");
    await rm(join(dirname(entryPath()), "Climber 7B.json"));
  });

  it("is self-reported, without hash and pack, where no address of predictions is given; a changed figure is told with the predictions", async () => {
    await rm(packPath(), { force: true });
    await unpack({ ...facts, predictions: "", where: "", source: "https://example.org/post" });
    const entry = JSON.parse(await readFile(entryPath(), "utf8"));
    expect([entry.evidence, entry.pack, existsSync(packPath())]).toEqual([
      { kind: "self-reported", source: "https://example.org/post" },
      undefined,
      false,
    ]);
    expect((await check()).faults).toEqual([]);
    await changeText((text) => text.replace(/"value": 0\.\d+/, '"value": 0.98765'));
    expect((await check()).faults).toContainEqual(expect.stringContaining("found 0.98765"));
  });

  it("is scored again from the address that it gives, where fetching is allowed", async () => {
    const served = createServer(async (request, response) => {
      if (request.url?.endsWith("/sample.jsonl.gz")) response.end(await readFile(SAMPLE));
      else response.writeHead(404).end();
    });
    await new Promise<void>((ready) => served.listen(0, "127.0.0.1", ready));
    const { port } = served.address() as { port: number };
    try {
      await unpack({ ...facts, predictions: `http://127.0.0.1:${port}/sample.jsonl.gz` });
      const { faults, scorecard: again } = await check({ fetch: true });
      expect([faults, again?.hashes]).toEqual([[], scorecard.hashes]);
      await unpack({ ...facts, predictions: `http://127.0.0.1:${port}/gone.jsonl.gz` });
      expect((await check({ fetch: true })).faults).toEqual([expect.stringContaining("received status 404")]);
    } finally {
      served.close();
    }
  });

  it("cannot write markup into the comment", async () => {
    await unpack({ ...facts, name: "Climber 7B", about: "x" });
    await changeText((text) => text.replace('"name": "Climber 7B"', '"name": "<img src=x> `@all` [x](http://y)\\n# h"'));
    const comment = checkedComment([await check({})]);
    expect(comment).toContain("`<img src=x> '@all' [x](http://y) # h on procladder");
    expect(comment.split("\n").filter((line) => line.startsWith("# "))).toEqual([]);
  });
});

it("a form is told of each field that is amiss, and makes nothing", async () => {
  const wrong = { ...facts, name: "...", about: " ", url: "javascript:alert(1)", parameters: "-1", date: "soon", where: "" };
  const card = {
    track: "t",
    scores: {},
    slices: {},
    coverage: { items: 0, scored: 0, unscored: {}, share: 0 },
    hashes: {},
  } as unknown as Scorecard;
  const prepared = await prepareEntry(wrong, card, "m");
  expect(prepared.ok ? [] : Object.keys(prepared.faults)).toEqual(
    expect.arrayContaining(["name", "about", "url", "parameters", "date", "where"]),
  );
});
