import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { defaultsOf, type Method } from "@stepladder/wasm/credit/contract.ts";
import { example } from "@stepladder/wasm/credit/example.ts";
import { differing, type GoldenCase, goldens } from "@stepladder/wasm/credit/golden.ts";
import { methods } from "@stepladder/wasm/credit/index.ts";
import type { CreditKernels } from "@stepladder/wasm/credit/kernels.ts";
import { loadCreditKernels } from "@stepladder/wasm/host/node.ts";
import { at } from "./site.ts";

const ROOT = new URL("../../", import.meta.url);
const OFFICIAL = process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../shared/data", ROOT));

/** Opens an empty page of the site's origin, below which the sources of the kernels' host lie with their types taken out. */
async function openSources(page: Page): Promise<void> {
  await page.route(at("sources/**"), async (route) => {
    const path = route.request().url().slice(at("sources/").length);
    if (path === "") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sources</title>" });
    const file = await readFile(new URL(`wasm/${path}`, ROOT));
    if (path.endsWith(".wasm")) return route.fulfill({ contentType: "application/wasm", body: file });
    return route.fulfill({ contentType: "text/javascript", body: stripTypeScriptTypes(file.toString()) });
  });
  await page.goto(at("sources/"));
}

declare global {
  interface Window {
    /** The exports of a source, and kernels of the page's own. */
    sources: (path: string) => Promise<{ module: never; kernels: CreditKernels }>;
  }
}

test.beforeEach(async ({ page }) => {
  await openSources(page);
  await page.evaluate(() => {
    const source = (path: string) => import(new URL(path, location.href).href);
    window.sources = async (path) => {
      const { instantiate } = await source("host/kernels.ts");
      const kernels = await instantiate(await WebAssembly.compileStreaming(fetch("build/credit.wasm")), "");
      return { module: (await source(path)) as never, kernels };
    };
  });
});

for (const { unit, file, tolerance, cases } of goldens) {
  test(`${unit} gives in Chromium what ${file} says, and the very bytes that it gives in Node`, async ({ page }, info) => {
    test.skip(!existsSync(`${OFFICIAL}/${file}`), `official ${file} is not at hand (STEPLADDER_DATA, default ../shared/data)`);
    const official = JSON.parse(await readFile(`${OFFICIAL}/${file}`, "utf8"));
    const found = await page.evaluate(
      async ([unit, official]): Promise<GoldenCase[]> => {
        const { module, kernels } = await window.sources("credit/golden.ts");
        const golden = (module as { goldens: typeof goldens }).goldens.find((one) => one.unit === unit);
        return (golden?.cases(official, kernels) ?? []).map((one) => ({ ...one, actual: Array.from(one.actual) }));
      },
      [unit, official] as const,
    );
    const inNode = cases(official, await loadCreditKernels());
    expect(found.length).toBeGreaterThan(0);
    expect(differing(found, tolerance)).toEqual([]);
    expect(found.map(({ actual }) => actual)).toEqual(inNode.map(({ actual }) => Array.from(actual)));
    info.annotations.push({ type: "cases", description: `${unit}: ${found.length}` });
  });
}

test("every method gives the example the same credit in Chromium and in Node", async ({ page }) => {
  const found = await page.evaluate(async (tree) => {
    const { module, kernels } = await window.sources("credit/index.ts");
    const { defaultsOf } = (await window.sources("credit/contract.ts")).module as {
      defaultsOf: (method: Method) => Record<string, number>;
    };
    return (module as { methods: readonly Method[] }).methods.map((method) => {
      const { values, marks, facts } = method.run(kernels, tree, defaultsOf(method));
      return [values.map((steps) => Array.from(steps)), [...(marks ?? [])], facts];
    });
  }, example);
  const kernels = await loadCreditKernels();
  const inNode = methods.map((method) => {
    const { values, marks, facts } = method.run(kernels, example, defaultsOf(method));
    return [values.map((steps) => Array.from(steps)), [...(marks ?? [])], facts];
  });
  expect(found).toEqual(inNode);
});
