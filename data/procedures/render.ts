// The pages from which procedures are mined, and what should be found on them: `node data/procedures/render.ts` writes pages/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Procedure } from "@stepladder/schema";
import { lines, slug } from "./render/block.ts";
import { copyOf } from "./render/copy.ts";
import { MARKUPS } from "./render/markups/index.ts";
import { underGoal } from "./render/markups/plain.ts";
import { PLAN, type Plan } from "./render/plan.ts";
import { SITES } from "./render/sites.ts";
import { readTrap, type Trap } from "./render/trap.ts";
import { wordsOf } from "./render/words.ts";
import { writtenProcedures } from "./written.ts";

const folder = new URL("pages/", import.meta.url);
const written = new Map(writtenProcedures().map((one) => [one.id, one]));

interface Rendered {
  readonly file: string;
  readonly html: string;
  readonly gold: Record<string, unknown>;
}

/** Every file of pages/, by its path there: the same bytes each time. */
export function renderedFiles(): Map<string, string> {
  const sets = {
    ...Object.fromEntries(Object.entries(PLAN).map(([set, plans]) => [set, plans.map(planned)])),
    traps: traps().map(trapped),
  };
  return new Map(Object.entries(sets).flatMap(([set, pages]) => filesOf(set, pages)));
}

function filesOf(set: string, pages: readonly Rendered[]): [string, string][] {
  const gold = pages.map(({ file, gold }) => `${JSON.stringify({ file: `pages/${file}`, ...gold })}\n`);
  return [...pages.map(({ file, html }): [string, string] => [`${set}/pages/${file}`, html]), [`${set}/gold.jsonl`, gold.join("")]];
}

function planned(plan: Plan): Rendered {
  const parts = plan.of.map(([id, markup]) => ({ procedure: procedureOf(id), markup }));
  const [{ procedure }] = parts as [(typeof parts)[number]];
  const title = plan.title ?? titleOf(procedure);
  const blocks = parts.map((part) => ({
    ...part,
    ...(parts.length === 1 ? MARKUPS[part.markup] : underGoal(MARKUPS[part.markup]))(part.procedure),
  }));
  const html = shell(
    plan,
    procedure.lang,
    title,
    lines(...blocks.map(({ body }) => body), plan.after),
    lines(...blocks.map(({ head }) => head)),
  );
  const procedures = blocks.map((block) => goldOf(block.procedure, block.titled === true, block.markup));
  return {
    file: `${plan.title === undefined ? procedure.id : slug(plan.title)}.html`,
    html,
    gold: { lang: procedure.lang, title, procedures },
  };
}

function trapped({ file, site, lang, title, lead, body }: Trap): Rendered {
  return { file, html: shell({ site, lead }, lang, title, body, ""), gold: { lang, title, procedures: [] } };
}

function shell({ site, lead }: Pick<Plan, "site" | "lead">, lang: string, title: string, body: string, head: string): string {
  return `${SITES[site]({ lang, title, lead, body, head, related: relatedTo(title, lang), copy: copyOf(site, lang), words: wordsOf(lang) })}\n`;
}

/** A procedure as gold has it: the steps as they can be read on the page. */
function goldOf({ id, goal, topic, resources, sections, steps }: Procedure, titled: boolean, markup: string): Record<string, unknown> {
  return {
    id,
    goal,
    n: steps.length,
    steps: steps.map(({ title, text }) => (titled && title !== undefined ? `${title}. ${text}` : text)),
    topic,
    markup,
    ...(sections === undefined ? {} : { sections }),
    resources: resources.map(({ text }) => text),
  };
}

function titleOf({ goal, lang, topic }: Procedure): string {
  const plainly = lang !== "en" || topic === "food-dining" || goal.length % 2 === 0;
  return plainly ? goal : `How to ${(goal[0] as string).toLowerCase()}${goal.slice(1)}`;
}

/** Four goals of the same language, others for every title. */
function relatedTo(title: string, lang: string): string[] {
  const goals = [...written.values()].filter((one) => one.lang === lang && !title.includes(one.goal)).map(({ goal }) => goal);
  return [0, 1, 2, 3].map((k) => goals[(title.length * 7 + k * 5) % goals.length] as string);
}

function procedureOf(id: string): Procedure {
  const procedure = written.get(id);
  if (procedure === undefined) throw new Error(`plan.ts: expected the id of a written procedure, found ${id}`);
  return procedure;
}

function traps(): Trap[] {
  const at = new URL("traps/", import.meta.url);
  return readdirSync(at)
    .sort()
    .map((file) => readTrap(file, readFileSync(new URL(file, at), "utf8")));
}

if (import.meta.main) {
  rmSync(folder, { recursive: true, force: true });
  const files = renderedFiles();
  for (const [path, text] of files) {
    const at = new URL(path, folder);
    mkdirSync(dirname(at.pathname), { recursive: true });
    writeFileSync(at, text);
  }
  process.stdout.write(`${files.size} files in data/procedures/pages\n`);
}
