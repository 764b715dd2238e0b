import type { EntrySource, Figures, Quoted } from "@stepladder/schema";
import { TOPICS } from "./topics.ts";

/** A system of the paper, with its How2Score in percent as printed. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Tables that print it: where several do, with the same figure. */
  readonly where: string;
  readonly score: string;
  /** How2Score of each topic, in the order of `TOPICS`. */
  readonly topics?: string;
  readonly open?: boolean;
}

type Released = readonly [name: string, score: string, where: string, open: boolean];

// biome-ignore format: a table
const released: readonly Released[] = [
  ["GPT 5", "67.99", "Table 10", false],
  ["Claude-Opus-4.5", "64.26", "Table 10", false],
  ["Gemini-2.5-Pro", "56.11", "Table 10", false],
  ["Qwen3-32B-Instruct", "46.04", "Table 10", true],
  ["OLMo-3.1-32B-Instruct", "43.16", "Tables 8 and 10", true],
  ["Qwen3-8B-Instruct", "35.34", "Tables 10 and 11", true],
  ["OLMo-3-7B-Instruct", "30.23", "Tables 8, 10 and 11", true],
  ["Qwen3-8B Base", "35.54", "Table 11", true],
  ["Qwen3-4B Base", "32.0", "Table 11", true],
  ["Qwen3-4B Instruct", "29.7", "Table 11", true],
  ["OLMo-2-0325 32B, post-trained", "40.56", "Table 8", true],
  ["OLMo-2-1124 7B, post-trained", "27.36", "Table 8", true],
  ["OLMo-2-0425 1B, post-trained", "5.96", "Table 8", true],
  ["OLMo-3-1125 32B, mid-trained", "38.31", "Table 8", true],
  ["OLMo-2-0325 32B, mid-trained", "35.50", "Table 8", true],
  ["OLMo-3-1025 7B, mid-trained", "24.91", "Tables 8 and 11", true],
  ["OLMo-2-1124 7B, mid-trained", "22.29", "Table 8", true],
  ["OLMo-2-0425 1B, mid-trained", "6.39", "Table 8", true],
];

/** After fine-tuning on procedures of How2Mine. */
// biome-ignore format: a table
const tuned: readonly (readonly [name: string, score: string])[] = [
  ["Qwen3-8B Base", "35.2"],
  ["Qwen3-4B Base", "33.11"],
  ["Qwen3-8B Instruct", "32.45"],
  ["Qwen3-4B Instruct", "28.47"],
  ["OLMo-3-7B Base", "26.13"],
  ["OLMo-3-7B Instruct", "22.07"],
];

const JUDGES = ["How2Judge", "GPT 5", "Gemini-2.5-Pro"] as const;

/** Before and after reinforcement learning against How2Judge, by each of `JUDGES`. */
// biome-ignore format: a table
const reinforced: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  { name: "Qwen3-8B-Inst", before: "38.52 32.63 20.1", after: "48.62 41.39 28.13" },
  { name: "Qwen3-4B-Inst", before: "30.29 27.13 15.66", after: "43.52 36.28 24.83" },
  { name: "Olmo-3-7B-Think", before: "27.3 20.63 13.53", after: "37.89 31.71 20.3" },
];

/** Topics of the systems that Table 15 cuts by topic, by their id. */
// biome-ignore format: a table
const topics: Readonly<Record<string, string>> = {
  "qwen3-8b-inst-before-rl": "33.73 38.08 59.64 26.91 39.16 42.17 43.09 31.26 25.80 48.09 45.09 27.51 27.11 51.60",
  "qwen3-8b-inst-after-rl": "42.57 53.72 70.00 37.75 49.30 52.10 54.40 39.48 36.55 53.91 52.01 39.80 38.55 60.40",
  "qwen3-8b-inst-after-rl-science-only": "44.98 53.01 71.20 36.95 50.70 49.70 52.20 36.47 35.01 55.20 53.51 38.28 35.81 57.83",
  "qwen3-8b-inst-after-rl-dining-only": "36.47 46.80 67.60 31.33 44.29 50.30 50.20 39.08 29.66 52.01 46.99 34.74 33.13 54.31",
};

const OWN_JUDGE = "Its procedures are judged by How2Judge.";

function rowsOfReinforced({ name, before, after }: (typeof reinforced)[number]): Row[] {
  return JUDGES.flatMap((judge, at) => {
    const by = at === 0 ? "" : `, judged by ${judge}`;
    const judged = at === 0 ? OWN_JUDGE : `Its procedures are judged by ${judge}: not to be put beside figures of another judge.`;
    const where = at === 0 ? "Tables 12 and 13" : "Table 13";
    return [
      row(`${name}, before RL${by}`, before.split(" ")[at], at === 0 ? "Table 13" : where, `The model that RL starts from. ${judged}`),
      row(
        `${name}, after RL${by}`,
        after.split(" ")[at],
        where,
        `GRPO, 1,000 steps, with How2Judge and the length of steps as reward. ${judged}`,
      ),
    ];
  });
}

