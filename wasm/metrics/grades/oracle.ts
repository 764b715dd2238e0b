import type { Graded, Trajectory } from "./measure.ts";

/** The row that the kernel must write, the slow and obvious way. */
export function gradesOracle(gold: Trajectory, { grades, success }: Graded): number[] {
  const own = grades?.slice(0, gold.grades.length) ?? [];
  const told = own.filter((grade) => grade !== undefined);
  const counted = gold.success ? told : [];
  const pairs = own.flatMap((grade, s) => {
    const reference = gold.grades[s];
    return grade === undefined || reference === undefined ? [] : [{ reference, grade }];
  });
  const steps = grades === undefined ? 0 : gold.grades.length;
  const sum = (of: (pair: { reference: number; grade: number }) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  return [
    Number(success !== undefined),
    Number(success === true),
    steps,
    told.length,
    gold.success ? steps : 0,
    ...Array.from({ length: 11 }, (_, k) => counted.filter((grade) => grade >= k).length),
    pairs.length,
    pairs.filter(({ reference, grade }) => reference > 5 && grade > 5).length,
    pairs.filter(({ reference }) => reference > 5).length,
    pairs.filter(({ grade }) => grade > 5).length,
    pairs.filter(({ reference, grade }) => reference === grade).length,
    sum(({ reference, grade }) => Math.abs(reference - grade)),
    sum(({ reference }) => reference),
    sum(({ grade }) => grade),
    sum(({ reference }) => reference ** 2),
    sum(({ grade }) => grade ** 2),
    sum(({ reference, grade }) => reference * grade),
  ];
}
