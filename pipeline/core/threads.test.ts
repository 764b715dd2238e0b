import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inventedPage } from "../testing-runs.ts";
import type { Unit } from "./mining.ts";
import { readShard, type Shard } from "./shard.ts";
import { Threads } from "./threads.ts";

it("a page on which a thread runs out of memory is told as a failure; its neighbours are mined", async () => {
  const folder = await mkdtemp(join(tmpdir(), "stepladder-"));
  const threads = new Threads(1, 112);
  try {
    const pages = [inventedPage(1, 1), inventedPage(2, 1).replace("<body>", `<body>${"<li>x".repeat(400_000)}`), inventedPage(3, 1)];
    const units: Unit[] = [];
    for (const [number, text] of pages.entries()) {
      const path = join(folder, `${number}.html`);
      await writeFile(path, text);
      units.push({ reader: "html", id: `${number}.html`, size: Buffer.byteLength(text), at: { path } });
    }
    const shard: Shard = { key: "a key", units, profile: "all", texts: false, size: 0, passing: false };
    const bytes = await threads.work(shard, new AbortController().signal);
    expect([...(readShard(bytes, "a key")?.outcomes() ?? [])]).toMatchObject([
      { id: "0.html", procedures: [{ goal: "How to tune box 1" }] },
      { id: "1.html", kind: "out-of-memory" },
      { id: "2.html", procedures: [{ goal: "How to tune box 3" }] },
    ]);
  } finally {
    await threads.close();
    await rm(folder, { recursive: true });
  }
});
