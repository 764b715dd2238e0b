/** A join of two groups of rows, at the mean distance between their members. Places are in the final order. */
export interface Join {
  /** Middles of the two groups, in rows from the top. */
  readonly from: number;
  readonly to: number;
  readonly distance: number;
  /** Distances at which the two groups were joined themselves; 0 for single rows. */
  readonly inner: readonly [number, number];
}

export interface Clustering {
  /** Rows in an order that keeps groups together; of two groups the one with the earlier row comes first. */
  readonly order: readonly number[];
  readonly joins: readonly Join[];
}

interface Group {
  readonly rows: readonly number[];
  readonly distance: number;
  readonly parts?: readonly [Group, Group];
}

/**
 * Average-linkage clustering (UPGMA; Sokal and Michener 1958) of `count` rows by a symmetric distance. Equal distances are joined in row
 * order, so the result is the same everywhere.
 */
export function clustered(count: number, distance: (a: number, b: number) => number): Clustering {
  let groups: Group[] = Array.from({ length: count }, (_, row) => ({ rows: [row], distance: 0 }));
  while (groups.length > 1) {
    let best: { a: Group; b: Group; off: number } | undefined;
    for (const [i, a] of groups.entries()) {
      for (const b of groups.slice(i + 1)) {
        const off = between(a, b, distance);
        if (best === undefined || off < best.off) best = { a, b, off };
      }
    }
    const { a, b, off } = best as NonNullable<typeof best>;
    const [first, second] = Math.min(...a.rows) < Math.min(...b.rows) ? [a, b] : [b, a];
    const joined: Group = { rows: [...first.rows, ...second.rows], distance: off, parts: [first, second] };
    groups = [joined, ...groups.filter((one) => one !== a && one !== b)];
  }
  const order = groups[0]?.rows ?? [];
  const joins: Join[] = [];
  if (groups[0] !== undefined) placed(groups[0], order, joins);
  return { order, joins };
}

function between(a: Group, b: Group, distance: (a: number, b: number) => number): number {
  let sum = 0;
  for (const one of a.rows) for (const other of b.rows) sum += distance(one, other);
  return sum / (a.rows.length * b.rows.length);
}

/** Middle of a group in the final order; its joins are written down on the way. */
function placed({ rows, distance, parts }: Group, order: readonly number[], joins: Join[]): number {
  if (parts === undefined) return order.indexOf(rows[0] as number);
  const [from, to] = parts.map((part) => placed(part, order, joins)) as [number, number];
  joins.push({ from, to, distance, inner: [parts[0].distance, parts[1].distance] });
  return (from + to) / 2;
}
