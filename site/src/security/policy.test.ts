import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { breaches, withPolicy } from "./policy.ts";
import { tagsOf } from "./tags.ts";

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>a < b</title></head><body>${body}</body></html>`;
const policy = (html: string): Record<string, string> => {
  const [, content = ""] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
  return Object.fromEntries(content.split("; ").map((rule) => [rule.slice(0, rule.indexOf(" ")), rule.slice(rule.indexOf(" ") + 1)]));
};
const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a page has its policy before all that it rules", () => {
  const html = withPolicy(page('<script src="/a.js"></script>'));
  expect(html).toMatch(
    /^<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /,
  );
  expect(html.replace(/<meta http-equiv[^>]*>/, "")).toBe(page('<script src="/a.js"></script>'));
  expect(html).not.toContain("unsafe-inline");
  expect(html).not.toContain("'unsafe-eval'");
});

test("inline code is allowed by its hash, each once, and data is none", () => {
  const rules = policy(
    withPolicy(
      page(
        '<script>a()</script><script type="module">b(1 < 2)</script><script>a()</script><script type="application/json">{}</script><style>p{}</style>',
      ),
    ),
  );
  expect(rules["script-src"]).toBe(`'self' 'wasm-unsafe-eval' ${hash("a()")} ${hash("b(1 < 2)")}`);
  expect(rules["style-src"]).toBe(`'self' ${hash("p{}")}`);
});

test("what looks like code in foreign text is text, and no hash lets it run", () => {
  const foreign =
    '<p title="<script>evil()</script>">&lt;script>evil()&lt;/script></p><!-- <script>evil()</script> --><textarea><script>evil()</script></textarea>';
  expect(policy(withPolicy(page(foreign)))["script-src"]).toBe("'self' 'wasm-unsafe-eval'");
});

test("links lead anywhere, and figures stand in attributes", () => {
  const fine =
    '<a href="https://example.org/">x</a><link rel="canonical" href="https://example.org/"><svg width="4%"><use href="#a"/></svg><input value="javascript:x" disabled><img src="/a.png" srcset="/a.png 1x, /b.png 2x">';
  expect(breaches(tagsOf(fine))).toEqual([]);
});

test.each([
  ['<p style="color:red">', /style attribute/],
  ["<p STYLE=x>", /style attribute/],
  ['<p onclick="x()">', /code in an attribute/],
  ['<svg/onload="x()">', /code in an attribute/],
  ['<a href=" javascript:x()">', /address that runs/],
  ['<a href="data:text/html,x">', /address that runs/],
  ['<img src="//example.org/a.png">', /file of another site/],
  ['<img srcset="/a.png 1x, https://example.org/a.png 2x">', /file of another site/],
  ['<link rel="stylesheet" href="https://example.org/a.css">', /file of another site/],
  ['<script src="http://example.org/a.js"></script>', /file of another site/],
  ['<image href="https://example.org/a.png"/>', /file of another site/],
  ['<iframe src="/a/">', /such element/],
  ['<base href="/">', /such element/],
  ['<meta http-equiv="refresh" content="0">', /http-equiv/],
])("%s ends the build", (html, says) => {
  expect(() => withPolicy(page(html))).toThrow(says);
});

test.each(['<p title="a>', "<script>a()", '<p a=b"c>', "<!-- a", "<p <b>"])("%s is not guessed at", (html) => {
  expect(() => tagsOf(html)).toThrow(/expected/);
});

test("a page without a charset is refused, for its policy has no place", () => {
  expect(() => withPolicy("<html><head></head></html>")).toThrow("expected <meta charset>");
});
