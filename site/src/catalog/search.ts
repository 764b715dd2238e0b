import { methods } from "@stepladder/wasm/credit/index.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { about } from "@stepladder/wasm/metrics/about.ts";
import { sourceNote } from "../features/credit/shown.ts";
import type { Place, SearchDocument } from "../features/search/document.ts";
import { creditHref, href, metricHref, trackHref } from "../link.ts";
import { describeMetric } from "./describe.ts";
import { usesOf } from "./metrics.ts";
import { PAGES } from "./pages.ts";
import { benchmarkHref, benchmarks, paperHref, paperNames, papers, publishedOnly, systemHref, systems, table } from "./papers.ts";
import { catalog } from "./tracks.ts";

/** Places that are listed of one thing; the rest is counted. */
const LISTED = 8;

/** All that can be found on the site, computed from what its pages are built from. A kind of thing that gets pages joins with a line here. */
export function searchDocuments(): SearchDocument[] {
  return [
    ...tracks(),
    ...systems.map(system),
    ...papers.map(paper),
    ...publishedOnly.map(benchmark),
    ...(Object.keys(metrics) as (keyof typeof metrics)[]).map(metric),
    ...printedMetrics(),
    ...methods.map(method),
    ...PAGES.map(({ path, ...page }): SearchDocument => ({ kind: "page", href: href(path), ...page })),
  ];
}

/** A board is found by the names of all benchmarks that it scores. */
function tracks(): SearchDocument[] {
  return catalog.map(({ info: { id, title, summary, note } }) => {
    const own = Object.entries(table.names.benchmarks).filter(([, { track }]) => track === id);
    const names = own.flatMap(([other, { name, aliases = [] }]) => [other, name, ...aliases]);
    const family = own.find(([other]) => other === id)?.[1].family;
    return document({ kind: "track", title, href: trackHref(id), names: [id, ...names], line: family, texts: [summary, note] });
  });
}

function paper({
  slug,
  name,
  title,
  date,
  about: own,
  identifiers,
  authors,
  kinds,
  families,
  supervision,
  figures,
}: (typeof papers)[number]) {
  const on = [...new Set(figures.map(({ benchmark: id }) => nameOf("benchmarks", id)))];
  return document({
    kind: "paper",
    title: name,
    href: paperHref(slug),
    names: [slug, identifiers.arxiv],
    full: title,
    texts: [
      own,
      `${kinds.join(", ")}: ${families.join(", ")}${supervision.length > 0 ? `; supervised by ${supervision.join(", ")}` : ""}`,
      [date, identifiers.venue, authors?.affiliation].filter((one) => one !== undefined).join(", "),
      on.length > 0 ? `Figures on ${on.join(", ")}` : undefined,
    ],
  });
}

function benchmark({ id, name, family, missing, papers: slugs }: (typeof publishedOnly)[number]) {
  return document({
    kind: "benchmark",
    title: name,
    href: benchmarkHref(id),
    names: [id, ...(table.names.benchmarks[id]?.aliases ?? [])],
    line: family,
    texts: [missing === undefined ? undefined : `Missing to score it here: ${missing}`],
    places: slugs.map(paperPlace),
  });
}

/** A metric is found by the spellings of its name in papers too. */
function metric(id: keyof typeof metrics) {
  const info = describeMetric(id);
  const printed = table.id("metrics", info.title);
  const spellings = printed === undefined ? [] : (table.names.metrics[printed]?.aliases ?? []);
  return document({
    kind: "metric",
    title: info.title,
    href: metricHref(id),
    names: [id, ...(about[id].also ?? []), ...spellings],
    line: usesOf(info)
      .map(({ listed }) => listed.info.title)
      .join(", "),
    texts: [info.explains, info.group],
  });
}

/** A system is found by the names of its dated versions and of its rows on boards too; its page has all its results. */
function system({ id, name, kind, variants, entries }: (typeof systems)[number]) {
  const ids = [id, ...variants.map((variant) => variant.id)];
  const aliases = ids.flatMap((own) => [own, nameOf("systems", own), ...(table.names.systems[own]?.aliases ?? [])]);
  return document({
    kind: "system",
    title: name,
    href: systemHref(id),
    names: [...aliases, ...entries.map(({ system }) => system.name)],
    line: kind,
    texts: entries.map(({ system }) => system.about),
  });
}

/** A way of giving steps credit is found by its paper's name too. */
function method({ id, name, about: own, paper: slug, source }: (typeof methods)[number]) {
  return document({
    kind: "method",
    title: name,
    href: creditHref(id),
    names: [id, paperNames.get(slug)],
    line: sourceNote(source),
    texts: [own],
  });
}

/** Metrics that papers print and no board computes: they have no page, and stand where they are printed. */
function printedMetrics(): SearchDocument[] {
  const computed = new Set(Object.values(metrics).flatMap(({ title }) => table.id("metrics", title) ?? []));
  return Object.entries(table.names.metrics).flatMap(([id, { name, aliases = [] }]) => {
    const on = benchmarks.filter(({ columns }) => columns.some((column) => column.metric === id));
    if (computed.has(id) || on.length === 0) return [];
    const places = on.map(({ id: own, name: title, track }) => ({
      title,
      href: track === undefined ? benchmarkHref(own) : trackHref(track),
    }));
    return [document({ kind: "metric", title: name, names: [id, ...aliases], places })];
  });
}

function nameOf(kind: "benchmarks" | "systems", id: string): string {
  return table.names[kind][id]?.name ?? id;
}

function paperPlace(slug: string): Place {
  return { title: `${paperNames.get(slug) ?? slug} (paper)`, href: paperHref(slug) };
}

interface Written extends Omit<SearchDocument, "href" | "names" | "line" | "texts" | "more"> {
  readonly href?: string | undefined;
  readonly names: readonly (string | undefined)[];
  readonly line?: string | undefined;
  readonly texts?: readonly (string | undefined)[];
}

/** Whether an id is the title in other signs, and so says nothing new. */
function isTitle(name: string, title: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return name === title || (/^[a-z0-9.-]+$/.test(name) && letters(name) === letters(title));
}

/** A document without what says nothing: names twice, empty lines, more places than are listed. */
function document({ href: page, names, line, texts = [], places = [], ...rest }: Written): SearchDocument {
  const given = (all: readonly (string | undefined)[]): string[] => [...new Set(all.filter((one) => one !== undefined))];
  const own = given(names).filter((name) => !isTitle(name, rest.title));
  const said = given(texts);
  return {
    ...rest,
    ...(page === undefined ? {} : { href: page }),
    ...(own.length > 0 ? { names: own } : {}),
    ...(line ? { line } : {}),
    ...(said.length > 0 ? { texts: said } : {}),
    ...(places.length > 0 ? { places: places.slice(0, LISTED) } : {}),
    ...(places.length > LISTED ? { more: places.length - LISTED } : {}),
  };
}
