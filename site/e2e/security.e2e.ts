import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { committed } from "./committed.ts";
import { allPages, at, boards, scoreSample } from "./site.ts";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const FIXTURES = new URL("../../data/tracks/procbench/fixtures/", import.meta.url);

/** What a page did that it must not: breaks of its policy, messages of errors, and questions to other sites. */
interface Watched {
  readonly wrongs: string[];
}

async function watch(page: Page): Promise<Watched> {
  const wrongs: string[] = [];
  await page.exposeFunction("tellBreak", (what: string) => wrongs.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      (window as unknown as { tellBreak(what: string): void }).tellBreak(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 404/.test(message.text())) wrongs.push(message.text());
  });
  page.on("pageerror", ({ message }) => wrongs.push(message));
  page.on("dialog", (dialog) => {
    wrongs.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!(url.startsWith(at("")) || url.startsWith(`blob:${new URL(at("")).origin}/`))) wrongs.push(`asked for ${url}`);
  });
  return { wrongs };
}

/** One page of each kind: those of one folder are of one kind, and boards apart. */
function kinds(): string[] {
  const kindOf = (path: string): string => path.replace(/(?<=\/)[^/]+(?=\/)/g, "*");
  const embedded = boards().map(({ path }) => path.replace("tracks/", "embed/"));
  return [...new Map([...allPages(), ...embedded, "nowhere/"].map((path) => [kindOf(path), path])).values()];
}

