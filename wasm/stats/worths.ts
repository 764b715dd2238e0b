import type { Kernels } from "../host/kernels.ts";
import type { Metric } from "../metrics/contract.ts";
import { quantile } from "./quantile.ts";
import type { Sampler } from "./sampler.ts";
import { sorted } from "./sort/sorted.ts";

/** Draws are handled this many at a time. */
const STEP = 8;
/** The 97.5 % point of the standard normal. */
const Z = 1.959963984540054;

/** A difference that strays by less than this in draws does not vary: rounding alone strays as far. */
const STILL = 1e-12;

/** 1 where more is better, else -1: a value times it is a worth. */
export function signOf({ better }: Pick<Metric, "better">): 1 | -1 {
  return better === "higher" ? 1 : -1;
}

/** What pairs differ in, all at once. */
export interface Simultaneous {
  /** Whether one system is better than another at 5 % over all pairs. */
  isBetter(a: number, b: number): boolean;
  /** Smallest detectable gap; absent for one system, and where no difference between neighbours varies. */
  readonly gap?: number;
}

/** Values of systems in the same draws, times the sign: a block of the arena, which stays until the owner releases it. */
export class Worths {
  readonly systems: number;
  readonly draws: number;
  readonly #kernels: Kernels;
  readonly #room: number;
  readonly #at: number;
  readonly #clusters: number;

  /** Draws once; `clusters` is how many are drawn. */
  constructor(kernels: Kernels, sampler: Sampler, clusters: number, sign: 1 | -1) {
    this.systems = sampler.figures;
    this.draws = sampler.draws;
    this.#kernels = kernels;
    this.#clusters = clusters;
    this.#room = Math.ceil(this.draws / STEP) * STEP;
    this.#at = kernels.arena.alloc(this.systems * this.#room * 8);
    this.#all().fill(Number.NaN);
    sampler.fill(() => this.#all(), this.#room, sign);
  }

  /** A view of the block; growing the memory detaches it. */
  #all(): Float64Array {
    return new Float64Array(this.#kernels.exports.memory.buffer, this.#at, this.systems * this.#room);
  }

  /** Worths of one system, a copy. */
  of(system: number): Float64Array {
    return this.#kernels.arena.doubles(this.#at + system * this.#room * 8, this.draws);
  }

  /** How often each system takes each place: `places[system * systems + place]`, 0 is the best. */
  places(): Uint32Array {
    const { exports, arena } = this.#kernels;
    const mark = arena.mark();
    const at = arena.zeros(this.systems * this.systems * 4);
    exports.statsPlaces(this.systems, this.#room, this.#at, at);
    const places = arena.words(at, this.systems * this.systems);
    arena.release(mark);
    for (let s = 0; s < this.systems; s++) places[s * this.systems] = (places[s * this.systems] as number) - (this.#room - this.draws);
    return places;
  }

  /**
   * Holds each pair's difference over its standard deviation against the largest of all pairs in each draw. `points` are worths. Draws of
   * a difference that never varies say nothing of chance: for it a test of signs decides, Bonferroni's correction over all pairs.
   */
  simultaneous(points: Float64Array): Simultaneous {
    const { exports, arena } = this.#kernels;
    const n = this.systems;
    const mark = arena.mark();
    const pointsAt = arena.put(points);
    const squaresAt = arena.zeros(n * n * 8);
    exports.statsSquares(n, this.#room, this.#at, pointsAt, squaresAt);
    const spread = arena.doubles(squaresAt, n * n).map((squares) => {
      const deviation = Math.sqrt(squares / this.draws);
      return deviation < STILL ? 0 : deviation;
    });
    const scales = arena.put(spread.map((deviation) => (deviation === 0 ? 0 : 1 / deviation)));
    const largestAt = arena.alloc(this.#room * 8);
    exports.statsLargest(n, this.#room, this.#at, pointsAt, scales, largestAt);
    const limit = quantile(sorted(this.#kernels, arena.doubles(largestAt, this.draws)), 0.95);
    arena.release(mark);
    const spreadOf = (a: number, b: number): number => spread[Math.min(a, b) * n + Math.max(a, b)] as number;
    const order = [...points.keys()].sort((a, b) => (points[b] as number) - (points[a] as number));
    const gaps = Float64Array.from(order.slice(1), (b, i) => Z * spreadOf(order[i] as number, b)).filter((gap) => gap > 0);
    const isManyClusters = 2 ** (1 - this.#clusters) * ((n * (n - 1)) / 2) <= 0.05;
    return {
      isBetter: (a, b) => {
        const ahead = (points[a] as number) - (points[b] as number);
        const deviation = spreadOf(a, b);
        return deviation === 0 ? ahead > 0 && isManyClusters : ahead > limit * deviation;
      },
      ...(gaps.length === 0 ? {} : { gap: quantile(gaps.sort(), 0.5) }),
    };
  }
}
