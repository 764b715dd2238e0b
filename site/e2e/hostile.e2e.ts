import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { at } from "./site.ts";

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stepladder-hostile-"));
});
test.afterAll(() => rm(folder, { recursive: true }));

const good = `${JSON.stringify({ id: "pl-1-00000", prediction: { intermediate: [], final: "x" } })}\n`;

/** One line of a gigabyte, gzipped as it is made: the file is small, what comes out of it is not. */
async function longLine(path: string): Promise<void> {
  const block = Buffer.alloc(1 << 20, "a");
  const blocks = Readable.from(
    (function* () {
      yield Buffer.from('{"id":"');
      for (let i = 0; i < 1024; i++) yield block;
    })(),
  );
  await pipeline(blocks, createGzip({ level: 1 }), createWriteStream(path));
}

const inputs: { name: string; write: (path: string) => Promise<void>; says: RegExp }[] = [
  { name: "cut.jsonl.gz", write: (path) => writeFile(path, gzipSync(good.repeat(2000)).subarray(0, 200)), says: /a whole gzip file/ },
  { name: "nested.jsonl", write: (path) => writeFile(path, "[".repeat(5_000_000)), says: /100 brackets/ },
  { name: "long-line.jsonl.gz", write: longLine, says: /16 MiB/ },
  {
    name: "nan.jsonl",
    write: (path) => writeFile(path, `{"id":"pl-1-00000","prediction":{"intermediate":[NaN],"final":1}}\n`),
    says: /NaN, which is not JSON/,
  },
  {
    name: "proto.jsonl",
    write: (path) => writeFile(path, `{"id":"pl-1-00000","__proto__":{"x":1},"prediction":{"intermediate":[],"final":1}}\n`),
    says: /__proto__/,
  },
  {
    name: "other-track.jsonl",
    write: (path) => writeFile(path, good.replace("pl-1-00000", "task01_0000").repeat(2)),
    says: /ProcBench needs its gold/,
  },
  {
    name: "other-split.jsonl",
    write: (path) => writeFile(path, good.replace("pl-1-", "pl-77-")),
    says: /gold of the same split or release/,
  },
];

/** Gives the file and scores it, where the page does not do so by itself. */
async function give(page: Page, path: string): Promise<void> {
  await page.locator("[data-choose]").setInputFiles(path);
  await expect(page.locator("[data-scoring]")).not.toHaveAttribute("data-phase", /empty|recognising/);
  const score = page.getByRole("button", { name: "Score", exact: true });
  // Does not wait: a clear file is being scored, or was refused, and then there is no such button.
  if (await score.isVisible()) await score.click();
}

for (const { name, write, says } of inputs) {
  test(`${name} gets a clear message, and the page goes on`, async ({ page }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    const path = join(folder, name);
    await write(path);
    await page.goto(at("score/?track=procladder"), { waitUntil: "networkidle" });
    await give(page, path);
    await expect(page.locator("main")).toContainText(says, { timeout: 30_000 });
    await writeFile(join(folder, "good.jsonl"), good);
    await page.locator("[data-choose]").setInputFiles(join(folder, "good.jsonl"));
    await expect(page.locator("[data-result]")).toBeVisible();
    expect(errors).toEqual([]);
  });
}
