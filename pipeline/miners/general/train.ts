// Trains the general miner's model and writes weights.json: node pipeline/miners/general/train.ts --gold <folder>... [--check]
// Prints how it does on sets that it has not seen (each fold's model is trained without the fold's sets, hosts or pages), beside those it has.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { writeWhole } from "../../core/output.ts";
import { printTable } from "../../core/table.ts";
import { findGold, type GoldPage, type Layout } from "../../eval/gold.ts";
import { type Counts, countPage, type Found, figures, noCounts, normalised, pooled } from "../../eval/score.ts";
import { type Variant, varied } from "../../eval/variants.ts";
import { parsePage } from "../doc.ts";
import { boost, type Example, type Settings } from "./boost.ts";
import { FEATURES } from "./features.ts";
import { chosen, foundOf, type Weighed, weigh } from "./index.ts";
import { type Model, probability } from "./model.ts";
import { type Outline, outline } from "./outline.ts";

/** Features of which it is known what they speak for, whatever the set that is learnt from. */
const FOR: readonly string[] = [
  ...["is ol", "begin with a command", "hold a command", "steps class", "steps heading", "steps heading above", "goal heading"],
  ...["heading commands", "steps lead", "purpose lead", "numbered items", "labelled a procedure"],
];
const AGAINST: readonly string[] = [
  ...["begin with an amount", "describe", "define a term", "links", "items that are links", "other class", "aside class"],
  ...["other heading", "choice lead", "other lead", "ask", "tell what was done", "alternatives"],
];

const SETTINGS: Settings = {
  trees: 260,
  depth: 5,
  rate: 0.1,
  penalty: 1,
  leaf: 2,
  bins: 48,
  rows: 0.7,
  columns: 0.5,
  directions: FEATURES.map((name) => Number(FOR.includes(name)) - Number(AGAINST.includes(name))),
};
const THRESHOLD = 0.5;
const FOLDS = 5;

/** Pages written for this repo: lists that are no procedures, and some that are, in several languages. Each counts as much as several found pages. */
const WRITTEN = fileURLToPath(new URL("lessons", import.meta.url));
const WRITTEN_WEIGHT = 4;

/** Weight of gold that upstream marked up as a procedure and that is an enumeration by its words. */
const ENUMERATED = 0.5;

/** What a candidate's features are in a language of which no commands are known, and the share of its weight with which it is learnt so. */
const UNKNOWN: ReadonlyMap<string, number> = new Map([
  ["begin with a command", 0.5],
  ["hold a command", 0.7],
  ["heading commands", 0],
  ["lead commands", 0],
]);
const UNKNOWN_SHARE = 0.3;

/** The variants that a layout's pages are learnt in. Structured data is nothing to this miner. */
const LEARNT: Readonly<Record<Layout, readonly Variant[]>> = {
  lists: ["as-is", "ul", "unwrapped"],
  recipes: ["as-is"],
  negatives: ["as-is", "ul", "unwrapped"],
};

/** A page in one variant, with all that does not depend on the model. */
interface Lesson {
  readonly set: string;
  readonly layout: Layout;
  readonly variant: Variant;
  readonly fold: number;
  readonly gold: GoldPage;
  readonly page: Outline;
  readonly title: string;
  readonly weighed: readonly Weighed[];
  readonly examples: readonly (Example | undefined)[];
}

await new Command("train")
  .requiredOption("--gold <folders...>", "gold to learn from")
  .option("--check", "print the figures and write nothing")
  .option("--errors <set>", "tell what goes wrong in a set")
  .action(train)
  .parseAsync();

async function train({ gold, check, errors }: { gold: string[]; check?: boolean; errors?: string }): Promise<void> {
  const lessons = [...gold, WRITTEN]
    .flatMap((folder) => findGold(folder))
    .flatMap(({ name, layout, pages }) => [...pages()].flatMap((page) => lessonsOf(name, layout, page)));
  const whole = fit(lessons);
  const unseen = Array.from({ length: FOLDS }, (_, fold) => fit(lessons.filter((lesson) => lesson.fold !== fold)));
  const seenCounts = countAll(lessons, () => whole);
  const unseenCounts = countAll(lessons, ({ fold }) => unseen[fold] as Model, errors);
  process.stdout.write(tableOf(seenCounts, unseenCounts));
  process.stdout.write(
    `${lessons.length} pages, ${lessons.flatMap(({ examples }) => examples.filter((one) => one !== undefined)).length} examples, ${whole.trees.length} trees\n`,
  );
  if (!check) await writeWhole(fileURLToPath(new URL("weights.json", import.meta.url)), [`${JSON.stringify(whole)}\n`]);
}

