import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runIn } from "./testing.ts";

let folder: string;
/** A checkout in which a stranger copied the folder of a track and changed its id. */
let checkout: string;
const fixture = (name: string): string => join(ROOT, "data/tracks/procladder/fixtures", name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-entry-"));
  checkout = join(folder, "checkout");
  const skip = /(node_modules|[.]tsbuild|gold|dist)$/;
  for (const part of [".dev", "data", "pipeline", "wasm", "package.json"])
    await cp(join(ROOT, part), join(checkout, part), { recursive: true, filter: (path) => !skip.test(path) });
  await symlink(join(ROOT, "node_modules"), join(checkout, "node_modules"));
  await cp(join(checkout, "data/tracks/procladder"), join(checkout, "data/tracks/strangers"), { recursive: true });
  const declared = join(checkout, "data/tracks/strangers/track.ts");
  await writeFile(declared, (await readFile(declared, "utf8")).replace('id: "procladder"', 'id: "strangers"'));
  await rm(join(checkout, "data/tracks/strangers/entries"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

const ADD = ["--system", "Our System (large)", "--about", "Climbs.", "--date", "2026-03-04"];
const WHERE = ["--predictions-url", "https://example.org/our-system"];

describe("a copied track folder with another id", () => {
  it("is a track of the command line, with no other edit", async () => {
    const { code, out } = await runIn(checkout, "tracks", "--json");
    expect(code).toBe(0);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toContain("strangers");
  });

  it("scores, and takes entries that its check then reads", async () => {
    const gold = ["--gold", fixture("gold.jsonl")];
    const scored = await runIn(checkout, "score", "strangers", fixture("predictions.jsonl"), ...gold, "--format", "md");
    expect(scored.out).toContain("# strangers:");
    const added = await runIn(checkout, "entry", "add", "strangers", fixture("predictions.jsonl"), ...gold, ...ADD, ...WHERE);
    expect(added).toMatchObject({ code: 0, err: expect.not.stringContaining("error") });
    const entry = JSON.parse(await readFile(join(checkout, "data/tracks/strangers/entries/our-system-large.json"), "utf8"));
    expect(entry).toMatchObject({
      track: "strangers",
      system: { name: "Our System (large)" },
      date: "2026-03-04",
      predictions: { source: "https://example.org/our-system", where: "predictions.jsonl" },
      pack: "our-system-large.pack.gz",
    });
    const checked = await runIn(checkout, "entry", "check", "strangers");
    expect(checked).toMatchObject({ code: 0, out: "strangers: 1 entry checked, 0 faults\n" });
  });

  it("is told where an entry was changed by hand, or a pack has no entry", async () => {
    const path = join(checkout, "data/tracks/strangers/entries/our-system-large.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(/"value": [\d.]+/, '"value": 0.98765'));
    await writeFile(path.replace("our-system-large.json", "stray.pack.gz"), "");
    const { code, err } = await runIn(checkout, "entry", "check", "strangers");
    expect(code).toBe(1);
    expect(err).toContain("our-system-large.json: prefix-accuracy: expected");
    expect(err).toContain("found 0.98765");
    expect(err).toContain("stray.pack.gz: expected an entry that names this pack, found none");
    expect(err).toContain("expected each at most the next, found sequential-match");
    expect(err).toContain("entry check: 3 faults");
  });
});

describe("entry add", () => {
  const add = (out: string, predictions: string, ...more: string[]) =>
    runIn(checkout, "entry", "add", "strangers", predictions, "--gold", fixture("gold.jsonl"), "--out", join(folder, out), ...more);
  const predictions = fixture("predictions.jsonl");

  it("writes nothing where predictions have errors, the day is none, or the file is another system's", async () => {
    const broken = join(folder, "broken.jsonl");
    await writeFile(broken, `${await readFile(predictions, "utf8")}{"id":\n`);
    const refused = await add("refused", broken, ...ADD, ...WHERE);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("nothing was written") });
    const facts = ["--system", "S", "--about", " ", "--date", "yesterday", "--url", "javascript:alert(1)", "--predictions-url", "here"];
    const { code, err } = await add("refused", predictions, ...facts);
    expect([code, err]).toEqual([1, expect.stringContaining("nothing was written")]);
    for (const option of ["about", "date", "url", "predictions-url"]) expect(err).toContain(`--${option}: expected a`);
    expect(existsSync(join(folder, "refused"))).toBe(false);
    expect((await add("one", predictions, ...ADD, ...WHERE)).code).toBe(0);
    const again = await add("one", predictions, ...ADD, ...WHERE);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("--replace") });
    expect((await add("one", predictions, ...ADD, ...WHERE, "--replace")).code).toBe(0);
    const other = await add("one", predictions, ...WHERE, "--system", "our system, LARGE", "--about", "Climbs.");
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('found the entry of "Our System (large)"') });
  });

  it("writes a self-reported entry without a pack, and asks how a result is known", async () => {
    expect(await add("told", predictions, ...ADD)).toMatchObject({ code: 1, err: expect.stringContaining("found neither") });
    expect(await add("told", predictions, ...ADD, ...WHERE, "--self-reported")).toMatchObject({ code: 1 });
    expect((await add("told", predictions, ...ADD, ...WHERE)).code).toBe(0);
    const { code, out } = await add("told", predictions, ...ADD, "--self-reported", "--source", "https://example.org/post", "--replace");
    expect([code, out]).toEqual([0, expect.stringMatching(/our-system-large\.json: Our System/)]);
    expect(await readdir(join(folder, "told"))).toEqual(["our-system-large.json"]);
    const entry = JSON.parse(await readFile(join(folder, "told/our-system-large.json"), "utf8"));
    expect(entry.evidence).toEqual({ kind: "self-reported", source: "https://example.org/post" });
  });

  it("writes no entry that its check would refuse", async () => {
    const gold = ["--gold", fixture("gold.jsonl"), "--out", join(folder, "procladder")];
    const { code, err } = await runIn(ROOT, "entry", "add", "procladder", predictions, ...gold, ...ADD, ...WHERE);
    expect([code, err]).toEqual([1, expect.stringContaining("the items of the board, found")]);
    expect(existsSync(join(folder, "procladder"))).toBe(false);
    const path = join(folder, "one/our-system-large.json");
    const checked = await runIn(checkout, "entry", "check", path, "--predictions", predictions, "--gold", fixture("gold.jsonl"));
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining("our-system-large.json: no fault") });
  });

  it("needs a system", async () => {
    expect(await add("none", predictions)).toMatchObject({ code: 2 });
    expect(await add("none", predictions, "--system", "...", "--about", "Climbs.", ...WHERE)).toMatchObject({ code: 1 });
  });
});
