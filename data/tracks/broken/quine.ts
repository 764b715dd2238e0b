/** A stored block of deflate: what follows it, `size` bytes, is text. */
function literal(size: number): number[] {
  return [0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255];
}

/** A block of deflate with fixed codes, five bytes long: the last `size` bytes again, from 17 to 20, in two matches. */
function repeat(size: number): number[] {
  const code = (value: number, width: number): number[] => Array.from({ length: width }, (_, i) => (value >> (width - 1 - i)) & 1);
  const match = (length: number): number[] => [...code(length - 2, 7), ...code(8, 5), ...code(size - 17, 3).reverse()];
  const bits = [0, 1, 0, ...match(10), ...match(size - 10), ...code(0, 7)];
  return Array.from({ length: 5 }, (_, byte) => bits.slice(8 * byte, 8 * byte + 8).reduce((sum, bit, i) => sum | (bit << i), 0));
}

const HEADER = [0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3, 0x71, 0];
/** An empty last block, the checksum that the whole has for just this value, and the size of the whole. */
const END = [1, 0, 0, 0xff, 0xff, 0xf8, 0x40, 0xee, 0x4f, 200, 0, 0, 0];

/**
 * A gzip file that unpacks to itself. The program of literals and repeats is Russ Cox's ("Zip Files All The Way Down", 2010); the
 * checksum is the solution of a linear system, as CRC-32 is affine in the bits of its input.
 */
export const quine: Uint8Array<ArrayBuffer> = program();

function program(): Uint8Array<ArrayBuffer> {
  const [head, tail] = [HEADER.length + 5, END.length + 5];
  const [L, R] = [literal, repeat];
  const parts = [
    [HEADER, L(head), HEADER, L(head), R(head)],
    [L(5), R(head), L(5), L(5), L(20), R(head), L(5), L(5), L(20), R(20)],
    [L(20), R(20), L(20), R(20), L(20), R(20), L(20), R(20)],
    [L(0), L(0), L(tail), R(20), L(0), L(0), L(tail), R(tail), END, R(tail), END],
  ];
  return Uint8Array.from(parts.flat(2));
}
