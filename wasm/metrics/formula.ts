/**
 * A metric's formula as text that a page shows and computes: `[id]` is the sum of a statistic over the items asked about, `n` is how many
 * these are, other letters are defined in `where`, in order. Operators: + - * / and parentheses; functions:
 * exp, sqrt and min.
 */
export interface Formula {
  readonly is: string;
  readonly where?: Readonly<Record<string, string>>;
}

/** What a formula is computed from: sums by statistic, and how many items they are of. */
export interface Sums {
  readonly of: Readonly<Record<string, number>>;
  readonly n: number;
}

/** An expression with its names replaced by numbers, for reading, and its value. */
export interface Step {
  readonly name?: string;
  readonly filled: string;
  readonly value: number;
}

const NAME = /\[([^\]]+)\]|\b([a-z])\b/g;

/** A part of a formula for reading: sums by the ids of their statistics. */
export function symbolic(expression: string): string {
  return typeset(expression.replace(NAME, (_, id: string | undefined, letter: string) => (id === undefined ? letter : `Σ ${id}`)));
}

/** The statistics that a formula sums, each once. */
export function statisticsOf({ is, where = {} }: Formula): string[] {
  const ids = [...Object.values(where), is].flatMap((expression) => [...expression.matchAll(NAME)].flatMap(([, id]) => id ?? []));
  return [...new Set(ids)];
}

/** A formula worked out: what `where` defines, then the formula itself. */
export function workedOut({ is, where = {} }: Formula, { of, n }: Sums): Step[] {
  const known: Record<string, number> = { n };
  const step = (expression: string): Step => {
    const numbers = (show: (value: number) => string): string =>
      expression.replace(NAME, (_, id: string | undefined, letter: string) =>
        show((id === undefined ? known[letter] : of[id]) ?? Number.NaN),
      );
    return { filled: typeset(numbers(shortNumber)), value: evaluate(numbers(String)) };
  };
  const defined = Object.entries(where).map(([name, expression]) => {
    const told = step(expression);
    known[name] = told.value;
    return { name, ...told };
  });
  return [...defined, step(is)];
}

/** A number as a reader takes it in: whole, or to four decimals. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 1e-4 ? value.toExponential(1) : value.toFixed(4);
}

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = { exp: Math.exp, sqrt: Math.sqrt, min: Math.min };

/** Value of an expression of numbers, by the usual precedence; NaN where it is none. */
function evaluate(expression: string): number {
  const tokens = expression.match(/[\d.]+(?:e[-+]?\d+)?|[-+*/(),]|[a-z]+/g) ?? [];
  let at = 0;
  const chain = (operators: readonly string[], next: () => number): number => {
    let value = next();
    while (operators.includes(tokens[at] ?? "")) {
      const operator = tokens[at++];
      const other = next();
      value = operator === "+" ? value + other : operator === "-" ? value - other : operator === "*" ? value * other : value / other;
    }
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++] ?? "nothing";
    const apply = token === "(" ? Number : FUNCTIONS[token];
    if (apply === undefined) return Number(token);
    if (token !== "(") at++;
    const values = [sum()];
    while (tokens[at] === ",") {
      at++;
      values.push(sum());
    }
    at++;
    return apply(...values);
  };
  const product = (): number => chain(["*", "/"], atom);
  const sum = (): number => chain(["+", "-"], product);
  const value = sum();
  return at === tokens.length ? value : Number.NaN;
}

function typeset(expression: string): string {
  return expression.replaceAll(" * ", " × ").replaceAll(" - ", " − ").replaceAll("sqrt", "√");
}
