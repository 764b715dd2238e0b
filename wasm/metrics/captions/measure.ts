import type { Kernels } from "../../host/kernels.ts";
import { RecordProblem } from "../../intake/raw.ts";
import type { GoldColumns, Measure, Measurer, Statistic } from "../contract.ts";
import { ROW } from "./abi.ts";
import { layOut } from "./layout.ts";
import { type Caption, type Pairing, pairsOf } from "./pair.ts";
import { stem } from "./stem.ts";
import { Vocabulary } from "./vocabulary.ts";

/** A question that is answered with captions: its statistics begin with its id. */
export interface CaptionTask<Id extends string = string> {
  readonly id: Id;
  readonly pairing: Pairing;
}

/** Captions of a video's steps, found with their times. */
export const stepCaptions = { id: "captions", pairing: "time" } as const satisfies CaptionTask;
/** The guideline that several videos follow. */
export const guidelines = { id: "guidelines", pairing: "order" } as const satisfies CaptionTask;
/** Captions of a video's steps, told for each step of a guideline. */
export const guidedCaptions = { id: "guided-captions", pairing: "part" } as const satisfies CaptionTask;

/** What a track says of its captions to one of these tasks. */
export interface CaptionsCodec<Item, Prediction> {
  /** The captions that are right, one or more; `undefined` where the item asks for something else. At most MOST_WORDS characters each. */
  references(item: Item): readonly Caption[] | undefined;
  /** Those predicted; `undefined` where nothing is said. At most MOST_WORDS characters each: so many hold no more words. */
  captions(prediction: Prediction): readonly Caption[] | undefined;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
function statisticsOf(id: string): readonly Statistic[] {
  const lengths = ["words", "pairs of words", "runs of 3 words", "runs of 4 words"];
  const told: readonly (readonly [string, string])[] = [
    ["asked", "Asks for captions of this kind"],
    ["answered", "Has an answer"],
    ["references", "Captions in gold"],
    ["predicted", "Captions predicted"],
    ["paired", "Pairs of a caption and its reference"],
    ...lengths.map((length, n) => [`hits-${n + 1}`, `Paired captions' ${length} that the reference has`] as const),
    ...lengths.map((length, n) => [`ngrams-${n + 1}`, `Paired captions' ${length}`] as const),
    ["reference-words", "Words of all captions in gold"],
    ["rouge-l", "ROUGE-L, summed over pairs"],
    ["cider-d", "CIDEr-D, summed over pairs"],
    ["meteor", "METEOR with equal words and stems, summed over pairs"],
  ];
  return told.map(([name, title]) => ({ id: `${id}-${name}`, title }));
}

/** One of the tasks of the `captions` family: predicted captions against those of gold, pair by pair. */
export function captions<Item, Prediction>(
  { id, pairing }: CaptionTask,
  codec: CaptionsCodec<Item, Prediction>,
): Measure<Item, Prediction> {
  return { family: id, statistics: statisticsOf(id), gold: () => new CaptionsGold(pairing, codec) };
}

class CaptionsGold<Item, Prediction> implements GoldColumns<Item, Prediction> {
  readonly #pairing: Pairing;
  readonly #codec: CaptionsCodec<Item, Prediction>;
  readonly #vocabulary = new Vocabulary();
  readonly #items = [0];
  readonly #starts = [0];
  readonly #words: number[] = [];
  readonly #references: (readonly Caption[])[] = [];

  constructor(pairing: Pairing, codec: CaptionsCodec<Item, Prediction>) {
    this.#pairing = pairing;
    this.#codec = codec;
  }

