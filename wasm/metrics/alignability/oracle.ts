/** One sentence: its label, its score where it has one, and how often it counts. */
export interface Rated {
  readonly alignable: boolean;
  readonly score: number | undefined;
  readonly weight: number;
}

/** The share of pairs of an alignable and another sentence in which the first has the higher score; equal ones, and two without, count half. */
export function aucOracle(sentences: readonly Rated[]): number {
  const height = ({ score }: Rated): number => score ?? Number.NEGATIVE_INFINITY;
  let won = 0;
  let pairs = 0;
  for (const first of sentences.filter(({ alignable }) => alignable)) {
    for (const other of sentences.filter(({ alignable }) => !alignable)) {
      const weight = first.weight * other.weight;
      pairs += weight;
      if (height(first) > height(other)) won += weight;
      else if (height(first) === height(other)) won += weight / 2;
    }
  }
  return won / pairs;
}
