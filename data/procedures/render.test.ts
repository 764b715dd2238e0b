import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MARKUPS } from "./render/markups/index.ts";
import { renderedFiles } from "./render.ts";
import { writtenProcedures } from "./written.ts";

interface Gold {
  readonly file: string;
  readonly lang: string;
  readonly title: string;
  readonly procedures: readonly { id: string; goal: string; markup: string; n: number; steps: string[] }[];
}

const folder = new URL("pages/", import.meta.url);
const files = renderedFiles();
const gold = [...files]
  .filter(([path]) => path.endsWith("gold.jsonl"))
  .flatMap(([path, text]) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => ({ set: path.split("/")[0] as string, ...(JSON.parse(line) as Gold) })),
  );
const pages = gold.filter(({ set }) => set !== "traps");

const htmlOf = ({ set, file }: (typeof gold)[number]): string => files.get(`${set}/${file}`) as string;

/** Letters and digits of a page's text, its scripts left out. */
const lettersOf = (html: string): string =>
  letters(
    html
      .replaceAll(/<script.*?<\/script>/gs, "")
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .replaceAll("&quot;", '"'),
  );
const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "");

describe("pages of our own", () => {
  it("are what the script renders, byte by byte", () => {
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const paths = stored.map((one) => `${one.parentPath}/${one.name}`.slice(folder.pathname.length).replace(/^\//, ""));
    expect(paths.sort()).toEqual([...files.keys()].sort());
    const differ = [...files].filter(([path, text]) => readFileSync(new URL(path, folder), "utf8") !== text).map(([path]) => path);
    expect(differ, "run `node data/procedures/render.ts`").toEqual([]);
  });

  it("have a file each", () => {
    expect(files.size - Object.keys(Object.groupBy(gold, ({ set }) => set)).length).toBe(gold.length);
  });

  it("show every written procedure, in every markup", () => {
    const shown = pages.flatMap(({ procedures }) => procedures);
    expect([...new Set(shown.map(({ id }) => id))].sort()).toEqual(writtenProcedures().map(({ id }) => id));
    expect([...new Set(shown.map(({ markup }) => markup))].sort()).toEqual(Object.keys(MARKUPS).sort());
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(new Set(pages.map(({ lang }) => lang)).size).toBe(5);
  });

  it("hold at least fifteen traps, without a procedure", () => {
    const traps = gold.filter(({ set }) => set === "traps");
    expect(traps.length).toBeGreaterThanOrEqual(15);
    expect(traps.flatMap(({ procedures }) => procedures)).toEqual([]);
  });

  it.each(pages.map((page) => [`${page.set}/${page.file}`, page] as const))("%s says its goals and steps, in order", (_, page) => {
    const text = lettersOf(htmlOf(page));
    for (const { goal, n, steps } of page.procedures) {
      expect(steps.length).toBe(n);
      expect(text.toLowerCase()).toContain(letters(goal).toLowerCase());
      let from = 0;
      for (const step of steps) {
        const at = text.indexOf(letters(step), from);
        expect(at, step).toBeGreaterThanOrEqual(from);
        from = at;
      }
    }
  });

  it.each(gold.filter((page) => htmlOf(page).includes("ld+json")).map((page) => [page.file, page] as const))(
    "%s: its JSON-LD is well-formed unless it is to be mended",
    (_, page) => {
      const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(htmlOf(page)) as unknown as [string, string];
      const broken = /controls|junk/.test(page.procedures[0]?.markup ?? "");
      const parse = (): unknown => JSON.parse(json);
      if (broken) expect(parse).toThrow(SyntaxError);
      else expect(parse).not.toThrow();
    },
  );
});
