/**
 * Compact letter display: two systems share a letter where, and only where, nothing tells them apart. Letters follow the ranks: the
 * best system has an a. After z come a2, b2, ..., so that a text of them reads in one way. Every letter stands for a set that no
 * other system could join; sets are grown around pairs that share none yet, best first. Steps grow with the cube of the systems, where
 * listing all such sets (Piepho 2004) may take exponentially many. Source: Gramm et al. 2007, "Algorithms for compact letter displays".
 */
export function compactLetters(ranks: readonly number[], differ: (a: number, b: number) => boolean): string[] {
  const order = [...ranks.keys()].sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
  const sharing = ranks.map(() => new Set<number>());
  const sets: number[][] = [];
  for (const [place, a] of order.entries()) {
    for (const b of order.slice(place)) {
      if (sharing[a]?.has(b) || (a !== b && differ(a, b))) continue;
      const set = grown(new Set([a, b]), order, differ);
      for (const one of set) for (const other of set) sharing[one]?.add(other);
      sets.push(set);
    }
  }
  const placeOf = new Map(order.map((system, place) => [system, place]));
  const placed = sets.map((set) => set.map((system) => placeOf.get(system) as number)).sort(byPlaces);
  return ranks.map((_, s) => placed.flatMap((set, i) => (set.includes(placeOf.get(s) as number) ? [letter(i)] : [])).join(""));
}

/** The set with every system that fits, in order. */
function grown(set: Set<number>, order: readonly number[], differ: (a: number, b: number) => boolean): number[] {
  for (const one of order) if (![...set].some((member) => member !== one && differ(member, one))) set.add(one);
  return order.filter((one) => set.has(one));
}

function byPlaces(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((place, i) => place !== y[i]);
  return (x[at] as number) - (y[at] ?? Number.POSITIVE_INFINITY);
}

/** a, b, ..., z, a2, b2, ... */
function letter(index: number): string {
  const round = Math.floor(index / 26);
  return String.fromCharCode(97 + (index % 26)) + (round === 0 ? "" : round + 1);
}

/** Whether two systems share a letter of the display: nothing tells them apart there. */
export function shareLetter(one: string, other: string): boolean {
  const letters = lettersIn(other);
  return lettersIn(one).some((letter) => letters.includes(letter));
}

/** "ca2" are the letters c and a2. */
function lettersIn(text: string): readonly string[] {
  return text.match(/[a-z]\d*/g) ?? [];
}
