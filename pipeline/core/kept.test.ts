import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type KeptRun, keptRun } from "./kept.ts";

let out: string;
let worked: number[];
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "stepladder-"));
  worked = [];
});
afterEach(() => rm(out, { recursive: true }));

const SETUP = { mark: ".squares", code: ["pipeline/core/kept.ts"], options: { power: 2 }, noun: "numbers" };

function squares(numbers: readonly number[], setup: Partial<KeptRun> = {}, signal = new AbortController().signal): Promise<number[]> {
  const square = (number: number): number => {
    if (number < 0) throw new Error("negative");
    worked.push(number);
    return number ** 2;
  };
  return keptRun({ ...SETUP, out, ...setup }, numbers, square, (results) => Array.fromAsync(results), signal);
}

it("hands results over in the order of the pieces, and works none twice", async () => {
  expect(await squares([3, 1, 2])).toEqual([9, 1, 4]);
  expect(await squares([1, 2, 3, 4])).toEqual([1, 4, 9, 16]);
  expect(worked).toEqual([3, 1, 2, 4]);
});

it("works anew what other options or other code decide", async () => {
  await squares([1]);
  await squares([1], { options: { power: 3 } });
  await squares([1], { code: ["pipeline/core/lock.ts"] });
  expect(worked).toEqual([1, 1, 1]);
});

it("goes on after a piece that failed, and keeps nothing that is not asked for any more", async () => {
  await expect(squares([1, -1, 2])).rejects.toThrow("negative");
  expect(await squares([1, 2])).toEqual([1, 4]);
  expect(worked).toEqual([1, 2]);
  await squares([2]);
  await squares([1]);
  expect(worked).toEqual([1, 2, 1]);
});

it("takes a damaged result for none", async () => {
  await squares([5]);
  const [inner] = await readdir(join(out, ".squares"));
  const [name] = await readdir(join(out, ".squares", inner as string));
  await writeFile(join(out, ".squares", inner as string, name as string), '{"result":');
  expect(await squares([5])).toEqual([25]);
  expect(worked).toEqual([5, 5]);
});

it.each(["null", "{}", "[]", "7"])("takes %s for no result", async (content) => {
  await squares([5]);
  const [inner] = await readdir(join(out, ".squares"));
  const [name] = await readdir(join(out, ".squares", inner as string));
  await writeFile(join(out, ".squares", inner as string, name as string), content);
  expect(await squares([5])).toEqual([25]);
  expect(worked).toEqual([5, 5]);
});

it("leaves the folder to others where the code cannot be read", async () => {
  await expect(squares([1], { code: ["pipeline/core/absent.ts"] })).rejects.toThrow("ENOENT");
  expect(await squares([1], {}, AbortSignal.timeout(5000))).toEqual([1]);
});

it("ends where it is told to", async () => {
  await expect(squares([1], {}, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});

it("refuses a folder that holds other things", async () => {
  await writeFile(join(out, "letter.txt"), "dear");
  await expect(squares([1])).rejects.toThrow(/expected an empty folder, or one with results of an earlier run, found letter.txt/);
});
