import type { Condition, Expression, Layout, Procedure, Program, Statement } from "./language.ts";

/** One line executed; `value` is what a plain assignment gave its variable. */
export interface Step {
  readonly line: number;
  readonly value?: number;
}

/** A program carried out: its lines in the order in which they were executed, and what it printed. */
export interface Run {
  readonly steps: readonly Step[];
  readonly output: number;
}

/** A larger number is no longer read at a glance. */
const LARGEST = 9999;

/** Thrown where a run leaves what the language has: too many steps, a number too large, the remainder of a negative number, no such element. */
export class Unfit extends Error {}

interface State {
  readonly functions: ReadonlyMap<string, Procedure>;
  readonly lineOf: Layout["lineOf"];
  readonly most: number;
  readonly steps: { line: number; value?: number }[];
  output: number;
}

type Frame = Map<string, number | number[]>;

/** Runs a program; it ends after at most `most` steps, with an Unfit where there were more. */
export function run({ functions, main }: Program, { lineOf }: Layout, most: number): Run {
  const state: State = { functions: new Map(functions.map((one) => [one.name, one])), lineOf, most, steps: [], output: 0 };
  block(main, new Map(), state);
  return { steps: state.steps, output: state.output };
}

/** What the block returned, where it did. */
function block(statements: readonly Statement[], frame: Frame, state: State): number | undefined {
  for (const statement of statements) {
    const returned = execute(statement, frame, state);
    if (returned !== undefined) return returned;
  }
  return undefined;
}

function execute(statement: Statement, frame: Frame, state: State): number | undefined {
  const step = reach(statement, state);
  switch (statement.kind) {
    case "assign":
      step.value = valueIn(statement.value, frame);
      frame.set(statement.target, step.value);
      return undefined;
    case "list":
      frame.set(statement.target, [...statement.values]);
      return undefined;
    case "put": {
      const { list, index } = element(statement.list, statement.index, frame);
      list[index] = valueIn(statement.value, frame);
      return undefined;
    }
    case "call":
      frame.set(statement.target, call(statement, frame, state));
      return undefined;
    case "if":
      return block(holds(statement.condition, frame) ? statement.body : statement.otherwise, frame, state);
    case "while":
      return whileLoop(statement, frame, state);
    case "for":
      return forLoop(statement, frame, state);
    case "return":
      return valueIn(statement.value, frame);
    case "print":
      state.output = valueIn(statement.value, frame);
      return undefined;
  }
}

function reach(statement: Statement, { steps, lineOf, most }: State): { line: number; value?: number } {
  if (steps.length === most) throw new Unfit(`more than ${most} steps`);
  const step = { line: lineOf.get(statement) as number };
  steps.push(step);
  return step;
}

function call({ callee, values }: Statement & { kind: "call" }, frame: Frame, state: State): number {
  const { parameters, body } = state.functions.get(callee) as Procedure;
  const own: Frame = new Map(parameters.map((name, i) => [name, valueIn(values[i] as Expression, frame)]));
  const returned = block(body, own, state);
  if (returned === undefined) throw new Unfit(`${callee} returns nothing`);
  return returned;
}

function whileLoop(statement: Statement & { kind: "while" }, frame: Frame, state: State): number | undefined {
  while (holds(statement.condition, frame)) {
    const returned = block(statement.body, frame, state);
    if (returned !== undefined) return returned;
    reach(statement, state);
  }
  return undefined;
}

function forLoop(statement: Statement & { kind: "for" }, frame: Frame, state: State): number | undefined {
  for (let number = statement.from; number <= statement.to; number++) {
    frame.set(statement.variable, number);
    const returned = block(statement.body, frame, state);
    if (returned !== undefined) return returned;
    reach(statement, state);
  }
  return undefined;
}

function holds({ left, relation, right }: Condition, frame: Frame): boolean {
  const [one, other] = [valueIn(left, frame), valueIn(right, frame)];
  if (relation === "==") return one === other;
  return relation === "<" ? one < other : one > other;
}

function valueIn(expression: Expression, frame: Frame): number {
  if (typeof expression === "number") return expression;
  if (typeof expression === "string") {
    const value = frame.get(expression);
    if (typeof value !== "number") throw new Unfit(`${expression} is no number`);
    return value;
  }
  if ("list" in expression) {
    const { list, index } = element(expression.list, expression.index, frame);
    return list[index] as number;
  }
  return operated(expression.operator, valueIn(expression.left, frame), valueIn(expression.right, frame));
}

function operated(operator: "+" | "-" | "*" | "%", left: number, right: number): number {
  // Languages disagree about the remainder of a negative number.
  if (operator === "%" && (left < 0 || right < 1)) throw new Unfit(`${left} % ${right}`);
  const result = { "+": left + right, "-": left - right, "*": left * right, "%": left % right }[operator];
  if (Math.abs(result) > LARGEST) throw new Unfit(`${result} is too large`);
  return result;
}

function element(name: string, at: Expression, frame: Frame): { list: number[]; index: number } {
  const list = frame.get(name);
  const index = valueIn(at, frame);
  if (Array.isArray(list) && index >= 0 && index < list.length) return { list, index };
  throw new Unfit(`${name} has no element ${index}`);
}
