import type { State } from "@stepladder/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "../random.ts";
import { controlled } from "./index.ts";

/** The labelled lines of a question. */
function fields(prompt: string): Map<string, string> {
  const question = prompt.split("\n\n").at(-1) as string;
  return new Map(question.split("\n").map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]));
}

const numbers = (text = ""): number[] => (text.match(/-?\d+/g) ?? []).map(Number);
const number = (text = ""): number => numbers(text)[0] as number;

/** The lines of a procedure with every call replaced by the lines of its callee, until none is left. */
function inlined(of: Map<string, string>, lines: string): string {
  const call = /([A-D])\((\d+)\)/.exec(lines);
  if (call === null) return lines;
  const [text, name, by = ""] = call;
  return inlined(of, lines.replace(text, (of.get(`Procedure ${name}(x)`) as string).replaceAll("x", by)));
}

/** The states after the start as somebody else would work them out who has the prompt alone. */
const solvers: Record<string, (of: Map<string, string>) => State[]> = {
  "branch-on-a-number"(of) {
    const states = [number(of.get("Start"))];
    const [[divisor = 0, added = 0], [bound = 0, taken = 0], [factor = 0, more = 0]] = [1, 2, 3].map((one) =>
      numbers(of.get(`Case ${one}`)),
    ) as [number[], number[], number[]];
    for (let left = number(of.get("Steps")); left > 0; left--) {
      const now = states.at(-1) as number;
      states.push(now % divisor === 0 ? now + added : now > bound ? now - taken : now * factor + more);
    }
    return states.slice(1);
  },
  "route-through-stations"(of) {
    const tests: Record<string, (value: number, by: number) => boolean> = {
      "is it even": (value) => /[02468]$/.test(String(value)),
      "is it below": (value, by) => value < by,
      "is its last digit": (value, by) => Number(String(value).at(-1)) >= by,
    };
    let [station, value] = ["A", number(of.get("Number"))];
    return Array.from({ length: number(of.get("Steps")) }, () => {
      const line = of.get(`Station ${station}`) as string;
      const [, add, asked = "", by, , yes = "", no = ""] = /^add (\d+); (\D+?)(?: (\d+)( or more)?)?\? yes (.), no (.)$/.exec(line) ?? [];
      value = Number(String(value + Number(add)).slice(-2));
      station = tests[asked]?.(value, Number(by)) ? yes : no;
      return [station, value];
    });
  },
  "rounds-of-a-count"(of) {
    const counts = numbers(of.get("Counts"));
    const states: number[][] = [];
    for (let [round, total] = [1, number(of.get("Total"))]; round <= counts.length; round++)
      for (let pass = 1; pass <= (counts[round - 1] as number); pass++) {
        total = Number(String(total + round * pass).slice(-3));
        states.push([round, pass, total]);
      }
    return states;
  },
  "serve-the-queue"(of) {
    let state = ["", ...(of.get("Queue") as string).split(", ")];
    const states: string[][] = [];
    while (state.length > 1) {
      const [left = "", first = "", ...others] = state;
      const rest = number(first) - number(of.get("Portion"));
      state = rest > 0 ? [left, ...others, `${first[0]}${rest}`] : [`${left}${first[0]}`, ...others];
      states.push(state);
    }
    return states;
  },
  "call-by-name"(of) {
    const lines = inlined(of, of.get("Main") as string).split("; ");
    let value = number(of.get("Start"));
    return lines.map((line) => {
      if (line.startsWith("add")) value += number(line);
      else if (line.startsWith("subtract")) value += 1000 - number(line);
      else value *= number(line);
      value %= 1000;
      return value;
    });
  },
  "fold-a-text"(of) {
    const marks = (of.get("Marks") as string).split(" ");
    const folded = (piece: string, depth: number): string => {
      if (piece.length === 1) return piece;
      const cut = Math.floor((piece.length + 1) / 2);
      const [left, right] = [folded(piece.slice(0, cut), depth + 1), folded(piece.slice(cut), depth + 1)];
      const leftFirst = (of.get("First half at even depths") === "left") !== (depth % 2 === 1);
      return (leftFirst ? left + right : right + left) + marks[depth % marks.length];
    };
    const whole = folded(of.get("Text") as string, 0);
    const length = of.get("Mark for the whole text itself") === "yes" ? whole.length : whole.length - 1;
    return Array.from({ length }, (_, i) => whole.slice(0, i + 1));
  },
  "keep-within-limits"(of) {
    let [level, marks] = [number(of.get("Level")), ""];
    const [least, most] = [number(of.get("Least")), number(of.get("Most"))];
    return numbers((of.get("Changes") as string).replaceAll("+", "")).map((change) => {
      level += change;
      const outside = level !== Math.min(Math.max(level, least), most);
      const forbidden = level % number(of.get("Forbidden divisor")) === 0;
      if (outside || forbidden) level -= change;
      marks += outside ? "s" : forbidden ? "u" : "k";
      return [level, marks];
    });
  },
  "moves-on-a-board"(of) {
    const size = number(of.get("Board"));
    const blocked = new Set((of.get("Blocked") as string).split(", "));
    const path = [of.get("Square") as string];
    let refused = 0;
    return (of.get("Moves") as string).split(" ").map((move) => {
      const from = path.at(-1) as string;
      const column = from.charCodeAt(0) + (move === "E" ? 1 : move === "W" ? -1 : 0);
      const row = number(from.slice(1)) + (move === "N" ? 1 : move === "S" ? -1 : 0);
      const to = String.fromCharCode(column) + row;
      const inside = column >= 97 && column < 97 + size && row >= 1 && row <= size;
      if (inside && !blocked.has(to) && to !== path.at(-2)) path.push(to);
      else refused++;
      return [path.at(-1), refused];
    });
  },
  "take-turns"(of) {
    const schedule = (of.get("Schedule") as string).split(" ");
    const operations = (of.get("Operations of P") as string).split(", ");
    const jumps = numbers(of.get("Jumps of Q"));
    const circle = of.get("Circle") as string;
    let [value, at] = [number(of.get("Number")), of.get("Q is at") as string];
    return Array.from({ length: number(of.get("Steps")) }, () => {
      const turn = schedule.shift() as string;
      schedule.push(turn);
      if (turn === "P") {
        const operation = operations.shift() as string;
        operations.push(operation);
        const by = number(operation.slice(1));
        value = Number(String(operation[0] === "+" ? value + by : value * by).slice(-2));
      } else {
        const jump = jumps.shift() as number;
        jumps.push(jump);
        at = circle.repeat(3)[circle.indexOf(at) + jump] as string;
      }
      return [value, at];
    });
  },
  "lower-goes-first"(of) {
    const runners = ["P", "Q"].map((name) => ({ at: number(of.get(name)), additions: numbers(of.get(`Additions of ${name}`)) }));
    return Array.from({ length: number(of.get("Steps")) }, () => {
      const [turn] = runners.toSorted((a, b) => a.at - b.at);
      const addition = turn?.additions.shift() as number;
      turn?.additions.push(addition);
      if (turn !== undefined) turn.at += addition;
      return runners.map(({ at }) => at);
    });
  },
};

