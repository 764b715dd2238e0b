import { expect, it } from "vitest";
import type { Doc, Page } from "../core/mining.ts";
import { languageTag, parsePage } from "./doc.ts";
import { pointerTo } from "./pointer.ts";

function page(text: string, more: Partial<Page> = {}): Page {
  return { id: "page.html", markup: "html", text, sha256: "0".repeat(64), ...more };
}

function parsed(text: string, more?: Partial<Page>): Doc {
  const doc = parsePage(page(text, more));
  if ("kind" in doc) throw new Error(doc.kind);
  return doc;
}

it.each([
  ["<title>Mend a kite | Windy Hill</title>", "Mend a kite"],
  ["<title>Windy Hill - Mend a kite</title><h1>Mend a kite</h1>", "Mend a kite"],
  ["<title>Windy Hill :: Mend a kite</title><meta property='og:site_name' content='Windy Hill'>", "Mend a kite"],
  ["<title>Mend a kite - and fly it - Windy Hill</title><meta property='og:site_name' content='Windy Hill'>", "Mend a kite - and fly it"],
  ["<title>Windy Hill: Mend a kite</title><header><a href=/>Windy Hill</a></header>", "Mend a kite"],
  ["<title>Windy Hill: Mend a kite</title><header><h1>Windy Hill</h1></header><h2>Mend a kite</h2>", "Mend a kite"],
  ["<title>Mend a kite | Windy Hill</title><h1><a href=https://windy.example/>Windy Hill</a></h1>", "Mend a kite"],
  ["<title>Kites: mend one</title><h1>Kites</h1><h2>Mend one</h2>", "Kites: mend one"],
  ["<title>Well-worn kites</title>", "Well-worn kites"],
  ["<h1>Mend <em>a</em> kite</h1>", "Mend a kite"],
  ["<p>No title</p>", ""],
])("title of %s", (text, title) => {
  expect(parsed(text).title).toBe(title);
});

it("the page's own word on its language comes first, then the reader's, then its text", () => {
  expect(parsed("<html lang=en_gb>").lang).toBe("en-GB");
  expect(parsed("<meta http-equiv=Content-Language content='de, en'>", { lang: "fr" }).lang).toBe("de");
  expect(parsed("<p>x", { lang: "fr" }).lang).toBe("fr");
  expect(parsed("<p>Zuerst den Drachen auf den Tisch legen und das Papier glatt streichen.").lang).toBe("de");
  expect(parsed("<p>123").lang).toBe("und");
});

it("what is no language tag is none", () => {
  expect([languageTag("{{ lang }}"), languageTag(""), languageTag("english"), languageTag("pt_BR")]).toEqual([
    undefined,
    undefined,
    undefined,
    "pt-BR",
  ]);
});

it("a page nested deeper than any real one is a failure that says so", () => {
  expect(parsePage(page("<div>".repeat(10_000)))).toMatchObject({ id: "page.html", kind: "too-deep" });
});

it("a pointer finds its element and no other, also in a fragment", () => {
  for (const text of ["<html><body><ol><li>a<li>b</ol><ol><li>c</ol></body></html>", "<ol><li>a<li>b</ol><div><ol><li>c</ol></div>"]) {
    const { $ } = parsed(text);
    for (const item of $("li").toArray()) expect($(pointerTo(item)).toArray()).toEqual([item]);
  }
});
