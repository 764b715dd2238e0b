import { createContext, runInContext } from "node:vm";
import type { TraceItem } from "@stepladder/schema";
import { type Prompted, testing } from "../testing.ts";
import type { Run } from "./interpreter.ts";
import track from "./track.ts";

export { file, lines, refusal } from "../testing.ts";
export const { fixtures, score, goldItems } = testing<TraceItem>(track, import.meta.url);

/** For the tests of the prompt. */
export const prompted: Prompted<TraceItem> = {
  gold: "gold.jsonl",
  answer: ({ expected }) => `I carry it out.\n<answer>${expected}</answer>`,
  altered: (item) => ({ ...item, length: item.length + 1, expected: "-77" }),
  full: { "text-match": 1, "run-consistency": 1, "incremental-consistency": 1 },
};

/** What Node makes of a program's text, translated line by line: nothing of the interpreter is used. For tests. */
export function runInNode(lines: readonly string[]): Run {
  const steps: { line: number; value?: number }[] = [];
  const printed: number[] = [];
  const context = createContext({
    reach: (line: number) => void steps.push({ line }),
    told: (value: number) => {
      const step = steps.at(-1);
      if (step !== undefined) step.value = value;
    },
    print: (value: number) => void printed.push(value),
  });
  runInContext(`var a, b, c, n, i, j, xs;\n${inJavaScript(lines)}`, context, { timeout: 2000 });
  return { steps, output: printed.at(-1) ?? Number.NaN };
}

/** The text of a program in JavaScript, each line telling its number when it is reached and what it assigned. */
function inJavaScript(lines: readonly string[]): string {
  const code: string[] = [];
  let depth = 0;
  for (const [i, line] of lines.entries()) {
    const own = (line.length - line.trimStart().length) / 2;
    for (; depth > own; depth--) code.push("}");
    code.push(statementOf(line.trim(), i + 1));
    if (line.endsWith(":")) depth++;
  }
  return [...code, ..."}".repeat(depth)].join("\n");
}

function statementOf(line: string, number: number): string {
  const at = `reach(${number})`;
  const [word = "", ...rest] = line.replace(/:$/, "").split(" ");
  const tail = rest.join(" ").replaceAll("==", "===");
  if (word === "def") return `function ${tail} { var i, j, n;`;
  if (word === "else") return "else {";
  if (word === "if" || word === "while") return `${word} (${at}, ${tail}) {`;
  if (word === "for") {
    const [, name, from, to] = /^(\w) from (.+) to (.+)$/.exec(tail) ?? [];
    return `${name} = ${from}; for (var last${number} = ${to}; ${at}, ${name} <= last${number}; ${name}++) {`;
  }
  if (word === "return") return `${at}; return ${tail};`;
  if (word === "print") return `${at}; print(${tail});`;
  return `${at}; ${word} ${tail};${/^\w+ = (?!\[|\w+\()/.test(line) ? ` told(${word});` : ""}`;
}
