/** Whether `n` bytes at `a` and `b` are equal, 16 at a time. Both must be readable up to 15 bytes beyond their end. */
export function equalBytes(a: usize, b: usize, n: i32): bool {
  while (n >= 16) {
    if (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) != 0xffff) return false;
    a += 16;
    b += 16;
    n -= 16;
  }
  if (n == 0) return true;
  const mask = (1 << n) - 1;
  return (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) & mask) == mask;
}
