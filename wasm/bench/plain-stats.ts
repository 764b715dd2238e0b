/** What a user would write: a small generator of 32 bits (sfc32) and loops over typed arrays. Numbers from 0 to 2^32 - 1. */
function generator(seed: number): () => number {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x243f6a88, 1];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
}

/** The 2.5 % point of the bootstrapped mean of a column. */
export function plainBootstrap(column: Float64Array, draws: number): number {
  const next = generator(1);
  const n = column.length;
  const scale = n / 2 ** 32;
  const means = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += column[Math.floor(next() * scale)]!;
    means[d] = sum / n;
  }
  return means.sort()[Math.floor(draws / 40)]!;
}

/** Two-sided p of a paired difference by turning its signs at random. */
export function plainPermutation(one: Float64Array, other: Float64Array, draws: number): number {
  const next = generator(2);
  const differences = one.map((value, i) => value - other[i]!);
  const seen = Math.abs(differences.reduce((sum, value) => sum + value, 0)) - 1e-12;
  let reached = 1;
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    let bits = 0;
    for (let i = 0; i < differences.length; i++) {
      if ((i & 31) === 0) bits = next();
      sum += (bits >>> (i & 31)) & 1 ? -differences[i]! : differences[i]!;
    }
    if (Math.abs(sum) >= seen) reached++;
  }
  return reached / (draws + 1);
}

/** Share of draws in which the last system is first, by the ratio of two columns (of one to the number of items without the lower). */
export function plainPlaces(upper: readonly Float64Array[], lower: Float64Array | undefined, draws: number): number {
  const next = generator(1);
  const n = upper[0]!.length;
  const scale = n / 2 ** 32;
  const counts = new Float64Array(n);
  const values = new Float64Array(upper.length);
  const places = new Uint32Array(upper.length ** 2);
  const sumOf = (column: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += counts[i]! * column[i]!;
    return sum;
  };
  for (let d = 0; d < draws; d++) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[Math.floor(next() * scale)]!++;
    const under = lower === undefined ? n : sumOf(lower);
    for (let s = 0; s < values.length; s++) values[s] = sumOf(upper[s]!) / under;
    for (let s = 0; s < values.length; s++) {
      let place = 0;
      for (let o = 0; o < values.length; o++) if (values[o]! > values[s]!) place++;
      places[s * values.length + place]!++;
    }
  }
  return places[(values.length - 1) * values.length]! / draws;
}
