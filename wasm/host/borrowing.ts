import type { Kernels } from "./kernels.ts";

/** The kernels' memory while one of them runs. */
export interface Memory {
  /** Columns of f64 and of i32, copied in. */
  doubles(values: ArrayLike<number>): number;
  words(values: ArrayLike<number>): number;
  /** Room for so many f64. */
  room(length: number): number;
  /** So many f64, and i32, copied out. */
  read(at: number, length: number): Float64Array;
  readWords(at: number, length: number): Int32Array;
}

/** Runs a job whose columns leave the kernels' memory with it. */
export function borrowing<Result>({ arena }: Pick<Kernels, "arena">, job: (memory: Memory) => Result): Result {
  const mark = arena.mark();
  try {
    return job({
      doubles: (values) => arena.put(Float64Array.from(values)),
      words: (values) => arena.put(Int32Array.from(values)),
      room: (length) => arena.alloc(length * 8),
      read: (at, length) => arena.doubles(at, length),
      readWords: (at, length) => new Int32Array(arena.words(at, length).buffer),
    });
  } finally {
    arena.release(mark);
  }
}