function lessonsOf(set: string, layout: Layout, gold: GoldPage): Lesson[] {
  // Sets of lists are of one author each, recipe pages of one host each; a lesson in several forms is one.
  const { id } = gold.page;
  const key = set === "lessons" ? id.replace(/-[abc]\.html$/, "") : layout === "lists" ? set : layout === "recipes" ? id.split("/")[0] : id;
  const fold = createHash("sha256").update(`${layout} ${key}`).digest().readUInt32BE(0) % FOLDS;
  const variants = /<ol/i.test(gold.page.text) ? LEARNT[layout] : LEARNT[layout].slice(0, 1);
  const lessons = variants.flatMap((variant): Lesson[] => {
    const doc = parsePage({ ...gold.page, text: varied(gold.page.text, variant) });
    if ("kind" in doc) return [];
    const page = outline(doc.root);
    const weighed = weigh(page, doc);
    return [{ set, layout, variant, fold, gold, page, title: doc.title, weighed, examples: examplesOf(layout, gold, page, weighed) }];
  });
  // A page without an ordered list is the same in all variants: it is counted in each and learnt once; so is a candidate.
  const [first] = lessons;
  const same = first === undefined ? [] : LEARNT[layout].slice(variants.length).map((variant) => ({ ...first, variant, examples: [] }));
  const known = new Set<string>();
  const once = (example: Example | undefined): Example | undefined => {
    const key = `${example?.label} ${example?.values}`;
    if (known.has(key)) return undefined;
    known.add(key);
    return example;
  };
  return [...lessons.map((lesson) => ({ ...lesson, examples: lesson.examples.map(once) })), ...same];
}

/** What each candidate teaches; nothing where gold does not tell. */
function examplesOf(layout: Layout, { procedures }: GoldPage, page: Outline, weighed: readonly Weighed[]): (Example | undefined)[] {
  const gold = procedures.map(({ steps }) => steps.map(normalised).filter((text) => text !== ""));
  const closeness = weighed.map((one) => Math.max(0, ...gold.map((steps) => close({ ...foundOf(page, one, ""), score: 1 }, steps))));
  const best = Math.max(0, ...closeness);
  const texts = gold.map((steps) => steps.join(""));
  return weighed.map(({ candidate, values }, at): Example | undefined => {
    const own = closeness[at] as number;
    if (own === 1) return { values, label: 1, weight: isToldByMarkup(layout, values) ? ENUMERATED : 1 };
    // Gold that cannot be had exactly still tells where the steps are.
    if (layout === "recipes" && best < 1 && own === best && best >= 0.5) return { values, label: 1, weight: 0.5 };
    const touches = candidate.items.some(({ text }) => texts.some((whole) => whole.includes(normalised(text)) && text.length > 20));
    // A recipe page may tell its steps twice, or tell of another procedure; its gold has only one.
    const commands = values[FEATURES.indexOf("begin with a command")] as number;
    if (layout === "recipes" && !touches && commands >= 0.4) return undefined;
    if (layout === "recipes" && own >= 0.8) return { values, label: 0, weight: 0.3 };
    return { values, label: 0, weight: layout === "recipes" ? 0.5 : 1 };
  });
}

function isToldByMarkup(layout: Layout, values: readonly number[]): boolean {
  return layout === "lists" && (values[FEATURES.indexOf("hold a command")] as number) < 0.2;
}

/** Step F1 of a candidate and a gold list; 1 only where they are equal. */
function close(found: Found, gold: readonly string[]): number {
  const counts = noCounts("recipes");
  countPage(counts, { page: undefined as never, procedures: [{ goal: "", steps: gold }] }, [found]);
  if (counts.exact === 1) return 1;
  return Math.min(0.999, (2 * counts.right) / (counts.mined + counts.gold));
}

function fit(lessons: readonly Lesson[]): Model {
  const examples = lessons.flatMap(({ set, examples }) =>
    examples.filter((one) => one !== undefined).map((one) => (set === "lessons" ? { ...one, weight: one.weight * WRITTEN_WEIGHT } : one)),
  );
  return { features: FEATURES, threshold: THRESHOLD, ...boost(examples.flatMap(alsoUnknown), SETTINGS) };
}