test("every built page has the policy, and its only inline code is what wakes islands", async () => {
  const files = (await readdir(DIST, { recursive: true })).filter((file) => file.endsWith(".html"));
  const pages = await Promise.all(files.map((file) => readFile(join(DIST, file), "utf8")));
  expect(pages.length).toBeGreaterThan(100);
  const policies = pages.map(
    (page) => /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]*)">/.exec(page)?.[1] ?? "",
  );
  for (const policy of policies) expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'[^;]*; style-src 'self'/);
  expect(policies.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|data:|\*/);
  const hashes = new Set(policies.flatMap((policy) => policy.match(/'sha256-[^']*'/g) ?? []));
  const inline = new Set(
    pages.flatMap((page) => [...page.matchAll(/<(?:script|style)>([^<]*(?:<(?!\/)[^<]*)*)<\//g)].map(([, code]) => code)),
  );
  expect(hashes.size).toBe(inline.size);
  for (const code of inline) expect(code).toMatch(/^astro-island,|Astro|astro:hydrate/);
});

/** Pages that are looked at side by side: most of the time they wait. */
const ABREAST = 4;

test("no kind of page breaks its policy, logs an error, or asks another site", async ({ context }) => {
  const left = kinds();
  const look = async (): Promise<void> => {
    const page = await context.newPage();
    const { wrongs } = await watch(page);
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      await page.goto(at(path), { waitUntil: "networkidle" });
      expect(wrongs, path).toEqual([]);
    }
  };
  expect(left.length).toBeGreaterThan(15);
  await Promise.all(Array.from({ length: ABREAST }, look));
});

test("the policy stops what it says", async ({ page }) => {
  await page.goto(at("score/"), { waitUntil: "networkidle" });
  const elsewhere = at("mark.svg").replace("127.0.0.1", "localhost");
  const done = await page.evaluate(async (url) => {
    const told = (act: () => unknown): Promise<string> =>
      new Promise((resolve) => {
        // What is run for a test may evaluate text, and what it calls later may not.
        setTimeout(async () => {
          try {
            await act();
            resolve("done");
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      });
    const image = (src: string) => Object.assign(new Image(), { src }).decode();
    const styled = document.createElement("p");
    styled.setAttribute("style", "color: rgb(1, 2, 3)");
    document.body.append(styled);
    return {
      // biome-ignore lint/security/noGlobalEval: that it is stopped is what is tested
      evaluate: await told(() => globalThis.eval("1")),
      compile: await told(() => new Function("return 1")()),
      markup: await told(() => {
        document.body.innerHTML += "<b>x</b>";
      }),
      fetch: await told(() => fetch(url, { mode: "no-cors" })),
      picture: await told(() => image(url)),
      ownPicture: await told(() => image("../mark.svg")),
      otherWorker: await told(() => new Worker(url)),
      textWorker: await told(() => new Worker("data:text/javascript,1")),
      notAWorker: await told(() => new Worker("/first.js")),
      style: getComputedStyle(styled).color === "rgb(1, 2, 3)",
    };
  }, elsewhere);
  expect(done).toEqual({
    evaluate: "EvalError",
    compile: "EvalError",
    markup: "TypeError",
    fetch: "TypeError",
    picture: "EncodingError",
    ownPicture: "done",
    otherWorker: "TypeError",
    textWorker: "TypeError",
    notAWorker: "TypeError",
    style: false,
  });
});

test("scoring, its charts and its files keep the policy, and the worker reaches this site only", async ({ page }) => {
  const { wrongs } = await watch(page);
  await scoreSample(page);
  for (const kind of ["json", "csv", "md"]) {
    await Promise.all([page.waitForEvent("download"), page.locator(`[data-download=${kind}]`).click()]);
  }
  const chart = page.locator("figure").first();
  for (const name of ["SVG", "PNG", "CSV"]) {
    await Promise.all([page.waitForEvent("download"), chart.getByRole("button", { name }).click()]);
  }
  await page.getByRole("button", { name: "Where did the points go?" }).click();
  await expect(page.locator("#anatomy")).toBeVisible();
  const [worker] = page.workers();
  const elsewhere = at("mark.svg").replace("127.0.0.1", "localhost");
  const reached = await worker?.evaluate(
    async (urls) => {
      const status = (url: string) =>
        fetch(url, { mode: "no-cors" }).then(
          ({ ok }) => ok,
          ({ name }: Error) => name,
        );
      return {
        own: await status(urls.own),
        other: await status(urls.other),
        left: typeof WebSocket + typeof indexedDB + typeof XMLHttpRequest,
      };
    },
    { own: at("mark.svg"), other: elsewhere },
  );
  expect(reached).toEqual({ own: true, other: "TypeError", left: "undefinedundefinedundefined" });
  expect(wrongs).toEqual([]);
});

test("comparing, checking, boards' charts, official outputs and the keys keep the policy", async ({ page }) => {
  const { wrongs } = await watch(page);
  await page.goto(at("compare/?track=task-graph&a=dtgl-llm&b=first-execution"));
  await expect(page.locator("#answer")).toContainText("in edge F1");
  await page.goto(at(`checks/?${new URLSearchParams({ procedure: "1. Boil.", constraints: '[{"kind":"no-duplicates"}]' })}`));
  await expect(page.locator("[data-status]")).toContainText("1 of 1 constraint holds");
  await page.goto(at("tracks/agentprocessbench/"));
  await Promise.all([page.waitForEvent("download"), page.locator("[data-chart=ranking] [data-chart-save=png]").click()]);
  await page.locator("[data-open-keys]").click();
  await page.locator("#keys").getByRole("button", { name: "Close" }).click();
  await expect(page.locator("#keys")).toBeHidden();
  await page.goto(at("parity/?track=procbench"));
  const folder = await mkdtemp(join(tmpdir(), "stepladder-parity-"));
  try {
    await writeFile(join(folder, "nothing.txt"), "");
    await page.locator("input[type=file]").setInputFiles(folder);
    await expect(page.locator("#parity-status")).toContainText("cases could not be run");
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(wrongs).toEqual([]);
});

const EVIL = `"'><img src=x onerror="window.ran=1"><script>window.ran=2</script><svg onload=window.ran=3>\u202e{{7*7}}\${8*8}javascript:window.ran=4`;

/** The value with every text in it made hostile, but those that say which item it is. */
function hostile(value: unknown, key = ""): unknown {
  if (typeof value === "string") return /_name$/.test(key) ? value : EVIL + value;
  if (Array.isArray(value)) return value.map((one) => hostile(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile(inner, name)]));
}

async function hostileLines(file: string): Promise<string> {
  const lines = (await readFile(new URL(file, FIXTURES), "utf8")).trimEnd().split("\n");
  return lines.map((line) => `${JSON.stringify(hostile(JSON.parse(line)))}\n`).join("");
}

async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
  await expect(page.locator("img[src=x], [onerror], [onload], main script:not([src]):not([type])")).toHaveCount(
    (await page.locator("astro-island").count()) * 2,
  );
}

test("markup and code in names, predictions and gold are text wherever they are shown", async ({ page }) => {
  const { wrongs } = await watch(page);
  const name = `${EVIL.replaceAll("/", "")}.jsonl`;
  const unknown = `${JSON.stringify({ problem_name: `task01_0000${EVIL}`, prediction: { intermediate: [EVIL], final: EVIL } })}\n`;
  await page.goto(at("score/?track=procbench"), { waitUntil: "networkidle" });
  await page.locator("[data-choose]").setInputFiles([
    { name, mimeType: "", buffer: Buffer.from((await hostileLines("predictions.jsonl")) + unknown + EVIL) },
    { name: `gold ${name}`, mimeType: "", buffer: Buffer.from(await hostileLines("gold.jsonl")) },
  ]);
  await expect(page.locator("[data-result]")).toBeVisible();
  await expect(page.locator("main")).toContainText("<script>window.ran=2</script>");
  await page.getByRole("button", { name: "Where did the points go?" }).click();
  await expect(page.locator("#anatomy")).toBeVisible();
  await page.locator("details").evaluateAll((all) => {
    for (const one of all as HTMLDetailsElement[]) one.open = true;
  });
  await expectOnlyText(page);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=json]").click()]);
  expect(saved.suggestedFilename()).toBe("procbench-scorecard.json");

  // As a row of one's own on a board, and in a comparison.
  const { scorecardOf } = committed("task-graph");
  await page.goto(at("tracks/task-graph/"), { waitUntil: "networkidle" });
  const card = {
    name: name.replace("jsonl", "json"),
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(scorecardOf("dtgl-llm"))),
  };
  await page.locator("[data-board-own] input").setInputFiles(card);
  const mine = page.locator("table[data-board]").first().locator("tr.mine");
  await expect(mine).toContainText("<script>window.ran=2<script>");
  await expectOnlyText(page);
  await mine.getByRole("link", { name: /^Compare/ }).click();
  await expect(page.locator("#answer")).toContainText("window.ran=2");
  await expectOnlyText(page);
  expect(wrongs).toEqual([]);
});
