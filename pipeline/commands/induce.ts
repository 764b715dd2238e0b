import { join } from "node:path";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { pathToWrite } from "../core/arguments.ts";
import type { Induction } from "../core/induce.ts";
import { interrupted } from "../core/interrupt.ts";
import { printTable } from "../core/table.ts";
import { inducers } from "../inducers/index.ts";
import type { Setting, Settings } from "../inducers/task.ts";

/** Why paths of graph-script got no predictions for it. */
const UNSURE =
  "no graph-script.jsonl: procedures of the released arrays are numbered by their place, and these are not the board's in its order; give the whole release, or lines of task_index, step_library and paths\n";

interface Options {
  readonly out: string;
  readonly method: string;
  readonly cut?: number;
  readonly set: Settings;
  readonly json?: true;
}

/** `stepladder induce`: paths in, step graphs out. */
export function induceCommand(program: Command): void {
  const methods = inducers.map(({ id }) => id);
  program
    .command("induce")
    .description("induce the step graph of each task from paths that were seen; a run that was stopped goes on where it was")
    .argument("<inputs...>", "files or folders of paths: lines of our own, graph-script's or task-graph's files, or grounded videos")
    .requiredOption(
      "--out <folder>",
      "where to write graphs.jsonl, predictions.jsonl (in task-graph's layout) and report.json (needed)",
      pathToWrite,
    )
    .addOption(new Option("--method <method>", "how orders are found").choices(methods).default(methods[0]))
    .option("--cut <share>", "frequency: how many of the paths with two steps must agree on their order; short for --set cut=", number)
    .option("--set <name=number>", `a setting of the method: ${settingsHelp()}`, setting, {})
    .option("--json", "print the report as JSON")
    .action(async (inputs: string[], { out, method, cut, set, json }: Options, command: Command) => {
      if (cut !== undefined && set.cut !== undefined) command.error("error: expected --cut or --set cut, found both");
      const settings = { ...set, ...(cut === undefined ? {} : { cut }) };
      const fault = faultOf(method, settings);
      if (fault !== undefined) command.error(`error: ${fault}`);
      const { induce } = await import("../core/induce.ts");
      const induction = await induce({ inputs, out, method, settings }, interrupted());
      if (induction.script === "unsure") process.stderr.write(UNSURE);
      process.stdout.write(json ? `${JSON.stringify(induction.report, null, 2)}\n` : await summary(out, induction));
    });
}

function settingsHelp(): string {
  const all = inducers.flatMap(({ id, settings }) => Object.entries(settings).map(([name, setting]) => ({ id, name, ...setting })));
  return all.map(({ id, name, expected, default: value }) => `${name} of ${id}, ${expected} (${value})`).join("; ");
}

/** What keeps a method from being set so. */
function faultOf(method: string, settings: Settings): string | undefined {
  const known = inducers.find(({ id }) => id === method)?.settings ?? {};
  for (const [name, value] of Object.entries(settings)) {
    if (!Object.hasOwn(known, name)) return `--method ${method} has no setting ${name}; it has: ${Object.keys(known).join(", ") || "none"}`;
    const { expected, isAllowed } = known[name] as Setting;
    if (!isAllowed(value)) return `--method ${method} ${name}: expected ${expected}, found ${value}`;
  }
  return undefined;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("expected a number");
}

function setting(text: string, before: Settings): Settings {
  const [, name, value] = /^([a-z]+)=(.+)$/i.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError("expected a name and a number, such as noise=0.01");
  if (Object.hasOwn(before, name)) throw new InvalidArgumentError(`expected ${name} once`);
  return { ...before, [name]: number(value) };
}

/** The graphs in a table, and how to score them. */
async function summary(out: string, { report: { tasks }, script }: Induction): Promise<string> {
  const [{ PREDICTIONS, SCRIPT }, { PREFIX }] = await Promise.all([
    import("../core/induce.ts"),
    import("@stepladder/tracks/task-graph/formats.ts"),
  ]);
  const head = ["task", "steps", "paths", "edges", "optional", "interchangeable", "branches", "loops"] as const;
  const rows = tasks.map(({ id, ...counts }) => [id, ...head.slice(1).map((name) => String(counts[name as keyof typeof counts]))]);
  const gold = tasks.every(({ id }) => id.startsWith(PREFIX)) ? "" : " --gold <graphs that are known>";
  return [
    printTable(head, rows),
    `${out}: ${counted(tasks.length, "graph")}; score them with "stepladder score task-graph ${join(out, PREDICTIONS)}${gold}"`,
    ...(script === true ? [` and "stepladder score graph-script ${join(out, SCRIPT)}"`] : []),
    "\n",
  ].join("");
}
