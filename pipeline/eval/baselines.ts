import { Readability } from "@mozilla/readability";
import * as cheerio from "cheerio";
import type { Element } from "domhandler";
import { parseHTML } from "linkedom";
import type { Page } from "../core/mining.ts";
import type { Found } from "./score.ts";

/** What people do without a miner, by the name it has in the table. */
export const BASELINES: Readonly<Record<string, (page: Page) => Found[]>> = {
  "every ol": ({ text }) => {
    const $ = parsed(text);
    const lists = $("ol").get();
    return lists.filter((list) => $(list).parents("ol").length === 0).flatMap((list) => listed($, list));
  },
  "JSON-LD only": ({ text }) => {
    const $ = parsed(text);
    return $("script[type='application/ld+json']")
      .get()
      .flatMap((script) => instructions(whereParses($(script).text())));
  },
  "readability + longest list": ({ text }) => {
    const { document } = parseHTML(text);
    // It throws on pages that it finds nothing in.
    const article = attempt(() => new Readability(document).parse());
    const $ = parsed(article?.content ?? "");
    const lists = $("ol, ul")
      .get()
      .flatMap((list) => listed($, list))
      .map((one) => ({ ...one, goal: article?.title ?? "" }))
      .sort((a, b) => b.steps.length - a.steps.length);
    return lists.slice(0, 1);
  },
};

function parsed(text: string): cheerio.CheerioAPI {
  return cheerio.load(text, { xml: { xmlMode: false, decodeEntities: true } });
}

/** A list of at least three items. */
function listed($: cheerio.CheerioAPI, list: Element): Found[] {
  const steps = $(list)
    .children("li")
    .get()
    .map((item) => ({ text: $(item).text() }));
  return steps.length < 3 ? [] : [{ goal: $("h1").first().text() || $("title").text(), steps, score: 1 }];
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function whereParses(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown);
}

/** The steps of every recipe and how-to in structured data, as they are in the usual shapes and no further. */
function instructions(data: unknown): Found[] {
  if (Array.isArray(data)) return data.flatMap(instructions);
  if (typeof data !== "object" || data === null) return [];
  const { name, recipeInstructions, step, "@graph": graph } = data as Record<string, unknown>;
  const steps = flat(recipeInstructions ?? step).map((text) => ({ text }));
  return [...(steps.length === 0 ? [] : [{ goal: String(name ?? ""), steps, score: 1 }]), ...instructions(graph)];
}

function flat(one: unknown): string[] {
  if (typeof one === "string") return [parsed(one).text()];
  if (Array.isArray(one)) return one.flatMap(flat);
  if (typeof one !== "object" || one === null) return [];
  const { text, name, itemListElement } = one as Record<string, unknown>;
  return flat(itemListElement ?? text ?? name);
}
