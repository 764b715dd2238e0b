/**
 * A metric's formula as text that a page shows and a test computes: `[id]` is the sum of a statistic over the items asked about, `n` is
 * how many these are, other letters are defined in `where`, in order. Operators: + - * / and parentheses.
 */
export interface Formula {
  readonly is: string;
  readonly where?: Readonly<Record<string, string>>;
}

const SUM = /\[([^\]]+)\]/g;

/** A part of a formula for reading: sums by the ids of their statistics. */
export function symbolic(expression: string): string {
  return typeset(expression.replace(SUM, "Σ $1"));
}

/** The same with the numbers of an example in place of sums and of `n`. */
export function filled(expression: string, sums: Readonly<Record<string, number>>, n: number): string {
  return typeset(expression.replace(/\bn\b(?![^[]*\])/g, String(n)).replace(SUM, (_, id: string) => shown(sums[id] ?? 0)));
}

/** A sum as a reader takes it in: whole, or to four decimals. */
function shown(sum: number): string {
  return Number.isInteger(sum) ? String(sum) : sum.toFixed(4);
}

function typeset(expression: string): string {
  return expression.replaceAll(" * ", " × ").replaceAll(" - ", " − ");
}
