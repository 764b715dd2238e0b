import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findGold } from "./gold.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gold-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const lists = (set: string): void => {
  put(
    `${set}/gold.jsonl`,
    `${JSON.stringify({ file: "pages/a.html", lang: "de", procedures: [{ goal: "Tee", steps: ["Wasser kochen"] }] })}\n`,
  );
  put(`${set}/pages/a.html`, "<p>grün</p>");
};

describe("findGold", () => {
  it("reads each layout, and all of them below one folder", () => {
    lists("help/tea");
    put("recipes/tea.example/tea.html.gz", gzipSync("<p>Boil</p>"));
    put("recipes/tea.example/tea.json", JSON.stringify({ title: "Tea", instructions_list: ["Boil"] }));
    put("news/index.jsonl", '{"file": "a.html"}\n{"file": "b.html", "title_suggests_howto": true}\n');
    put("news/pages/a.html.gz", gzipSync("<p>News</p>"));
    const sets = findGold(folder).map(({ name, layout, pages }) => ({ name, layout, pages: [...pages()] }));
    expect(sets.map(({ name, layout }) => `${name}: ${layout}`)).toEqual([
      "recipe-pages: recipes",
      "tea: lists",
      "web-negatives: negatives",
    ]);
    expect(sets[0]?.pages[0]).toMatchObject({ page: { text: "<p>Boil</p>" }, procedures: [{ goal: "Tea", steps: ["Boil"] }] });
    expect(sets[1]?.pages[0]).toMatchObject({ page: { text: "<p>grün</p>", lang: "de" }, procedures: [{ goal: "Tee" }] });
    expect(sets[2]?.pages.map(({ page }) => page.id)).toEqual([join("pages", "a.html")]);
  });

  it("is given a set itself", () => {
    lists("tea");
    expect(findGold(join(folder, "tea")).map(({ name }) => name)).toEqual(["tea"]);
  });

  it("tells sets of one name apart by their path", () => {
    lists("one/tea");
    lists("two/tea");
    expect(findGold(folder).map(({ name }) => name)).toEqual(["tea", join("two", "tea")].sort());
  });

  it("says what it expected where there is no gold", () => {
    put("a.txt", "");
    expect(() => findGold(folder)).toThrow(/expected gold.jsonl, index.jsonl or <host>/);
  });

  it("names a line that is no record, and a page that is not there", () => {
    put("tea/gold.jsonl", '{"file": "pages/gone.html", "procedures": []}\n');
    expect(() => [...(findGold(folder)[0]?.pages() ?? [])]).toThrow(/expected pages\/gone.html/);
    put("tea/gold.jsonl", "\nnot json\n");
    expect(() => [...(findGold(folder)[0]?.pages() ?? [])]).toThrow(/gold.jsonl:2: expected one JSON record/);
  });
});
