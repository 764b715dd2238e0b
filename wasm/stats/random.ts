/** 64 bits as two halves, each 0 to 2^32 - 1. */
export interface Word {
  readonly high: number;
  readonly low: number;
}

const GAMMA: Word = { high: 0x9e3779b9, low: 0x7f4a7c15 };
const FIRST: Word = { high: 0xbf58476d, low: 0x1ce4e5b9 };
const SECOND: Word = { high: 0x94d049bb, low: 0x133111eb };

/**
 * Word `counter` of the stream of a seed: SplitMix64 (Steele, Lea and Flood 2014), whose n-th output depends on nothing but n. The
 * stream starts at the mixed seed, so that neighbouring seeds have nothing in common.
 */
export function randomWord(seed: number, counter: number): Word {
  const start = mix({ high: Math.floor(seed / 2 ** 32) >>> 0, low: seed >>> 0 });
  return mix(add(start, times({ high: Math.floor((counter + 1) / 2 ** 32), low: (counter + 1) >>> 0 }, GAMMA)));
}

function mix(word: Word): Word {
  const once = times(shifted(word, 30), FIRST);
  return shifted(times(shifted(once, 27), SECOND), 31);
}

/** x ^ (x >>> by), 0 < by < 32. */
function shifted({ high, low }: Word, by: number): Word {
  return { high: (high ^ (high >>> by)) >>> 0, low: (low ^ ((low >>> by) | (high << (32 - by)))) >>> 0 };
}

function add(a: Word, b: Word): Word {
  const low = a.low + b.low;
  return { high: (a.high + b.high + (low >= 2 ** 32 ? 1 : 0)) >>> 0, low: low >>> 0 };
}

function times(a: Word, b: Word): Word {
  const [a0, a1, b0, b1] = [a.low & 0xffff, a.low >>> 16, b.low & 0xffff, b.low >>> 16];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const upper = a0 * b1 + (middle & 0xffff);
  const carried = a1 * b1 + Math.floor(middle / 65536) + Math.floor(upper / 65536);
  return { high: (carried + Math.imul(a.low, b.high) + Math.imul(a.high, b.low)) >>> 0, low: Math.imul(a.low, b.low) >>> 0 };
}
