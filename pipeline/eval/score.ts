import type { Mined } from "../core/mining.ts";
import type { GoldPage, Layout } from "./gold.ts";

/** Shorter lists are not counted in sets of lists. */
const LEAST = 3;

/** What a miner under test gives for a page. */
export type Found = Pick<Mined, "goal" | "score"> & {
  readonly sections?: readonly string[] | undefined;
  readonly steps: readonly Pick<Mined["steps"][number], "text" | "title" | "section">[];
};

/** Sums over the pages of a set, from which all its figures follow. */
export interface Counts {
  readonly layout: Layout;
  pages: number;
  falsePages: number;
  /** Of right, mined and gold: whole lists of at least 3 steps, or steps, by the set's layout. */
  right: number;
  mined: number;
  gold: number;
  /** Gold procedures, those mined exactly, and those of them whose goal is told. */
  procedures: number;
  exact: number;
  goals: number;
  rightGoals: number;
  /** Procedures mined in all, of any length. */
  found: number;
}

export interface Figures {
  pages: number;
  /** Procedures mined, right or wrong, of any length. */
  found: number;
  precision?: number;
  recall?: number;
  f1?: number;
  /** Share of gold procedures whose steps were mined exactly, none more and none less. */
  exact?: number;
  /** Of those, where gold tells a goal: the share in which ours equals it, holds it or is held in it. */
  goal?: number;
  falsePages?: number;
}

export function noCounts(layout: Layout): Counts {
  return { layout, pages: 0, falsePages: 0, right: 0, mined: 0, gold: 0, procedures: 0, exact: 0, goals: 0, rightGoals: 0, found: 0 };
}

/** The number that a step stands under: some gold has kept it. */
const NUMBER = /^\s*(?:step\s*)?\d{1,2}\s*(?:[.):]\s*(?!\d)|$)/i;

/** Text as it is compared: letters and digits alone, in lower case, without the step's number. */
export function normalised(text: string): string {
  return text
    .replace(NUMBER, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

const STEP_END = "\n";

/**
 * The ways in which a procedure's steps may be told as one flat list: gold that knows no titles has those of sections and steps
 * as items of their own, before the text, or not at all.
 */
function renderings({ steps, sections }: Found): string[][] {
  const ways: ((step: Found["steps"][number]) => (string | undefined)[])[] = [
    ({ text }) => [text],
    ({ title, text }) => [`${title ?? ""} ${text}`],
    ({ title, text }) => [title, text],
  ];
  const flat = (way: (typeof ways)[number], withSections: boolean): string[] =>
    steps
      .flatMap((step, at) => {
        const begins = withSections && step.section !== undefined && step.section !== steps[at - 1]?.section;
        return [begins ? sections?.[step.section as number] : undefined, ...way(step)];
      })
      .map((text) => normalised(text ?? ""))
      .filter((text) => text !== "");
  const told = ways.flatMap((way) => [flat(way, false), flat(way, true)]);
  return [...new Map(told.map((list) => [list.join(STEP_END), list])).values()];
}

/** Counts one page. */
export function countPage(counts: Counts, { procedures }: GoldPage, found: readonly Found[]): void {
  counts.pages++;
  counts.found += found.length;
  if (found.length > 0) counts.falsePages++;
  const mined = found.map((one) => ({ goal: one.goal, lists: renderings(one), taken: false }));
  const gold = procedures.map(({ goal, steps }) => ({ goal, steps: steps.map(normalised).filter((text) => text !== "") }));
  for (const { goal, steps } of gold) {
    if (steps.length === 0) continue;
    const long = counts.layout === "recipes" || steps.length >= LEAST;
    if (!long) continue;
    const whole = steps.join(STEP_END);
    const equal = mined.find(({ taken, lists }) => !taken && lists.some((list) => list.join(STEP_END) === whole));
    counts.procedures++;
    if (counts.layout === "recipes") {
      // The page's other procedures have no gold; the closest one is measured.
      const [best] = mined
        .flatMap(({ lists }) => lists.map((list) => ({ list, right: overlap(list, steps) })))
        .sort((a, b) => f1(b.right, b.list.length, steps.length) - f1(a.right, a.list.length, steps.length));
      counts.right += best?.right ?? 0;
      counts.mined += best?.list.length ?? 0;
      counts.gold += steps.length;
    }
    if (equal === undefined) continue;
    equal.taken = true;
    counts.exact++;
    if (goal === "") continue;
    counts.goals++;
    const [ours, theirs] = [normalised(equal.goal), normalised(goal)];
    if (ours !== "" && (ours.includes(theirs) || theirs.includes(ours))) counts.rightGoals++;
  }
  if (counts.layout !== "lists") return;
  counts.right += mined.filter(({ taken }) => taken).length;
  counts.mined += mined.filter(({ lists, taken }) => taken || (lists[0]?.length ?? 0) >= LEAST).length;
  counts.gold += gold.filter(({ steps }) => steps.length >= LEAST).length;
}

/** Steps in both lists, each taken as often as it stands in both. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const step of b) left.set(step, (left.get(step) ?? 0) + 1);
  return a.filter((step) => {
    const many = left.get(step) ?? 0;
    left.set(step, many - 1);
    return many > 0;
  }).length;
}

function f1(right: number, mined: number, gold: number): number {
  return mined + gold === 0 ? 0 : (2 * right) / (mined + gold);
}

/** Sums of several sets of one layout. */
export function pooled(sets: readonly Counts[]): Counts {
  const sum = noCounts((sets[0] as Counts).layout);
  for (const { layout: _, ...counts } of sets) for (const key of Object.keys(counts) as (keyof typeof counts)[]) sum[key] += counts[key];
  return sum;
}

/** Figures of a set; a share of nothing is absent. */
export function figures(counts: Counts): Figures {
  const { layout, pages, falsePages, right, mined, gold, procedures, exact, goals, rightGoals, found } = counts;
  if (layout === "negatives") return { pages, found, falsePages };
  return {
    pages,
    found,
    ...share("precision", right, mined),
    ...share("recall", right, gold),
    ...share("f1", 2 * right, mined + gold),
    ...share("exact", exact, procedures),
    ...share("goal", rightGoals, goals),
  };
}

function share<K extends string>(name: K, part: number, whole: number): { [key in K]?: number } {
  return (whole === 0 ? {} : { [name]: part / whole }) as { [key in K]?: number };
}