/** An example as it is, and as it would be in a language that is not known. */
function alsoUnknown({ values, label, weight }: Example): Example[] {
  return [
    { values, label, weight: weight * (1 - UNKNOWN_SHARE) },
    { values: values.map((value, at) => UNKNOWN.get(FEATURES[at] as string) ?? value), label, weight: weight * UNKNOWN_SHARE },
  ];
}

function countAll(lessons: readonly Lesson[], modelOf: (lesson: Lesson) => Model, errors?: string): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const lesson of lessons) {
    const key = `${lesson.layout}\t${lesson.set}\t${lesson.variant}`;
    const own = counts.get(key) ?? noCounts(lesson.layout);
    counts.set(key, own);
    const model = modelOf(lesson);
    const scored = lesson.weighed.map((one) => ({ ...one, score: probability(model, one.values) }));
    const found = chosen(scored, model.threshold).map((one) => ({ ...foundOf(lesson.page, one, lesson.title), score: one.score }));
    const before = { ...own };
    countPage(own, lesson.gold, found);
    if (errors !== undefined && `${lesson.set} ${lesson.variant}`.includes(errors)) tellErrors(lesson, scored, found, before, own);
  }
  return counts;
}

function tellErrors(
  lesson: Lesson,
  scored: readonly (Weighed & { score: number })[],
  found: readonly Found[],
  before: Counts,
  now: Counts,
): void {
  const wrong =
    lesson.layout === "negatives"
      ? found.length > 0
      : lesson.layout === "recipes"
        ? now.exact === before.exact
        : now.mined - before.mined !== now.right - before.right || now.gold - before.gold !== now.right - before.right;
  if (!wrong) return;
  console.log(`\n== ${lesson.set} ${lesson.gold.page.id} ${lesson.variant}`);
  for (const { goal, steps } of lesson.gold.procedures)
    console.log(
      `  GOLD ${steps.length} "${goal}": ${steps
        .map((s) => s.slice(0, 60))
        .join(" | ")
        .slice(0, 400)}`,
    );
  for (const { steps, score } of found)
    console.log(
      `  MINED ${score.toFixed(2)} ${steps.length}: ${steps
        .map((s) => s.text.slice(0, 60))
        .join(" | ")
        .slice(0, 400)}`,
    );
  const best = scored.map((one, at) => ({ one, at })).filter(({ at }) => (lesson.examples[at]?.label ?? 0) > 0);
  for (const { one } of best) {
    const tell = FEATURES.map((name, at) => [name, one.values[at] as number] as const).filter(([, v]) => v !== 0);
    console.log(`  RIGHT ${one.candidate.kind} ${one.score.toFixed(2)} ${tell.map(([n, v]) => `${n}=${Number(v.toFixed(2))}`).join(", ")}`);
  }
}

function tableOf(seen: ReadonlyMap<string, Counts>, unseen: ReadonlyMap<string, Counts>): string {
  const keys = [...seen.keys()].sort();
  const groups = Map.groupBy(keys, (key) => key.split("\t")[0] as string);
  let text = "";
  for (const [layout, own] of groups) {
    const variants = Map.groupBy(own, (key) => key.split("\t")[2] as string);
    const rows = [...own.map((key) => [key.split("\t").slice(1).join(" "), key] as const)].map(([name, key]) =>
      row(name, seen.get(key) as Counts, unseen.get(key) as Counts),
    );
    const totals = [...variants].map(([variant, of]) =>
      row(`total ${variant}`, pooled(of.map((key) => seen.get(key) as Counts)), pooled(of.map((key) => unseen.get(key) as Counts))),
    );
    text += `${printTable([layout, ...["seen", "unseen"].flatMap((when) => (layout === "negatives" ? ["false", "pages"] : ["P", "R", "F1", "exact", "goal"]).map((one) => `${when} ${one}`))], [...rows, ...totals])}\n`;
  }
  return text;
}

function row(name: string, ...counts: readonly Counts[]): string[] {
  return [
    name,
    ...counts.flatMap((one) => {
      const { precision, recall, f1, exact, goal, pages, falsePages } = figures(one);
      return one.layout === "negatives"
        ? [String(falsePages), String(pages)]
        : [precision, recall, f1, exact, goal].map((value) => value?.toFixed(3) ?? "-");
    }),
  ];
}
