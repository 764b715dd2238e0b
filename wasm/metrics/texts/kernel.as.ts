import { equalBytes } from "../../lib/bytes.as";
import { ANSWERED, ASKED, MATCH, ROW, STRICT } from "./abi";

/** Space, tab, line feed, vertical tab, form feed, carriage return. */
function isSpace(byte: u8): bool {
  return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** The first byte from `at` on that is no whitespace, or `end`. */
function behindSpace(at: usize, end: usize): usize {
  while (at < end && isSpace(load<u8>(at))) at++;
  return at;
}

/** Whether two texts are equal but for how much whitespace stands where some does, and at the ends. */
function equalWords(a: usize, aEnd: usize, b: usize, bEnd: usize): bool {
  a = behindSpace(a, aEnd);
  b = behindSpace(b, bEnd);
  while (a < aEnd && b < bEnd) {
    const byte = load<u8>(a);
    if (isSpace(byte) && isSpace(load<u8>(b))) {
      a = behindSpace(a, aEnd);
      b = behindSpace(b, bEnd);
    } else {
      if (byte != load<u8>(b)) break;
      a++;
      b++;
    }
  }
  return behindSpace(a, aEnd) == aEnd && behindSpace(b, bEnd) == bEnd;
}

/** Measures `count` texts against their gold items (layout in abi.ts) and writes one row each to `rows`. */
export function textsMeasure(
  count: i32,
  goldStarts: usize,
  goldBytes: usize,
  items: usize,
  answered: usize,
  starts: usize,
  bytes: usize,
  _scratch: usize,
  rows: usize,
): void {
  for (let p = 0; p < count; p++) {
    const row = rows + ((<usize>p * ROW) << 3);
    memory.fill(row, 0, ROW << 3);
    const item = goldStarts + ((<usize>load<i32>(items + ((<usize>p) << 2))) << 2);
    const gold = goldBytes + <usize>load<i32>(item);
    const goldEnd = goldBytes + <usize>load<i32>(item, 4);
    if (gold == goldEnd) continue;
    const told = starts + ((<usize>p) << 2);
    const text = bytes + <usize>load<i32>(told);
    const textEnd = bytes + <usize>load<i32>(told, 4);
    const length = <i32>(goldEnd - gold);
    store<f64>(row + (ASKED << 3), 1);
    store<f64>(row + (ANSWERED << 3), load<i32>(answered + ((<usize>p) << 2)));
    store<f64>(row + (MATCH << 3), equalWords(gold, goldEnd, text, textEnd) ? 1 : 0);
    store<f64>(row + (STRICT << 3), length == <i32>(textEnd - text) && equalBytes(gold, text, length) ? 1 : 0);
  }
}
