import type { Kernels } from "../host/kernels.ts";
import type { Columns } from "./columns.ts";
import type { Drawing } from "./contract.ts";
import { PANEL, ROOM, SCRATCH } from "./resample/abi.ts";

/** Sums of one draw: column c stands at `row[at + places[c]]`. The row is good only until the function returns. */
export type UseDraw = (row: Float64Array, at: number, draw: number) => void;

/** Columns as a kernel reads them. */
interface Laid {
  /** Numbers in a row of sums. */
  readonly width: number;
  /** Writes the rows of some draws. */
  run(from: number, draws: number, sums: number): void;
}

/** Bytes of sums that are held at once. */
const BLOCK = 1 << 18;

/** Bit columns that make up for counting draws and cutting counts into planes, where other columns are summed anyway. */
const WORTHWHILE = 8;

/** Numbers of the columns that a bootstrap sums bit by bit, and of the others. Both ways are exact for sums of 0 and 1. */
function splitColumns({ kept }: Columns): { readonly bits: readonly number[]; readonly others: readonly number[] } {
  const all = [...kept.keys()];
  const bits = all.filter((column) => isBits(kept[column] as Float64Array));
  if (bits.length < kept.length && bits.length < WORTHWHILE) return { bits: [], others: all };
  const set = new Set(bits);
  return { bits, others: all.filter((column) => !set.has(column)) };
}

function isBits(column: Float64Array): boolean {
  for (let c = 0; c < column.length; c++) if (column[c] !== 0 && column[c] !== 1) return false;
  return true;
}

/** Where the columns of a bootstrap stand in a row of sums: those of bits before the others. */
export function bootstrapPlaces(columns: Columns): Int32Array {
  const { bits, others } = splitColumns(columns);
  const places = new Int32Array(columns.kept.length);
  for (const [place, column] of [...bits, ...others].entries()) places[column] = place;
  return places;
}

/** Draws clusters with replacement, as many as there are, and hands over the sums of every draw. */
export function bootstrap(kernels: Kernels, columns: Columns, drawing: Drawing, use: UseDraw): void {
  eachDraw(kernels, drawing, use, () => layBootstrap(kernels, columns, drawing.seed));
}

/** Picks each cluster with even chance and hands over the sums of those picked, of the columns `chosen` by number, in their order. */
export function swaps(kernels: Kernels, columns: Columns, chosen: readonly number[], drawing: Drawing, use: UseDraw): void {
  eachDraw(kernels, drawing, use, () => laySwaps(kernels, columns, chosen, drawing.seed));
}

function eachDraw({ exports, arena }: Kernels, { draws }: Drawing, use: UseDraw, lay: () => Laid): void {
  const mark = arena.mark();
  const { width, run } = lay();
  const block = Math.max(1, Math.min(draws, Math.floor(BLOCK / (8 * width))));
  const sums = arena.alloc(block * width * 8);
  for (let from = 0; from < draws; from += block) {
    const some = Math.min(block, draws - from);
    run(from, some, sums);
    const rows = new Float64Array(exports.memory.buffer, sums, some * width);
    for (let d = 0; d < some; d++) use(rows, d * width, from + d);
  }
  arena.release(mark);
}

function layBootstrap({ exports, arena }: Kernels, columns: Columns, seed: number): Laid {
  const { count } = columns.clusters;
  const room = roomOf(count);
  const { bits, others } = splitColumns(columns);
  const of = (numbers: readonly number[]): Float64Array[] => numbers.map((column) => columns.kept[column] as Float64Array);
  const pairs = Math.ceil(others.length / 2);
  const bitsAt = arena.put(packedBits(of(bits), room));
  const pairsAt = arena.put(packedPairs(of(others), count));
  const scratch = arena.alloc(room * SCRATCH);
  return {
    width: bits.length + pairs * 2,
    run: (from, draws, sums) => exports.statsBootstrap(seed, from, draws, count, room, bitsAt, bits.length, pairsAt, pairs, scratch, sums),
  };
}

function laySwaps({ exports, arena }: Kernels, { kept, clusters: { count } }: Columns, chosen: readonly number[], seed: number): Laid {
  const room = roomOf(count);
  const width = Math.max(2, chosen.length + (chosen.length & 1));
  const packed = new Float64Array(width * room);
  for (const [c, column] of chosen.entries()) packed.set(kept[column] as Float64Array, c * room);
  const at = arena.put(packed);
  const scratch = arena.alloc(room / 8);
  return { width, run: (from, draws, sums) => exports.statsSwaps(seed, from, draws, count, room, at, width, scratch, sums) };
}

function roomOf(clusters: number): number {
  return Math.ceil(clusters / ROOM) * ROOM;
}

function packedBits(columns: readonly Float64Array[], room: number): Uint8Array {
  const bytes = new Uint8Array((columns.length * room) / 8);
  for (const [b, column] of columns.entries()) {
    for (let c = 0; c < column.length; c++) {
      const at = (b * room + c) >> 3;
      if (column[c] === 1) bytes[at] = (bytes[at] as number) | (1 << (c & 7));
    }
  }
  return bytes;
}

/** In twos side by side; of each two pairs a row is one after the other, as abi.ts tells. */
function packedPairs(columns: readonly Float64Array[], clusters: number): Float64Array {
  const pairs = Math.ceil(columns.length / 2);
  const packed = new Float64Array(pairs * (clusters + 1) * 2);
  for (const [p, column] of columns.entries()) {
    const panel = Math.floor(p / PANEL);
    const width = Math.min(PANEL, (pairs - panel * 2) * 2);
    const start = panel * (clusters + 1) * PANEL + (p % PANEL);
    for (let c = 0; c < clusters; c++) packed[start + c * width] = column[c] as number;
  }
  return packed;
}
