import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LedgerLine } from "@stepladder/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runIn } from "../testing.ts";
import { firstLost } from "./ledger.ts";

it("the committed ledger tells of every committed entry as it is, and has lost no line", async () => {
  expect(await runIn(ROOT, "ledger", "check")).toEqual({ code: 0, out: "the ledger tells of every entry as it is\n", err: "" });
});

it("lines may come between older ones, which keep their order", () => {
  expect(firstLost(["a", "b"], ["a", "x", "b", "y"])).toEqual([]);
  expect(firstLost(["a", "b"], ["b", "a"])).toEqual(["b"]);
  expect(firstLost(["a", "b"], ["a"])).toEqual(["b"]);
  expect(firstLost(["a", "a"], ["a"])).toEqual(["a"]);
});

describe("in a checkout of its own", () => {
  let checkout: string;
  const ledger = () => join(checkout, "data/ledger.jsonl");
  const entry = (name: string) => join(checkout, "data/tracks/procladder/entries", name);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", ...args], {
      cwd: checkout,
      stdio: "ignore",
    });
  const run = (...args: string[]) => runIn(checkout, "ledger", ...args);
  const lines = async (): Promise<LedgerLine[]> =>
    (await readFile(ledger(), "utf8"))
      .trimEnd()
      .split("\n")
      .map((text) => LedgerLine.parse(JSON.parse(text)));

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), "stepladder-ledger-"));
    const skip = /(node_modules|[.]tsbuild|gold|dist)$/;
    for (const part of [".dev", "data", "pipeline", "wasm", "package.json"])
      await cp(join(ROOT, part), join(checkout, part), { recursive: true, filter: (path) => !skip.test(path) });
    await symlink(join(ROOT, "node_modules"), join(checkout, "node_modules"));
    git("init", "-q");
    git("add", "data/ledger.jsonl", "data/tracks/procladder/entries");
    git("commit", "-qm", "as it was");
  });
  afterAll(() => rm(checkout, { recursive: true }));

  it("an entry that is rescored, amended, added or removed fails the check until the ledger tells of it", async () => {
    const before = await lines();
    const text = await readFile(entry("stay-put.json"), "utf8");
    await writeFile(entry("stay-put.json"), text.replace(/"value": [\d.]+/, '"value": 0.5'));
    await writeFile(entry("twin.json"), text.replace(/"name": "[^"]+"/, '"name": "Twin"'));
    await rm(entry("empty.json"));
    const failed = await run("check");
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("procladder/stay-put: expected the figures that its last line tells of, found others");
    expect(failed.err).toContain("procladder/twin: expected a line that tells of it, found none");
    expect(failed.err).toContain("procladder/empty: expected the entry that its last line tells of, found none");
    expect(failed.err).toContain("ledger check: 3 faults");

    expect(await run("add", "--why", "a trial", "--date", "2030-01-02")).toMatchObject({
      code: 0,
      out: expect.stringContaining("3 lines added"),
    });
    const after = await lines();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ entry: id, kind, date, why }) => ({ id, kind, date, why }))).toEqual([
      { id: "empty", kind: "removed", date: "2030-01-02", why: "a trial" },
      { id: "stay-put", kind: "rescored", date: "2030-01-02", why: "a trial" },
      { id: "twin", kind: "added", date: "2030-01-02", why: "a trial" },
    ]);
    expect(after.at(-2)?.ranking).toMatchObject({ metric: "prefix-accuracy", to: 0.5 });
    expect(await run("check")).toMatchObject({ code: 0 });
    expect(await run("add", "--why", "again")).toMatchObject({ code: 0, out: "0 lines added\n" });
  });

  it("a committed line that is changed or taken out fails the check, whatever else was added", async () => {
    const text = await readFile(ledger(), "utf8");
    const [first = "", ...rest] = text.split("\n");
    await writeFile(ledger(), [first.replace(/"why":"[^"]*"/, '"why":"another"'), ...rest].join("\n"));
    expect(await run("check")).toMatchObject({ code: 1, err: expect.stringContaining(`in its order, found none as ${first}`) });
    // Committing the change does not hide it.
    git("commit", "-qam", "changed");
    expect(await run("check")).toMatchObject({ code: 1, err: expect.stringContaining(`found none as ${first}`) });
    await writeFile(ledger(), text);
    expect(await run("check")).toMatchObject({ code: 1, err: expect.stringContaining("another") });
  });

  it("a line that is none is named, and a reason and a day are asked for", async () => {
    await writeFile(ledger(), "{}\n");
    expect(await run("check")).toMatchObject({ code: 1, err: expect.stringContaining("data/ledger.jsonl:1: expected a ledger line") });
    expect(await run("add")).toMatchObject({ code: 2 });
    expect(await run("add", "--why", " ")).toMatchObject({ code: 1, err: expect.stringContaining("--why") });
    expect(await run("add", "--why", "w", "--date", "2026-02-3")).toMatchObject({ code: 1, err: expect.stringContaining("--date") });
  });
});
