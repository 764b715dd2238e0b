import { load } from "cheerio/slim";
import { Document, DomHandler, Element, isTag } from "domhandler";
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
type Options = typeof OPTIONS;

/** Selectors are asked through these two: what `load` makes for a page stays in memory until the next full collection, and the page with it. */
const SELECT = load([], OPTIONS);
const SELECT_XML = load([], XML_OPTIONS);

/** Parses a page once for all miners; a page nested too deep is a failure. */
export function parsePage(page: Page): Doc | Failure {
  const options = page.markup === "xml" ? XML_OPTIONS : OPTIONS;
  const parsed = parseBounded(page.text, options.xml);
  if (parsed instanceof TooDeep)
    return {
      id: page.id,
      kind: "too-deep",
      expected: `elements inside at most ${MAX_DEPTH} others`,
      found: `a deeper one, <${parsed.name}>`,
      fix: "look at the page for tags that are never closed, or leave it out",
    };
  return new ParsedPage(page, oneRoot(parsed), parsed.told, options);
}

/** Roots, at most: selectors compare them with each other. */
const MAX_ROOTS = 64;

/** A page without `<html>` may have a million roots; they are put into one. */
function oneRoot({ root, told }: BoundedHandler): Document {
  if (root.children.length <= MAX_ROOTS) return root;
  const body = new Element("body", {}, root.children);
  for (const child of root.children) child.parent = body;
  const wrapped = new Document([body]);
  body.parent = wrapped;
  told.bodies.unshift(body);
  return wrapped;
}

/** A piece of HTML, as strings in structured data hold it; what is nested too deep is empty. */
export function parseFragment(html: string): Document {
  const parsed = parseBounded(html, OPTIONS.xml);
  return parsed instanceof TooDeep ? new Document([]) : parsed.root;
}

