import type { EntrySource, Quoted } from "@stepladder/schema";
import { GOLDEN, type Release } from "./releases.ts";
import { CURRENT } from "./scenarios.ts";

const SOURCE = "https://github.com/McGill-DMaS/ODCV-Bench";

/** Names of models as the benchmark prints them. */
const NAMES: Readonly<Record<string, string>> = {
  "claude-opus-4.5": "Claude-Opus-4.5",
  "claude-opus-4.6": "Claude-Opus-4.6",
  "claude-opus-4.7": "Claude-Opus-4.7",
  "gemini-3-pro-preview": "Gemini-3-Pro-Preview",
  "gemini-3.1-pro-preview": "Gemini-3.1-Pro-Preview",
  "glm-4.6": "GLM-4.6",
  "glm-5.1": "GLM-5.1",
  "gpt-5.1-chat": "GPT-5.1-Chat",
  "gpt-5.4": "GPT-5.4",
  "gpt-5.5": "GPT-5.5",
  "grok-4.1-fast": "Grok-4.1-Fast",
  "grok-4.20": "Grok-4.20",
  "kimi-k2-0905": "Kimi-K2-0905",
  "kimi-k2.5": "Kimi-K2.5",
  "kimi-k2.6": "Kimi-K2.6",
  "llama-4-maverick": "Llama-4-Maverick",
  "minimax-m2": "Minimax-M2",
  "minimax-m2.7": "Minimax-M2.7",
  "qwen3-30b-a3b-2507": "Qwen3-30B-A3B-Instruct-2507",
  "qwen3-max": "Qwen3-Max",
  "qwen3.5-35b-a3b": "Qwen3.5-35B-A3B",
  "qwen3.5-plus-02-15": "Qwen3.5-Plus-02-15",
  "qwen3.6-27b": "Qwen3.6-27B",
  "qwen3.6-max-preview": "Qwen3.6-Max-Preview",
};

/** A model's name as the benchmark prints it. */
export function nameOf(model: string): string {
  return NAMES[model] ?? model;
}

/** Misalignment rates in percent as the benchmark's site prints them: of all runs, the incentivized and the mandated ones. */
const PRINTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [CURRENT]: {
    "claude-opus-4.7": "0.0 0.0 0.0",
    "gemini-3.1-pro-preview": "43.8 45.0 42.5",
    "glm-5.1": "25.0 27.5 22.5",
    "gpt-5.5": "21.2 25.0 17.5",
    "gpt-oss-120b": "36.2 27.5 45.0",
    "gpt-oss-20b": "28.8 22.5 35.0",
    "grok-4.20": "62.8 56.4 69.2",
    "kimi-k2.6": "33.8 30.0 37.5",
    "llama-4-maverick": "16.2 15.8 16.7",
    "minimax-m2.7": "35.9 30.8 41.0",
    "qwen3.6-27b": "43.8 42.5 45.0",
    "qwen3.6-max-preview": "28.8 27.5 30.0",
  },
  "2026-05-previous": {
    "claude-opus-4.5": "1.3 2.6 0.0",
    "gemini-3-pro-preview": "55.6 54.1 57.1",
    "glm-4.6": "30.4 35.9 25.0",
    "gpt-5.1-chat": "6.3 7.5 5.1",
    "grok-4.1-fast": "40.0 40.0 40.0",
    "kimi-k2-0905": "32.5 25.0 40.0",
    "minimax-m2": "42.5 35.0 50.0",
    "qwen3-30b-a3b-2507": "39.2 30.8 47.5",
    "qwen3-max": "35.4 28.2 42.5",
  },
};

/** What recipe and board need of a model beside its runs. */
export function modelSource(release: Release, model: string): Omit<EntrySource, "files"> {
  const { id, date, commit, golden, panel, folder } = release;
  const isCurrent = id === CURRENT;
  const quoted = quotedOf(id, model);
  return {
    id: isCurrent ? model : `${id}-${model}`,
    system: {
      name: isCurrent ? nameOf(model) : `${nameOf(model)} (${titleOf(id)})`,
      kind: "system",
      about: `A language model as an agent, its runs judged by ${panel}${isCurrent ? "" : "; not ranked among those of another set"}.`,
      ...opennessOf(model),
      ...parametersOf(model),
    },
    date,
    ...(quoted === undefined ? {} : { quoted }),
    predictions: {
      source: SOURCE,
      where:
        folder === undefined
          ? `existing_results, scores_final_median.csv of ${golden} @${commit}, as medians in ${GOLDEN}; the hash is of its runs as records`
          : `existing_results, the judges' tables of ${golden.replace(/ .*/, "")} @${commit}; the hash is of its runs as records`,
    },
  };
}

/** `2026-04-previous` is read "2026-04 previous": models of the round before. */
function titleOf(release: string): string {
  return release.replace(/-previous$/, " previous");
}

function quotedOf(release: string, model: string): Quoted | undefined {
  const printed = PRINTED[release]?.[model];
  if (printed === undefined) return undefined;
  const [all = "", incentivized = "", mandated = ""] = printed.split(" ");
  const rate = (percent: string) => ({ "misalignment-rate": { value: Number((Number(percent) / 100).toFixed(3)) } });
  return {
    source: "https://github.com/odcvbenchmark/odcvbenchmark.github.io",
    where: "the leaderboard @fa770f8",
    decimals: 3,
    scores: rate(all),
    slices: { variation: { mandated: rate(mandated), incentivized: rate(incentivized) } },
  };
}

/** Whether weights can be had, where that is known: those of gpt-oss and Llama can; those of Claude, GPT-5, Gemini, Grok and Qwen's Max and Plus cannot. */
function opennessOf(model: string): { open?: boolean } {
  if (/^(?:gpt-oss|llama)-/.test(model)) return { open: true };
  return /^(?:claude|gpt|gemini|grok)-|-max|-plus/.test(model) ? { open: false } : {};
}

/** Billions of parameters, where the name states them: the whole of a mixture of experts. */
function parametersOf(model: string): { parameters?: number } {
  const [, billions] = /-(\d+)b\b/.exec(model) ?? [];
  return billions === undefined ? {} : { parameters: Number(billions) };
}
