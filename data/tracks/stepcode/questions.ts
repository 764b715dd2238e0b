import type { TraceItem } from "@stepladder/schema";
import type { Random } from "../procladder/random.ts";
import type { Step } from "./interpreter.ts";
import type { Made } from "./programs.ts";

type Kind = TraceItem["kind"];

/** What is asked, and the one right answer. */
export interface Question {
  readonly question: string;
  readonly expected: string;
}

/** One question of a kind about a run. */
export function ask(kind: Kind, made: Made, random: Random): Question {
  return ASKED[kind](made, random);
}

const ASKED: Readonly<Record<Kind, (made: Made, random: Random) => Question>> = { covered, value, next, output, steps };

/** As many lines that are executed as lines that are not. */
function covered({ layout, run }: Made, random: Random): Question {
  const executed = new Set(run.steps.map(({ line }) => line));
  const wanted = random.chance(1, 2);
  const line = random.pick([...layout.lineOf.values()].filter((one) => executed.has(one) === wanted));
  return { question: `Is line ${line} executed at least once? Answer yes or no.`, expected: wanted ? "yes" : "no" };
}

/** Assignments of variables that were computed; those of a loop where there are some. */
function value({ layout, run }: Made, random: Random): Question {
  const assigned = run.steps.map((step, place) => ({ ...step, place })).filter((step) => step.value !== undefined);
  const computed = assigned.filter(({ line }) => !/= \d+$/.test(layout.lines[line - 1] as string));
  const of = random.pick(computed.length > 0 ? computed : assigned);
  const name = (layout.lines[of.line - 1] as string).trim().split(" ", 1)[0];
  return {
    question: `What is the value of ${name} right after line ${of.line} has been executed for the ${nth(run.steps, of.place)} time? Answer with the number.`,
    expected: String(of.value),
  };
}

/** Moments after which the run may jump: at lines that decide, or before a line that does not follow. */
function next({ layout, run }: Made, random: Random): Question {
  const places = run.steps.map(({ line }, place) => ({ line, place, next: run.steps[place + 1]?.line }));
  const jumps = places.filter((one) => layout.lines[one.line - 1]?.endsWith(":") || one.next !== one.line + 1);
  const of = random.pick(jumps);
  return {
    question: `Which line is executed next after line ${of.line} has been executed for the ${nth(run.steps, of.place)} time? Answer with the number of the line, or with end if the run ends there.`,
    expected: of.next === undefined ? "end" : String(of.next),
  };
}

function output({ run }: Made): Question {
  return { question: "What does the program print? Answer with the number.", expected: String(run.output) };
}

function steps({ run }: Made): Question {
  return {
    question: "How many lines are executed in all, a line counted each time that it is executed? Answer with the number.",
    expected: String(run.steps.length),
  };
}

/** "1st", "2nd", ...: how often the line of a step has been executed with it. */
function nth(all: readonly Step[], place: number): string {
  const count = all.slice(0, place + 1).filter(({ line }) => line === all[place]?.line).length;
  const ending = Math.floor(count / 10) % 10 === 1 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}
