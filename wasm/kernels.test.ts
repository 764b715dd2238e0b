import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const bytes = await readFile(new URL("./build/kernels.wasm", import.meta.url));

it("the kernels import nothing", async () => {
  expect(WebAssembly.Module.imports(await WebAssembly.compile(bytes))).toEqual([]);
});

it("the kernels weigh at most 60 KB gzipped", () => {
  expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(60_000);
});

it("no kernel uses a bounds-checked container", async () => {
  const here = await readdir(new URL(".", import.meta.url), { recursive: true });
  const sources = here.filter((file) => file.endsWith(".as.ts") && !file.includes("node_modules"));
  expect(sources.length).toBeGreaterThan(2);
  for (const source of sources) {
    const text = await readFile(new URL(source, import.meta.url), "utf8");
    expect(text, source).not.toMatch(/\b(?:Static)?Array<|\b(?:Uint|Int|Float)\d+Array\b|\bthrow\b|\bnew\b/);
  }
});
