import { expect, test } from "vitest";
import { type SiteFiles, shellOf } from "./shell.ts";

const built = (more: Readonly<Record<string, string>> = {}): SiteFiles =>
  new Map(
    Object.entries({
      "index.html": '<script src="/base/_astro/page.a1.js"></script><img src="/base/mark.svg">',
      "tracks/index.html": "",
      "score/index.html": '<link href="/base/_astro/score.css">',
      "offline/index.html": "",
      "tracks.json": "[]",
      "manifest.webmanifest": "{}",
      "mark.svg": "<svg/>",
      "_astro/page.a1.js": 'import("./lazy.b2.js")',
      "_astro/lazy.b2.js": 'new Worker(new URL("/_astro/worker.c3.js", import.meta.url))',
      "_astro/worker.c3.js": 'fetch("kernels.d4.wasm")',
      "_astro/kernels.d4.wasm": "wasm",
      "_astro/score.css": "a{}",
      "_astro/parity.e5.js": "",
      "tracks/toy/index.html": '<script src="/_astro/parity.e5.js"></script>',
      "data/toy/items.jsonl.gz": "parity.e5.js",
      ...more,
    }).map(([path, text]) => [path, Buffer.from(text)]),
  );

test("the shell is its pages, what they name however far, and the gold; nothing else", () => {
  const { paths, bytes } = shellOf(built(), ["data/toy/items.jsonl.gz"]);
  expect(paths).toEqual([
    "_astro/kernels.d4.wasm",
    "_astro/lazy.b2.js",
    "_astro/page.a1.js",
    "_astro/score.css",
    "_astro/worker.c3.js",
    "data/toy/items.jsonl.gz",
    "",
    "manifest.webmanifest",
    "mark.svg",
    "offline/",
    "score/",
    "tracks.json",
    "tracks/",
  ]);
  expect(bytes).toBe([...built()].filter(([path]) => !/parity|tracks\/toy/.test(path)).reduce((sum, [, file]) => sum + file.length, 0));
});

test("any byte of the site makes another version, and the order of files none", () => {
  const { version } = shellOf(built(), []);
  expect(shellOf(new Map([...built()].reverse()), []).version).toBe(version);
  expect(shellOf(built({ "tracks/toy/index.html": "changed" }), []).version).not.toBe(version);
});

test("a page of the shell that is not built is named", () => {
  const files = new Map(built());
  files.delete("score/index.html");
  expect(() => shellOf(files, [])).toThrow("score/index.html");
});
