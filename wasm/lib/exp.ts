// From + - * / alone: these are rounded alike on every host, where the last bits of Math.exp may differ.

/** ln 2 in two parts; the first has zero bits at its end, so that a whole multiple of it is exact. */
const LN2_HIGH = 0.6931467056274414;
const LN2_LOW = 4.7493250390316726e-7;

/** e^x for x <= 0; 0 below -745. */
export function exp(x: number): number {
  if (x < -745) return 0;
  const twos = Math.round(x / (LN2_HIGH + LN2_LOW));
  const rest = x - twos * LN2_HIGH - twos * LN2_LOW;
  let power = 1;
  for (let n = 14; n > 0; n--) power = 1 + (rest / n) * power;
  for (let k = twos; k < 0; k++) power /= 2;
  return power;
}