/** A document, or the element that is nested too deep. */
function parseBounded(text: string, options: Options["xml"]): BoundedHandler | TooDeep {
  const handler = new BoundedHandler(undefined, options);
  try {
    new Parser(handler, options).end(text);
    return handler;
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

/** The elements that tell of the page itself, each kind in the order of the page. They are noted as they are parsed: a search for each of them costs more than all of mining. */
class Telling {
  readonly roots: Element[] = [];
  readonly bodies: Element[] = [];
  readonly metas: Element[] = [];
  readonly titles: Element[] = [];
  readonly headings: Element[] = [];
  /** Links to the first page of a site. */
  readonly homeLinks: Element[] = [];

  note(element: Element): void {
    switch (element.name) {
      case "html":
      case "page":
      case "book":
      case "article":
        this.roots.push(element);
        break;
      case "body":
        this.bodies.push(element);
        break;
      case "meta":
        this.metas.push(element);
        break;
      case "title":
        this.titles.push(element);
        break;
      case "h1":
      case "h2":
        this.headings.push(element);
        break;
      case "a":
        if (HOME.test(element.attribs.href ?? "")) this.homeLinks.push(element);
    }
  }

  /** What the first such `meta` says. */
  meta(property: string): string {
    return clean(this.metas.find(({ attribs }) => attribs.property === property)?.attribs.content ?? "");
  }
}

const HOME = /^(?:https?:\/\/[^/]+\/?|\/)$/;

/** Keeps no comments and no insides of drawings: nobody reads them, and pages are full of them. */
class BoundedHandler extends DomHandler {
  readonly told = new Telling();
  #drawing = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    if (this.tagStack.length > MAX_DEPTH) throw new TooDeep(name);
    if (this.#drawing > 0) this.#drawing++;
    else {
      super.onopentag(name, attribs);
      this.told.note(this.tagStack.at(-1) as Element);
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

/** Everything beside the tree is worked out where it is first asked for: most pages hold no procedure. */
class ParsedPage implements Doc {
  readonly page: Page;
  readonly root: Document;
  readonly #told: Telling;
  readonly #options: Options;
  #$: Doc["$"] | undefined;
  #lang: string | undefined;
  #named: Named | undefined;

  constructor(page: Page, root: Document, told: Telling, options: Options) {
    this.page = page;
    this.root = root;
    this.#told = told;
    this.#options = options;
  }

  get $(): Doc["$"] {
    this.#$ ??= load(this.root, this.#options);
    return this.#$;
  }

  find(selector: string): Element[] {
    const select = this.page.markup === "xml" ? SELECT_XML : SELECT;
    return select(selector, null, this.root).toArray().filter(isTag);
  }

  get lang(): string {
    this.#lang ??= langOf(this.page, this.root, this.#told);
    return this.#lang;
  }

  get title(): string {
    this.#named ??= nameOf(this.#told);
    return this.#named.title;
  }

  get site(): string {
    this.#named ??= nameOf(this.#told);
    return this.#named.site;
  }
}

function langOf(page: Page, root: Document, { roots, bodies, metas }: Telling): string {
  const told = [
    roots[0]?.attribs.lang,
    roots[0]?.attribs["xml:lang"],
    metas.find(({ attribs }) => attribs["http-equiv"]?.toLowerCase() === "content-language")?.attribs.content,
    page.lang,
    bodies[0]?.attribs.lang,
  ];
  for (const one of told) {
    const tag = languageTag(one);
    if (tag !== undefined) return tag;
  }
  return eld.detect(textOf(bodies[0] ?? root).slice(0, SAMPLE)).language || "und";
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

/** The same right after the name of a site that is known, or right before it. */
const AFTER_SITE = /^(?:\s*[|»›:]|\s+[·•«–—~-]+(?=\s))\s*(?=\S)/u;
const BEFORE_SITE = /(?<=\S)(?:\s*[|»›:]|\s+[·•«–—~-]+)\s+$/u;

/** Characters of a title that are looked at. */
const LONGEST_TITLE = 1000;

/** Headings, and links to the first page, that are looked at in search of the site's name. */
const MAX_NAMES = 20;

/** What a page is called, and its site; empty where nothing tells. */
interface Named {
  readonly title: string;
  readonly site: string;
}

function nameOf(told: Telling): Named {
  const [element] = told.titles;
  const full = element === undefined ? "" : clean(textOf(element).slice(0, LONGEST_TITLE));
  const named = told.meta("og:site_name");
  const heads = told.headings.filter(({ name }) => name === "h1");
  if (full === "") return { title: told.meta("og:title") || firstText(heads), site: named };
  const cut = siteIn(full, named, told);
  return { title: titleOf(full, named, cut, heads), site: cut?.site ?? named };
}

/** The site's name where the title says it and the page shows it elsewhere: in a link to the first page, or as the heading of its header, with the rest of the title as a heading below. */
function siteIn(title: string, named: string, { homeLinks, headings }: Telling): { site: string; rest: string } | undefined {
  for (const site of [named, ...homeLinks.slice(0, MAX_NAMES).map((link) => textOf(link))]) {
    const rest = withoutSite(title, site);
    // Pages that were moved to a site of their own link to themselves: of a link and the rest, the site's name is the shorter.
    if (rest !== undefined && (site === named || site.length < rest.length)) return { site, rest };
  }
  const near = headings.slice(0, MAX_NAMES);
  const header = near.find((one) => one.name === "h1" && isInHeader(one));
  if (header === undefined) return undefined;
  const site = textOf(header);
  const rest = withoutSite(title, site);
  return rest !== undefined && near.some((one) => !isInHeader(one) && sameWords(textOf(one), rest)) ? { site, rest } : undefined;
}

/** The rest of a title that begins or ends with the name of its site. */
function withoutSite(title: string, site: string): string | undefined {
  if (site === "") return undefined;
  const after = title.startsWith(site) ? title.slice(site.length) : "";
  if (AFTER_SITE.test(after)) return after.replace(AFTER_SITE, "");
  const before = title.endsWith(site) ? title.slice(0, -site.length) : "";
  return BEFORE_SITE.test(before) ? before.replace(BEFORE_SITE, "") : undefined;
}

function isInHeader(element: Element): boolean {
  for (let node = element.parent; node !== null; node = node.parent) if (isTag(node) && node.name === "header") return true;
  return false;
}

function titleOf(full: string, named: string, cut: { site: string; rest: string } | undefined, heads: readonly Element[]): string {
  const parts = full.split(SEPARATOR).filter((part) => part !== "");
  for (const one of heads) {
    const text = textOf(one);
    if (text === "" || (cut !== undefined && sameWords(text, cut.site))) continue;
    if (sameWords(full, text) || parts.some((part) => sameWords(part, text))) return text;
  }
  const own = parts.length > 1 && named !== "" ? parts.filter((part) => !sameWords(part, named)) : parts;
  if (own.length < parts.length) return own.join(" - ");
  if (cut !== undefined) return cut.rest;
  const bar = full.lastIndexOf("|");
  if (bar > 0) return clean(full.slice(0, bar));
  // A site's name comes last and is the shorter part.
  const last = parts.at(-1) as string;
  return parts.length > 1 && last.length < full.length / 2
    ? clean(full.slice(0, full.lastIndexOf(last)).replace(/[\s|·•»«:›–—~-]+$/u, ""))
    : full;
}

/** The first text among these that is not empty. */
function firstText(elements: readonly Element[]): string {
  for (const one of elements) {
    const text = textOf(one);
    if (text !== "") return text;
  }
  return "";
}

function sameWords(a: string, b: string): boolean {
  return letters(a) === letters(b);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
