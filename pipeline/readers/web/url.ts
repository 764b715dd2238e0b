import type { Failure, Page, Reader } from "../../core/mining.ts";
import { markupOf, pageOf } from "../page.ts";
import { type Fetched, Web } from "./web.ts";

/** Pages by their addresses; the addresses of one host are one unit, so that one worker alone asks it. */
export const url: Reader = {
  id: "url",
  title: "Addresses of pages (https://...): fetched as robots.txt allows, one after another, and kept",
  remote: true,
  async accepts(input) {
    return /^https?:\/\//i.test(input);
  },
  async *split(address) {
    yield { reader: "url", id: address, size: 0, at: { addresses: address } };
  },
  async *read({ at }, signal) {
    if (at.failure !== undefined) yield JSON.parse(at.failure as string) as Failure;
    if (at.addresses === undefined) return;
    const web = new Web();
    for (const address of (at.addresses as string).split("\n")) yield pageAt(address, await web.get(address, signal));
  },
};

function pageAt(address: string, found: Fetched | Failure): Page | Failure {
  if ("kind" in found) return found;
  const { url: at, type, language, bytes } = found;
  const markup = markupOf(type);
  if (markup === undefined)
    return { id: address, kind: "not-html", expected: "an HTML page", found: type ?? "no type", fix: "give the address of a page" };
  return pageOf({ id: address, url: at, markup, type, language }, bytes);
}
