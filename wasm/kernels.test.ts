import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

const built = (name: string) => readFile(new URL(`./build/${name}.wasm`, import.meta.url));
const modules = { kernels: await built("kernels"), credit: await built("credit"), align: await built("align") };

it.each(Object.entries(modules))("the module %s imports nothing", async (_, bytes) => {
  expect(WebAssembly.Module.imports(await WebAssembly.compile(bytes))).toEqual([]);
});

it("all modules together weigh at most 60 KB gzipped", () => {
  const weights = Object.values(modules).map((bytes) => gzipSync(bytes, { level: 9 }).length);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(60_000);
});

it("the module that scores has nothing of credit or of alignment, which would change the hash that results are compared by", async () => {
  const names = WebAssembly.Module.exports(await WebAssembly.compile(modules.kernels)).map(({ name }) => name);
  expect(names).toContain("statesMatch");
  expect(names.filter((name) => /^(?:credit|align)/.test(name))).toEqual([]);
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
