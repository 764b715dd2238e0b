import type { Doc, Mined, Miner } from "../../core/mining.ts";
import { pointerTo } from "../pointer.ts";
import { type Candidate, candidates, type Item, startOf } from "./candidates.ts";
import { type Context, contextOf } from "./context.ts";
import { features } from "./features.ts";
import { goalOf } from "./goal.ts";
import { type Model, probability } from "./model.ts";
import { type Outline, outline, textOf } from "./outline.ts";
import weights from "./weights.json" with { type: "json" };

/** A candidate with what the model is told of it. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly context: Context;
  readonly values: readonly number[];
}

/** What a page has that holds steps: a list, a number one, or a word that announces them. Most pages have one; those that have none need no parsing. */
const SIGN =
  /<li\b|[>\s(]1\s?[.)）]|step|instruc|direction|method|prepar|procedu|procéd|how to|follow|schritt|zubereit|anleitung|folge|étape|réalis|pasos?\b|elabora|siguiente|cómo|passo|passag|seguent|istruz|bereid|werkwijze|stap|volg|fremgang|tilbered|tillag|steg|gör så|шаг|приготов|инструкц|следующ|krok|przygot|wykonan|postup|příprav|elkészít|lépés|vaihe|ohje|adım|hazırlan|yapılış|βήμα|εκτέλεση|οδηγίες|作り方|手順|做法|步骤|第|단계/i;

/** Procedures on pages without markup for them: lists, numbered paragraphs, repeated blocks, chosen by a trained model. See README.md. */
export const general: Miner = {
  id: "general",
  title: "Lists and numbered texts that read like steps",
  hopes: ({ text }) => SIGN.test(text),
  mine: (doc) => mineWith(weights as Model, doc),
};

export function mineWith(model: Model, doc: Doc): Mined[] {
  const page = outline(doc.root);
  const scored = weigh(page, doc).map((one) => ({ ...one, score: probability(model, one.values) }));
  return chosen(scored, model.threshold).map((one) => minedOf(page, doc, one, one.score));
}

export function weigh(page: Outline, doc: Pick<Doc, "lang" | "title">): Weighed[] {
  const found = candidates(page);
  // Language and title are worked out where they are first asked for.
  if (found.length === 0) return [];
  const kinds = new Map([...Map.groupBy(found, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]));
  const partOf = new Map(found.flatMap((whole) => (whole.parts ?? []).map((part) => [part, whole] as const)));
  const facts = { lang: doc.lang, title: doc.title, kinds, partOf, commands: new Map() };
  return found.map((candidate) => {
    const context = contextOf(page, startOf(candidate.items, [candidate]));
    return { candidate, context, values: features(page, candidate, context, facts) };
  });
}

/** The best candidates of which no two overlap. Of equal ones the first. */
export function chosen<C extends Weighed & { readonly score: number }>(scored: readonly C[], threshold: number): C[] {
  const taken: C[] = [];
  const lines = new Set<number>();
  const best = scored.filter(({ score }) => score >= threshold).sort((a, b) => b.score - a.score);
  for (const one of best) {
    const own = Array.from({ length: one.candidate.to - one.candidate.from }, (_, at) => one.candidate.from + at);
    if (own.some((line) => lines.has(line))) continue;
    for (const line of own) lines.add(line);
    taken.push(one);
  }
  return taken.sort((a, b) => a.candidate.from - b.candidate.from);
}

function minedOf(page: Outline, doc: Doc, weighed: Weighed, score: number): Mined {
  const { goal, sections, steps } = foundOf(page, weighed, doc.title);
  const { block, items } = weighed.candidate;
  return {
    goal,
    resources: [],
    ...(sections === undefined ? {} : { sections }),
    steps: steps.map((step, at) => ({ ...step, pointer: pointerTo((items[at] as Item).block.element) })),
    score: Number(score.toFixed(3)),
    pointer: pointerTo(block.element),
  };
}

/** What a candidate says, as a procedure without its place. */
export function foundOf(page: Outline, { candidate, context }: Weighed, title: string) {
  const titles = [...new Set(candidate.items.map(({ section }) => section))].filter((at) => at >= 0);
  const place = new Map(titles.map((at, section) => [at, section]));
  return {
    goal: goalOf(page, context, title),
    sections: titles.length === 0 ? undefined : titles.map((at) => textOf(page.lines, at, at + 1)),
    steps: candidate.items.map(({ text, title, section }) => ({
      text: text === "" ? (title ?? "") : text,
      ...(title === undefined || text === "" ? {} : { title }),
      ...(section < 0 ? {} : { section: place.get(section) as number }),
    })),
  };
}
