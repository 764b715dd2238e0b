import { load } from "cheerio/slim";
import { type AnyNode, Document, DomHandler, Element } from "domhandler";
import { eld } from "eld/small";
import { Parser } from "htmlparser2";
import type { Doc, Failure, Page } from "../core/mining.ts";
import { clean, textOf } from "./text.ts";

/** Elements inside elements, at most. Browsers stop there too; deeper pages cost time that grows with the square of their depth. */
const MAX_DEPTH = 512;

/** Characters from which a language is detected. */
const SAMPLE = 2000;

const OPTIONS = { xml: { xmlMode: false, decodeEntities: true } };
const XML_OPTIONS = { xml: { xmlMode: true, decodeEntities: true } };

/** Parses a page once for all miners; a page nested too deep is a failure. */
export function parsePage(page: Page): Doc | Failure {
  const options = page.markup === "xml" ? XML_OPTIONS : OPTIONS;
  const root = parseBounded(page.text, options.xml);
  if ("name" in root)
    return {
      id: page.id,
      kind: "too-deep",
      expected: `elements inside at most ${MAX_DEPTH} others`,
      found: `a deeper one, <${root.name}>`,
      fix: "look at the page for tags that are never closed, or leave it out",
    };
  return new ParsedPage(page, load(oneRoot(root), options));
}

/** Roots, at most: selectors compare them with each other. */
const MAX_ROOTS = 64;

/** A page without `<html>` may have a million roots; they are put into one. */
function oneRoot(root: Document): Document {
  if (root.children.length <= MAX_ROOTS) return root;
  const body = new Element("body", {}, root.children);
  for (const child of root.children) child.parent = body;
  const wrapped = new Document([body]);
  body.parent = wrapped;
  return wrapped;
}

/** A piece of HTML, as strings in structured data hold it; what is nested too deep is empty. */
export function parseFragment(html: string): Document {
  const root = parseBounded(html, OPTIONS.xml);
  return "name" in root ? new Document([]) : root;
}

/** A document, or the element that is nested too deep. */
function parseBounded(text: string, options: (typeof OPTIONS)["xml"]): Document | TooDeep {
  const handler = new BoundedHandler(undefined, options);
  try {
    new Parser(handler, options).end(text);
    return handler.root;
  } catch (error) {
    if (error instanceof TooDeep) return error;
    throw error;
  }
}

/** Thrown out of the parser, which cannot be told to stop. */
class TooDeep extends Error {
  constructor(element: string) {
    super();
    this.name = element;
  }
}

/** Keeps no comments and no insides of drawings: nobody reads them, and pages are full of them. */
class BoundedHandler extends DomHandler {
  #drawing = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    if (this.tagStack.length > MAX_DEPTH) throw new TooDeep(name);
    if (this.#drawing > 0) this.#drawing++;
    else {
      super.onopentag(name, attribs);
      if (name === "svg") this.#drawing = 1;
    }
  }

  override onclosetag(): void {
    if (this.#drawing > 0) this.#drawing--;
    if (this.#drawing === 0) super.onclosetag();
  }

  override ontext(data: string): void {
    if (this.#drawing === 0) super.ontext(data);
  }

  override oncomment(): void {}
  override oncommentend(): void {}
}

/** Language and title are worked out where they are first asked for: most pages hold no procedure. */
class ParsedPage implements Doc {
  readonly page: Page;
  readonly $: Doc["$"];
  #lang: string | undefined;
  #title: string | undefined;

  constructor(page: Page, $: Doc["$"]) {
    this.page = page;
    this.$ = $;
  }

  get lang(): string {
    this.#lang ??= langOf(this.page, this.$);
    return this.#lang;
  }

  get title(): string {
    this.#title ??= titleOf(this.$);
    return this.#title;
  }
}

function langOf(page: Page, $: Doc["$"]): string {
  const root = $("html, page, book, article").first();
  const told = [
    root.attr("lang"),
    root.attr("xml:lang"),
    $('meta[http-equiv="content-language" i]').first().attr("content"),
    page.lang,
    $("body").attr("lang"),
  ];
  for (const one of told) {
    const tag = languageTag(one);
    if (tag !== undefined) return tag;
  }
  const body = ($("body")[0] ?? $.root()[0]) as AnyNode;
  return eld.detect(textOf(body).slice(0, SAMPLE)).language || "und";
}

/** A BCP 47 tag in its canonical form, from what pages write: `en_US`, `EN-us`, `de, en`. */
export function languageTag(text: string | undefined): string | undefined {
  const first = text?.split(/[,;\s]/)[0]?.replaceAll("_", "-");
  if (first === undefined || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(first)) return undefined;
  try {
    return Intl.getCanonicalLocales(first)[0];
  } catch {
    return undefined;
  }
}

/** What stands between a title and the name of its site. */
const SEPARATOR = /\s+[|·•»«:›–—~-]+\s+|\s*[|»›]\s*/u;

/** Characters of a title that are looked at. */
const LONGEST_TITLE = 1000;

function titleOf($: Doc["$"]): string {
  const title = clean($("title").first().text().slice(0, LONGEST_TITLE));
  const site = clean($('meta[property="og:site_name"]').attr("content") ?? "");
  const heads = $("h1")
    .toArray()
    .map((one) => textOf(one))
    .filter((text) => text !== "");
  if (title === "") return clean($('meta[property="og:title"]').attr("content") ?? "") || (heads[0] ?? "");
  const parts = title.split(SEPARATOR).filter((part) => part !== "");
  const head = heads.find((text) => sameWords(title, text) || parts.some((part) => sameWords(part, text)));
  if (head !== undefined) return head;
  const own = parts.length > 1 && site !== "" ? parts.filter((part) => !sameWords(part, site)) : parts;
  if (own.length < parts.length) return own.join(" - ");
  const bar = title.lastIndexOf("|");
  if (bar > 0) return clean(title.slice(0, bar));
  // A site's name comes last and is the shorter part.
  const last = parts.at(-1) as string;
  return parts.length > 1 && last.length < title.length / 2
    ? clean(title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•»«:›–—~-]+$/u, ""))
    : title;
}

function sameWords(a: string, b: string): boolean {
  return letters(a) === letters(b);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
