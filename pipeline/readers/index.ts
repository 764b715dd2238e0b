import type { Reader } from "../core/mining.ts";
import { html } from "./html.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import { wacz } from "./wacz.ts";
import { warc } from "./warc.ts";
import { browser } from "./web/browser.ts";
import { list } from "./web/list.ts";
import { sitemap } from "./web/sitemap.ts";
import { url } from "./web/url.ts";
import { xml } from "./xml.ts";

/** All readers; an input goes to the first that accepts it. Addresses come first: they end as files do. */
export const readers: readonly Reader[] = [browser, sitemap, url, list, html, xml, markdown, jsonl, warc, wacz];

/** The reader of this id. Throws RangeError where there is none. */
export function readerOf(id: string): Reader {
  const reader = readers.find((one) => one.id === id);
  if (reader === undefined) throw new RangeError(`expected the id of a reader, found ${id}`);
  return reader;
}
