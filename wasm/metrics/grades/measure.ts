import type { AskedFamily, Columns } from "../asked.ts";
import type { Statistic } from "../contract.ts";
import { Lists } from "../lists.ts";
import { FAILURE, HIGHEST, NO_VERDICT, SUCCESS, UNGRADED } from "./abi.ts";

/** A step's grade: a whole number from 0 on, of which 10 is the best that a grader should give; absent where it got none. */
export type Grade = number | undefined;

/** What gold knows of a trajectory. */
export interface Trajectory {
  /** Reference grades, one place for each step. */
  readonly grades: readonly Grade[];
  /** Whether it reached its goal. */
  readonly success: boolean;
}

/** What is said of a trajectory. */
export interface Graded {
  /** In the order of its steps; absent where its steps are not graded. */
  readonly grades?: readonly Grade[] | undefined;
  /** Whether it is said to have reached its goal. */
  readonly success?: boolean | undefined;
}

/** One statistic per column of the kernel's row, in its order (abi.ts). */
const statistics: readonly Statistic[] = [
  { id: "verdicts", title: "Trajectories with a verdict" },
  { id: "succeeded", title: "Trajectories said to succeed" },
  { id: "graded-steps", title: "Steps of trajectories that are graded" },
  { id: "with-grade", title: "Steps with a grade" },
  { id: "successful-steps", title: "Steps of successful trajectories that are graded" },
  ...Array.from({ length: HIGHEST + 1 }, (_, k) => ({ id: `at-least-${k}`, title: `Of these, steps graded ${k} at least` })),
  { id: "compared-steps", title: "Steps with a grade here and in gold" },
  { id: "both-above-5", title: "Steps above 5 in both" },
  { id: "gold-above-5", title: "Steps above 5 in gold" },
  { id: "own-above-5", title: "Steps above 5 here" },
  { id: "same-grade", title: "Steps with the same grade" },
  { id: "distance", title: "Sum of the distances of grades" },
  { id: "gold-grades", title: "Sum of gold's grades" },
  { id: "own-grades", title: "Sum of the grades here" },
  { id: "gold-squares", title: "Sum of the squares of gold's grades" },
  { id: "own-squares", title: "Sum of the squares of the grades here" },
  { id: "grade-products", title: "Sum of the products of both grades" },
];

/** Higher grades are held at this one: their squares stay whole in an f64. */
const MOST = 2 ** 20;

function codes(grades: readonly Grade[]): number[] {
  return grades.map((grade) => (grade === undefined ? UNGRADED : Math.min(grade, MOST)));
}

class GoldTrajectories implements Columns<Trajectory> {
  readonly #grades = new Lists();
  #success: number[] = [];

  push(trajectory: Trajectory | undefined): void {
    this.#grades.push(codes(trajectory?.grades ?? []));
    this.#success.push(Number(trajectory?.success ?? false));
  }

  words() {
    return [...this.#grades.columns(), Uint8Array.from(this.#success)];
  }

  clear(): void {
    this.#grades.clear();
    this.#success = [];
  }
}

class GradedTrajectories implements Columns<Graded> {
  readonly #grades = new Lists();
  #verdicts: number[] = [];
  #given: number[] = [];

  push(graded: Graded | undefined): void {
    const { grades, success } = graded ?? {};
    this.#grades.push(codes(grades ?? []));
    this.#verdicts.push(success === undefined ? NO_VERDICT : success ? SUCCESS : FAILURE);
    this.#given.push(Number(grades !== undefined));
  }

  words() {
    return [Uint8Array.from(this.#verdicts), Uint8Array.from(this.#given), ...this.#grades.columns()];
  }

  clear(): void {
    this.#grades.clear();
    [this.#verdicts, this.#given] = [[], []];
  }
}

/** The `grades` family: grades of a trajectory's steps, what is kept by them, and how they agree with others. */
export const grades: AskedFamily<Trajectory, Graded> = {
  id: "grades",
  statistics,
  gold: () => new GoldTrajectories(),
  answers: () => new GradedTrajectories(),
  scratch: 0,
  run: ({ exports }, ...pointers) => exports.gradesMeasure(...pointers),
};