test.for(controlled)("$id: gold is what the prompt says, worked out a second time from its text alone", ({ id, makeProblem }) => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 2, max: 128 }), (seed, item, steps) => {
      const { prompt, intermediate, final } = makeProblem(new Random(seed, item), steps);
      expect(solvers[id]?.(fields(prompt))).toEqual([...intermediate, final]);
    }),
    { numRuns: 200 },
  );
});

const problems = (id: string) => {
  const { makeProblem } = controlled.find((task) => task.id === id) as (typeof controlled)[number];
  return Array.from({ length: 60 }, (_, item) => makeProblem(new Random(8, item), 8 + item));
};

test("what a family is about happens: all cases are met, calls are nested, constraints keep, skip and undo", () => {
  for (const { prompt } of problems("call-by-name")) expect(prompt).toMatch(/Main: .*[A-D]\(\d\)/);
  expect(problems("call-by-name").filter(({ prompt }) => /Procedure B.*A\(/.test(prompt)).length).toBeGreaterThan(40);
  const marks = problems("keep-within-limits").map(({ final }) => new Set((final as [number, string])[1]).size);
  expect(marks.filter((kinds) => kinds === 3).length).toBeGreaterThan(45);
  for (const { final } of problems("moves-on-a-board")) expect((final as [string, number])[1]).toBeGreaterThan(0);
  for (const { prompt, intermediate } of problems("lower-goes-first")) {
    expect(new Set(intermediate.map((state) => (state as [number, number])[1])).size, prompt).toBeGreaterThan(1);
  }
});
