// `npm run bench -- mining`: how fast pages are mined, beside parsers that only parse. It asserts nothing.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contend } from "@stepladder/wasm/bench/contend.ts";
import { figure, lines, type Report, ratio } from "@stepladder/wasm/bench/report.ts";
import { load } from "cheerio";
import { Parser } from "htmlparser2";
import type { Page } from "./core/mining.ts";
import { findGold } from "./eval/gold.ts";
import { minePage } from "./miners/index.ts";

const DATA = process.env.STEPLADDER_DATA ?? fileURLToPath(new URL("../../shared/data", import.meta.url));

/** Pages of official sets, by job; the first ones, so that all fit in memory. */
const JOBS = { "mining-help": "mining-gold/dev", "mining-recipes": "recipe-pages/dev", "mining-news": "web-negatives/dev" } as const;
const PAGES = 1_000;

const named = process.argv.slice(2);
for (const [name, folder] of Object.entries(JOBS)) {
  if (named.length > 0 && !named.some((one) => name === one || name.startsWith(`${one}-`))) continue;
  const path = join(DATA, folder);
  if (!existsSync(path)) console.log(`${name}: skipped, official data ${folder} is not here\n`);
  else for (const line of lines(await mining(name, pagesOf(path)))) console.log(line);
}

function pagesOf(folder: string): Page[] {
  const pages: Page[] = [];
  for (const set of findGold(folder)) for (const { page } of set.pages()) if (pages.length < PAGES) pages.push(page);
  return pages;
}

async function mining(job: string, pages: readonly Page[]): Promise<Report> {
  const megabytes = pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const over = (count: (page: Page) => number) => ({ run: () => ({ result: pages.reduce((sum, page) => sum + count(page), 0) }) });
  const timed = await contend(
    [
      { name: "stepladder, all miners", ...over((page) => procedures(page)) },
      { name: "htmlparser2, events alone", ...over(({ text }) => items(text)) },
      { name: "cheerio as it comes, ol > li", ...over(({ text }) => load(text)("ol > li").length) },
    ],
    { rounds: 5, warmUp: 1 },
  );
  const rate = ((megabytes / (timed[0]?.user ?? Number.NaN)) * 1000).toFixed(1);
  return {
    job: `${job}: ${pages.length} pages, ${megabytes.toFixed(1)} MB`,
    timed,
    amount: [megabytes, "MB"],
    result: "found",
    notes: [
      `goals: at least 20 MB/s with all miners on, now ${rate} of user time; ${ratio(timed[2], timed[0])} times as fast as cheerio as it comes`,
      `peak memory of this process ${figure(process.resourceUsage().maxRSS / 1024)} MiB`,
    ],
  };
}

function procedures(page: Page): number {
  const mined = minePage(page);
  return Array.isArray(mined) ? mined.length : 0;
}

/** Items of ordered lists, counted without a tree. */
function items(text: string): number {
  let depth = 0;
  let count = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === "ol") depth++;
      if (name === "li" && depth > 0) count++;
    },
    onclosetag: (name) => {
      if (name === "ol") depth--;
    },
  });
  parser.end(text);
  return count;
}
