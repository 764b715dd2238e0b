import type { Kernels } from "../../host/kernels.ts";
import { DIGITS } from "./abi.ts";

/** The values in rising order, without NaN. */
export function sorted({ exports, arena }: Kernels, values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mark = arena.mark();
  const at = arena.put(known);
  exports.statsSort(at, known.length, arena.alloc(known.byteLength + DIGITS * 4));
  const found = arena.doubles(at, known.length);
  arena.release(mark);
  return found;
}
