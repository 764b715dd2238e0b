import type { EntrySource, Figures, Quoted } from "@stepladder/schema";
import { SUBSETS } from "./formats.ts";

/** How a system of the paper was asked. */
const SETTINGS = {
  vote: {
    suffix: "",
    where: "Tables 3, 5 and 7",
    about: "A language model, asked by the benchmark's own prompt eight times; its answers vote.",
  },
  single: { suffix: "", where: "Tables 3, 5 and 7", about: "A language model, asked once by the benchmark's own prompt." },
  greedy: { suffix: "greedy", where: "Table 9", about: "A language model, asked once by the benchmark's own prompt, decoded greedily." },
  prm: {
    suffix: "",
    where: "Tables 3, 5 and 7",
    about:
      "A process reward model: the first step that scores below a threshold is wrong. The Skywork models' threshold was chosen on GSM8K.",
  },
  "own-thresholds": {
    suffix: "own thresholds",
    where: "Tables 6 and 8",
    about: "A process reward model with a threshold chosen on each of the subsets that it is scored on.",
  },
} as const;

/** A row of the paper in percent: cells of the four subsets in the order of `SUBSETS`, and their average where it is printed. */
interface Row {
  readonly name: string;
  readonly setting: keyof typeof SETTINGS;
  readonly erroneous: string;
  readonly errorFree: string;
  readonly f1: string;
  readonly mean?: string;
}

