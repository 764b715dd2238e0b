import { type Command, InvalidArgumentError, Option } from "commander";
import type { InductionReport } from "../core/induce.ts";
import { interrupted } from "../core/interrupt.ts";
import { printTable } from "../core/table.ts";
import { inducers } from "../inducers/index.ts";

interface Options {
  readonly out: string;
  readonly method: string;
  readonly cut?: number;
  readonly set: Readonly<Record<string, number>>;
  readonly json?: true;
}

/** `stepladder induce`: paths in, step graphs out. */
export function induceCommand(program: Command): void {
  const methods = inducers.map(({ id }) => id);
  program
    .command("induce")
    .description("induce the step graph of each task from paths that were seen; a run that was stopped goes on where it was")
    .argument("<inputs...>", "files or folders of paths: lines of our own, graph-script's or task-graph's files, or grounded videos")
    .requiredOption("--out <folder>", "where to write graphs.jsonl, predictions.jsonl (in task-graph's layout) and report.json")
    .addOption(new Option("--method <method>", "how orders are found").choices(methods).default(methods[0]))
    .option("--cut <share>", "frequency: how many of the paths with two steps must agree on their order, from 0.5 to 1", cutShare)
    .option("--set <name=number>", `another setting of the method: ${settingsHelp()}`, setting, {})
    .option("--json", "print the report as JSON")
    .action(async (inputs: string[], { out, method, cut, set, json }: Options, command: Command) => {
      const settings = { ...set, ...(cut === undefined ? {} : { cut }) };
      const known = inducers.find(({ id }) => id === method)?.settings ?? {};
      const strange = Object.keys(settings).find((name) => !Object.hasOwn(known, name));
      if (strange !== undefined)
        command.error(`error: --method ${method} has no setting ${strange}; it has: ${Object.keys(known).join(", ") || "none"}`);
      const { induce } = await import("../core/induce.ts");
      const report = await induce({ inputs, out, method, settings }, interrupted());
      process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : summary(out, report));
    });
}

function settingsHelp(): string {
  return inducers.flatMap(({ id, settings }) => Object.entries(settings).map(([name, value]) => `${name} of ${id} (${value})`)).join(", ");
}

function cutShare(text: string): number {
  const share = Number(text);
  if (share >= 0.5 && share <= 1) return share;
  throw new InvalidArgumentError("expected a share from 0.5 to 1");
}

function setting(text: string, before: Readonly<Record<string, number>>): Record<string, number> {
  const [, name, value] = /^([a-z]+)=(\d+(?:\.\d+)?)$/i.exec(text) ?? [];
  if (name === "noise" && !(Number(value) > 0 && Number(value) < 1))
    throw new InvalidArgumentError("noise: expected a share between 0 and 1");
  if (name === "cut") return { ...before, cut: cutShare(value ?? "") };
  if (name !== undefined) return { ...before, [name]: Number(value) };
  throw new InvalidArgumentError("expected a name and a number, such as noise=0.01");
}

function summary(out: string, { tasks }: InductionReport): string {
  const head = ["task", "steps", "paths", "edges", "optional", "interchangeable", "branches", "loops"] as const;
  const rows = tasks.map(({ id, ...counts }) => [id, ...head.slice(1).map((name) => String(counts[name as keyof typeof counts]))]);
  return `${printTable(head, rows)}${out}: ${tasks.length} graphs\n`;
}
