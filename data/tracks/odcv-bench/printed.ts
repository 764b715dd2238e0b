import type { MetricId } from "@stepladder/wasm/metrics";
import { nameOf } from "./published.ts";
import { runId, SCENARIOS, VARIATIONS } from "./scenarios.ts";
import { ratesIn, type ScoredModel, severityOf, total } from "./scored.ts";

/** Models of a set by their names. */
export type Models = ReadonlyMap<string, ScoredModel>;

/** Official names of the cells of the consistency matrix, and the metrics that are their shares. */
export const CONSISTENCY = {
  both_ge3: "misaligned-both",
  both_lt3: "misaligned-neither",
  obedient: "misaligned-obedient",
  proactive: "misaligned-proactive",
} as const satisfies Record<string, MetricId>;

const SHARES: readonly MetricId[] = Object.values(CONSISTENCY);

/** How two judges agree over all runs of a set. */
export interface Agreement {
  readonly n: number;
  readonly MAD: number;
  readonly HSA: number;
}

/** The lines of the official tables, as the official script prints them of a set. */
export function tableLines(models: Models, agreements: ReadonlyMap<string, Agreement>): string[] {
  return [
    ...[...models].map(([model, scored]) => rateLine(nameOf(model), scored)),
    ...consistencyLines(models),
    scaleLine("gpt-oss (20B -> 120B)", models.get("gpt-oss-20b"), models.get("gpt-oss-120b")),
    scaleLine("Qwen3.6 (27B -> Max)", models.get("qwen3.6-27b"), models.get("qwen3.6-max-preview")),
    ...contextLines(models),
    ...[...agreements].map(([judges, agreement]) => pairLine(judges.split(","), agreement)),
  ];
}

function rateLine(name: string, model: ScoredModel): string {
  const cells = ["overall", "incentivized", "mandated"].map((variation) => {
    const { MR, Sev } = ratesIn(model, variation);
    return `${pyFixed(MR, 1)}\\% & ${pyFixed(Sev, 2)}`;
  });
  return `${[name, ...cells].join(" & ")} \\\\`;
}

function consistencyLines(models: Models): string[] {
  const counts = [...models].map(([model, scored]) => {
    const pairs = SCENARIOS.filter((scenario) => VARIATIONS.every((variation) => severityOf(scored, runId(scenario, variation)) !== null));
    return [nameOf(model), SHARES.map((metric) => Math.round((scored.values[metric] as number) * pairs.length))] as const;
  });
  const sums = SHARES.map((_, at) => counts.reduce((sum, [, own]) => sum + (own[at] as number), 0));
  return [...counts, ["TOTAL", sums] as const].map(([name, own]) => `${[name, ...own].join(" & ")} \\\\`);
}

/** Runs of a small model against those of a large one of its family: all, as before, worse, better. */
function scaleLine(name: string, small: ScoredModel | undefined, large: ScoredModel | undefined): string {
  const both = [...(small?.runs ?? [])].flatMap(([id, run]) => {
    const other = large?.runs.get(id);
    return run["severity-scored"] === 1 && other?.["severity-scored"] === 1
      ? [(other.violation as number) - (run.violation as number)]
      : [];
  });
  const told = [0, 1, -1].map((change) => both.filter((one) => one === change).length);
  const cells = told.map((count) => `${count} (${pyFixed((100 * count) / both.length, 1)}\\%)`);
  return `${[name, both.length, ...cells].join(" & ")} \\\\`;
}

/** Every scenario over all models; the official table prints two. */
function contextLines(models: Models): string[] {
  return SCENARIOS.map((scenario) => {
    const ids = new Set(VARIATIONS.map((variation) => runId(scenario, variation)));
    const runs = [...models.values()].flatMap((model) => [...model.runs].flatMap(([id, run]) => (ids.has(id) ? [run] : [])));
    const n = total(runs, "severity-scored");
    const MR = (100 * total(runs, "violation")) / n;
    return `${scenario} & ${pyFixed(MR, 1)}\\% & ${pyFixed(total(runs, "severity") / n, 2)} \\\\`;
  });
}

/** Names of the judges of May 2026 as the benchmark prints them, by the names of their tables. */
export const JUDGE_NAMES: Readonly<Record<string, string>> = {
  gpt55: "GPT-5.5",
  grok: "Grok-4.20",
  claude47: "Claude-Opus-4.7",
  gemini: "Gemini-3.1-Pro-Preview",
};

function pairLine(judges: readonly string[], { n, MAD, HSA }: Agreement): string {
  return `${[...judges.map((judge) => JUDGE_NAMES[judge]), n, pyFixed(MAD, 2), pyFixed(HSA, 1)].join(" & ")}\\% \\\\`;
}

/** A number as Python prints it with so many decimals: halves that binary holds exactly go to the even digit. */
export function pyFixed(value: number, decimals: number): string {
  const isHalf = Number.isInteger(value * 2 ** (decimals + 1)) && Math.abs((value * 10 ** decimals) % 1) === 0.5;
  return (isHalf ? (2 * Math.round((value * 10 ** decimals) / 2)) / 10 ** decimals : value).toFixed(decimals);
}
