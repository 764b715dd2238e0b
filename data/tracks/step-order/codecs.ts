import type { OrderItem, OrderPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { PartialOrder } from "@stepladder/wasm/metrics/orders/measure.ts";
import { STEPS } from "@stepladder/wasm/metrics/recognition/abi.ts";
import type { Completions } from "@stepladder/wasm/metrics/recognition/measure.ts";
import { MISTAKES, ORDERED, type Tagged } from "@stepladder/wasm/metrics/tags/measure.ts";
import { OUT_OF_ORDER, outOfOrder, type Subtask } from "./items.ts";
import { type Context, contextOf, orderOf, placeOf } from "./steps.ts";

type Codec<Gold, Answer> = AskedCodec<OrderItem, OrderPrediction, Gold, Answer, Context>;

function asking<Gold>(subtask: Subtask, gold: (item: OrderItem) => Gold | undefined): Codec<Gold, never>["gold"] {
  return (item) => {
    const own = item.subtask === subtask ? gold(item) : undefined;
    return own === undefined ? undefined : { gold: own, context: contextOf(item) };
  };
}

const ORDERED_TAG = ORDERED.indexOf("ordered");

/** One place, with its one tag or without. */
function call(ordered: boolean | undefined): Tagged | undefined {
  return ordered === undefined ? undefined : [ordered ? [ORDERED_TAG] : []];
}

/** Calls: whether a section is ordered, by the label that belongs to it. */
export const callCodec: Codec<Tagged, Tagged> = {
  gold: asking("section", ({ ordered }) => call(ordered)),
  answer: ({ ordered }) => call(ordered),
};

/** The same calls, against the label that stands beside the section in the release. */
export const releasedCodec: Codec<Tagged, Tagged> = {
  ...callCodec,
  gold: asking("section", ({ released }) => call(released)),
};

function partialOrder({ steps, before }: OrderItem): PartialOrder | undefined {
  return before === undefined ? undefined : { steps: steps.length, before: before as [number, number][] };
}

/** Orders of the steps of a task. */
export const graphCodec: Codec<PartialOrder, readonly number[]> = {
  gold: asking("graph", partialOrder),
  answer: ({ order }, { steps }) => (order === undefined ? undefined : orderOf(order, steps)),
};

/** Orders of sections: only ordered ones are asked about. */
export const sectionCodec: Codec<PartialOrder, readonly number[]> = {
  ...graphCodec,
  gold: asking("section", partialOrder),
};

/** The same, where an order counts only beside the call that there is one. */
export const calledCodec: Codec<PartialOrder, readonly number[]> = {
  gold: sectionCodec.gold,
  answer: ({ ordered, order }, { steps }) => {
    if (ordered === undefined || order === undefined) return undefined;
    return ordered ? orderOf(order, steps) : [];
  },
};

/** Completions in order of time, as a recogniser says them. A step that the recipe does not have is one that was never done. */
export const recognitionCodec: Codec<Completions, Completions> = {
  gold: asking("recognition", ({ completions }) => completions),
  answer: ({ completions }, { steps }) => {
    const placed = completions?.map(({ step, time }) => ({ place: placeOf(step, steps), time }));
    return placed?.map(({ place, time }) => ({ step: place === -1 ? STEPS - 1 : place, time })).sort((a, b) => a.time - b.time);
  },
};

const MISTAKE = MISTAKES.indexOf("mistake");

/** Tags of a step with mistakes of these kinds. */
function tagsOf(kinds: readonly string[]): number[] {
  const own = kinds.map((kind) => (MISTAKES as readonly string[]).indexOf(kind));
  return [MISTAKE, ...own.filter((tag) => tag !== -1)];
}

/** Mistakes by the place of their step; that a step is out of order is no mistake of its own and is computed. */
export const mistakesCodec: Codec<Tagged, Tagged> = {
  gold: asking("mistakes", (item) => {
    const early = outOfOrder(item);
    return item.steps.map((_, place) => {
      const found = item.mistakes?.find(({ step }) => step === place);
      return [...(found === undefined ? [] : tagsOf(found.kinds)), ...(early.includes(place) ? [MISTAKES.indexOf(OUT_OF_ORDER)] : [])];
    });
  }),
  answer: ({ mistakes }, { steps }) => {
    if (mistakes === undefined) return undefined;
    const places = steps.map(() => new Set<number>());
    for (const { step, kinds = [] } of mistakes) {
      // A step that is not there is a wrong one too many, behind the last.
      const at = step >= 0 && step < steps.length ? step : places.length;
      places[at] ??= new Set();
      for (const tag of tagsOf(kinds)) places[at].add(tag);
    }
    return places.map((tags) => [...tags]);
  },
};
