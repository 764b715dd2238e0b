import { expect, test } from "vitest";
import { entry, metric } from "../../test/entries.ts";
import { badgeJson, badgeSvg } from "./badge.ts";
import { breadcrumbs, datasetOf, jsonLdText } from "./jsonld.ts";
import { placing, placingText, rankText } from "./placing.ts";
import type { CatalogTrack } from "./tracks.ts";

const accuracy = metric("accuracy");
const standing = {
  value: { kind: "value", value: 0.7481 } as const,
  interval: { low: 0.72, high: 0.77, by: "bca" } as const,
  rank: 3,
  range: { low: 2, high: 6 },
  ranks: new Float64Array(0),
  first: 0.01,
  letters: "b",
};

test("a system that was scored here has its rank with the range", () => {
  const beta = entry("Beta", { accuracy: 0.7481 });
  const placed = placing(beta, "accuracy", standing);
  expect(placed).toEqual({ value: 0.7481, low: 0.72, high: 0.77, rank: 3, rankLow: 2, rankHigh: 6, pFirst: 0.01, letters: "b" });
  expect(placingText(beta, placed, accuracy)).toBe("rank 3 (2–6) · 74.8\u00a0%");
  expect(rankText({ rank: 3, rankLow: 3, rankHigh: 3 })).toBe("3");
});

test("baselines and quoted figures have their kind of evidence in place of a rank", () => {
  const baseline = entry("Guess", { accuracy: 0.5 }, { kind: "baseline" });
  const unranked = placing(baseline, "accuracy", standing);
  expect(unranked).toEqual({ value: 0.5, low: 0.72, high: 0.77 });
  expect(placingText(baseline, unranked, accuracy)).toBe("baseline · 50.0\u00a0%");
  const quoted = entry("Gamma", { accuracy: 0.5 }, { evidence: "published" });
  expect(placingText(quoted, placing(quoted, "accuracy", undefined), accuracy)).toBe("published · 50.0\u00a0%");
  expect(placingText(entry("Mute", {}), {}, accuracy)).toBe("recomputed · no value");
});

test("a badge is escaped, has a title, and holds its text to its width", () => {
  const svg = badgeSvg({ label: "<script>alert(1)</script>", message: 'a "b" & c\u202e', ranked: true });
  expect(svg).not.toContain("<script");
  expect(svg).not.toContain("\u202e");
  expect(svg).toContain("<title>&#60;script&#62;alert(1)&#60;/script&#62;: a &#34;b&#34; &#38; c</title>");
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
  const fields = [...svg.matchAll(/<rect x="(\d+)" width="(\d+)"/g)].map(([, x, own]) => Number(x) + Number(own));
  expect(fields.at(-1)).toBe(width);
  expect(badgeJson({ label: "a", message: "b", ranked: false })).toEqual({ schemaVersion: 1, label: "a", message: "b", color: "5a6067" });
});

test("structured data cannot end the element that holds it", () => {
  const text = jsonLdText(breadcrumbs([{ title: "</script><b>&", path: "/a/" }], new URL("https://example.org")));
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toMatchObject({ itemListElement: [{ position: 1, name: "</script><b>&", item: "https://example.org/a/" }] });
});

test("a board as a data set says what is known, and nothing more", () => {
  const info = { title: "Toy", summary: "Play.", version: "1", gold: "imported" } as CatalogTrack["info"];
  const track = {
    papers: [{ title: "P", url: "https://arxiv.org/abs/2410.03117" }],
    sources: [] as never[],
  } as unknown as CatalogTrack["track"];
  const site = new URL("https://example.org");
  const dataset = datasetOf({ info, track }, "/base/tracks/toy/", [{ type: "text/csv", path: "/base/data/toy/board.csv" }], site);
  expect(dataset).toMatchObject({
    url: "https://example.org/base/tracks/toy/",
    citation: [{ name: "P", url: "https://arxiv.org/abs/2410.03117" }],
    distribution: [{ encodingFormat: "text/csv", contentUrl: "https://example.org/base/data/toy/board.csv" }],
  });
  for (const unknown of ["creator", "license", "isBasedOn"]) expect(dataset).not.toHaveProperty(unknown);
  expect(datasetOf({ info: { ...info, gold: "generated" }, track }, "/", [], site)).toHaveProperty("license");
});
