import { type AskedFamily, asked } from "../asked.ts";
import type { Measure } from "../contract.ts";
import { texts } from "../texts/measure.ts";
import { together } from "../together.ts";

/** The questions of REval, in the order of its consistency: is a line executed, what is a variable's value, which line is next, what comes out. */
export const ORDERED_KINDS = ["covered", "value", "next", "output"] as const;

/** What a track says of its questions about runs of programs. */
export interface TracesCodec<Item, Prediction> {
  /** The kind of the question, one of `ORDERED_KINDS` or another one, and its one right answer. */
  gold(item: Item): { readonly kind: string; readonly expected: string };
  answer(prediction: Prediction): string;
}

/** The `traces` family: an answer against the one that is right, once for all questions and once for each ordered kind. No kernel but that of texts. */
export function traces<Item, Prediction>({ gold, answer }: TracesCodec<Item, Prediction>): Measure<Item, Prediction> {
  const part = (family: AskedFamily<string, string>, asks: (kind: string) => boolean): Measure<Item, Prediction> =>
    asked(family, {
      gold: (item: Item) => {
        const { kind, expected } = gold(item);
        return asks(kind) ? { gold: expected, context: true } : undefined;
      },
      answer,
    });
  return together("traces", [part(texts, () => true), ...ORDERED_KINDS.map((kind) => part(ofKind(kind), (own) => own === kind))]);
}

/** The family of texts with the kind before the names of its statistics. */
function ofKind(kind: string): AskedFamily<string, string> {
  const statistics = texts.statistics.map(({ id, title }) => ({ id: `${kind}-${id}`, title: `${title} (${kind})` }));
  return { ...texts, id: `${kind}-texts`, statistics };
}
