import { describe, expect, it } from "vitest";
import { varied } from "./variants.ts";

const page = (body: string): string => `<html><body>${body}</body></html>`;

describe("varied", () => {
  it("leaves a page as it is", () => {
    const text = "<ol><li>Stir<li>Serve";
    expect(varied(text, "as-is")).toBe(text);
  });

  it("makes every ordered list an unordered one", () => {
    expect(varied(page('<ol start="2"><li>Stir</li></ol><ul><li>Salt</li></ul>'), "ul")).toBe(
      page('<ul start="2"><li>Stir</li></ul><ul><li>Salt</li></ul>'),
    );
  });

  it.each([
    ["<ol><li>Stir <b>well</b>.</li><li>Serve.</li></ol>", "<p>1. Stir <b>well</b>.</p><p>2. Serve.</p>"],
    ["<ol><li><p>Stir.</p><p>Slowly.</p></li><li><p>Serve.</p></li></ol>", "<p>1. Stir.</p><p>Slowly.</p><p>2. Serve.</p>"],
    ["<ol><li>Stir:<ul><li>left</li></ul></li></ol>", "<p>1. Stir:</p><ul><li>left</li></ul>"],
    ["<ol><li>Mix<ol><li>Salt</li></ol></li><li>Bake</li></ol>", "<p>1. Mix</p><p>1. Salt</p><p>2. Bake</p>"],
    ['<ol start="4"><li>Rest</li></ol>', "<p>4. Rest</p>"],
  ])("unwraps %s", (from, to) => {
    expect(varied(page(from), "unwrapped")).toBe(page(to));
  });

  it("removes structured data and keeps the words", () => {
    const marked =
      '<script type="application/ld+json">{"@type":"HowTo"}</script><ol itemprop="step" itemscope itemtype="https://schema.org/HowToSection"><li property="text" typeof="HowToStep" vocab="x">Stir</li></ol>';
    expect(varied(page(marked), "no-structured-data")).toBe(page("<ol><li>Stir</li></ol>"));
  });
});
