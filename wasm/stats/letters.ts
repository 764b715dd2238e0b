/**
 * Compact letter display: systems share a letter where nothing tells them apart. Letters follow the ranks. Insert and absorb, after
 * Piepho 2004, "An algorithm for a letter-based representation of all-pairwise comparisons".
 */
export function compactLetters(ranks: readonly number[], differ: (a: number, b: number) => boolean): string[] {
  let columns: Set<number>[] = ranks.length === 0 ? [] : [new Set(ranks.keys())];
  for (let a = 0; a < ranks.length; a++) {
    for (let b = a + 1; b < ranks.length; b++) {
      if (!differ(a, b)) continue;
      const split = columns.flatMap((column) => {
        if (!(column.has(a) && column.has(b))) return [column];
        return [a, b].map((out) => new Set([...column].filter((one) => one !== out)));
      });
      columns = split.filter((one, i) => !split.some((other, j) => i !== j && within(one, other) && (one.size < other.size || j < i)));
    }
  }
  const best = (column: Set<number>): number[] => [...column].map((one) => ranks[one] as number).sort((x, y) => x - y);
  const ordered = columns.toSorted((x, y) => {
    const [one, other] = [best(x), best(y)];
    const at = one.findIndex((rank, i) => rank !== other[i]);
    return at < 0 ? 0 : (one[at] as number) - (other[at] ?? Number.POSITIVE_INFINITY);
  });
  return ranks.map((_, s) => ordered.flatMap((column, i) => (column.has(s) ? [letter(i)] : [])).join(""));
}

function within(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size <= other.size && [...one].every((system) => other.has(system));
}

/** a, b, ..., z, aa, ab, ... */
function letter(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
