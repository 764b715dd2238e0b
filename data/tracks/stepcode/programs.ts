import type { Random } from "../procladder/random.ts";
import { type Run, run, Unfit } from "./interpreter.ts";
import { type Condition, type Expression, type Layout, layoutOf, type Procedure, type Program, type Statement } from "./language.ts";

/** How large a program is to be. */
export interface Size {
  /** Executed lines, both included. */
  readonly least: number;
  readonly most: number;
  readonly functions: number;
  /** Statements of main after its variables are set, those in blocks not counted. */
  readonly statements: number;
}

/** A program with its text and its run. */
export interface Made {
  readonly layout: Layout;
  readonly run: Run;
}

/** What a block may use. */
interface Scope {
  readonly numbers: readonly string[];
  /** A list of this many elements, where there is one. */
  readonly list?: { readonly name: string; readonly size: number };
  readonly loops: readonly string[];
  readonly functions: readonly Procedure[];
  readonly depth: number;
}

const FUNCTIONS = ["f", "g", "h"];
const LOOPS = ["i", "j"];

/** A program of that size whose run ends, leaves some line out, and executes some line more than once. */
export function makeProgram(random: Random, size: Size): Made {
  for (;;) {
    const program = drawProgram(random, size);
    const layout = layoutOf(program);
    const made = tryRun(program, layout, size.most);
    if (made === undefined || made.steps.length < size.least) continue;
    const executed = new Set(made.steps.map(({ line }) => line));
    const called = program.functions.every(({ body }) => body.some((one) => executed.has(layout.lineOf.get(one) as number)));
    if (called && executed.size < layout.lineOf.size && executed.size < made.steps.length) return { layout, run: made };
  }
}

function tryRun(program: Program, layout: Layout, most: number): Run | undefined {
  try {
    return run(program, layout, most);
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
}

function drawProgram(random: Random, { functions: count, statements }: Size): Program {
  const functions: Procedure[] = [];
  while (functions.length < count) functions.push(drawFunction(random, functions));
  const numbers = ["a", "b", "c"].slice(0, random.between(2, 3));
  const list = random.chance(1, 2) ? { name: "xs", size: random.between(3, 5) } : undefined;
  const main: Statement[] = numbers.map((target) => ({ kind: "assign", target, value: random.between(1, 12) }));
  if (list !== undefined) main.push({ kind: "list", target: list.name, values: random.list(list.size, () => random.between(1, 9)) });
  const scope: Scope = { numbers, ...(list === undefined ? {} : { list }), loops: [], functions, depth: 0 };
  for (let i = 0; i < statements; i++) main.push(...drawStatement(random, scope, i === 0 ? "for" : undefined));
  // All of them, so that nothing in the run is beside the point.
  main.push({ kind: "print", value: numbers.slice(1).reduce<Expression>((sum, right) => ({ operator: "+", left: sum, right }), "a") });
  return { functions, main };
}

/** Two parameters, a branch that may return, a loop now and then, and a return at the end. */
function drawFunction(random: Random, functions: readonly Procedure[]): Procedure {
  const parameters = ["p", "q"];
  const scope: Scope = { numbers: parameters, loops: [], functions, depth: 1 };
  const body: Statement[] = drawStatement(random, scope, random.pick(["assign", "for", "call"] as const));
  const early: Statement = { kind: "return", value: drawExpression(random, scope) };
  const changed = drawStatement(random, { ...scope, depth: 2 });
  body.push({ kind: "if", condition: drawCondition(random, scope), body: random.chance(1, 2) ? [early] : changed, otherwise: [] });
  body.push({ kind: "return", value: drawExpression(random, scope) });
  return { name: FUNCTIONS[functions.length] as string, parameters, body };
}

/** One statement, or two where a loop counts down a variable of its own. */
function drawStatement(random: Random, scope: Scope, wanted?: "assign" | "for" | "call"): Statement[] {
  const kind = wanted ?? random.pick(["assign", "assign", "put", "call", "if", "if", "while", "for"] as const);
  const { numbers, list, loops, functions, depth } = scope;
  if (kind === "call" && functions.length > 0) {
    const values = [random.pick(numbers), random.chance(1, 2) ? random.pick([...numbers, ...loops]) : random.between(1, 9)];
    return [{ kind: "call", target: random.pick(numbers), callee: random.pick(functions).name, values }];
  }
  if (kind === "put" && list !== undefined) {
    return [{ kind: "put", list: list.name, index: drawIndex(random, list.size, loops), value: drawExpression(random, scope) }];
  }
  if (depth < 2 && kind === "if") {
    const inner = { ...scope, depth: depth + 1 };
    const otherwise = random.chance(1, 2) ? drawBlock(random, inner, 1) : [];
    return [{ kind, condition: drawCondition(random, scope), body: drawBlock(random, inner, 2), otherwise }];
  }
  if (loops.length < LOOPS.length && depth < 2 && kind === "for") {
    const variable = LOOPS[loops.length] as string;
    const inner = { ...scope, loops: [...loops, variable], depth: depth + 1 };
    return [{ kind, variable, from: random.below(2), to: random.between(2, 5), body: drawBlock(random, inner, 3) }];
  }
  if (depth === 0 && kind === "while") return drawCountdown(random, scope);
  return [{ kind: "assign", target: random.pick(numbers), value: drawExpression(random, scope) }];
}

/** A loop that ends: its body is drawn without its counter, which falls by the same number every time. */
function drawCountdown(random: Random, scope: Scope): Statement[] {
  const by = random.between(1, 3);
  const down: Statement = { kind: "assign", target: "n", value: { operator: "-", left: "n", right: by } };
  const body = [...drawBlock(random, { ...scope, depth: 1 }, 3), down];
  return [
    { kind: "assign", target: "n", value: random.between(by + 1, 4 * by + 2) },
    { kind: "while", condition: { left: "n", relation: ">", right: 0 }, body },
  ];
}

function drawBlock(random: Random, scope: Scope, most: number): Statement[] {
  return Array.from({ length: random.between(1, most) }, () => drawStatement(random, scope)).flat();
}

function drawIndex(random: Random, size: number, loops: readonly string[]): Expression {
  const [loop] = loops;
  return loop !== undefined && random.chance(2, 3) ? { operator: "%", left: loop, right: size } : random.below(size);
}

function drawExpression(random: Random, { numbers, list, loops }: Scope): Expression {
  const left = random.pick(numbers);
  if (list !== undefined && random.chance(1, 4)) {
    return { operator: "+", left, right: { list: list.name, index: drawIndex(random, list.size, loops) } };
  }
  const other = random.pick([...numbers.filter((name) => name !== left), ...loops]);
  const small = random.between(1, 9);
  switch (random.below(5)) {
    case 0:
      return { operator: "+", left, right: small };
    case 1:
      return { operator: "-", left, right: small };
    case 2:
      return { operator: random.pick(["+", "-"] as const), left, right: other };
    case 3:
      return { operator: "%", left: { operator: "*", left, right: random.between(2, 5) }, right: random.between(7, 29) };
    default:
      return { operator: "+", left: { operator: "*", left: other, right: random.between(2, 3) }, right: small };
  }
}

function drawCondition(random: Random, { numbers, loops }: Scope): Condition {
  const left = random.pick([...numbers, ...loops]);
  const relation = random.pick(["<", ">"] as const);
  if (random.chance(1, 3)) return { left: { operator: "%", left, right: random.between(2, 3) }, relation: "==", right: random.below(2) };
  const other = numbers.filter((name) => name !== left);
  return { left, relation, right: random.chance(1, 2) && other.length > 0 ? random.pick(other) : random.between(2, 15) };
}
