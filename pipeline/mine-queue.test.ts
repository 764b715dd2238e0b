import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { QueueExecutor } from "./core/queue.ts";
import { mine } from "./core/run.ts";
import { Threads } from "./core/threads.ts";
import { ended, numbersFrom, resultsIn, serverPath, shardsIn, start, startServer, until, writePages } from "./testing-runs.ts";

const PAGES = 400;
const path = serverPath();

let folder: string;
let expected: Record<string, string>;
let shards: number;
let server: { url: string; child: ChildProcess } | undefined;
const at = (name: string): string => join(folder, name);
const never = new AbortController().signal;
/** Starts a driver that leaves all work to others. */
const drive = (out: string): ChildProcess =>
  start("mine", at("pages"), "--out", out, "--executor", "queue", "--redis", server?.url as string, "--workers", "0");
const work = (): ChildProcess => start("mine-worker", "--redis", server?.url as string, "--workers", "1");

beforeAll(async () => {
  if (path === undefined) return;
  folder = await mkdtemp(join(tmpdir(), "stepladder-"));
  await writePages(at("pages"), PAGES, 60);
  await mine(
    { inputs: [at("pages")], out: at("local"), profile: "default", testSet: undefined, texts: false, limit: undefined },
    async () => new Threads(1),
    never,
  );
  expected = await resultsIn(at("local"));
  shards = (await shardsIn(at("local"))).length;
  server = await startServer(path, folder);
});
afterAll(async () => {
  if (path === undefined) return;
  server?.child.kill();
  if (server !== undefined) await ended(server.child);
  await rm(folder, { recursive: true });
});

/** Kills a worker, the only one, while it holds a shard: stopped first, it cannot hand it in meanwhile. */
async function killAtWork(worker: ChildProcess): Promise<void> {
  const client = new Redis(server?.url as string);
  const [queue] = await client.keys("stepladder:*:active");
  await until(async () => {
    worker.kill("SIGSTOP");
    if ((await client.llen(queue as string)) > 0) return true;
    worker.kill("SIGCONT");
    return false;
  }, worker);
  worker.kill("SIGKILL");
  expect(await ended(worker)).toBe("SIGKILL");
  expect(await client.llen(queue as string)).toBe(1);
  await client.quit();
}

function needServer(context: TestContext): void {
  if (path === undefined) context.skip("neither redis-server nor valkey-server is on this machine");
}

describe("stepladder mine --executor queue", () => {
  it("gives the bytes of a local run, with a worker and the driver killed on the way", async (context) => {
    needServer(context);
    const random = numbersFrom(11);
    const out = at("killed");
    const lost = work();
    const driver = drive(out);
    await until(async () => (await shardsIn(out)).length > 0, driver);
    await killAtWork(lost);
    const others = [work(), work()];
    await until(async () => (await shardsIn(out)).length >= (1 + random()) * (shards / 3), driver);
    driver.kill("SIGKILL");
    expect(await ended(driver)).toBe("SIGKILL");
    expect(await resultsIn(out)).toEqual({});
    expect(await ended(drive(out))).toBe(0);
    expect(await resultsIn(out)).toEqual(expected);
    for (const worker of others) worker.kill("SIGTERM");
    expect(await Promise.all(others.map(ended))).toEqual([0, 0]);
  });

  it("leaves nothing of a run on the server", async (context) => {
    needServer(context);
    const client = new Redis(server?.url as string);
    await mine(
      { inputs: [at("pages")], out: at("own"), profile: "default", testSet: undefined, texts: false, limit: undefined },
      () => QueueExecutor.open(server?.url as string, "own", 1),
      never,
    );
    expect(await resultsIn(at("own"))).toEqual(expected);
    const keys = await client.keys("stepladder:*own-*");
    await client.quit();
    expect(keys).toEqual([]);
  });

  it("says in one line where there is no server", async () => {
    await expect(QueueExecutor.open("redis://:secret@127.0.0.1:1", "run", 0)).rejects.toThrow(
      /^redis:\/\/127\.0\.0\.1:1: expected a Redis or Valkey server, found .*ECONNREFUSED.*; start one, or give its address with --redis$/,
    );
  });
});
