import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { launchChromium } from "../../core/chromium.ts";
import { readAll } from "../testing.ts";
import { browser } from "./browser.ts";
import { list } from "./list.ts";
import { sitemap } from "./sitemap.ts";
import { url } from "./url.ts";
import { Web } from "./web.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let folder: string;
let server: Server;
let origin: string;
let answers: Record<string, Answer>;
let asked: string[];

const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "web-"));
  vi.stubEnv("STEPLADDER_CACHE", folder);
  vi.stubEnv("STEPLADDER_CRAWL_DELAY", "0");
  answers = {};
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    (answers[request.url ?? ""] ?? send("gone", {}, 404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const never = new AbortController().signal;
const web = (options = {}): Web => new Web({ cache: folder, delayMs: 0, timeoutMs: 300, retries: 2, ...options });

describe("pages by their addresses", () => {
  it("are fetched with what their headers tell", async () => {
    answers["/a"] = send("<p>Grüße", { "content-language": "de-DE" });
    expect(await readAll(url, `${origin}/a`, `${origin}/a`)).toMatchObject([
      { id: `${origin}/a`, url: `${origin}/a`, text: "<p>Grüße", lang: "de-DE", markup: "html" },
    ]);
    expect(asked).toEqual(["/robots.txt", "/a"]);
  });

  it("are not sent again while they did not change", async () => {
    let sent = 0;
    answers["/a"] = (request, response) => {
      if (request.headers["if-none-match"] === '"1"' && request.headers["if-modified-since"] === "yesterday") response.writeHead(304).end();
      else {
        sent++;
        response.writeHead(200, { etag: '"1"', "last-modified": "yesterday", "content-type": "text/html" }).end("<p>a");
      }
    };
    const [first] = await readAll(url, `${origin}/a`, "a");
    expect(await readAll(url, `${origin}/a`, "a")).toEqual([first]);
    expect([sent, asked.filter((path) => path === "/a").length]).toEqual([1, 2]);
  });

  it("are left alone where robots.txt says so, or cannot be read", async () => {
    answers["/robots.txt"] = send("User-agent: *\nDisallow: /private\n\nUser-agent: stepladder\nDisallow: /steps\n", {
      "content-type": "text/plain",
    });
    answers["/steps"] = answers["/private"] = send("<p>");
    expect(await web().get(`${origin}/steps`, never)).toMatchObject({ kind: "robots" });
    expect(await web().get(`${origin}/private`, never)).toHaveProperty("bytes");
    answers["/robots.txt"] = send("", {}, 503);
    expect(await web({ retries: 0 }).get(`${origin}/private`, never)).toMatchObject({ kind: "robots-unreachable" });
    expect(asked).not.toContain("/steps");
  });

  it("wait for their host's turn, and longer where robots.txt asks for it", async () => {
    answers["/robots.txt"] = send("User-agent: *\nCrawl-delay: 0.2\n");
    answers["/a"] = send("<p>");
    const start = performance.now();
    const polite = web({ delayMs: 50 });
    for (let i = 0; i < 3; i++) await polite.get(`${origin}/a`, never);
    expect(performance.now() - start).toBeGreaterThanOrEqual(395);
  });

  it("are asked for again after faults that pass", async () => {
    let tries = 0;
    answers["/a"] = (request, response) =>
      ++tries < 3 ? send("", { "retry-after": "0.05" }, tries === 1 ? 429 : 503)(request, response) : send("<p>a")(request, response);
    expect(await web().get(`${origin}/a`, never)).toHaveProperty("bytes");
    expect(tries).toBe(3);
  });

  it.each([
    ["that are not there", send("", {}, 404), "http-404"],
    ["that stay broken", send("", { "retry-after": "0" }, 500), "http-500"],
    ["that never answer", () => {}, "no-answer"],
    ["that hang up", (request: IncomingMessage) => request.socket.destroy(), "no-answer"],
    ["that lead in a circle", send("", { location: "/a" }, 302), "redirects"],
    ["that lead to another protocol", send("", { location: "file:///etc/passwd" }, 302), "not-http"],
    ["that are too large", send("a".repeat(11_000_000)), "too-large"],
    ["that are bombs", send(gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" }), "too-large"],
  ] as const)("are told, %s", async (_, answer, kind) => {
    answers["/a"] = answer as Answer;
    expect(
      await web({ retries: 1, timeoutMs: 2_000, ...(kind === "no-answer" ? { timeoutMs: 200, retries: 0 } : {}) }).get(
        `${origin}/a`,
        never,
      ),
    ).toMatchObject({
      id: `${origin}/a`,
      kind,
    });
  });

  it("follow redirects, whose rules count too", async () => {
    answers["/robots.txt"] = send("User-agent: *\nDisallow: /no\n");
    answers["/a"] = send("", { location: "/b" }, 301);
    answers["/b"] = send("<p>b");
    expect(await readAll(url, `${origin}/a`, "a")).toMatchObject([{ id: `${origin}/a`, url: `${origin}/b`, text: "<p>b" }]);
    answers["/a"] = send("", { location: "/no" }, 301);
    expect(await readAll(url, `${origin}/a`, "a")).toMatchObject([{ kind: "robots" }]);
  });

  it("are pages only where they are HTML", async () => {
    answers["/a"] = send("%PDF", { "content-type": "application/pdf" });
    expect(await readAll(url, `${origin}/a`, "a")).toMatchObject([{ kind: "not-html", found: "application/pdf" }]);
  });

  it("end when the run does", async () => {
    answers["/a"] = () => {};
    const stop = new AbortController();
    const reading = readAll(url, `${origin}/a`, "a", stop.signal);
    reading.catch(() => {});
    await expect.poll(() => asked).toContain("/a");
    stop.abort(new Error("interrupted"));
    await expect(reading).rejects.toThrow("interrupted");
  });
});

describe("lists of addresses", () => {
  it("are read host by host, each address once", async () => {
    const path = join(folder, "pages.urls");
    const other = origin.replace("127.0.0.1", "localhost");
    await writeFile(path, `# pages\n${origin}/a\r\n\n${other}/c\n${origin}/b\n${origin}/a\nnonsense\n`);
    for (const name of ["a", "b", "c"]) answers[`/${name}`] = send(`<p>${name}`);
    const units = await Array.fromAsync(list.split(path, "pages.urls", never));
    const host = new URL(origin).host;
    expect(units.map(({ id }) => id)).toEqual(["pages.urls#", `pages.urls#${host}`, `pages.urls#${new URL(other).host}`]);
    const found = await readAll(list, path, "pages.urls");
    expect(found.map((one) => ("text" in one ? one.text : one.kind))).toEqual(["not-http", "<p>a", "<p>b", "<p>c"]);
  });
});

describe("sitemaps", () => {
  const urls = (...paths: string[]): string =>
    `<?xml version="1.0"?><urlset>${paths.map((path) => `<url><loc> ${origin}${path} </loc></url>`).join("")}</urlset>`;
  const index = (...paths: string[]): string =>
    `<sitemapindex>${paths.map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`).join("")}</sitemapindex>`;

  it("that name each other are read once, and what cannot be read is told", async () => {
    answers["/sitemap.xml"] = send(index("/sitemap.xml", "/more.xml", "/packed.xml.gz", "/gone.xml", "/lines.txt"));
    answers["/more.xml"] = send(index("/sitemap.xml", "/pages.xml"));
    answers["/pages.xml"] = send(urls("/a", "/b"));
    answers["/packed.xml.gz"] = send(gzipSync(urls("/b", "/c")), { "content-type": "application/gzip" });
    answers["/lines.txt"] = send(`${origin}/d\n${origin}/a\n`, { "content-type": "text/plain" });
    for (const name of ["a", "b", "c", "d"]) answers[`/${name}`] = send(`<p>${name}`);
    const found = await readAll(sitemap, `${origin}/sitemap.xml`, "site");
    expect(found.map((one) => ("text" in one ? one.text : `${one.kind} ${one.id}`)).sort()).toEqual([
      "<p>a",
      "<p>b",
      "<p>c",
      "<p>d",
      `http-404 ${origin}/gone.xml`,
    ]);
    expect(asked.filter((path) => path === "/sitemap.xml")).toHaveLength(1);
  });

  it("of more sitemaps than an index may name end at the limit", async () => {
    answers["/sitemap.xml"] = send(index(...Array.from({ length: 1_100 }, (_, i) => `/${i}.xml`)));
    const found = await readAll(sitemap, `${origin}/sitemap.xml`, "site");
    expect(found).toMatchObject([{ kind: "too-many" }]);
    expect(asked.length).toBeLessThan(10);
  });
});

it("a page that scripts write is read as Chromium shows it", async (context) => {
  const chromium = await launchChromium();
  if (chromium === undefined) return context.skip("no Chromium on this machine");
  await chromium.close();
  answers["/a"] = send(
    `<body><script>document.body.append(Object.assign(document.createElement("h1"), {textContent: "Boil an egg"}))</script>`,
  );
  const [page] = await readAll(browser, `browser+${origin}/a`, "a");
  expect(page).toMatchObject({ id: `browser+${origin}/a`, url: `${origin}/a`, text: expect.stringContaining("<h1>Boil an egg</h1>") });
  expect(await readAll(browser, `browser+${origin}/gone`, "a")).toMatchObject([{ kind: "http-404" }]);
});
