import type { EntrySource, Figures, Quoted } from "@stepladder/schema";
import { CLASSES } from "./labels.ts";

/**
 * A system of the release in percent: a cell of all classes together and then one of each class in the order of `CLASSES`, without
 * `correct`. A dash: the figure cannot be said (the class has no wrong step).
 */
interface Row {
  readonly name: string;
  readonly kind: "prm" | "critic";
  readonly url?: string;
  /** A run that is not in the release's table, but in a notebook beside it. */
  readonly variant?: true;
  /** PRMScore. */
  readonly prm: string;
  /** What a notebook prints beside it, where it does: F1, negative F1, accuracy of all, right and wrong steps and of first errors. */
  readonly f1?: string;
  readonly negative?: string;
  readonly all?: string;
  readonly right?: string;
  readonly wrong?: string;
  readonly first?: string;
}

// biome-ignore format: a table
export const rows: readonly Row[] = [
  { name: "Skywork-PRM-1.5B", kind: "prm", url: "https://huggingface.co/Skywork/Skywork-o1-Open-PRM-Qwen-2.5-1.5B", prm: "61.1 52.0 56.4 64.8 64.9 63.3 66.5 57.5 63.3 91.1" },
  { name: "Skywork-PRM-7B", kind: "prm", url: "https://huggingface.co/Skywork/Skywork-o1-Open-PRM-Qwen-2.5-7B", prm: "65.1 56.4 62.8 69.4 67.1 67.7 69.9 60.9 65.8 93.2", f1: "89.2 89.0 84.6 88.8 91.0 90.2 91.5 87.0 89.0 93.2", negative: "40.9 23.9 41.0 49.9 43.2 45.2 48.2 34.7 42.5 -", all: "81.7 80.7 75.6 81.7 84.4 83.3 85.4 78.4 81.5 87.3", right: "88.5 88.8 89.4 89.3 87.7 87.3 88.8 88.9 88.7 87.3", wrong: "42.7 24.2 34.0 48.8 56.6 55.4 59.3 31.4 43.2 -", first: "56.6 31.3 53.7 66.6 69.6 65.4 71.5 38.8 56.0 -" },
  { name: "Llemma-PRM800k-7B", kind: "prm", url: "https://huggingface.co/ScalableMath/llemma-7b-prm-prm800k-level-1to3-hf", prm: "52.0 49.3 53.4 56.4 47.1 46.7 53.3 51.0 53.5 93.6", f1: "75.7 77.7 65.5 76.8 75.2 71.6 79.9 71.7 77.8 93.6", negative: "28.3 20.9 41.3 36.1 18.9 21.9 26.6 30.3 29.1 -", all: "63.7 65.2 56.6 65.9 62.1 58.3 68.5 59.7 66.2 88.0", right: "66.4 69.2 54.9 69.2 64.3 59.9 70.9 62.3 70.4 88.0", wrong: "48.5 36.9 61.4 51.7 42.5 47.1 50.0 47.9 43.8 -", first: "22.2 20.5 15.7 20.0 24.1 20.5 29.4 24.4 23.1 -" },
  { name: "Llemma-MetaMath-7B", kind: "prm", url: "https://huggingface.co/ScalableMath/llemma-7b-prm-metamath-level-1to3-hf", prm: "50.5 50.2 50.5 51.9 47.6 44.4 52.1 50.5 51.3 96.0", f1: "80.4 85.3 70.8 78.0 81.3 76.0 83.7 78.7 80.6 96.0", negative: "20.7 15.0 30.3 25.8 13.9 12.9 20.4 22.4 22.1 -", all: "68.5 75.0 58.8 66.0 69.2 62.3 73.0 66.5 68.9 92.3", right: "75.6 83.2 66.4 73.9 74.5 68.0 78.5 75.5 76.6 92.3", wrong: "27.7 17.6 36.0 31.7 23.9 22.5 30.3 26.5 27.9 -", first: "15.1 15.3 15.7 15.4 15.5 12.9 15.6 15.6 15.1 -" },
  { name: "Llemma-oprm-7B", kind: "prm", url: "https://huggingface.co/ScalableMath/llemma-7b-oprm-prm800k-level-1to3-hf", prm: "50.3 48.7 49.3 54.2 46.8 44.5 53.5 49.2 51.3 91.8", f1: "77.3 80.3 66.3 77.3 77.6 73.4 81.7 74.4 78.4 91.8", negative: "23.3 17.2 32.2 31.1 16.1 15.6 25.4 24.1 24.1 -", all: "64.9 68.1 55.0 65.9 64.6 59.6 70.6 61.7 66.4 84.8", right: "69.9 74.1 59.0 71.4 68.3 63.8 74.0 68.0 72.5 84.8", wrong: "36.1 26.5 42.9 41.6 32.6 30.2 43.8 33.4 33.8 -", first: "16.6 16.0 10.2 15.6 16.8 13.6 27.2 16.1 17.2 -" },
  { name: "MATHMinos-Mistral-7B", kind: "prm", url: "https://github.com/KbsdJames/MATH-Minos", prm: "54.2 48.8 54.0 57.0 52.1 50.7 57.8 52.8 55.8 91.1", f1: "79.2 82.7 70.8 77.3 80.7 76.1 82.5 77.5 79.1 91.1", negative: "29.1 14.9 37.2 36.7 23.5 25.3 33.1 28.0 32.4 -", all: "67.9 71.2 60.2 66.6 69.2 63.8 72.3 65.7 68.1 83.6", right: "72.8 79.2 66.6 71.1 72.6 66.6 74.5 73.3 72.8 83.6", wrong: "41.7 19.0 43.2 48.6 42.4 45.8 56.3 34.2 45.2 -", first: "38.0 20.8 40.6 39.7 39.4 39.0 53.8 29.5 41.4 -" },
  { name: "MathShepherd-Mistral-7B", kind: "prm", url: "https://huggingface.co/peiyi9979/math-shepherd-mistral-7b-prm", prm: "47.0 44.0 50.3 49.4 44.5 41.3 47.7 47.2 48.6 86.1", f1: "64.9 67.7 60.4 62.4 64.9 59.2 66.6 63.6 65.6 86.1", negative: "29.2 20.2 40.2 36.4 24.2 23.3 28.7 30.9 31.7 -", all: "53.0 54.0 52.3 52.7 52.0 46.7 54.5 52.3 54.2 75.6", right: "51.5 55.6 49.9 48.9 49.9 44.6 51.7 51.8 52.5 75.6", wrong: "61.1 43.7 58.6 68.0 68.6 60.5 75.1 54.5 62.8 -", first: "54.6 39.7 50.3 58.0 63.0 52.2 72.2 45.0 57.1 -" },
  { name: "ReasonEval-7B", kind: "prm", url: "https://huggingface.co/GAIR/ReasonEval-7B", prm: "60.1 61.0 50.1 62.1 65.9 61.5 66.0 55.7 58.0 99.5" },
  { name: "ReasonEval-34B", kind: "prm", url: "https://huggingface.co/GAIR/ReasonEval-34B", prm: "60.5 54.8 48.1 66.4 60.3 57.8 67.5 57.7 64.3 97.2", f1: "83.8 86.7 76.7 83.3 83.7 80.3 87.7 80.5 84.4 97.2", negative: "37.2 22.9 19.5 49.4 36.9 35.3 47.2 35.0 44.3 -", all: "74.2 77.4 63.9 74.9 74.1 69.7 80.1 70.0 75.6 94.6", right: "79.1 85.3 81.9 78.1 74.8 71.0 81.0 76.8 79.4 94.6", wrong: "48.4 25.3 16.0 61.9 68.2 61.9 73.3 41.6 57.3 -", first: "50.8 31.6 19.9 61.1 70.6 57.9 73.3 35.2 56.8 -" },
  { name: "RLHFlow-PRM-Mistral-8B", kind: "prm", url: "https://huggingface.co/RLHFlow/Llama3.1-8B-PRM-Mistral-Data", prm: "54.4 46.1 47.3 56.6 55.1 54.4 63.8 51.5 56.2 97.9", f1: "87.7 89.1 79.8 85.8 90.0 87.8 91.0 85.3 87.5 97.9", negative: "21.1 3.2 14.9 27.4 20.2 21.0 36.7 17.6 24.9 -", all: "78.8 80.3 67.3 76.2 82.2 78.9 84.2 75.0 78.6 95.9", right: "90.2 92.3 88.7 89.6 90.0 87.8 90.7 89.9 90.3 95.9", wrong: "17.9 2.4 10.5 22.5 20.1 20.9 37.5 13.7 21.0 -", first: "22.1 3.4 18.9 24.5 22.9 18.8 45.0 16.2 27.1 -" },
  { name: "RLHFlow-PRM-Deepseek-8B", kind: "prm", url: "https://huggingface.co/RLHFlow/Llama3.1-8B-PRM-Deepseek-Data", prm: "54.2 46.4 48.9 55.7 55.0 53.2 66.2 49.0 55.4 99.8", f1: "89.9 91.0 82.3 87.8 92.4 90.4 93.0 87.0 89.5 99.8", negative: "18.6 1.9 15.4 23.5 17.7 15.9 39.5 10.9 21.4 -", all: "82.0 83.5 70.7 79.0 86.1 82.8 87.5 77.4 81.5 99.6", right: "95.0 96.1 93.6 94.6 95.2 93.7 94.9 94.4 95.1 99.6", wrong: "13.0 1.2 9.8 16.2 13.4 12.2 33.5 7.1 14.9 -", first: "17.0 1.5 15.6 21.4 16.6 11.6 43.3 6.7 19.4 -" },
  { name: "Qwen2.5-Math-PRM-7B", kind: "prm", url: "https://huggingface.co/Qwen/Qwen2.5-Math-PRM-7B", prm: "65.5 49.0 55.1 71.8 67.3 66.3 78.5 57.6 69.1 99.7" },
  { name: "Qwen2.5-Math-PRM-72B", kind: "prm", url: "https://huggingface.co/Qwen/Qwen2.5-Math-PRM-72B", prm: "68.2 50.4 58.8 73.7 71.1 72.2 78.6 60.3 71.2 99.4" },
  { name: "Pure-PRM-7B", kind: "prm", url: "https://huggingface.co/jinachris/Qwen2.5-Math-7B-PRM800K", prm: "65.3 49.2 55.2 71.1 68.8 64.0 76.9 60.3 69.2 98.0" },
  { name: "MetaMath-7B", kind: "critic", url: "https://huggingface.co/meta-math/MetaMath-7B-V1.0", prm: "49.7 48.9 46.9 47.3 48.9 48.4 48.8 46.5 48.3 98.0" },
  { name: "MetaMath-13B", kind: "critic", url: "https://huggingface.co/meta-math/MetaMath-13B-V1.0", prm: "49.4 50.3 44.4 47.8 47.4 49.4 48.1 49.0 48.1 99.5" },
  { name: "Qwen2.5-Math-72B", kind: "critic", prm: "57.4 55.3 54.9 55.5 71.6 58.1 59.1 47.4 53.8 100.0" },
  { name: "QwQ-Preview-32B", kind: "critic", url: "https://huggingface.co/Qwen/QwQ-32B-Preview", prm: "63.6 57.2 55.6 67.4 72.3 66.2 66.9 57.8 62.7 100.0", f1: "87.6 85.8 76.1 87.6 91.3 87.0 91.7 86.4 89.2 100.0", negative: "39.6 28.7 35.2 47.2 53.3 45.5 42.2 29.1 36.1 -", all: "79.4 76.3 65.0 79.9 85.3 78.9 85.4 77.2 81.6 100.0", right: "89.2 84.3 77.9 92.8 88.8 82.9 94.8 92.8 94.9 100.0", wrong: "36.4 31.4 33.1 38.1 62.4 57.0 34.2 21.5 26.6 -", first: "40.2 33.9 37.2 42.5 65.0 51.6 43.1 18.3 29.8 -" },
  { name: "R1-Distill-Llama3.1-70B", kind: "critic", url: "https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Llama-70B", prm: "57.5 49.5 48.1 61.4 65.5 65.8 61.1 48.8 54.1 100.0" },
  { name: "R1-Distill-Qwen-7B", kind: "critic", url: "https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", prm: "52.6 32.9 37.9 47.3 54.1 48.4 48.0 45.6 46.8 100.0" },
  { name: "DeepSeek-R1", kind: "critic", url: "https://github.com/deepseek-ai/DeepSeek-R1", prm: "67.8 63.0 62.7 68.2 68.5 73.5 75.4 63.3 68.0 100.0" },
  { name: "GPT-4o", kind: "critic", url: "https://openai.com/index/hello-gpt-4o/", prm: "66.8 57.0 62.4 72.0 69.7 70.7 71.1 62.5 65.7 99.2", f1: "86.9 77.8 73.5 88.9 89.9 88.2 92.1 86.8 89.2 99.2", negative: "46.7 36.3 51.3 55.2 49.6 53.3 50.2 38.3 42.2 -", all: "79.0 67.0 65.6 82.2 83.1 81.2 86.3 78.2 81.8 98.4", right: "82.9 66.5 65.4 88.8 84.3 81.3 90.4 88.8 90.5 98.4", wrong: "58.2 70.4 66.2 55.4 74.3 80.4 56.5 34.7 39.3 -", first: "64.4 77.1 80.6 63.2 76.9 81.4 60.4 33.3 41.3 -" },
  { name: "o1-mini", kind: "critic", url: "https://openai.com/index/openai-o1-mini-advancing-cost-efficient-reasoning/", prm: "68.8 65.6 63.7 74.5 67.7 73.8 72.3 61.8 64.8 100.0", f1: "89.2 90.8 80.4 88.9 89.7 92.2 91.6 84.9 86.7 100.0", negative: "48.3 40.4 47.0 60.0 45.7 55.5 53.1 38.7 42.9 -", all: "82.1 84.1 71.4 82.7 82.7 86.7 85.7 75.7 78.4 100.0", right: "86.9 90.4 80.6 85.6 84.4 87.7 87.3 88.6 84.5 100.0", wrong: "55.4 41.5 46.6 69.8 68.6 77.8 72.7 33.1 48.2 -", first: "56.4 45.8 47.9 75.0 70.8 74.5 75.0 18.8 43.8 -" },
  { name: "Gemini-2.0-flash-exp", kind: "critic", url: "https://deepmind.google/technologies/gemini/flash/", prm: "66.0 67.2 58.1 70.4 65.7 66.0 67.3 61.8 66.2 98.2", f1: "86.5 91.5 81.8 85.3 86.0 83.6 88.3 83.2 86.3 98.2", negative: "45.5 42.9 34.5 55.4 45.4 48.4 46.4 40.4 46.1 -", all: "78.4 85.1 71.5 77.9 77.7 75.1 80.8 73.8 78.1 96.5", right: "82.3 91.8 88.1 80.0 77.0 73.2 82.4 80.5 82.7 96.5", wrong: "57.2 41.7 27.4 69.4 83.1 87.5 68.8 45.7 55.5 -", first: "64.3 49.7 34.7 76.3 85.6 87.3 76.0 44.2 60.2 -" },
  { name: "Gemini-2.0-thinking-exp-1219", kind: "critic", url: "https://ai.google.dev/gemini-api/docs/thinking-mode", prm: "68.8 68.5 63.8 72.9 71.3 71.0 71.8 60.3 65.7 99.8", f1: "89.7 91.4 81.2 89.4 91.4 88.8 92.6 87.1 89.7 99.8", negative: "47.8 45.6 46.4 56.4 51.2 53.2 51.1 33.5 41.8 -", all: "82.8 85.1 72.2 83.0 85.4 81.9 87.1 78.4 82.5 99.7", right: "89.0 90.9 82.8 89.8 87.6 82.6 91.4 90.5 91.8 99.7", wrong: "49.8 47.1 44.0 55.5 68.5 77.2 55.8 28.0 37.0 -", first: "57.0 56.5 54.8 64.8 72.8 79.2 60.5 27.0 40.2 -" },
  { name: "Skywork-PRM-1.5B, threshold 0.5", kind: "prm", variant: true, prm: "31.7 31.4 35.8 32.4 25.7 26.0 30.2 33.1 32.3 81.1", f1: "37.7 43.7 34.7 32.9 32.0 31.1 37.7 36.2 36.3 81.1", negative: "25.7 19.1 36.9 32.0 19.3 20.8 22.7 30.1 28.2 -", all: "32.3 33.6 35.8 32.4 26.2 26.3 31.0 33.3 32.5 68.2", right: "24.1 29.4 22.7 20.3 19.4 19.0 23.5 23.2 22.8 68.2", wrong: "79.4 62.6 75.2 85.4 84.8 78.0 88.2 78.4 84.0 -", first: "74.7 59.1 71.4 76.4 80.4 72.1 85.5 73.9 79.1 -" },
  { name: "Skywork-PRM-7B, threshold 0.5", kind: "prm", variant: true, prm: "36.2 35.7 41.2 36.7 29.1 30.6 34.4 36.8 37.4 88.8", f1: "45.1 52.6 44.2 39.1 37.0 37.6 44.4 42.9 44.9 88.8", negative: "27.4 18.8 38.1 34.4 21.2 23.7 24.4 30.8 29.9 -", all: "37.5 40.2 41.3 36.8 30.0 31.3 35.9 37.4 38.3 79.8", right: "30.1 38.0 30.9 24.9 23.0 23.6 28.9 28.8 29.8 79.8", wrong: "79.7 55.5 72.6 88.9 90.3 85.5 90.4 76.0 83.3 -", first: "76.6 52.5 71.6 82.5 87.3 80.6 87.7 72.8 77.8 -" },
  { name: "GPT-4o, 0 shots", kind: "critic", variant: true, prm: "68.1 64.5 66.3 70.7 70.9 71.2 70.7 60.6 63.7 100.0", f1: "89.3 88.6 80.0 89.2 91.1 89.0 92.7 87.2 89.8 100.0", negative: "46.8 40.4 52.7 52.2 50.6 53.3 48.8 33.9 37.5 -", all: "82.2 80.9 71.9 82.4 84.9 82.2 87.2 78.5 82.5 100.0", right: "88.3 85.9 77.3 90.8 86.9 83.2 92.4 90.6 92.9 100.0", wrong: "49.6 48.5 57.4 48.6 69.1 76.1 49.8 28.4 31.1 -", first: "56.9 62.8 76.0 53.7 72.5 76.6 53.2 26.4 33.6 -" },
  { name: "GPT-4o, 1 shot", kind: "critic", variant: true, prm: "68.2 62.9 66.2 71.9 70.7 71.5 71.2 61.9 63.8 99.7", f1: "88.9 86.1 78.7 89.5 90.9 89.2 92.9 87.6 89.8 99.7", negative: "47.4 39.7 53.7 54.3 50.5 53.8 49.6 36.2 37.8 -", all: "81.7 77.4 70.8 82.9 84.7 82.4 87.5 79.2 82.4 99.4", right: "87.3 80.8 74.1 91.1 86.6 83.3 92.9 91.0 92.7 99.4", wrong: "52.0 55.6 62.1 50.5 69.7 76.7 49.7 30.3 31.7 -", first: "58.8 66.8 78.9 56.5 73.1 77.7 53.9 29.7 33.3 -" },
  { name: "o1-preview", kind: "critic", variant: true, prm: "65.7 64.5 65.3 68.7 62.8 67.6 67.2 57.9 66.0 100.0", f1: "86.3 90.7 80.7 84.7 85.0 87.7 87.5 80.1 85.2 100.0", negative: "45.1 38.3 50.0 52.7 40.5 47.4 46.9 35.6 46.7 -", all: "78.1 83.9 72.1 76.8 76.1 80.1 79.7 69.6 76.8 100.0", right: "81.4 90.7 80.0 78.6 76.0 79.7 79.8 79.8 80.1 100.0", wrong: "59.6 38.3 51.1 69.0 76.7 82.9 78.9 36.2 60.7 -", first: "63.0 39.6 60.4 77.1 81.2 79.2 79.2 27.1 60.4 -" },
  { name: "Gemini-2.0-flash-exp, 0 shots", kind: "critic", variant: true, prm: "65.3 69.0 57.1 69.9 64.6 64.8 66.4 60.7 64.8 97.2", f1: "86.3 92.9 82.9 85.0 85.5 82.5 87.4 82.7 85.3 97.2", negative: "44.4 45.0 31.2 54.8 43.8 47.0 45.5 38.7 44.4 -", all: "78.0 87.4 72.6 77.4 76.9 73.7 79.5 73.1 76.7 94.6", right: "82.2 94.8 91.4 79.4 76.4 71.6 80.9 80.1 81.1 94.6", wrong: "55.7 38.9 22.7 69.2 81.2 87.4 69.8 43.8 55.1 -", first: "63.7 49.7 31.5 77.1 84.4 87.5 77.1 43.1 59.0 -" },
  { name: "Gemini-2.0-flash-exp, 1 shot", kind: "critic", variant: true, prm: "64.9 66.8 52.2 69.7 65.1 64.9 66.8 61.4 65.2 97.9", f1: "86.0 91.7 81.1 84.6 85.6 82.5 87.8 82.7 85.4 97.9", negative: "43.9 41.9 23.4 54.8 44.5 47.4 45.8 40.1 45.1 -", all: "77.6 85.5 69.6 77.0 77.2 73.7 80.0 73.1 76.9 95.9", right: "81.6 92.5 89.5 78.7 76.5 71.4 81.5 79.6 81.1 95.9", wrong: "55.7 39.5 17.0 70.2 82.7 88.7 69.7 46.3 56.3 -", first: "63.0 48.7 21.5 76.7 85.9 88.2 77.1 45.5 60.2 -" },
  { name: "Gemini-2.0-thinking-exp-1219, 0 shots", kind: "critic", variant: true, prm: "67.8 69.3 65.7 71.8 68.9 69.7 69.0 58.6 63.9 99.6", f1: "89.1 91.6 81.1 88.5 90.5 88.3 91.6 86.4 88.6 99.6", negative: "46.5 46.9 50.2 55.1 47.3 51.2 46.5 30.8 39.2 -", all: "81.9 85.5 72.6 81.7 83.9 81.1 85.5 77.2 80.8 99.2", right: "87.9 91.2 81.0 87.8 86.1 82.2 90.2 89.5 89.8 99.2", wrong: "49.8 48.3 50.4 56.8 65.6 74.1 51.8 26.1 36.5 -", first: "57.2 58.8 64.7 64.0 71.3 76.1 57.4 24.5 40.6 -" },
  { name: "Gemini-2.0-thinking-exp-1219, 1 shot", kind: "critic", variant: true, prm: "67.8 67.4 61.7 72.0 71.0 70.0 71.5 59.9 65.0 99.8", f1: "89.2 90.8 80.4 88.9 91.2 88.0 92.5 86.3 89.3 99.8", negative: "46.5 43.9 43.0 55.0 50.8 52.0 50.5 33.4 40.6 -", all: "82.1 84.2 70.9 82.2 85.1 80.8 86.9 77.3 81.8 99.5", right: "88.2 89.9 82.4 89.0 87.0 81.2 91.2 88.8 90.9 99.5", wrong: "49.3 46.7 40.2 54.8 69.6 78.2 55.3 29.4 36.9 -", first: "57.0 55.0 51.7 64.5 74.8 80.0 59.8 29.3 40.5 -" },
];

