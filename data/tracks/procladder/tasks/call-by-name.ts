import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

const MODULUS = 1000;

/** What a line does: to the number by itself, by the parameter x of the procedure it stands in, or through another procedure. */
type Line = { kind: "add" | "subtract" | "multiply"; by: number | "x" } | { kind: "call"; name: string; by: number | "x" };

interface Params {
  start: number;
  /** In order; each calls procedures before it only, so that every run ends. */
  procedures: { name: string; lines: Line[] }[];
  main: Line[];
}

export default defineTask<Params>({
  id: "call-by-name",
  title: "Call by name",
  rule:
    "Carry out the main procedure line by line, beginning with the start number. Where a line calls a procedure, like B(4), carry out the lines of that procedure, with 4 in place of its x, and then go on behind the call; a procedure may call others, and hand on its x. " +
    "One step is one line that adds, subtracts or multiplies; a call is no step. Only the last three digits of a result are kept; where a difference would be below 0, add 1000 to it. The state is the current number, a JSON number.",
  question: ({ start, procedures, main }) =>
    [`Start: ${start}`, ...procedures.map(({ name, lines }) => `Procedure ${name}(x): ${written(lines)}`), `Main: ${written(main)}`].join(
      "\n",
    ),
  generate(random, steps) {
    const procedures = drawProcedures(random, steps);
    return { start: random.between(1, 99), procedures, main: drawMain(random, procedures, steps) };
  },
  solve({ start, procedures, main }) {
    const named = new Map(procedures.map(({ name, lines }) => [name, lines]));
    const states: number[] = [];
    let number = start;
    const run = (lines: readonly Line[], x: number): void => {
      for (const line of lines) {
        const by = line.by === "x" ? x : line.by;
        if (line.kind === "call") run(named.get(line.name)!, by);
        else {
          number = changed(number, line.kind, by);
          states.push(number);
        }
      }
    };
    run(main, 0);
    return { init: start, states };
  },
});

function changed(number: number, kind: "add" | "subtract" | "multiply", by: number): number {
  if (kind === "add") return (number + by) % MODULUS;
  return kind === "subtract" ? (number - by + MODULUS) % MODULUS : (number * by) % MODULUS;
}

/** Two lines each at first, so that the shortest run has a call; later ones call earlier ones while they are no longer than the run. */
function drawProcedures(random: Random, steps: number): Params["procedures"] {
  const procedures: Params["procedures"] = [];
  for (const name of "ABCD") {
    const lines: Line[] = [drawLine(random, true), drawLine(random, false)];
    for (const callee of random.sample(procedures, Math.min(procedures.length, random.between(1, 2)))) {
      lines.splice(random.below(lines.length + 1), 0, {
        kind: "call",
        name: callee.name,
        by: random.chance(1, 2) ? "x" : random.between(2, 9),
      });
    }
    if (lengthOf(lines, procedures) > Math.max(2, steps / 2)) break;
    procedures.push({ name, lines });
  }
  return procedures;
}

/** Calls while they fit, and single lines between them, in exactly so many steps. */
function drawMain(random: Random, procedures: Params["procedures"], steps: number): Line[] {
  const main: Line[] = [];
  for (let left = steps; left > 0; ) {
    const fitting = procedures.filter(({ lines }) => lengthOf(lines, procedures) <= left);
    const callee = fitting.length > 0 && (main.length === 0 || random.chance(3, 4)) ? random.pick(fitting) : undefined;
    main.push(callee === undefined ? drawLine(random, false) : { kind: "call", name: callee.name, by: random.between(2, 9) });
    left -= callee === undefined ? 1 : lengthOf(callee.lines, procedures);
  }
  return main;
}

function drawLine(random: Random, withX: boolean): Line {
  // Products alone would soon leave nothing but 0.
  const kind = withX ? random.pick(["add", "subtract", "multiply"] as const) : random.pick(["add", "subtract"] as const);
  return { kind, by: withX ? "x" : random.between(2, 9) };
}

/** Steps of one run through the lines. */
function lengthOf(lines: readonly Line[], procedures: Params["procedures"]): number {
  return lines.reduce((sum, line) => {
    const callee = line.kind === "call" ? procedures.find(({ name }) => name === line.name) : undefined;
    return sum + (callee === undefined ? 1 : lengthOf(callee.lines, procedures));
  }, 0);
}

function written(lines: readonly Line[]): string {
  return lines.map((line) => (line.kind === "call" ? `${line.name}(${line.by})` : `${line.kind} ${line.by}`)).join("; ");
}