// biome-ignore format: a table
export const rows: readonly Row[] = [
  { name: "Math-Shepherd-PRM-7B", setting: "prm", erroneous: "32.4 18.0 15.0 14.2", errorFree: "91.7 82.0 71.1 73.0", f1: "47.9 29.5 24.8 23.8", mean: "31.5" },
  { name: "RLHFlow-PRM-Mistral-8B", setting: "prm", erroneous: "33.8 21.7 8.2 9.6", errorFree: "99.0 72.2 43.1 45.2", f1: "50.4 33.4 13.8 15.8", mean: "28.4" },
  { name: "RLHFlow-PRM-Deepseek-8B", setting: "prm", erroneous: "24.2 21.4 10.1 10.1", errorFree: "98.4 80.0 51.0 51.9", f1: "38.8 33.8 16.9 16.9", mean: "26.6" },
  { name: "Skywork-PRM-1.5B", setting: "prm", erroneous: "50.2 37.9 15.4 13.6", errorFree: "71.5 65.3 26.0 32.8", f1: "59.0 48.0 19.3 19.2", mean: "36.4" },
  { name: "Skywork-PRM-7B", setting: "prm", erroneous: "61.8 43.8 17.9 14.0", errorFree: "82.9 69.2 31.9 41.9", f1: "70.8 53.6 22.9 21.0", mean: "42.1" },
  { name: "Qwen2.5-Math-7B-PRM800K", setting: "prm", erroneous: "53.1 48.0 35.7 29.8", errorFree: "95.3 90.1 87.3 86.3", f1: "68.2 62.6 50.7 44.3", mean: "56.5" },
  { name: "Meta-Llama-3-8B-Instruct", setting: "vote", erroneous: "42.5 28.6 27.1 26.1", errorFree: "7.8 9.1 2.7 8.3", f1: "13.1 13.8 4.8 12.6", mean: "11.1" },
  { name: "Meta-Llama-3-70B-Instruct", setting: "vote", erroneous: "35.7 13.0 12.0 11.2", errorFree: "96.9 93.3 92.0 91.7", f1: "52.2 22.8 21.2 20.0", mean: "29.1" },
  { name: "Llama-3.1-8B-Instruct", setting: "vote", erroneous: "44.4 41.9 32.4 32.0", errorFree: "6.2 2.7 1.5 0.8", f1: "10.9 5.1 2.8 1.6", mean: "5.1" },
  { name: "Llama-3.1-70B-Instruct", setting: "vote", erroneous: "64.3 35.4 35.1 30.7", errorFree: "89.6 75.6 69.9 61.8", f1: "74.9 48.2 46.7 41.0", mean: "52.7" },
  { name: "Llama-3.3-70B-Instruct", setting: "vote", erroneous: "72.5 43.3 31.0 28.2", errorFree: "96.9 94.6 94.1 90.5", f1: "82.9 59.4 46.7 43.0", mean: "58.0" },
  { name: "Qwen2.5-Math-7B-Instruct", setting: "vote", erroneous: "15.5 14.8 7.7 6.9", errorFree: "100.0 96.8 91.7 88.0", f1: "26.8 25.7 14.2 12.7", mean: "19.9" },
  { name: "Qwen2.5-Math-72B-Instruct", setting: "vote", erroneous: "49.8 36.0 19.5 19.0", errorFree: "96.9 94.3 97.3 96.3", f1: "65.8 52.1 32.5 31.7", mean: "45.5" },
  { name: "Qwen2.5-Coder-7B-Instruct", setting: "vote", erroneous: "7.7 3.4 2.1 0.9", errorFree: "100.0 98.3 99.1 98.3", f1: "14.3 6.5 4.1 1.8", mean: "6.7" },
  { name: "Qwen2.5-Coder-14B-Instruct", setting: "vote", erroneous: "33.8 25.4 20.7 15.9", errorFree: "96.4 92.4 94.1 94.2", f1: "50.1 39.9 34.0 27.3", mean: "37.8" },
  { name: "Qwen2.5-Coder-32B-Instruct", setting: "vote", erroneous: "54.1 44.9 33.4 31.5", errorFree: "94.8 90.6 91.2 87.6", f1: "68.9 60.1 48.9 46.3", mean: "56.1" },
  { name: "Qwen2-7B-Instruct", setting: "vote", erroneous: "40.6 30.5 22.4 20.0", errorFree: "4.7 13.8 10.9 8.7", f1: "8.4 19.0 14.7 12.1", mean: "13.6" },
  { name: "Qwen2-72B-Instruct", setting: "vote", erroneous: "57.0 37.7 34.0 32.3", errorFree: "82.9 70.9 55.2 53.1", f1: "67.6 49.2 42.1 40.2", mean: "49.8" },
  { name: "Qwen2.5-7B-Instruct", setting: "vote", erroneous: "40.6 30.8 26.5 26.2", errorFree: "33.2 45.1 33.9 28.6", f1: "36.5 36.6 29.7 27.4", mean: "32.6" },
  { name: "Qwen2.5-14B-Instruct", setting: "vote", erroneous: "54.6 38.4 31.5 28.3", errorFree: "94.8 87.4 78.8 76.3", f1: "69.3 53.3 45.0 41.3", mean: "52.2" },
  { name: "Qwen2.5-32B-Instruct", setting: "vote", erroneous: "49.3 36.7 25.3 24.1", errorFree: "97.9 95.8 95.9 92.5", f1: "65.6 53.1 40.0 38.3", mean: "49.3" },
  { name: "Qwen2.5-72B-Instruct", setting: "vote", erroneous: "62.8 46.3 38.7 36.6", errorFree: "96.9 93.1 92.6 90.9", f1: "76.2 61.8 54.6 52.2", mean: "61.2" },
  { name: "QwQ-32B-Preview", setting: "vote", erroneous: "81.6 78.1 61.4 55.7", errorFree: "95.3 79.3 54.6 68.0", f1: "88.0 78.7 57.8 61.3", mean: "71.5" },
  { name: "GPT-4o-0806", setting: "single", erroneous: "70.0 54.4 45.8 45.2", errorFree: "91.2 76.6 58.4 65.6", f1: "79.2 63.6 51.4 53.5", mean: "61.9" },
  { name: "o1-mini", setting: "single", erroneous: "88.9 83.5 80.2 74.8", errorFree: "97.9 95.1 95.6 91.7", f1: "93.2 88.9 87.2 82.4", mean: "87.9" },
  { name: "Skywork-PRM-1.5B", setting: "own-thresholds", erroneous: "50.2 38.2 15.3 14.0", errorFree: "71.5 70.4 47.5 58.5", f1: "59.0 49.5 23.1 22.6" },
  { name: "Skywork-PRM-7B", setting: "own-thresholds", erroneous: "61.8 44.1 18.9 14.4", errorFree: "82.9 70.9 48.1 58.1", f1: "70.8 54.4 27.1 23.1" },
  { name: "Meta-Llama-3-8B-Instruct", setting: "greedy", erroneous: "28.5 20.9 17.2 17.3", errorFree: "9.3 5.7 0.6 4.1", f1: "14.1 8.9 1.1 6.7" },
  { name: "Meta-Llama-3-70B-Instruct", setting: "greedy", erroneous: "39.6 21.9 20.9 20.9", errorFree: "93.8 72.2 41.6 50.2", f1: "55.7 33.6 27.8 29.6" },
  { name: "Llama-3.1-8B-Instruct", setting: "greedy", erroneous: "36.7 23.6 19.1 17.1", errorFree: "17.1 7.9 5.6 10.0", f1: "23.3 11.8 8.7 12.6" },
  { name: "Llama-3.1-70B-Instruct", setting: "greedy", erroneous: "57.5 37.7 32.8 29.5", errorFree: "77.7 53.9 32.4 39.0", f1: "66.1 44.4 32.6 33.6" },
  { name: "Llama-3.3-70B-Instruct", setting: "greedy", erroneous: "66.2 38.4 30.9 27.1", errorFree: "96.9 93.1 90.0 86.3", f1: "78.6 54.4 46.0 41.3" },
  { name: "Qwen2.5-Math-7B-Instruct", setting: "greedy", erroneous: "14.5 13.1 6.4 4.7", errorFree: "99.0 94.8 79.1 78.0", f1: "25.3 23.1 11.8 8.9" },
  { name: "Qwen2.5-Math-72B-Instruct", setting: "greedy", erroneous: "45.9 34.3 17.2 18.3", errorFree: "96.4 94.6 95.0 93.4", f1: "62.2 50.4 29.2 30.6" },
  { name: "Qwen2.5-Coder-7B-Instruct", setting: "greedy", erroneous: "0.0 0.2 0.0 0.0", errorFree: "20.2 25.6 13.3 27.8", f1: "0.0 0.3 0.0 0.0" },
  { name: "Qwen2.5-Coder-14B-Instruct", setting: "greedy", erroneous: "20.3 15.2 9.1 6.2", errorFree: "99.0 96.1 95.6 95.9", f1: "33.7 26.2 16.6 11.6" },
  { name: "Qwen2.5-Coder-32B-Instruct", setting: "greedy", erroneous: "50.7 39.7 31.8 31.5", errorFree: "93.8 88.2 86.7 84.6", f1: "65.8 54.8 46.5 45.9" },
  { name: "Qwen2-7B-Instruct", setting: "greedy", erroneous: "28.0 19.0 14.1 13.7", errorFree: "0.0 5.2 2.9 2.9", f1: "0.0 8.1 4.9 4.8" },
  { name: "Qwen2-72B-Instruct", setting: "greedy", erroneous: "56.5 35.5 33.4 30.4", errorFree: "82.4 66.7 48.1 48.1", f1: "67.0 46.4 39.4 37.3" },
  { name: "Qwen2.5-7B-Instruct", setting: "greedy", erroneous: "36.7 23.7 25.4 26.1", errorFree: "66.3 63.8 46.0 43.6", f1: "47.3 34.6 32.7 32.6" },
  { name: "Qwen2.5-14B-Instruct", setting: "greedy", erroneous: "47.8 40.4 30.9 27.0", errorFree: "93.8 86.9 76.4 72.6", f1: "63.3 55.2 44.0 39.4" },
  { name: "Qwen2.5-32B-Instruct", setting: "greedy", erroneous: "43.0 33.3 22.4 22.4", errorFree: "97.9 95.6 90.0 87.6", f1: "59.8 49.4 35.9 35.7" },
  { name: "Qwen2.5-72B-Instruct", setting: "greedy", erroneous: "61.4 45.3 33.7 33.7", errorFree: "98.4 91.9 88.5 88.4", f1: "75.6 60.7 48.9 48.8" },
  { name: "QwQ-32B-Preview", setting: "greedy", erroneous: "74.9 58.6 37.8 29.5", errorFree: "67.4 54.2 31.9 41.9", f1: "70.9 56.3 34.6 34.6" },
];

