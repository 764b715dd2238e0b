import type { Baseline, OrderItem, OrderPrediction } from "@stepladder/schema";
import { OUT_OF_ORDER, outOfOrder } from "./items.ts";

type OrderBaseline = Baseline<OrderItem, OrderPrediction | undefined>;

/** What a baseline answers to each question; nothing where it has no rule. */
interface Answers {
  section?(item: OrderItem): OrderPrediction;
  graph?(item: OrderItem): OrderPrediction;
  recognition?(item: OrderItem): OrderPrediction;
  mistakes?(item: OrderItem): OrderPrediction;
}

const answering =
  (answers: Answers) =>
  (item: OrderItem): OrderPrediction | undefined =>
    answers[item.subtask]?.(item);

const asListed = ({ steps }: OrderItem): number[] => [...steps.keys()];

const alphabetical = ({ steps }: OrderItem): number[] =>
  [...steps.keys()].sort((a, b) => {
    const [x, y] = [(steps[a] as string).toLowerCase(), (steps[b] as string).toLowerCase()];
    return x < y ? -1 : Number(x > y) || a - b;
  });

/** Steps done one after the other, each as long as a step takes on average in recordings of other recipes. */
function paced(order: readonly number[], seconds: number): OrderPrediction {
  return { completions: order.map((step, i) => ({ step, time: (i + 1) * seconds })) };
}

/** Mean of the values that other tasks have; 0 where there are none. */
function elsewhere<T extends { readonly task: string }>(all: readonly T[], task: string, of: (one: T) => number): number {
  const others = all.filter((one) => one.task !== task);
  return others.length === 0 ? 0 : others.reduce((sum, one) => sum + of(one), 0) / others.length;
}

function paceOf(items: readonly OrderItem[]): (item: OrderItem) => number {
  const recordings = items.filter(({ completions = [] }) => completions.length > 0);
  const known = new Map<string, number>();
  return ({ task }) => {
    const pace =
      known.get(task) ?? elsewhere(recordings, task, ({ completions = [] }) => (completions.at(-1)?.time ?? 0) / completions.length);
    known.set(task, pace);
    return pace;
  };
}

const skipped = ({ spans = [] }: OrderItem): number[] => [...spans.keys()].filter((place) => spans[place] === null);

/** The order that was shown, and nothing wrong. */
const listed: OrderBaseline = {
  id: "as-listed",
  title: "As listed",
  about:
    "Calls every section ordered, leaves sections and tasks in the shuffled order in which they are shown, finishes the steps of a recipe as its graph lists them, each after the mean time of a step in other recipes, and finds no mistake.",
  fit: (items) => {
    const pace = paceOf(items);
    return answering({
      section: (item) => ({ ordered: true, order: asListed(item) }),
      graph: (item) => ({ order: asListed(item) }),
      recognition: (item) => paced(asListed(item), pace(item)),
      mistakes: () => ({ mistakes: [] }),
    });
  },
};

/** The commonest call, and everything wrong in the commonest way. */
const alphabet: OrderBaseline = {
  id: "alphabetical",
  title: "Alphabetical",
  about:
    "Calls no section ordered, as most are not; puts steps in alphabetical order, which is one at least; and finds every step of an execution out of order, the commonest mistake.",
  fit: (items) => {
    const pace = paceOf(items);
    return answering({
      section: (item) => ({ ordered: false, order: alphabetical(item) }),
      graph: (item) => ({ order: alphabetical(item) }),
      recognition: (item) => paced(alphabetical(item), pace(item)),
      mistakes: ({ steps }) => ({ mistakes: [...steps.keys()].map((step) => ({ step, kinds: ["order", OUT_OF_ORDER] })) }),
    });
  },
};

