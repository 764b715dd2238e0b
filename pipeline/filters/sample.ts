import { hash } from "node:crypto";
import type { DroppedProcedure, MinedProcedure, Topic } from "@stepladder/schema";

interface Drawn<Value> {
  readonly rank: string;
  readonly name: string;
  readonly value: Value;
}

/**
 * Of each group the `most` values whose hashes of seed and key are smallest: a random sample that takes values one by one, holds no more
 * than it gives, and does not depend on their order.
 */
export class HashSample<Value> {
  readonly #most: number;
  readonly #seed: number;
  readonly #groups = new Map<string, Drawn<Value>[]>();

  /** `most` is from 1 on, `seed` a whole number. */
  constructor(most: number, seed: number) {
    this.#most = most;
    this.#seed = seed;
  }

  /** Of values with the same key in a group, the one whose name comes first stays. */
  add(group: string, key: string, value: Value, name = key): void {
    const drawn = { rank: hash("sha256", `${this.#seed}\n${key}`), name, value };
    const own = this.#groups.get(group) ?? [];
    this.#groups.set(group, own);
    const same = own.findIndex(({ rank }) => rank === drawn.rank);
    if (same >= 0) {
      if (name < (own[same] as Drawn<Value>).name) own[same] = drawn;
      return;
    }
    const after = own.findIndex(({ rank }) => rank > drawn.rank);
    own.splice(after < 0 ? own.length : after, 0, drawn);
    if (own.length > this.#most) own.pop();
  }

  /** Groups in the order of their names, values in that of their hashes. */
  groups(): [group: string, values: Value[]][] {
    return [...this.#groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([group, own]) => [group, own.map(({ value }) => value)]);
  }
}

/** What becomes of a procedure when a benchmark is drawn. */
export type Split = "benchmark" | "train" | "held-back";

interface Placed {
  readonly id: string;
  readonly page: string;
}

/** How a benchmark is drawn: How2Bench has 500 of each topic. */
export interface Balance {
  readonly perTopic: number;
  readonly seed: number;
}

/** A benchmark with as many procedures of each topic, as far as there are, and one of a page at most in each. */
export class Benchmark {
  readonly #ids: ReadonlySet<string>;
  readonly #pages: ReadonlySet<string>;
  /** How many of each topic it has. */
  readonly counts: ReadonlyMap<Topic, number>;

  private constructor(drawn: readonly [topic: string, procedures: readonly Placed[]][]) {
    const all = drawn.flatMap(([, procedures]) => procedures);
    this.#ids = new Set(all.map(({ id }) => id));
    this.#pages = new Set(all.map(({ page }) => page));
    this.counts = new Map(drawn.map(([topic, { length }]) => [topic as Topic, length]));
  }

  /** Draws from procedures that have a topic. Those of one page draw as one: the first of their ids. */
  static async draw(procedures: AsyncIterable<MinedProcedure>, { perTopic, seed }: Balance): Promise<Benchmark> {
    const sample = new HashSample<Placed>(perTopic, seed);
    for await (const { id, topic, source } of procedures) {
      if (topic !== undefined) sample.add(topic, source.sha256, { id, page: source.sha256 }, id);
    }
    return new Benchmark(sample.groups());
  }

  /** Where a procedure goes. What shares a page with the benchmark goes nowhere: it would give it away. */
  splitOf({ id, source }: MinedProcedure): Split {
    if (this.#ids.has(id)) return "benchmark";
    return this.#pages.has(source.sha256) ? "held-back" : "train";
  }
}

/** A few drops of each kind, for inspection. */
export class DropSample {
  readonly #sample: HashSample<DroppedProcedure>;

  constructor(most: number, seed: number) {
    this.#sample = new HashSample(most, seed);
  }

  add(dropped: DroppedProcedure): void {
    this.#sample.add(`${dropped.filter}/${dropped.reason}`, dropped.procedure.id, dropped);
  }

  groups(): [kind: string, drops: DroppedProcedure[]][] {
    return this.#sample.groups();
  }
}
