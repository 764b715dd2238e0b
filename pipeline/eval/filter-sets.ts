import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { MinedProcedure } from "@stepladder/schema";
import { load } from "cheerio/slim";

/** Procedures, or lists that are none, of which it is known what they are. */
export interface Labelled {
  readonly set: string;
  /** Whether they are procedures. */
  readonly procedures: boolean;
  readonly list: readonly MinedProcedure[];
}

/** Lists with fewer items than this are not looked at. */
const LEAST = 3;

/** What there is to measure filters with below a folder of data. Sets that are absent are left out. */
export function labelledSets(data: string): Labelled[] {
  const sets = [
    { set: "software help", procedures: true, list: softwareHelp(data) },
    { set: "recipes", procedures: true, list: recipes(data) },
    { set: "repairs", procedures: true, list: repairs(data) },
    { set: "lists of a manual", procedures: false, list: manualLists(data) },
    { set: "lists of other pages", procedures: false, list: pageLists(data) },
  ];
  return sets.filter(({ list }) => list.length > 0);
}

function procedure(goal: string, steps: readonly string[], lang: string, id: string): MinedProcedure[] {
  const texts = steps.map((step) => step.replace(/\s+/g, " ").trim()).filter((step) => step !== "");
  if (texts.length < LEAST) return [];
  return [
    {
      id,
      goal: goal === "" ? id : goal,
      lang,
      resources: [],
      source: { sha256: id },
      miner: "labelled",
      score: 1,
      pointer: "",
      steps: texts.map((text) => ({ text, pointer: "" })),
    },
  ];
}

interface GoldPage {
  readonly lang: string;
  readonly file: string;
  readonly procedures: readonly { readonly goal: string; readonly steps: readonly string[] }[];
}

function goldPages(data: string, pattern: string): { path: string; pages: GoldPage[] }[] {
  return globSync(join(data, "mining-gold/dev", pattern, "gold.jsonl"))
    .toSorted()
    .map((path) => ({ path, pages: linesOf(path).map((line) => JSON.parse(line) as GoldPage) }));
}

function softwareHelp(data: string): MinedProcedure[] {
  return goldPages(data, "*").flatMap(({ path, pages }) =>
    pages.flatMap(({ procedures, lang, file }) =>
      procedures.flatMap(({ goal, steps }, n) => procedure(goal, steps, lang, `${path}/${file}#${n}`)),
    ),
  );
}

/** Lists of the manual in which most ordered lists are no procedures: those that share no item with a procedure of their page. */
function manualLists(data: string): MinedProcedure[] {
  return goldPages(data, "gnucash-help-en").flatMap(({ path, pages }) =>
    pages.flatMap(({ procedures, lang, file }) => {
      const gold = new Set(procedures.flatMap(({ steps }) => steps.map(folded)));
      return listsOf(readFileSync(join(path, "..", file), "utf8"), lang, file).filter(
        ({ steps }) => !steps.some(({ text }) => gold.has(folded(text))),
      );
    }),
  );
}

/** Lists of news pages, shops and blogs, but for pages that are flagged as how-tos. */
function pageLists(data: string): MinedProcedure[] {
  const index = join(data, "web-negatives/dev/index.jsonl");
  if (!existsSync(index)) return [];
  return linesOf(index).flatMap((line) => {
    const { file, structured_recipe_or_howto: structured, title_suggests_howto: howTo } = JSON.parse(line);
    if (structured || howTo) return [];
    const html = gunzipSync(readFileSync(join(data, "web-negatives/dev/pages", `${file}.gz`))).toString("utf8");
    return listsOf(html, undefined, file);
  });
}

function listsOf(html: string, lang: string | undefined, file: string): MinedProcedure[] {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const told = lang ?? $("html").attr("lang")?.split(/[-_]/)[0] ?? "und";
  return $("ol, ul")
    .toArray()
    .flatMap((list, n) => {
      const items = $(list)
        .children("li")
        .toArray()
        .map((item) => $(item).text());
      return procedure($("title").first().text().trim(), items, told, `${file}#${n}`);
    });
}

function recipes(data: string): MinedProcedure[] {
  const expected = globSync(join(data, "recipe-pages/dev/*/*.json"))
    .toSorted()
    .flatMap((path) => {
      const { title, instructions_list: steps = [], language = "und" } = JSON.parse(readFileSync(path, "utf8"));
      return procedure(title ?? "", steps, language, path);
    });
  const written = globSync(join(data, "based-cooking/content/*.md"))
    .toSorted()
    .flatMap((path) => {
      const text = readFileSync(path, "utf8");
      const directions = text.slice(text.indexOf("## Directions"));
      const steps = [...directions.matchAll(/^\s*\d+\.\s+(.*)$/gm)].map(([, step = ""]) => step);
      return procedure(/^title: (.*)$/m.exec(text)?.[1] ?? "", steps, "en", path);
    });
  return [...expected, ...written];
}

function repairs(data: string): MinedProcedure[] {
  return globSync(join(data, "myfixit/jsons/*.json"))
    .toSorted()
    .flatMap((path) =>
      linesOf(path).flatMap((line, n) => {
        const { Title: goal, Steps: steps } = JSON.parse(line) as { Title: string; Steps: { Text_raw: string }[] };
        return procedure(
          goal,
          steps.map(({ Text_raw: text }) => text),
          "en",
          `${path}#${n}`,
        );
      }),
    );
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function folded(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
