/** Whether a computed value is another than the printed one at the precision that the source prints (`digits` of the number as recorded). */
export function differsFromPrinted(computed: number, printed: number): boolean {
  // Halves are rounded either way, and a printed decimal is no binary fraction.
  return Math.abs(computed - printed) >= 0.5 / 10 ** printedDigits(printed) + 1e-12;
}

/** Decimals of a number as a source prints it; zeros at its end are not recorded. */
export function printedDigits(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
