import type { Kernels } from "../../host/kernels.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { Lists } from "../lists.ts";
import { BREAK, HAS_FAILURE, LONGEST, NO_FAILURE, NOT_PARSED, PLACE, ROW, UNJUDGED } from "./abi.ts";

/** What a judge found in a procedure; "not-parsed" where nothing could be made of its answer. */
export type Verdict = "no-failure" | "has-failure" | "not-parsed";

/** What an item is measured by. */
export interface Reference {
  /** Number of its steps. */
  readonly steps: number;
  /** What gold itself says of the procedure that is judged: a human's verdict, or another judge's. */
  readonly verdict?: Exclude<Verdict, "not-parsed"> | undefined;
}

/** A judge's verdict with the number of failures that it names, which is any whole number. */
export interface Judgment {
  readonly verdict: Verdict;
  readonly failures: number;
}

/** The steps of a procedure: their texts, and runs of tokens, inside which n-grams are counted. */
export interface Given {
  readonly texts: readonly string[];
  readonly runs: readonly (readonly string[])[];
}

/** What is said of an item: a judgment, the steps that were judged, or both. */
export interface Said {
  readonly judgment?: Judgment | undefined;
  readonly steps?: Given | undefined;
}

/** What a track says of its judgments. */
export interface JudgmentsCodec<Item, Prediction> {
  gold(item: Item): Reference;
  prediction(prediction: Prediction): Said;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "judged", title: "Procedures judged" },
  { id: "parsed", title: "Judgments that could be parsed" },
  { id: "parse-failed", title: "Judgments that could not be parsed" },
  { id: "without-failure", title: "Procedures judged to be without a critical failure" },
  { id: "failures", title: "Critical failures named" },
  { id: "compared", title: "Procedures judged here and in gold" },
  { id: "both-no-failure", title: "No failure in gold, none here" },
  { id: "false-failure", title: "No failure in gold, one here" },
  { id: "missed-failure", title: "A failure in gold, none here" },
  { id: "both-has-failure", title: "A failure in gold, one here" },
  { id: "given", title: "Procedures with steps" },
  { id: "steps-given", title: "Steps given" },
  { id: "count-mismatch", title: "Other number of steps than gold" },
  { id: "duplicate-step", title: "A step that stands there twice" },
  ...Array.from({ length: LONGEST }, (_, n) => ({
    id: `repetition-${n + 1}`,
    title: `Share of ${n + 1}-grams that repeat an earlier one`,
  })),
];

/** The `judgments` family: what a judge says of generated procedures, and what shows in their form alone. */
export function judgments<Item, Prediction>(codec: JudgmentsCodec<Item, Prediction>): Measure<Item, Prediction> {
  return { family: "judgments", statistics, gold: () => new JudgmentsGold(codec) };
}

const VERDICTS: Readonly<Record<Verdict, number>> = { "no-failure": NO_FAILURE, "has-failure": HAS_FAILURE, "not-parsed": NOT_PARSED };

function codeOf(verdict: Verdict | undefined): number {
  return verdict === undefined ? UNJUDGED : VERDICTS[verdict];
}

class JudgmentsGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #codec: JudgmentsCodec<Item, Prediction>;
  readonly #steps: number[] = [];
  readonly #verdicts: number[] = [];

  constructor(codec: JudgmentsCodec<Item, Prediction>) {
    this.#codec = codec;
  }

  add(item: Item): void {
    const { steps, verdict } = this.#codec.gold(item);
    this.#steps.push(steps);
    this.#verdicts.push(codeOf(verdict));
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const { arena } = kernels;
    const gold = [arena.put(Int32Array.from(this.#steps)), arena.put(Uint8Array.from(this.#verdicts))] as const;
    return new JudgmentsMeasurer((prediction) => this.#codec.prediction(prediction), gold, kernels);
  }
}

/** Texts as numbers, equal ones as the same. */
class Numbers {
  readonly #of = new Map<string, number>();

  of(text: string): number {
    const number = this.#of.get(text) ?? this.#of.size;
    this.#of.set(text, number);
    return number;
  }
}

class JudgmentsMeasurer<Prediction> implements Measurer<Prediction> {
  readonly #read: (prediction: Prediction) => Said;
  readonly #gold: readonly [steps: number, verdicts: number];
  readonly #kernels: Kernels;
  readonly #steps = new Lists();
  readonly #tokens = new Lists();
  #numbers = new Numbers();
  #items: number[] = [];
  #verdicts: number[] = [];
  #failures: number[] = [];
  #given: number[] = [];
  /** Of steps or tokens, in one prediction. */
  #most = 0;

  constructor(read: (prediction: Prediction) => Said, gold: readonly [steps: number, verdicts: number], kernels: Kernels) {
    this.#read = read;
    this.#gold = gold;
    this.#kernels = kernels;
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const { judgment, steps } = this.#read(prediction);
    const texts = (steps?.texts ?? []).map((text) => this.#numbers.of(text));
    const tokens = (steps?.runs ?? []).flatMap((run) => [...run.map((token) => this.#numbers.of(token)), BREAK]);
    this.#items.push(item);
    this.#verdicts.push(codeOf(judgment?.verdict));
    this.#failures.push(judgment?.failures ?? 0);
    this.#given.push(Number(steps !== undefined));
    this.#steps.push(texts);
    this.#tokens.push(tokens);
    this.#most = Math.max(this.#most, texts.length, tokens.length);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const count = this.#items.length;
    const mark = arena.mark();
    const told = [
      Int32Array.from(this.#items),
      Uint8Array.from(this.#verdicts),
      Float64Array.from(this.#failures),
      Uint8Array.from(this.#given),
      ...this.#steps.columns(),
      ...this.#tokens.columns(),
    ].map((words) => arena.put(words));
    // At most half full, so that a search for a free place is short.
    const places = 2 ** Math.ceil(Math.log2(2 * this.#most + 2));
    const table = arena.alloc(places * PLACE * 4);
    const grams = arena.alloc(this.#most * 4);
    const rows = arena.alloc(count * ROW * 8);
    exports.judgmentsMeasure(count, ...this.#gold, ...told, table, places - 1, grams, rows);
    const measured = arena.doubles(rows, count * ROW);
    arena.release(mark);
    for (const lists of [this.#steps, this.#tokens]) lists.clear();
    [this.#items, this.#verdicts, this.#failures, this.#given] = [[], [], [], []];
    this.#numbers = new Numbers();
    this.#most = 0;
    return measured;
  }
}
