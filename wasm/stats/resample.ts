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

/** Where the columns of a bootstrap stand in a row of sums: those of 0 and 1, summed bit by bit, before the others. */
export function bootstrapPlaces({ kept }: Columns): Int32Array {
  const bits = kept.map(isBits);
  const first = bits.filter(Boolean).length;
  let bit = 0;
  return Int32Array.from(kept, (_, column) => (bits[column] ? bit++ : first + column - bit));
}

/** Draws clusters with replacement, as many as there are, and hands over the sums of every draw. */
export function bootstrap(kernels: Kernels, columns: Columns, drawing: Drawing, use: UseDraw): void {
  eachDraw(kernels, drawing, use, () => layBootstrap(kernels, columns, drawing.seed));
}

/** Picks each cluster with even chance and hands over the sums of those picked; column c stands at c. */
export function swaps(kernels: Kernels, columns: Columns, drawing: Drawing, use: UseDraw): void {
  eachDraw(kernels, drawing, use, () => laySwaps(kernels, columns, drawing.seed));
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

function layBootstrap({ exports, arena }: Kernels, { kept, clusters: { count } }: Columns, seed: number): Laid {
  const room = roomOf(count);
  const bits = kept.filter(isBits);
  const others = kept.filter((column) => !isBits(column));
  const panels = Math.ceil(others.length / PANEL);
  const bitsAt = arena.put(packedBits(bits, room));
  const panelsAt = arena.put(packedPanels(others, count));
  const scratch = arena.alloc(room * SCRATCH);
  return {
    width: bits.length + panels * PANEL,
    run: (from, draws, sums) =>
      exports.statsBootstrap(seed, from, draws, count, room, bitsAt, bits.length, panelsAt, panels, scratch, sums),
  };
}

function laySwaps({ exports, arena }: Kernels, { kept, clusters: { count } }: Columns, seed: number): Laid {
  const room = roomOf(count);
  const width = kept.length + (kept.length & 1);
  const packed = new Float64Array(width * room);
  for (const [c, column] of kept.entries()) packed.set(column, c * room);
  const at = arena.put(packed);
  const scratch = arena.alloc(room / 8);
  return { width, run: (from, draws, sums) => exports.statsSwaps(seed, from, draws, count, room, at, width, scratch, sums) };
}

function roomOf(clusters: number): number {
  return Math.ceil(clusters / ROOM) * ROOM;
}

function isBits(column: Float64Array): boolean {
  return column.every((value) => value === 0 || value === 1);
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

function packedPanels(columns: readonly Float64Array[], clusters: number): Float64Array {
  const panels = new Float64Array(Math.ceil(columns.length / PANEL) * (clusters + 1) * PANEL);
  for (const [p, column] of columns.entries()) {
    const start = Math.floor(p / PANEL) * (clusters + 1) * PANEL + (p % PANEL);
    for (let c = 0; c < clusters; c++) panels[start + c * PANEL] = column[c] as number;
  }
  return panels;
}
