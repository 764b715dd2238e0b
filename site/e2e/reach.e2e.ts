import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { ApiIndex, ApiMetrics, ApiTrack, ApiTracks, Entry } from "@stepladder/schema";
import { committed } from "./committed.ts";
import { at, boards, expectAccessible, expectNoSideways } from "./site.ts";

const DIST = fileURLToPath(new URL("../dist/", import.meta.url));
const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll("//", "/").slice(DIST.length));
const text = (path: string): string => readFileSync(DIST + path, "utf8");
/** Where the built pages say that they are. */
const SITE = new URL(/<link rel="canonical" href="([^"]+)"/.exec(text("index.html"))?.[1] ?? "");

/** The built files that addresses of a text lead to; what lies elsewhere is left out. */
function unresolved(addresses: Iterable<string>, page: string): string[] {
  const known = new Set(files);
  return [...new Set(addresses)].filter((address) => {
    const url = new URL(address.replaceAll("&amp;", "&"), new URL(page, SITE));
    if (url.origin !== SITE.origin) return false;
    if (!url.pathname.startsWith(SITE.pathname)) return true;
    const path = decodeURIComponent(url.pathname).slice(SITE.pathname.length);
    return !known.has(path) && !known.has(`${path}${path === "" || path.endsWith("/") ? "" : "/"}index.html`);
  });
}

/** Every text of a record that is a path of the site. */
function pathsIn(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("/") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}

test("every address on every page leads somewhere", () => {
  const lost = files
    .filter((path) => path.endsWith(".html"))
    .flatMap((page) => {
      const addresses = [...text(page).matchAll(/ (?:href|src)="([^"#]+)/g)].map(([, address]) => address as string);
      return unresolved(addresses, page.replace(/index\.html$/, "")).map((address) => `${page}: ${address}`);
    });
  expect(lost).toEqual([]);
});

test("records of the API are of their schema, and every address in them leads somewhere", () => {
  const records = { "api-index": ApiIndex, "api-tracks": ApiTracks, "api-track": ApiTrack, "api-metrics": ApiMetrics } as const;
  const seen = files
    .filter((path) => path.startsWith("api/v1/"))
    .map((path) => {
      const record = JSON.parse(text(path));
      const name = record.schema.split("/")[1] as keyof typeof records;
      records[name].parse(record);
      expect(unresolved(pathsIn(record), path), path).toEqual([]);
      return name;
    });
  expect(new Set(seen)).toEqual(new Set(Object.keys(records)));
});

test("every address in the index of the search leads somewhere", () => {
  expect(unresolved(pathsIn(JSON.parse(text("search.json"))), "")).toEqual([]);
});

test("only systems that were scored here have a rank, in the API and on badges", () => {
  const tracks = files.filter((one) => one.startsWith("api/v1/tracks/"));
  expect(tracks.length).toBe(boards().length);
  for (const path of tracks) {
    const track = path.slice("api/v1/tracks/".length, -".json".length);
    for (const { id, system, evidence, standing } of ApiTrack.parse(JSON.parse(text(path))).entries) {
      // A release of other items is measured here, and stands beside.
      const isOfItems = evidence.kind === "recomputed" && evidence.items === committed(track).index.items;
      const ranked = system.kind === "system" && isOfItems && standing.value !== undefined;
      const { message } = JSON.parse(text(`badges/${track}/${id}.json`));
      expect([path, id, "rank" in standing, message.startsWith("rank ")]).toEqual([path, id, ranked, ranked]);
    }
  }
});

test("badges are well-formed pictures that say their text", async ({ page }) => {
  // On a page of no policy: the site's own lets no text become markup.
  const badges = files.filter((path) => /^badges\/.*\.svg$/.test(path));
  expect(badges.length).toBe(files.filter((path) => /^data\/[^/]+\/entries\/[^/]*\.json$/.test(path)).length);
  const wrong = await page.evaluate(
    (texts) =>
      texts.filter((svg) => {
        const drawn = new DOMParser().parseFromString(svg, "image/svg+xml");
        return drawn.querySelector("parsererror") !== null || !drawn.querySelector("title")?.textContent?.includes(": ");
      }),
    badges.map(text),
  );
  expect(wrong).toEqual([]);
});

test("a board's tables hold the entries that its records hold", () => {
  for (const { path } of boards()) {
    const track = path.split("/")[1] as string;
    const rows = JSON.parse(text(`data/${track}/board.json`));
    expect(text(`data/${track}/board.csv`).trimEnd().split("\r\n").length).toBe(rows.length + 1);
    for (const { entry, system } of rows) {
      expect(Entry.parse(JSON.parse(text(`data/${track}/entries/${entry}.json`))).system.name).toBe(system);
    }
  }
});

test("pictures for links are of the size that pages say", () => {
  const pictures = files.filter((one) => one.startsWith("og/"));
  expect(pictures.length).toBe(boards().length + 1);
  for (const path of pictures) {
    const png = readFileSync(DIST + path);
    expect([path, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([path, 1200, 630]);
  }
});

test("the map of the site has its pages, and neither frames nor what stands in for a page", () => {
  const map = text("sitemap-0.xml");
  for (const path of ["score/", "api/", ...boards().map((board) => board.path)]) expect(map).toContain(`/${path}</loc>`);
  expect(map).not.toMatch(/\/(?:embed|offline|404)\//);
  expect(text("robots.txt")).toContain("sitemap-index.xml");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      for (const path of ["api/", "offline/", "embed/agentprocessbench/", "embed/procladder/"]) {
        test(`${path} fits and is accessible`, async ({ page }) => {
          await page.goto(at(path));
          await expect(page.locator("h1")).toBeVisible();
          await expectNoSideways(page);
          await expectAccessible(page);
        });
      }
    });
  }
}

test("a framed board has the colours asked for, and its links leave the frame", async ({ page }) => {
  // On a page of another site, and a text has no policy: this site's own lets none of its pages hold a frame.
  await page.goto(at("robots.txt").replace("127.0.0.1", "localhost"));
  await page.evaluate((src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    document.body.replaceChildren(frame);
  }, at("embed/procladder/?theme=dark"));
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await frame.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor)).toBe("rgb(20, 23, 26)");
  await frame.getByRole("rowheader").getByRole("link").first().click();
  await page.waitForURL(/\/tracks\/procladder\/.+\//);
});

test("text to take along is copied by its button", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(at("tracks/procbench/"));
  await page.getByRole("button", { name: "Copy: BibTeX" }).click();
  await expect(page.locator("[data-snippet=BibTeX] button")).toHaveText("Copied");
  // A site built for no address of its own is cited where it is read.
  const file = text("data/procbench/cite.bib").replaceAll("http://localhost:4321", new URL(at("")).origin);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file);
});
