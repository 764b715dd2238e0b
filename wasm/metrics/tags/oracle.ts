/** The row that the kernel must write, the slow and obvious way: sets of tags, place by place. */
export function tagsOracle(
  gold: readonly (readonly number[])[] | undefined,
  answer: readonly (readonly number[])[] | undefined,
  tags: number,
): number[] {
  if (gold === undefined || gold.length === 0) return new Array<number>(4 + 3 * tags).fill(0);
  const said = answer ?? [];
  const places = Array.from({ length: Math.max(gold.length, said.length) }, (_, i) => ({ own: gold[i] ?? [], told: said[i] ?? [] }));
  const same = ({ own, told }: (typeof places)[number]): boolean =>
    [...Array(tags).keys()].every((tag) => own.includes(tag) === told.includes(tag));
  const counted = [...Array(tags).keys()].flatMap((tag) => [
    places.filter(({ own }) => own.includes(tag)).length,
    places.filter(({ told }) => told.includes(tag)).length,
    places.filter(({ own, told }) => own.includes(tag) && told.includes(tag)).length,
  ]);
  return [1, Number(answer !== undefined), gold.length, Number(answer !== undefined && places.every(same)), ...counted];
}