const SOURCE = "https://github.com/QwenLM/ProcessBench";

/** What recipe and board need of a row. */
export function rowSource(row: Row): Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted } {
  const { suffix, where, about } = SETTINGS[row.setting];
  const name = suffix === "" ? row.name : `${row.name}, ${suffix}`;
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, "-")
      .replace(/-$/, ""),
    system: { name, kind: "system", about, open: !/^(?:GPT|o1)-/.test(row.name), ...parametersOf(row.name) },
    // The paper's first version.
    date: "2024-12-09",
    quoted: {
      source: SOURCE,
      where: `paper (paper/process_bench.pdf in the history of the repository), ${where}${row.mean === undefined ? "" : "; the mean is of all four subsets"}`,
      decimals: 3,
      scores: row.mean === undefined ? {} : { "mean-first-error-f1": { value: fraction(row.mean) } },
      slices: { subset: Object.fromEntries(SUBSETS.map((subset, at) => [subset, figures(row, at)])) },
    },
  };
}

function figures({ erroneous, errorFree, f1 }: Row, at: number): Figures {
  const cell = (cells: string): { value: number } => ({ value: fraction(cells.split(" ")[at] as string) });
  return { "first-error-f1": cell(f1), "erroneous-first-error-accuracy": cell(erroneous), "error-free-recall": cell(errorFree) };
}

/** Billions of parameters, where the name states them. */
function parametersOf(name: string): { parameters?: number } {
  const [, billions] = /-([\d.]+)B\b/.exec(name) ?? [];
  return billions === undefined ? {} : { parameters: Number(billions) };
}

/** Percent as printed, with one decimal, as a fraction. */
function fraction(percent: string): number {
  return Number((Number(percent) / 100).toFixed(3));
}
