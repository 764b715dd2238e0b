/** A whole number, a variable, an element of a list, or an operation on two. */
export type Expression =
  | number
  | string
  | { readonly list: string; readonly index: Expression }
  | { readonly operator: "+" | "-" | "*" | "%"; readonly left: Expression; readonly right: Expression };

export interface Condition {
  readonly left: Expression;
  readonly relation: "<" | ">" | "==";
  readonly right: Expression;
}

export type Statement =
  | { readonly kind: "assign"; readonly target: string; readonly value: Expression }
  | { readonly kind: "list"; readonly target: string; readonly values: readonly number[] }
  | { readonly kind: "put"; readonly list: string; readonly index: Expression; readonly value: Expression }
  | { readonly kind: "call"; readonly target: string; readonly callee: string; readonly values: readonly Expression[] }
  | { readonly kind: "if"; readonly condition: Condition; readonly body: readonly Statement[]; readonly otherwise: readonly Statement[] }
  | { readonly kind: "while"; readonly condition: Condition; readonly body: readonly Statement[] }
  | { readonly kind: "for"; readonly variable: string; readonly from: number; readonly to: number; readonly body: readonly Statement[] }
  | { readonly kind: "return"; readonly value: Expression }
  | { readonly kind: "print"; readonly value: Expression };

export interface Procedure {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
}

/** Functions, each of which calls earlier ones only, and what is run. */
export interface Program {
  readonly functions: readonly Procedure[];
  readonly main: readonly Statement[];
}

/** A program as text, and where its statements stand. */
export interface Layout {
  /** The lines in order, without numbers. */
  readonly lines: readonly string[];
  /** Line of each statement, from 1 on. */
  readonly lineOf: ReadonlyMap<Statement, number>;
}

/** What the language is, as a prompt tells it. */
export const RULES = [
  "The program below is written in a small language. Lines are numbered; indented lines belong to the line above them that ends in a colon. All numbers are whole; % gives the remainder of a division.",
  "A run begins with the first line that is outside of every function. A line is executed once each time that the run reaches it: an if when its condition is looked at, a while each time its condition is looked at, the last time included, a for each time it takes its next number or finds that none is left.",
  "`for i from 1 to 3:` takes 1, 2 and 3. Lists are numbered from 0. A line like x = f(a, 2) is executed once, before the lines of f are; f has variables of its own, and when it returns, x has the value and the run goes on behind that line. Lines with def or else are never executed.",
].join("\n");

/** Writes a program down. */
export function layoutOf({ functions, main }: Program): Layout {
  const lines: string[] = [];
  const lineOf = new Map<Statement, number>();
  const write = (text: string, depth: number): void => void lines.push("  ".repeat(depth) + text);
  const block = (statements: readonly Statement[], depth: number): void => {
    for (const statement of statements) {
      write(headOf(statement), depth);
      lineOf.set(statement, lines.length);
      if (statement.kind === "while" || statement.kind === "for" || statement.kind === "if") block(statement.body, depth + 1);
      if (statement.kind !== "if" || statement.otherwise.length === 0) continue;
      write("else:", depth);
      block(statement.otherwise, depth + 1);
    }
  };
  for (const { name, parameters, body } of functions) {
    write(`def ${name}(${parameters.join(", ")}):`, 0);
    block(body, 1);
  }
  block(main, 0);
  return { lines, lineOf };
}

function headOf(statement: Statement): string {
  switch (statement.kind) {
    case "assign":
      return `${statement.target} = ${written(statement.value)}`;
    case "list":
      return `${statement.target} = [${statement.values.join(", ")}]`;
    case "put":
      return `${statement.list}[${written(statement.index)}] = ${written(statement.value)}`;
    case "call":
      return `${statement.target} = ${statement.callee}(${statement.values.map(written).join(", ")})`;
    case "if":
    case "while": {
      const { left, relation, right } = statement.condition;
      return `${statement.kind} ${written(left)} ${relation} ${written(right)}:`;
    }
    case "for":
      return `for ${statement.variable} from ${statement.from} to ${statement.to}:`;
    default:
      return `${statement.kind} ${written(statement.value)}`;
  }
}

function written(expression: Expression): string {
  if (typeof expression !== "object") return String(expression);
  if ("list" in expression) return `${expression.list}[${written(expression.index)}]`;
  const part = (side: Expression): string => (typeof side === "object" && "operator" in side ? `(${written(side)})` : written(side));
  return `${part(expression.left)} ${expression.operator} ${part(expression.right)}`;
}