/** `Microwave-Microwave the cup` and `Microwave the cup` begin with `microwave`. */
function leadWord(step: string): string {
  return /^[\p{L}\p{N}']+/u.exec(step.trim().toLowerCase())?.[0] ?? "";
}

/** Sums by word, those of one task taken out where that task asks. */
class Words {
  readonly #sums = new Map<string, { sum: number; count: number }>();

  add(task: string, step: string, value: number): void {
    for (const key of [leadWord(step), JSON.stringify([task, leadWord(step)])]) {
      const held = this.#sums.get(key) ?? { sum: 0, count: 0 };
      this.#sums.set(key, { sum: held.sum + value, count: held.count + 1 });
    }
  }

  /** Mean of the values of the step's word in other tasks; `otherwise` where none has it. */
  mean(task: string, step: string, otherwise: number): number {
    const all = this.#sums.get(leadWord(step)) ?? { sum: 0, count: 0 };
    const own = this.#sums.get(JSON.stringify([task, leadWord(step)])) ?? { sum: 0, count: 0 };
    return all.count > own.count ? (all.sum - own.sum) / (all.count - own.count) : otherwise;
  }
}

/** Where a step stands in a list, from 0 to 1. */
function relative(place: number, length: number): number {
  return length < 2 ? 0.5 : place / (length - 1);
}

/** The order of an ordered section, by its pairs in a row. */
function writtenOrder({ steps, before = [] }: OrderItem): number[] {
  const next = new Map(before.map(([a = 0, b = 0]) => [a, b]));
  const followers = new Set(next.values());
  const order = [[...steps.keys()].find((place) => !followers.has(place)) ?? 0];
  for (const place of order) if (next.has(place)) order.push(next.get(place) as number);
  return order;
}

function byWords(words: Words, { task, steps }: OrderItem): number[] {
  const places = steps.map((step) => words.mean(task, step, 0.5));
  return [...steps.keys()].sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
}

/** What the first word of a step tells, learnt from other articles and recipes. */
const leadWords: OrderBaseline = {
  id: "lead-words",
  title: "First words",
  about:
    "Looks at the first word of each step, with what was counted in other articles or recipes: the share of sections with it that are ordered by labels put back, and where such steps stand on average in ordered sections, or in error-free executions. Finds the skipped steps of an execution, which its list gives away.",
  fit: (items) => {
    const [calls, written, done] = [new Words(), new Words(), new Words()];
    for (const item of items) {
      if (item.ordered !== undefined) for (const step of item.steps) calls.add(item.task, step, Number(item.ordered));
      const order = item.ordered === true ? writtenOrder(item) : [];
      for (const [i, place] of order.entries()) written.add(item.task, item.steps[place] as string, relative(i, order.length));
      for (const execution of item.executions ?? [])
        for (const [i, place] of execution.entries()) done.add(item.task, item.steps[place] as string, relative(i, execution.length));
    }
    const labelled = items.filter(({ ordered }) => ordered !== undefined);
    const pace = paceOf(items);
    return answering({
      section: (item) => {
        const base = elsewhere(labelled, item.task, ({ ordered }) => Number(ordered));
        const mean = item.steps.reduce((sum, step) => sum + calls.mean(item.task, step, base), 0) / item.steps.length;
        return { ordered: mean > base, order: byWords(written, item) };
      },
      graph: (item) => ({ order: byWords(done, item) }),
      recognition: (item) => paced(byWords(done, item), pace(item)),
      mistakes: (item) => ({ mistakes: skipped(item).map((step) => ({ step, kinds: ["missing-step"] })) }),
    });
  },
};

/** What the list of an execution, its times and the task graph give away. */
const graphCheck: OrderBaseline = {
  id: "graph-check",
  title: "Graph check",
  about:
    "Finds the skipped steps of an execution, and those that its times and the task graph show out of order, which it takes for order errors. Sees no video, and answers nothing else.",
  fit: () =>
    answering({
      mistakes: (item) => ({
        mistakes: [
          ...skipped(item).map((step) => ({ step, kinds: ["missing-step"] })),
          ...outOfOrder(item).map((step) => ({ step, kinds: ["order", OUT_OF_ORDER] })),
        ],
      }),
    }),
};

/** Gold's completions, said so many seconds late. */
function late(id: string, title: string, seconds: number, about: string): OrderBaseline {
  return {
    id,
    title,
    about,
    fit: () =>
      answering({
        recognition: ({ completions = [] }) => ({ completions: completions.map(({ step, time }) => ({ step, time: time + seconds })) }),
      }),
  };
}

export const baselines: readonly OrderBaseline[] = [
  listed,
  alphabet,
  leadWords,
  graphCheck,
  late(
    "true-completions",
    "True completions",
    0,
    "Says every completion of gold at the very second at which it happens, and answers nothing else: what a perfect recogniser gets.",
  ),
  late(
    "late-completions",
    "True completions, 5 s late",
    5,
    "Says every completion of gold five seconds after it happened, and answers nothing else: what a perfect but slow recogniser gets.",
  ),
];