function row(name: string, score: string | undefined, table: string, about: string, open?: boolean): Row {
  const id = slug(name);
  const own = topics[id];
  const where =
    own === undefined ? table : table.includes("13") ? `${table.replace("Table ", "Tables ").replace(" and ", ", ")} and 15` : table;
  return {
    id,
    name,
    about,
    where,
    score: score ?? "",
    ...(own === undefined ? {} : { topics: own }),
    ...(open === undefined ? {} : { open }),
  };
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/-$/, "");
}

const UNBOUND = "GRPO with How2Judge as reward and none for length: its steps are longer than the references', which the judge rewards.";
const ONE_TOPIC = "GRPO as the others, but trained on procedures of one topic alone.";

/** All systems whose How2Score the board shows as published; those of pretraining checkpoints are in the datasheet. */
export const rows: readonly Row[] = [
  ...released.map(([name, score, where, open]) => row(name, score, where, `A released model. ${OWN_JUDGE}`, open)),
  ...tuned.map(([name, score]) =>
    row(`${name}, after SFT`, score, "Table 11", `Fine-tuned on procedures that How2Mine found. ${OWN_JUDGE}`),
  ),
  ...reinforced.flatMap(rowsOfReinforced),
  row("Qwen3-8B-Inst, after RL without length reward", "67.0", "Table 12", `${UNBOUND} ${OWN_JUDGE}`),
  row("Qwen3-4B-Inst, after RL without length reward", "54.41", "Table 12", `${UNBOUND} ${OWN_JUDGE}`),
  row("Qwen3-8B-Inst, after RL, science only", "47.93", "Table 15", `${ONE_TOPIC} ${OWN_JUDGE}`),
  row("Qwen3-8B-Inst, after RL, dining only", "44.07", "Table 15", `${ONE_TOPIC} ${OWN_JUDGE}`),
];

/** Judges held against the majority of human verdicts on 200 procedures: in percent over all, has_failure, no_failure. */
export const judges: readonly { readonly id: string; readonly name: string; readonly agreement: readonly [string, string, string] }[] = [
  { id: "gpt-5-as-judge", name: "GPT 5, as judge", agreement: ["83.0", "83.7", "82.4"] },
  { id: "how2judge-as-judge", name: "How2Judge, as judge", agreement: ["80.5", "79.6", "81.4"] },
];

const SOURCE = "https://arxiv.org/abs/2602.08808";
// Day of the first version.
const DATE = "2026-02-09";

type Published = Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted };

/** Entries of figures that the paper prints. */
export const publishedFigures: readonly Published[] = [
  ...rows.map(({ id, name, about, where, score, topics: own, open }) => {
    const slices = own?.split(" ").map((percent, i) => [TOPICS[i] as string, figures({ how2score: percent }, 4)] as const);
    return published(id, { name, about, ...(open === undefined ? {} : { open }), ...parametersOf(name) }, where, 4, {
      scores: figures({ how2score: score }, 4),
      slices: slices === undefined ? {} : { topic: Object.fromEntries(slices) },
    });
  }),
  ...judges.map(({ id, name, agreement: [all, has, no] }) =>
    published(
      id,
      { name, about: "A judge held against the majority of human verdicts on 200 procedures; it writes none itself." },
      "section 4.3",
      3,
      {
        scores: figures({ "verdict-agreement": all, "failure-recall": has, "no-failure-recall": no }, 3),
        slices: {},
      },
    ),
  ),
];

function published(
  id: string,
  system: Omit<Published["system"], "kind">,
  where: string,
  decimals: number,
  told: Pick<Quoted, "scores" | "slices">,
): Published {
  return { id, system: { ...system, kind: "system" }, date: DATE, quoted: { source: SOURCE, where, decimals, ...told } };
}

/** Percents by metric as fractions, of as many decimals. */
function figures(percents: Readonly<Record<string, string>>, decimals: number): Figures {
  return Object.fromEntries(
    Object.entries(percents).map(([metric, percent]) => [metric, { value: Number((Number(percent) / 100).toFixed(decimals)) }]),
  );
}

/** Billions of parameters, where the name states them. */
function parametersOf(name: string): { parameters?: number } {
  const [, billions] = /[- ](\d+)B\b/.exec(name) ?? [];
  return billions === undefined ? {} : { parameters: Number(billions) };
}
