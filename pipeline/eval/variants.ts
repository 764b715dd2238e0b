import * as cheerio from "cheerio";
import type { Element } from "domhandler";

/** Ways to make a page harder: what is left must be told from the words. */
export const VARIANTS = ["as-is", "ul", "unwrapped", "no-structured-data"] as const;
export type Variant = (typeof VARIANTS)[number];

/** The page's text in a variant. Deterministic. */
export function varied(text: string, variant: Variant): string {
  if (variant === "as-is") return text;
  const $ = cheerio.load(text, { xml: { xmlMode: false, decodeEntities: true } });
  CHANGE[variant]($);
  return $.html();
}

const CHANGE: Readonly<Record<Exclude<Variant, "as-is">, ($: cheerio.CheerioAPI) => void>> = {
  ul: ($) => {
    for (const list of $("ol").get()) list.tagName = "ul";
  },
  // Lists within lists first: an item's number then stands before what the item still holds.
  unwrapped: ($) => {
    for (const list of $("ol").get().reverse()) unwrap($, list);
  },
  "no-structured-data": ($) => {
    $("script").each((_, script) => {
      if (/ld\+json/i.test($(script).attr("type") ?? "")) $(script).remove();
    });
    for (const name of ["itemprop", "itemscope", "itemtype", "typeof", "property", "vocab"]) $(`[${name}]`).removeAttr(name);
  },
};

const BLOCKS = new Set(
  "address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul".split(
    " ",
  ),
);

/** The list's items as paragraphs `N. ...` in its place. What cannot stand in a paragraph follows its paragraph. */
function unwrap($: cheerio.CheerioAPI, list: Element): void {
  let number = Number.parseInt(list.attribs.start ?? "", 10) || 1;
  for (const item of $(list).children("li").get()) {
    const first = firstParagraph($, item);
    $(first).prepend($.parseHTML(`${number++}. `));
    $(item).replaceWith($(item).contents());
  }
  $(list).replaceWith($(list).contents());
}

/** The paragraph that an item begins with; made of its leading text where it begins with text. */
function firstParagraph($: cheerio.CheerioAPI, item: Element): Element {
  const nodes = $(item).contents().get();
  const lead = nodes.findIndex((node) => node.type === "tag" && BLOCKS.has(node.tagName));
  const inline = nodes.slice(0, lead === -1 ? nodes.length : lead);
  const block = nodes[lead];
  if ($(inline).text().trim() === "" && block?.type === "tag") {
    if (block.tagName === "p") return block;
    if (block.tagName === "div" || block.tagName === "section") return firstParagraph($, block);
  }
  const paragraph = $("<p></p>").get(0) as Element;
  $(item).prepend(paragraph);
  $(paragraph).append(inline);
  return paragraph;
}
