import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { CommandError } from "../core/errors.ts";
import type { Page } from "../core/mining.ts";
import { decodePage } from "../readers/charset.ts";

/** What a page should give: the goal as it is written there, empty where gold tells none, and the steps. */
export interface GoldProcedure {
  readonly goal: string;
  readonly steps: readonly string[];
}

export interface GoldPage {
  readonly page: Page;
  readonly procedures: readonly GoldProcedure[];
}

/**
 * How a folder is laid out, and with it what is measured:
 * - `lists`: `gold.jsonl` has every procedure of every page; a mined list is right or wrong as a whole;
 * - `recipes`: `<host>/<name>.json` has the steps of one recipe per page;
 * - `negatives`: `index.jsonl` names pages that hold no procedure.
 */
export type Layout = "lists" | "recipes" | "negatives";

/** Pages that are scored together. They are read as they are asked for. */
export interface GoldSet {
  readonly name: string;
  readonly layout: Layout;
  pages(): Iterable<GoldPage>;
}

/** All sets in a folder or below it, by name. */
export function findGold(folder: string): GoldSet[] {
  const found = setsBelow(folder);
  if (found.length === 0)
    throw new CommandError(
      `${folder}: expected gold.jsonl, index.jsonl or <host>/<name>.html.gz with its .json, here or below; found none; name a folder of mining gold, recipe pages or negatives`,
    );
  const taken = new Set<string>();
  return found
    .map(([at, layout]): GoldSet => {
      const short = nameOf(at, layout);
      const name = taken.has(short) ? relative(folder, at) : short;
      taken.add(name);
      return { name, layout, pages: () => READ[layout](at) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function setsBelow(folder: string): [string, Layout][] {
  const layout = layoutOf(folder);
  if (layout !== undefined) return [[folder, layout]];
  return subfolders(folder).flatMap(setsBelow);
}

function layoutOf(folder: string): Layout | undefined {
  const names = readdirSync(folder);
  if (names.includes("gold.jsonl")) return "lists";
  if (names.includes("index.jsonl")) return "negatives";
  const hosts = subfolders(folder);
  return hosts.length > 0 && hosts.every((host) => recipesOf(host).length > 0) ? "recipes" : undefined;
}

/** The folders of recipes and negatives are called after their split. */
function nameOf(folder: string, layout: Layout): string {
  return layout === "lists" ? basename(folder) : layout === "recipes" ? "recipe-pages" : "web-negatives";
}

function subfolders(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
}

function recipesOf(host: string): string[] {
  const names = readdirSync(host);
  return names.filter((name) => name.endsWith(".html.gz") && names.includes(name.replace(/html\.gz$/, "json"))).sort();
}

const READ: Readonly<Record<Layout, (folder: string) => Iterable<GoldPage>>> = {
  *lists(folder) {
    for (const { file, lang, procedures } of records<{ file: string; lang?: string; procedures: GoldProcedure[] }>(
      join(folder, "gold.jsonl"),
    ))
      yield { page: pageAt(folder, file, lang), procedures };
  },
  *recipes(folder) {
    for (const host of subfolders(folder))
      for (const name of recipesOf(host)) {
        const { title, instructions_list } = JSON.parse(readFileSync(join(host, name.replace(/html\.gz$/, "json")), "utf8")) as {
          title?: string;
          instructions_list?: string[];
        };
        if (instructions_list === undefined) continue;
        yield { page: pageAt(folder, join(basename(host), name)), procedures: [{ goal: title ?? "", steps: instructions_list }] };
      }
  },
  *negatives(folder) {
    // Flagged pages may hold a procedure after all.
    for (const one of records<{ file: string; structured_recipe_or_howto?: boolean; title_suggests_howto?: boolean }>(
      join(folder, "index.jsonl"),
    ))
      if (!one.structured_recipe_or_howto && !one.title_suggests_howto)
        yield { page: pageAt(folder, join("pages", one.file)), procedures: [] };
  },
};

function records<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, at): T[] => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line) as T];
      } catch (cause) {
        throw new CommandError(
          `${path}:${at + 1}: expected one JSON record per line, found ${line.slice(0, 60)}; mend or remove the line`,
          {
            cause,
          },
        );
      }
    });
}

/** A page by the name that gold has for it; it may lie there gzipped. */
function pageAt(folder: string, file: string, lang?: string): Page {
  const path = [file, `${file}.gz`].map((name) => join(folder, name)).find((name) => existsSync(name));
  if (path === undefined)
    throw new CommandError(
      `${folder}: expected ${file}, or the same with .gz, found neither; complete the folder or take the page out of its index`,
    );
  const stored = readFileSync(path);
  const bytes = path.endsWith(".gz") ? gunzipSync(stored) : stored;
  return {
    id: file,
    file,
    markup: "html",
    text: decodePage(bytes),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(lang === undefined ? {} : { lang }),
  };
}