  add(item: Item): void {
    const references = this.#codec.references(item) ?? [];
    for (const { text } of references) {
      this.#vocabulary.add(text, this.#words);
      if (this.#words.length === this.#starts.at(-1)) throw noWord(text);
      this.#starts.push(this.#words.length);
    }
    this.#items.push(this.#starts.length - 1);
    // Of pairing nothing but times and parts is needed.
    this.#references.push(references.map(({ text: _, ...rest }) => ({ ...rest, text: "" })));
  }

  measurer(kernels: Kernels): Measurer<Prediction> {
    const known = {
      vocabulary: this.#vocabulary,
      stems: new Stems(this.#vocabulary),
      references: this.#references,
      pairing: this.#pairing,
      codec: this.#codec,
    };
    const columns = {
      vocabulary: this.#vocabulary.size,
      items: Int32Array.from(this.#items),
      starts: Int32Array.from(this.#starts),
      words: Int32Array.from(this.#words),
      stems: known.stems.column(),
    };
    return new CaptionsMeasurer(kernels, known, layOut(kernels, columns));
  }
}

function noWord(text: string): RecordProblem {
  return new RecordProblem({
    kind: "no-word",
    severity: "error",
    field: "caption",
    expected: "a caption with a word",
    found: text === "" ? "none" : text,
    fix: "leave out captions without letters or digits",
  });
}

/** Stems by number, those of gold's words. */
class Stems {
  readonly #vocabulary: Vocabulary;
  readonly #numbers = new Map<string, number>();
  readonly #column: Int32Array;
  /** Words that gold does not have, as they were met. */
  readonly #strangers = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#column = Int32Array.from({ length: vocabulary.size }, (_, number) => {
      const own = stem(vocabulary.word(number));
      const held = this.#numbers.get(own) ?? this.#numbers.size;
      this.#numbers.set(own, held);
      return held;
    });
  }

  /** The stem of each word of the vocabulary. */
  column(): Int32Array {
    return this.#column;
  }

  /** The stem of a word of a caption; -1 where no word of gold has it. */
  of(word: number, strangers: readonly string[]): number {
    if (word < this.#column.length) return this.#column[word] as number;
    const text = strangers[word - this.#vocabulary.size] as string;
    const known = this.#strangers.get(text);
    if (known !== undefined) return known;
    const own = this.#numbers.get(stem(text)) ?? -1;
    this.#strangers.set(text, own);
    return own;
  }
}

/** What a measurer knows of gold beside the kernel's columns. */
interface Known<Item, Prediction> {
  readonly vocabulary: Vocabulary;
  readonly stems: Stems;
  readonly references: readonly (readonly Caption[])[];
  readonly pairing: Pairing;
  readonly codec: CaptionsCodec<Item, Prediction>;
}

class CaptionsMeasurer<Item, Prediction> implements Measurer<Prediction> {
  readonly #kernels: Kernels;
  readonly #known: Known<Item, Prediction>;
  readonly #gold: number;
  readonly #firsts: readonly number[];
  #items: number[] = [];
  #answered: number[] = [];
  #predicted: number[] = [];
  #pairStarts = [0];
  #pairs: number[] = [];
  #starts = [0];
  #words: number[] = [];
  #stems: number[] = [];

  constructor(kernels: Kernels, known: Known<Item, Prediction>, gold: number) {
    this.#kernels = kernels;
    this.#known = known;
    this.#gold = gold;
    let first = 0;
    this.#firsts = known.references.map(({ length }) => {
      first += length;
      return first - length;
    });
  }

  get queued(): number {
    return this.#items.length;
  }

  add(item: number, prediction: Prediction): void {
    const { vocabulary, stems, references, pairing, codec } = this.#known;
    const own = references[item] as readonly Caption[];
    const told = own.length === 0 ? undefined : codec.captions(prediction);
    const all = told ?? [];
    for (const [reference, caption] of pairsOf(pairing, own, all)) {
      const strangers = vocabulary.read((all[caption] as Caption).text, this.#words);
      for (let at = this.#stems.length; at < this.#words.length; at++) this.#stems.push(stems.of(this.#words[at] as number, strangers));
      this.#starts.push(this.#words.length);
      this.#pairs.push((this.#firsts[item] as number) + reference);
    }
    this.#pairStarts.push(this.#pairs.length);
    this.#items.push(item);
    this.#answered.push(Number(told !== undefined));
    this.#predicted.push(all.length);
  }

  flush(): Float64Array<ArrayBuffer> {
    const { arena, exports } = this.#kernels;
    const count = this.#items.length;
    const mark = arena.mark();
    const put = (column: readonly number[]): number => arena.put(Int32Array.from(column));
    const [items, answered, predicted] = [put(this.#items), put(this.#answered), put(this.#predicted)];
    const [pairStarts, pairs] = [put(this.#pairStarts), put(this.#pairs)];
    const [starts, words, stems] = [put(this.#starts), put(this.#words), put(this.#stems)];
    const rows = arena.alloc(count * ROW * 8);
    exports.captionsMeasure(count, this.#gold, items, answered, predicted, pairStarts, pairs, starts, words, rows);
    exports.captionsAlign(count, this.#gold, pairStarts, pairs, starts, words, stems, rows);
    const measured = arena.doubles(rows, count * ROW);
    arena.release(mark);
    [this.#items, this.#answered, this.#predicted, this.#pairs, this.#words, this.#stems] = [[], [], [], [], [], []];
    [this.#pairStarts, this.#starts] = [[0], [0]];
    return measured;
  }
}
