import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { at, boards, entryPages, oneBelow, openWarm, scoreSample } from "./site.ts";

/** Paths below the base of everything that a page asks for from now on. */
function watch(page: Page): Set<string> {
  const paths = new Set<string>();
  page.on("request", (request) => {
    if (request.url().startsWith("http")) paths.add(request.url());
  });
  return paths;
}

/** Size after gzip of a file of the site, in bytes. */
function weight(address: string): number {
  const path = address.slice(at("").length).replace(/[?#].*/, "");
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  return gzipSync(readFileSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url))), { level: 9 }).length;
}

function total(addresses: Iterable<string>): number {
  return Array.from(addresses, weight).reduce((sum, bytes) => sum + bytes, 0);
}

const mine = {
  name: "mine.jsonl",
  mimeType: "",
  buffer: Buffer.from(`${JSON.stringify({ id: "pl-1-00000", prediction: { intermediate: [], final: "x" } })}\n`),
};

const budgets = [
  { name: "home", path: "", bytes: 110_000 },
  ...boards().map(({ path }) => ({ name: path, path, bytes: 250_000 })),
  ...entryPages().map((path) => ({ name: path, path, bytes: 250_000 })),
  ...[
    "papers/",
    "papers/how2everything/",
    "papers/processbench/",
    "benchmarks/prmbench-best-of-8/",
    "systems/",
    "systems/qwen3-8b-inst/",
    "map/",
    "standing/",
  ].map((path) => ({
    name: path,
    path,
    bytes: 110_000,
  })),
  { name: "compare", path: "compare/", bytes: 250_000 },
  { name: "procedures", path: "procedures/", bytes: 110_000 },
  ...["alignments", "graphs"].flatMap((folder) =>
    [`${folder}/`, ...oneBelow(folder)].map((path) => ({ name: path, path, bytes: 140_000 })),
  ),
  { name: "search, with its index", path: "search/?q=slate", bytes: 110_000 },
  { name: "explore", path: "explore/", bytes: 160_000 },
  { name: "checks", path: "checks/", bytes: 110_000 },
  { name: "credit lab", path: "credit/", bytes: 130_000 },
  { name: "a method of credit", path: "credit/portool-fork/", bytes: 110_000 },
  { name: "score, before a track is chosen", path: "score/", bytes: 160_000 },
];

for (const { name, path, bytes } of budgets) {
  test(`${name} weighs at most ${bytes / 1000} KB`, async ({ page }, info) => {
    const asked = watch(page);
    await page.goto(at(path), { waitUntil: "networkidle" });
    const weighed = total(asked);
    info.annotations.push({ type: "weight", description: `${name}: ${weighed} bytes` });
    expect(weighed).toBeLessThanOrEqual(bytes);
  });
}

test("pages that only read load no React and start no worker", async ({ page }) => {
  const asked = watch(page);
  for (const path of ["tracks/procladder/", "tracks/procladder/empty/"]) await page.goto(at(path), { waitUntil: "networkidle" });
  expect([...asked].filter((address) => /react|client\.|worker|\.wasm/.test(address))).toEqual([]);
});

/** Code that only somebody who looks at items needs, by the name of its file: what each of its chunks may weigh, in bytes after gzip. */
const SHOWS = [
  { name: /^Explorer\..*\.js$/, least: 1, bytes: 25_000 },
  { name: /^Viewer\..*\.js$/, least: 6, bytes: 25_000 },
  { name: /^layout\.worker-.*\.js$/, least: 1, bytes: 20_000 },
  { name: /^insight-.*\.js$/, least: 20, bytes: 8_000 },
] as const;

test("what shows items is fetched when somebody looks at one, and every viewer stays small", async ({ page }) => {
  const asked = watch(page);
  for (const path of ["score/?track=procladder", "explore/"]) await page.goto(at(path), { waitUntil: "networkidle" });
  const files = readdirSync(new URL("../dist/_astro/", import.meta.url));
  for (const { name, least, bytes } of SHOWS) {
    const chunks = files.filter((file) => name.test(file)).map((file) => at(`_astro/${file}`));
    expect(chunks.length, String(name)).toBeGreaterThanOrEqual(least);
    expect(chunks.filter((chunk) => asked.has(chunk))).toEqual([]);
    for (const chunk of chunks) expect(weight(chunk), chunk).toBeLessThanOrEqual(bytes);
  }
});

test("scoring stays within its budgets and asks no other origin", async ({ page }, info) => {
  const asked = watch(page);
  await scoreSample(page);
  expect([...asked].filter((address) => !address.startsWith(at("")))).toEqual([]);
  const wasm = [...asked].filter((address) => address.endsWith(".wasm"));
  expect(total(wasm)).toBeLessThanOrEqual(60_000);
  const tracks = [...asked].filter((address) => /\/track-[^/]*\.js$/.test(address));
  expect(tracks.length).toBeGreaterThan(0);
  for (const track of tracks) expect(weight(track)).toBeLessThanOrEqual(15_000);
  info.annotations.push({ type: "weight", description: `wasm ${total(wasm)}, tracks ${tracks.map(weight).join(" + ")} bytes` });
});

test("a benchmark with built-in gold is scored without a network once its scoring page stands", async ({ page, context }) => {
  await page.goto(at("score/?track=procladder"), { waitUntil: "networkidle" });
  await expect(page.locator("[data-warm]")).toBeAttached();
  await context.setOffline(true);
  await page.locator("[data-choose]").setInputFiles(mine);
  await expect(page.locator("[data-result]")).toBeVisible();
});

test("files that come before any benchmark's code, with no network to fetch it, are told what is missing", async ({ page, context }) => {
  await page.goto(at("score/"), { waitUntil: "networkidle" });
  await context.setOffline(true);
  await page.locator("[data-choose]").setInputFiles(mine);
  await expect(page.locator("[data-phase=failed]")).toContainText("connect once so that the scoring code can be loaded");
});

test("files for another benchmark than the chosen one, with no network to fetch its code, are told what is missing", async ({
  page,
  context,
}) => {
  await page.goto(at("score/?track=procladder"), { waitUntil: "networkidle" });
  await expect(page.locator("[data-warm]")).toBeAttached();
  await context.setOffline(true);
  const other = Buffer.from(`${JSON.stringify({ dataset: "bfcl", query_index: 0, sample_index: 0, step_labels: { 2: 1 } })}\n`);
  await page.locator("[data-choose]").setInputFiles({ ...mine, buffer: other });
  await expect(page.locator("[data-phase=failed]")).toContainText("could not be fetched");
});

test("gold that cannot be fetched is told about, and the person's own copy does", async ({ page, context }) => {
  await openWarm(page);
  await context.setOffline(true);
  await page.locator("[data-choose]").setInputFiles(mine);
  await expect(page.locator("main")).toContainText("could not fetch the gold");
  const gold = { id: "pl-1-00000", task: "t", prompt: "go", init: "a", intermediate: ["b"], final: "x" };
  await page.locator("[data-choose]").setInputFiles({ name: "gold.jsonl", mimeType: "", buffer: Buffer.from(`${JSON.stringify(gold)}\n`) });
  await expect(page.locator("[data-result]")).toBeVisible();
});

test("once it has scored, the page scores without a network", async ({ page, context }) => {
  await scoreSample(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=csv]").click()]);
  const before = readFileSync(await download.path(), "utf8");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Score again" }).click();
  await expect(page.locator("[data-phase=done]")).toBeVisible();
  const [again] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=csv]").click()]);
  expect(readFileSync(await again.path(), "utf8")).toBe(before);
});
