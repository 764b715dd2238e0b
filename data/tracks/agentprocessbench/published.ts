import type { EntrySource, Figures, Quoted } from "@stepladder/schema";
import { DATASETS } from "./trajectories.ts";

/** A judge of the release, with its cells of figs/Results.png in percent: one per set in the order of `DATASETS`, then the average. */
interface Judge {
  readonly name: string;
  /** Name of its predictions among the official files; absent where they are not at hand. */
  readonly file?: string;
  /** StepAcc. */
  readonly step: string;
  /** FirstErrAcc. */
  readonly first: string;
}

// biome-ignore format: a table
export const judges: readonly Judge[] = [
  { name: "DeepSeek-V3.2", file: "DeepSeek-V3.2", step: "74.4 61.8 74.1 73.3 71.4", first: "65.2 48.0 50.0 57.6 55.2" },
  { name: "DeepSeek-V3.2-Thinking", step: "70.4 60.2 75.3 77.2 72.8", first: "69.2 49.2 54.4 65.6 59.6" },
  { name: "GPT-5.2", step: "72.1 66.3 71.6 70.3 70.1", first: "69.6 54.4 52.8 56.4 58.3" },
  { name: "GPT-5.2-Chat", file: "GPT-5.2-Chat", step: "71.4 69.3 71.6 80.4 74.8", first: "70.0 58.0 58.0 58.4 61.1" },
  { name: "GPT-5.2-Thinking (medium)", file: "GPT-5.2-Thinking_medium", step: "72.3 70.9 64.9 75.2 71.0", first: "73.2 58.8 44.4 53.6 57.5" },
  { name: "Gemini-3-Flash-Preview", file: "Gemini-3-Flash-Preview", step: "76.7 73.8 77.6 81.2 78.3", first: "70.0 53.2 40.8 56.0 55.0" },
  { name: "Gemini-3-Flash-Preview-Thinking", step: "75.8 79.7 81.8 83.4 81.6", first: "70.4 65.2 64.0 63.6 65.8" },
  { name: "Kimi-K2.5", step: "71.7 61.4 75.3 73.0 71.4", first: "67.2 54.4 56.4 49.2 56.8" },
  { name: "Kimi-K2.5-Thinking", file: "Kimi-K2.5-Thinking", step: "70.6 66.6 79.8 78.3 75.9", first: "68.4 58.0 57.6 65.6 62.4" },
  { name: "Llama-3.1-8B-Instruct", file: "Llama-3.1-8B-Instruct", step: "34.6 26.8 61.2 61.1 52.3", first: "53.6 31.2 28.8 47.2 40.2" },
  { name: "Llama-3.2-3B-Instruct", step: "44.3 22.5 37.7 37.6 35.3", first: "58.4 27.6 23.6 40.4 37.5" },
  { name: "Llama-3.3-70B-Instruct", file: "Llama-3.3-70B-Instruct", step: "46.3 36.6 64.6 56.9 54.4", first: "60.0 30.8 30.8 46.8 42.1" },
  { name: "Qwen3-30B-A3B-Instruct-2507", step: "65.8 48.3 72.4 67.2 65.0", first: "54.4 35.2 36.4 49.6 43.9" },
  { name: "Qwen3-30B-A3B-Thinking-2507", file: "Qwen3-30B-A3B-Thinking-2507", step: "70.0 53.1 73.2 71.8 68.5", first: "64.8 46.4 35.2 61.6 52.0" },
  { name: "Qwen3-4B", file: "Qwen3-4B", step: "58.6 35.8 65.0 57.9 55.9", first: "59.2 29.2 29.2 38.0 38.9" },
  { name: "Qwen3-4B-Instruct-2507", file: "Qwen3-4B-Instruct-2507", step: "66.6 44.0 65.8 59.2 58.9", first: "59.2 36.0 33.6 48.8 44.4" },
  { name: "Qwen3-4B-Thinking", step: "60.1 44.4 65.5 60.3 58.8", first: "56.0 39.6 33.2 47.6 44.1" },
  { name: "Qwen3-4B-Thinking-2507", file: "Qwen3-4B-Thinking-2507", step: "66.9 41.9 65.4 63.0 60.0", first: "60.4 36.8 33.6 46.8 44.4" },
  { name: "Qwen3-8B", step: "60.4 39.9 64.9 58.5 57.1", first: "57.2 32.0 30.8 42.8 40.7" },
  { name: "Qwen3-8B-Thinking", file: "Qwen3-8B-Thinking", step: "59.7 45.9 70.9 66.4 63.2", first: "58.0 41.2 38.8 46.0 46.0" },
];

const SOURCE = "https://github.com/RUCBM/AgentProcessBench";

/** What recipe and board need of a judge beside its predictions. */
export function judgeSource({ name, step, first }: Judge): Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted } {
  const figures = (at: number): Figures => ({
    "step-accuracy": { value: fraction(step.split(" ")[at] as string) },
    "first-error-accuracy": { value: fraction(first.split(" ")[at] as string) },
  });
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, "-")
      .replace(/-$/, ""),
    system: { name, kind: "system", about: aboutOf(name), open: isOpen(name), ...parametersOf(name) },
    // Day of the release's commit 0a42606.
    date: "2026-03-17",
    quoted: {
      source: SOURCE,
      where: "figs/Results.png @0a42606",
      decimals: 3,
      scores: figures(DATASETS.length),
      slices: { dataset: Object.fromEntries(DATASETS.map((dataset, at) => [dataset, figures(at)])) },
    },
  };
}

/** Where the predictions of a judge lie. */
export function releasedAt({ name }: Judge): NonNullable<EntrySource["predictions"]> {
  return { source: SOURCE, where: `eval/results/${name} @0a42606; the hash is of its four files as one, without their explanations` };
}

function aboutOf(name: string): string {
  const mode = name.includes("Thinking") ? "which reasons before it answers, " : "";
  return `A language model, ${mode}asked by the benchmark's own prompt to label every step of a trajectory.`;
}

/** Whether a judge's weights can be had: those of GPT and Gemini cannot, those of the others are released by their makers. */
function isOpen(name: string): boolean {
  return !/^(GPT|Gemini)-/.test(name);
}

/** Billions of parameters, where the name states them: the whole of a mixture of experts. */
function parametersOf(name: string): { parameters?: number } {
  const [, billions] = /-(\d+)B\b/.exec(name) ?? [];
  return billions === undefined ? {} : { parameters: Number(billions) };
}

/** Percent as printed, with one decimal, as a fraction. */
function fraction(percent: string): number {
  return Number((Number(percent) / 100).toFixed(3));
}