const METRICS = {
  prm: "prm-score",
  f1: "validity-f1",
  negative: "validity-negative-f1",
  all: "validity-accuracy",
  right: "validity-recall",
  wrong: "validity-negative-recall",
  first: "validity-first-error",
} as const;

const ABOUT = {
  prm: "A process reward model that scores every step; a threshold makes labels of its scores.",
  critic: "A language model, asked by the benchmark's own prompt to score every step.",
} as const;

export const SOURCE = "https://github.com/ssmisya/PRMBench";
/** Day of the release's commit a1ae4ea. */
export const DATE = "2025-02-15";

/** What recipe and board need of a row. */
export function rowSource(row: Row): Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted } {
  const { name, kind, url, variant } = row;
  const figures = (at: number): Figures =>
    Object.fromEntries(
      Object.entries(METRICS).flatMap(([column, metric]) => {
        const cell = row[column as keyof typeof METRICS]?.split(" ")[at];
        return cell === undefined || cell === "-" ? [] : [[metric, { value: fraction(cell) }]];
      }),
    );
  const classes = CLASSES.filter((one) => one !== "correct");
  return {
    id: name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, "-")
      .replace(/-$/, ""),
    system: {
      name,
      kind: "system",
      about: ABOUT[kind],
      open: !/^(?:GPT|o1|Gemini)-/.test(name),
      ...(url === undefined ? {} : { url }),
      ...parametersOf(name),
    },
    date: DATE,
    quoted: {
      source: SOURCE,
      where: `outputs of the notebooks in mr_visualize/eval_res_view/draw_tabs @a1ae4ea${variant === undefined ? " (form_latex_strs)" : " (form_excel_strs)"}`,
      decimals: 3,
      scores: figures(0),
      slices: { class: Object.fromEntries(classes.map((one, at) => [one, figures(at + 1)])) },
    },
  };
}

/** Billions of parameters, where the name states them. */
function parametersOf(name: string): { parameters?: number } {
  const [, billions] = /-([\d.]+)[Bb]\b/.exec(name) ?? [];
  return billions === undefined ? {} : { parameters: Number(billions) };
}

/** Percent as printed, with one decimal, as a fraction. */
function fraction(percent: string): number {
  return Number((Number(percent) / 100).toFixed(3));
}
