import type { Ranking } from "./measure.ts";

/** The candidates in their order, best first: by score where there are scores, of equal ones the lower number first. */
function ordered(answer: Ranking): readonly number[] {
  if ("candidates" in answer) return answer.candidates;
  const { scores } = answer;
  return Array.from(scores, (_, candidate) => candidate).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** The row that the kernel must write, the slow and obvious way. */
export function rankingOracle(relevant: readonly number[], answer: Ranking | undefined): number[] {
  if (relevant.length === 0) return new Array<number>(18).fill(0);
  const list = answer === undefined ? [] : ordered(answer);
  // A candidate that is named twice stands where it is named first; its second place is lost.
  const hit = list.map((candidate, place) => relevant.includes(candidate) && list.indexOf(candidate) === place);
  const at = <T>(measure: (hits: readonly boolean[], k: number) => T): T[] => [1, 3, 5].map((k) => measure(hit.slice(0, k), k));
  const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  const dcg = (hits: readonly boolean[]): number => hits.reduce((sum, one, place) => (one ? sum + 1 / Math.log2(place + 2) : sum), 0);
  const first = hit.indexOf(true);
  return [
    1,
    Number(answer !== undefined),
    first === -1 ? 0 : 1 / (first + 1),
    ...at((hits) => Number(count(hits) > 0)),
    ...at((hits) => count(hits) / relevant.length),
    ...at((hits, k) => count(hits) / k),
    ...at((hits, k) => {
      const [precision, recall] = [count(hits) / k, count(hits) / relevant.length];
      return count(hits) === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    }),
    ...at((hits, k) => dcg(hits) / dcg(relevant.slice(0, k).map(() => true))),
  ];
}
