import { metrics } from "@stepladder/wasm/metrics";
import { about } from "@stepladder/wasm/metrics/about.ts";
import type { Place, SearchDocument } from "../features/search/document.ts";
import { entryHref, href, metricHref, trackHref } from "../link.ts";
import { describeMetric } from "./describe.ts";
import { usesOf } from "./metrics.ts";
import { PAGES } from "./pages.ts";
import { benchmarkHref, benchmarks, paperHref, papers, publishedOnly, table } from "./papers.ts";
import { catalog } from "./tracks.ts";

/** Places that are listed of one thing; the rest is counted. */
const LISTED = 8;

/** All that can be found on the site, computed from what its pages are built from. A kind of thing that gets pages joins with a line here. */
export function searchDocuments(): SearchDocument[] {
  return [
    ...tracks(),
    ...systems(),
    ...papers.map(paper),
    ...publishedOnly.map(benchmark),
    ...(Object.keys(metrics) as (keyof typeof metrics)[]).map(metric),
    ...printedMetrics(),
    // Methods of stepwise credit (wasm/credit) join here, as `method`, once they have a page.
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

interface FoundSystem {
  readonly title: string;
  readonly kind: string;
  readonly names: readonly string[];
  readonly abouts: (string | undefined)[];
  readonly places: Place[];
}

/** Everything that has a result: rows of boards by the system that they name, and what papers print; parts of one study are none. */
function systems(): SearchDocument[] {
  const found = new Map<string, FoundSystem>();
  const at = (id: string | undefined, name: string, kind: string): FoundSystem => {
    const known = id === undefined ? undefined : table.names.systems[id];
    const key = id ?? name;
    const names = id === undefined || known === undefined ? [] : [id, ...(known.aliases ?? [])];
    const own = found.get(key) ?? { title: known?.name ?? name, kind: known?.kind ?? kind, names, abouts: [], places: [] };
    found.set(key, own);
    return own;
  };
  for (const { info, entries } of catalog) {
    for (const { id, system } of entries) {
      const own = at(systemId(system.name), system.name, system.kind);
      own.abouts.push(system.about);
      own.places.push({ title: system.name === own.title ? info.title : `${info.title}: ${system.name}`, href: entryHref(info.id, id) });
    }
  }
  for (const { id: benchmarkId, name: title, track, papers: slugs, versions } of benchmarks) {
    for (const [id, { name, kind }] of new Map(versions.flatMap(({ rows }) => rows.map(({ system }) => [system.id, system])))) {
      if (kind === "part") continue;
      const own = at(id, name, kind);
      if (track === undefined) own.places.push({ title, href: benchmarkHref(benchmarkId) });
      else own.places.push(...slugs.map(paperPlace).filter(({ href: one }) => !own.places.some((other) => other.href === one)));
    }
  }
  return [...found.values()].map(({ title, kind, names, abouts, places }) =>
    document({ kind: "system", title, names, line: kind, texts: abouts, places }),
  );
}

/** Boards name a run of a system behind a comma or in brackets: the longest part that the table knows is the system. */
function systemId(name: string): string | undefined {
  const parts = [name, ...[...name.matchAll(/, | \(/g)].reverse().map(({ index }) => name.slice(0, index))];
  return parts.map((part) => table.id("systems", part)).find((id) => id !== undefined);
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
  return { title: `${papers.find((one) => one.slug === slug)?.name ?? slug} (paper)`, href: paperHref(slug) };
}

interface Written extends Omit<SearchDocument, "names" | "line" | "texts" | "more"> {
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
function document({ names, line, texts = [], places = [], ...rest }: Written): SearchDocument {
  const given = (all: readonly (string | undefined)[]): string[] => [...new Set(all.filter((one) => one !== undefined))];
  const own = given(names).filter((name) => !isTitle(name, rest.title));
  const said = given(texts);
  return {
    ...rest,
    ...(own.length > 0 ? { names: own } : {}),
    ...(line ? { line } : {}),
    ...(said.length > 0 ? { texts: said } : {}),
    ...(places.length > 0 ? { places: places.slice(0, LISTED) } : {}),
    ...(places.length > LISTED ? { more: places.length - LISTED } : {}),
  };
}
