import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { load } from "cheerio";
import type { Failure, Reader } from "../../core/mining.ts";
import { decodePage } from "../charset.ts";
import { failedUnit, unitsByHost } from "./hosts.ts";
import { url } from "./url.ts";
import { Web } from "./web.ts";

/** Bytes of a sitemap, addresses and sitemaps at most: the protocol's own limits, and a thousand sitemaps of an index. */
const MAX_SITEMAP = 52_428_800;
const MOST_SITEMAPS = 1_000;
const MOST_ADDRESSES = 1_000_000;

/** Sites by their sitemaps and indexes of sitemaps, which may name each other: each is read once. */
export const sitemap: Reader = {
  id: "sitemap",
  title: "Sitemaps and their indexes (https://.../sitemap.xml, .xml.gz, or sitemap+https://... for any other name)",
  remote: true,
  async accepts(input) {
    return /^sitemap\+https?:\/\//i.test(input) || /^https?:\/\/[^?#]*sitemap[^/?#]*\.(xml|txt)(\.gz)?([?#].*)?$/i.test(input);
  },
  async *split(input, name, signal) {
    const found = await collect(input.replace(/^sitemap\+/i, ""), signal);
    yield* unitsByHost(name, found.addresses);
    for (const [i, failure] of found.failures.entries()) yield failedUnit(`${name}#${i}`, failure);
  },
  // Its units are read by the readers of addresses.
  read: url.read,
};

interface Found {
  readonly addresses: ReadonlySet<string>;
  readonly failures: readonly Failure[];
}

async function collect(first: string, signal: AbortSignal): Promise<Found> {
  const web = new Web();
  const addresses = new Set<string>();
  const failures: Failure[] = [];
  const known = new Set([first]);
  // A set is walked in the order in which it grows.
  for (const address of known) {
    const text = await textAt(web, address, signal);
    if (typeof text !== "string") {
      failures.push(text);
      continue;
    }
    const { pages, sitemaps } = entriesOf(text);
    for (const page of pages) if (addresses.size < MOST_ADDRESSES) addresses.add(page);
    for (const next of sitemaps) if (known.size < MOST_SITEMAPS) known.add(next);
    if (addresses.size >= MOST_ADDRESSES || known.size >= MOST_SITEMAPS) {
      failures.push(tooMany(address));
      break;
    }
  }
  return { addresses, failures };
}

async function textAt(web: Web, address: string, signal: AbortSignal): Promise<string | Failure> {
  const found = await web.get(address, signal, MAX_SITEMAP);
  if ("kind" in found) return found;
  const { bytes } = found;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return decodePage(bytes);
  try {
    return decodePage(await promisify(gunzip)(bytes, { maxOutputLength: MAX_SITEMAP }));
  } catch (error) {
    return {
      id: address,
      kind: "not-gzip",
      expected: `a gzip file of at most ${MAX_SITEMAP} bytes`,
      found: (error as Error).message,
      fix: "check the sitemap",
    };
  }
}

/** What a sitemap names: pages, or other sitemaps; of a text file, its lines. */
function entriesOf(text: string): { readonly pages: readonly string[]; readonly sitemaps: readonly string[] } {
  if (!text.includes("<")) return { pages: text.split(/\s+/).filter((line) => line !== ""), sitemaps: [] };
  const $ = load(text, { xml: true });
  const named = (selector: string): string[] =>
    $(selector)
      .map((_, element) => $(element).text().trim())
      .get()
      .filter((url) => url !== "");
  return { pages: named("url > loc"), sitemaps: named("sitemap > loc") };
}

function tooMany(id: string): Failure {
  const expected = `at most ${MOST_SITEMAPS} sitemaps with ${MOST_ADDRESSES} addresses`;
  return { id, kind: "too-many", expected, found: "more", fix: "give the sitemaps one by one" };
}
