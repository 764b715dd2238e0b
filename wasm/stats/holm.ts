/** Holm's step-down correction over one family of tests, in the order given. Source: Holm 1979. */
export function holm(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((a, b) => (ps[a] as number) - (ps[b] as number));
  const adjusted = new Array<number>(ps.length);
  let most = 0;
  for (const [i, at] of order.entries()) {
    most = Math.max(most, Math.min(1, (ps[at] as number) * (ps.length - i)));
    adjusted[at] = most;
  }
  return adjusted;
}
