// SplitMix64 read as a counter; stats/random.ts says the same in TypeScript.

const GAMMA: u64 = 0x9e3779b97f4a7c15;

function mix(word: u64): u64 {
  word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
  word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
  return word ^ (word >> 31);
}

/** Where word `counter` of a seed's stream is mixed from: `wordAt` gives it, `nextState` leads to the word after it. */
export function stateAt(seed: f64, counter: u64): u64 {
  return mix(<u64>seed) + (counter + 1) * GAMMA;
}

export function nextState(state: u64): u64 {
  return state + GAMMA;
}

export function wordAt(state: u64): u64 {
  return mix(state);
}
