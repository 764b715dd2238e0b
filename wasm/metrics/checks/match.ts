import type { Kernels } from "../../host/kernels.ts";
import { Vocabulary } from "../captions/vocabulary.ts";
import { EQUAL, NONE } from "./abi.ts";

/** How a step that a constraint names was found among those of a procedure. */
export interface Match {
  /** As the constraint names it. */
  readonly wanted: string;
  /** Place of the step from 0; absent where none is like enough. */
  readonly step?: number;
  /** By which rule: the same words in the same order, or token F1 of 0.6 or more. */
  readonly by?: "equal" | "f1";
  /** Token F1 with that step; where there is none, with the step that is most like it. */
  readonly score: number;
}

/** An earlier step that a step nearly repeats, and what share of their word pairs, edges included, they have in common. */
export interface Twin {
  readonly step: number;
  readonly score: number;
}

/** Two wanted steps by their places among all of them: the first comes before the second. */
export type Arc = readonly [before: number, after: number];

/** What constraints ask of the steps of procedures. */
export interface Asked {
  /** Steps that constraints name: those of one group are matched to different steps. */
  readonly groups: readonly (readonly string[])[];
  /** Between wanted steps, counted through all groups. */
  readonly arcs: readonly Arc[];
  readonly repeats: boolean;
}

/** What the kernels found in one procedure. */
export interface Seen {
  /** One per wanted step, through all groups. */
  readonly matches: readonly Match[];
  /** Whether the steps of each arc stand there the other way around. */
  readonly violated: readonly boolean[];
  /** One per step, where repeats are asked for. */
  readonly twins: readonly (Twin | undefined)[];
}

/**
 * Runs the kernels over the steps of procedures.
 *
 * Words are those of captions: NFC, lower case, punctuation dropped (captions/vocabulary.ts). A wanted step is matched to a step with the
 * same words in the same order, else to one with a token F1 of 0.6 or more; pairs are made by falling score. Two steps are
 * near-duplicates where they share 0.8 of their word pairs, the edges included.
 */
export function seeSteps(procedures: readonly (readonly string[])[], { groups, arcs, repeats }: Asked, kernels: Kernels): Seen[] {
  const { arena, exports } = kernels;
  const vocabulary = new Vocabulary();
  const steps = new Words(vocabulary);
  const lists = new Int32Array(procedures.length + 1);
  let [mostSteps, mostWords] = [0, 0];
  for (const [p, own] of procedures.entries()) {
    const before = steps.words;
    for (const step of own) steps.push(step);
    lists[p + 1] = (lists[p] as number) + own.length;
    mostSteps = Math.max(mostSteps, own.length);
    mostWords = Math.max(mostWords, steps.words - before);
  }
  const wantedTexts = groups.flat();
  const wanted = new Words(vocabulary);
  for (const text of wantedTexts) wanted.push(text);

  const [count, width, total] = [procedures.length, wantedTexts.length, lists[procedures.length] as number];
  const mark = arena.mark();
  const listsAt = arena.put(lists);
  const stepColumns = steps.columns().map((column) => arena.put(column)) as [number, number];
  const [matchedAt, scoresAt] = [arena.alloc(count * width * 4), arena.alloc(count * width * 8)];
  const [violatedAt, twinsAt, twinScoresAt] = [arena.alloc(count * arcs.length), arena.alloc(total * 4), arena.alloc(total * 8)];
  if (width > 0) {
    const [wantedStarts, wantedWords] = wanted.columns().map((column) => arena.put(column)) as [number, number];
    const mostGroup = Math.max(...groups.map(({ length }) => length));
    // Three parts, each rounded up to 16 bytes: a byte per step, a word per word, an f64 per pair of steps.
    const scratch = arena.alloc(mostSteps + mostWords * 4 + 32 + mostGroup * mostSteps * 8);
    const groupStarts = arena.put(Int32Array.from([0, ...runningSums(groups.map(({ length }) => length))]));
    const sorted = arena.alloc(wanted.words * 4);
    exports.checksMatch(
      ...[count, listsAt, ...stepColumns, groups.length, groupStarts, wantedStarts, wantedWords, sorted],
      ...[mostSteps, mostWords, scratch, matchedAt, scoresAt],
    );
    if (arcs.length > 0) exports.checksOrder(count, width, matchedAt, arcs.length, arena.put(Int32Array.from(arcs.flat())), violatedAt);
  }
  if (repeats) exports.checksRepeats(count, listsAt, ...stepColumns, arena.alloc((mostWords + mostSteps) * 8), twinsAt, twinScoresAt);
  const memory = exports.memory.buffer;
  const matched = new Int32Array(memory, matchedAt, count * width);
  const scores = new Float64Array(memory, scoresAt, count * width);
  const violated = new Uint8Array(memory, violatedAt, count * arcs.length);
  const twins = new Int32Array(memory, twinsAt, total);
  const twinScores = new Float64Array(memory, twinScoresAt, total);
  const seen = procedures.map(
    (own, p): Seen => ({
      matches: wantedTexts.map((text, w) => matchOf(text, matched[p * width + w] as number, scores[p * width + w] as number)),
      violated: arcs.map((_, a) => violated[p * arcs.length + a] === 1),
      twins: repeats
        ? own.map((_, s) => twinOf(twins[(lists[p] as number) + s] as number, twinScores[(lists[p] as number) + s] as number))
        : [],
    }),
  );
  arena.release(mark);
  return seen;
}

function matchOf(wanted: string, step: number, score: number): Match {
  const f1 = Math.min(score, 1);
  return step === NONE ? { wanted, score: f1 } : { wanted, step, by: score === EQUAL ? "equal" : "f1", score: f1 };
}

function twinOf(step: number, score: number): Twin | undefined {
  return step === NONE ? undefined : { step, score };
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** Texts as lists of the numbers of their words. */
class Words {
  readonly #vocabulary: Vocabulary;
  readonly #words: number[] = [];
  readonly #starts: number[] = [0];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get words(): number {
    return this.#words.length;
  }

  push(text: string): void {
    this.#vocabulary.add(text, this.#words);
    this.#starts.push(this.#words.length);
  }

  columns(): [starts: Int32Array, words: Int32Array] {
    return [Int32Array.from(this.#starts), Int32Array.from(this.#words)];
  }
}
