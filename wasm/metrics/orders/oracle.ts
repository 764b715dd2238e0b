import type { PartialOrder } from "./measure.ts";

/** Whether a way leads from `a` to `b`. */
function leads(a: number, b: number, before: PartialOrder["before"]): boolean {
  const reached = new Set([a]);
  for (const from of reached) for (const [own, to] of before) if (own === from) reached.add(to);
  return a !== b && reached.has(b);
}

/** The most steps of which no two contradict gold, by trying every set of them. */
function mostInPlace(order: readonly number[], inOrder: (a: number, b: number) => boolean): number {
  let most = 0;
  for (let set = 0; set < 2 ** order.length; set++) {
    const kept = order.filter((_, i) => (set >> i) & 1);
    if (kept.every((own, i) => kept.slice(0, i).every((earlier) => !inOrder(own, earlier)))) most = Math.max(most, kept.length);
  }
  return most;
}

/** The row that the kernel must write, the slow and obvious way; for up to a dozen steps. */
export function ordersOracle(gold: PartialOrder | undefined, answer: readonly number[] | undefined): number[] {
  const all = [...Array(gold?.steps ?? 0).keys()];
  const inOrder = (a: number, b: number): boolean => leads(a, b, gold?.before ?? []);
  const pairs = all.flatMap((a) => all.filter((b) => inOrder(a, b)).map((b) => [a, b] as const));
  if (pairs.length === 0) return [0, 0, 0, 0, 0, 0];
  const order = answer ?? [];
  const told = order.flatMap((a, i) => order.slice(i + 1).map((b) => [a, b] as const));
  // Signs of a pair, as Kendall's coefficient takes them: 1 and -1 where its order is told one way or the other, 0 where it is not.
  const signs = all.flatMap((a) =>
    all.slice(a + 1).map((b) => {
      const sign = (list: readonly (readonly [number, number])[]): number =>
        Number(list.some(([x, y]) => x === a && y === b)) - Number(list.some(([x, y]) => x === b && y === a));
      return [sign(pairs), sign(told)] as const;
    }),
  );
  const sum = (of: (gold: number, own: number) => number): number => signs.reduce((total, [x, y]) => total + of(x, y), 0);
  const root = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  const right = pairs.filter(([a, b]) => told.some(([x, y]) => x === a && y === b)).length;
  return [
    1,
    Number(answer !== undefined),
    Number(right === pairs.length && order.length === all.length),
    right / pairs.length,
    root === 0 ? 0 : sum((x, y) => x * y) / root,
    all.length - mostInPlace(order, inOrder),
  ];
}
