import type { GoldStep, PredictedLabel } from "./measure.ts";

/** The row that the kernel must write, the slow and obvious way. */
export function labelsOracle(gold: readonly GoldStep[], predicted: readonly PredictedLabel[], counted = true): number[] {
  const labelOf = (index: number): number | undefined => predicted.find(({ step }) => step === index)?.label;
  const firstError = (errors: readonly (number | undefined)[]): number =>
    errors.reduce<number>((first, at) => (at === undefined ? first : Math.min(first, at)), Number.POSITIVE_INFINITY);
  const none = (first: number): number => (first === Number.POSITIVE_INFINITY ? -1 : first);

  const matches = gold.filter(({ index, label }) => labelOf(index) === label).length;
  const goldFirst = none(firstError(gold.filter(({ label }) => label === -1).map(({ index }) => index)));
  const predictedFirst = none(firstError(predicted.filter(({ label }) => label === -1).map(({ order }) => order)));
  const answered = predicted.length > 0;
  const classes = [-1, 0, 1];
  const stray = predicted.filter(({ step }) => !gold.some(({ index }) => index === step));
  return [
    gold.length,
    gold.filter(({ index }) => labelOf(index) !== undefined).length,
    matches,
    matches === gold.length && predicted.length === gold.length,
    goldFirst === predictedFirst,
    answered,
    answered && goldFirst === predictedFirst,
    goldFirst === -1,
    goldFirst !== -1,
    answered && predictedFirst === -1,
    ...classes.map((own) => gold.filter(({ label }) => label === own).length),
    ...classes.flatMap((own) => {
      const told = gold.filter(({ label }) => label === own).map(({ index }) => labelOf(index));
      const each = classes.map((label) => told.filter((one) => one === label).length);
      return [...each, told.filter((one) => one !== undefined && !classes.includes(one)).length];
    }),
    goldFirst !== -1 && goldFirst === predictedFirst,
    goldFirst === -1 && answered && predictedFirst === -1,
    goldFirst !== -1 && labelOf(goldFirst) !== undefined,
    goldFirst !== -1 && labelOf(goldFirst) === -1,
    stray.filter(({ label }) => label === 1).length,
    stray.filter(({ label }) => label !== 1).length,
    counted,
    !counted,
  ].map(Number);
}
