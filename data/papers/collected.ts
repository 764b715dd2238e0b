import type { FigureRecord } from "./figures.ts";

/** Columns of the collection of figures that the project started from. */
export const COLLECTED_COLUMNS = ["benchmark", "setting", "system", "metric", "value", "unit", "evidence", "source", "note"] as const;
type Collected = Readonly<Record<(typeof COLLECTED_COLUMNS)[number], string>>;

/** A row that is no figure of a system, and why. */
export interface LeftOut {
  readonly leftOut: string;
}

interface Document {
  readonly source: string;
  readonly where?: string;
  readonly evidence?: string;
}

/** Documents by how the collection's name of them begins. */
const DOCUMENTS: readonly (readonly [begins: string, document: Document])[] = [
  ["EnvCommons/ProcBench", { source: "https://github.com/EnvCommons/ProcBench", where: "README @3ac37ce" }],
  // The reviews quote the paper.
  ["ICLR-2025 reviews", { source: "reviews of the paper for ICLR 2025", evidence: "secondary" }],
  ["figs/Results.png", { source: "https://github.com/RUCBM/AgentProcessBench", where: "figs/Results.png @0a42606" }],
  ["TemporalAlignNet", { source: "https://github.com/TengdaHan/TemporalAlignNet", where: "htm_align/readme.md @28b5e04" }],
  [
    "Lzq5/Video-Text-Alignment page",
    { source: "https://github.com/Lzq5/Video-Text-Alignment", where: "resources/results.png, branch page @5d5f0ff" },
  ],
  [
    "Lzq5/Video-Text-Alignment README",
    { source: "https://github.com/Lzq5/Video-Text-Alignment", where: "README.md @c3517ed, released checkpoints" },
  ],
  ["abstract (seed file", { source: "https://arxiv.org/abs/2305.17542", where: "abstract" }],
  ["README justForAnonymous", { source: "https://github.com/justForAnonymous/ExecVerify", where: "README" }],
  ["facebookresearch/cruxeval", { source: "https://github.com/facebookresearch/cruxeval", where: "samples/evaluation_results" }],
  [
    "implied by abstract",
    { source: "https://arxiv.org/abs/2505.12768", where: "abstract: the score less its printed gain", evidence: "derived" },
  ],
  ["survey note", { source: "a reader's note; the paper's table was not seen" }],
  ["secondary note", { source: "a reader's note; the paper's table was not seen" }],
  ["secondary reading note", { source: "a reader's note; the paper's table was not seen" }],
  ["paper note; ", { source: "https://arxiv.org/abs/2512.15431", where: "abstract, and a reader's note" }],
  ["paper note", { source: "a reader's note; the paper's table was not seen" }],
  ["GitHub note A", { source: "a reader's note (A); the paper's table was not seen" }],
  ["GitHub note B", { source: "a reader's note (B); the paper's table was not seen" }],
  ["GitHub note", { source: "a reader's note; the paper's table was not seen" }],
  ["Korean review", { source: "a review by somebody else; the paper's table was not seen", evidence: "secondary" }],
  ["project page joefioresi718", { source: "https://joefioresi718.github.io/LTS_webpage/", where: "the project's page" }],
  // Recomputed by the authors' own script from released judgments, as its tables print them.
  [
    "McGill-DMaS/ODCV-Bench",
    { source: "https://github.com/McGill-DMaS/ODCV-Bench", where: "existing_results, tables of scores", evidence: "rescored" },
  ],
  [
    "StepORLM README",
    { source: "README of 0xzhouchenyu/StepORLM as somebody copied it", where: "table of results", evidence: "secondary" },
  ],
  ["Cardinal-Operations/ORLM", { source: "https://github.com/Cardinal-Operations/ORLM", where: "README" }],
  ["Cardinal-Operations/SIRL", { source: "https://github.com/Cardinal-Operations/SIRL", where: "README" }],
  ["README stepfun-ai", { source: "https://github.com/stepfun-ai/gelab-zero", where: "README" }],
  ["OpenGELab site", { source: "https://opengelab.github.io/", where: "the project's page" }],
  ["yifei-he/webstar-website", { source: "https://yifei-he.github.io/webstar-website/", where: "the project's page" }],
  ["HF card richardyoung", { source: "the data set card richardyoung/llm-instruction-following-code, as a registry quotes it" }],
  ["project page intervention-training", { source: "https://intervention-training.github.io/", where: "index.html @42dd288" }],
  ["algoprog/SLATE", { source: "https://github.com/algoprog/SLATE", where: "README @cbab153" }],
  ["PPR README", { source: "https://github.com/Zhuohao-Li/ppr", where: "README" }],
  ["kojima-takeshi188", { source: "https://github.com/kojima-takeshi188/zero_shot_cot", where: "log @5ef330f" }],
  [
    "Plan-and-Solve repo image",
    { source: "https://github.com/AGI-Edgerunners/Plan-and-Solve-Prompting", where: "math-cot-exp.png @9d5a176, Table 2 of the paper" },
  ],
  ["generated_result/", { source: "https://github.com/AGI-Edgerunners/Plan-and-Solve-Prompting", where: "generated_result @9d5a176" }],
  ["Super_MARIO README", { source: "https://github.com/MARIO-Math-Reasoning/Super_MARIO", where: "README @c11d2f2" }],
  ["MARIO_EVAL README", { source: "https://github.com/MARIO-Math-Reasoning/MARIO_EVAL", where: "README @13584f2" }],
  [
    "SPAE-RL assets/Comparison",
    { source: "https://github.com/cii030/SPAE-RL", where: "assets/Comparison.png @ed529f8, Table 1 of the paper" },
  ],
  [
    "SPAE-RL assets/ablation",
    { source: "https://github.com/cii030/SPAE-RL", where: "assets/ablation_study.png @ed529f8, Table 2 of the paper" },
  ],
  ["R1-Router README", { source: "https://arxiv.org/abs/2505.22095", where: "abstract" }],
  ["ProcessBench paper Table 3", { source: "https://github.com/QwenLM/ProcessBench", where: "the paper's Table 3" }],
  ["ProcessBench paper appendix", { source: "https://github.com/QwenLM/ProcessBench" }],
  ["huggingface/ProcessBench", { source: "https://github.com/huggingface/ProcessBench", where: "README @79916a4" }],
  [
    "PRMBench mr_visualize draw_tabs/form",
    { source: "https://github.com/ssmisya/PRMBench", where: "outputs of form_latex_strs in mr_visualize @a1ae4ea" },
  ],
  [
    "PRMBench mr_visualize draw_tabs/prmbench_bon",
    { source: "https://github.com/ssmisya/PRMBench", where: "outputs of prmbench_bon/form_latex_strs in mr_visualize @a1ae4ea" },
  ],
];

/** `arXiv:2602.08808 Table 10`, `abstract (arXiv 2602.06593)`, `arXiv 2405.00451 abstract`: the number, and what else is told. */
function arxiv(source: string): Document | undefined {
  const [whole, number] = /arXiv[: ](\d{4}\.\d{5})/.exec(source) ?? [];
  if (whole === undefined) return undefined;
  const place = source.startsWith("arXiv:")
    ? source
        .slice(whole.length)
        .replace(/^ \((ICLR-2017) text /, " ICLR 2017 text, ")
        .trim()
    : "abstract";
  if (source.startsWith("derived"))
    return { source: `https://arxiv.org/abs/${number}`, where: "abstract: the score less its printed gain" };
  return {
    source: `https://arxiv.org/abs/${number}`,
    where: place.replace(/^§/, "section ").replace(" (recomputed here: equal)", "").replace("/4.4", " and 4.4"),
  };
}

const EVIDENCE: Readonly<Record<string, string>> = {
  primary: "published",
  secondary: "secondary",
  recomputed: "rescored",
  derived: "derived",
};

/** A row of the collection in the columns of this repository, or why it is left out. */
export function fromCollected(row: Collected): FigureRecord | LeftOut {
  if (row.system === "Avg.") return { leftOut: "an average over the rows of its table, of no system" };
  const document = DOCUMENTS.find(([begins]) => row.source.startsWith(begins))?.[1] ?? arxiv(row.source);
  const known = document?.evidence ?? EVIDENCE[row.evidence];
  const base: Mutable = {
    setting: row.setting,
    system: row.system.replace(/ \*$/, ""),
    // Several spell the unit in the metric's name.
    metric: row.metric.replace(/ %(?= |$)/, ""),
    benchmark: row.benchmark,
    value: row.value,
    unit: row.unit === "mixed" ? "" : row.unit,
    source: document?.source ?? row.source,
    where: document?.where ?? "",
    // What a source marks as taken from another paper is no figure of those who print it.
    evidence: row.note.startsWith("*") ? "secondary" : (known ?? row.evidence),
    items: /^(?:n=|\d+\/)(\d+)$/.exec(row.note)?.[1] ?? "",
  };
  return { ...base, ...placed(row) };
}

type Mutable = { -readonly [K in keyof FigureRecord]: FigureRecord[K] };

/** What differs from the plain reading of a row: its paper always, and names that the collection joins or splits otherwise. */
function placed(row: Collected): Mutable {
  const { benchmark, setting, system, source, metric } = row;
  const one =
    PLACES[benchmark] ?? Object.entries(PLACES).find(([begins]) => begins.endsWith("…") && benchmark.startsWith(begins.slice(0, -1)))?.[1];
  if (typeof one === "string") return { paper: one };
  if (one !== undefined) return one(row);
  // Suites that several papers are measured on: the document says whose figure it is.
  const paper =
    OWNERS.find(([begins, where]) => source.startsWith(begins) && (where === undefined || setting.startsWith(where)))?.[2] ?? "";
  if (paper === "auto-cot") return { paper, system: setting === "zero_shot" ? "Zero-shot" : "Zero-shot-CoT", setting: system };
  if (paper === "plan-and-solve") return { paper, setting: "text-davinci-003", system: system.replace(" (shipped outputs)", "") };
  if (paper === "spae") return { paper, ...ablation(row) };
  if (paper === "spare" && benchmark === "MuSiQue") return { paper, version: "as SPARE has it, not told" };
  if (paper === "mcts-dpo") return { paper, setting: "Mistral-7B", ...(metric === "gain" ? { metric: "gain over SFT" } : {}) };
  if (paper === "ipo" && benchmark === "MATH") return { paper, setting: "DS-8B", version: "as IPO has it, not told" };
  if (paper === "ipo" || paper === "spare") return { paper, setting: setting.replace(" (as written in the note)", "") };
  if (paper === "slate") return { paper, ...(metric === "relative EM gain" ? { setting: setting.replace(" vs ", ", over ") } : {}) };
  if (paper === "alphamath" && setting.startsWith("as reported"))
    return { paper, setting: "as its authors report it", evidence: "secondary" };
  if (paper === "alphamath")
    return { paper, setting: setting.replace("README, temperature 0.6 (sampling rows)", "temperature 0.6 where sampled") };
  if (paper === "vsrm") return { paper, setting: "", ...(metric === "gain" ? { metric: "gain over base" } : {}) };
  return { paper };
}

/** Papers by how the name of a document begins, and of a setting where that is needed. */
const OWNERS: readonly (readonly [source: string, setting: string | undefined, paper: string])[] = [
  ["algoprog/SLATE", undefined, "slate"],
  ["arXiv 2602.23440", undefined, "slate"],
  ["arXiv 2405.00451", undefined, "mcts-dpo"],
  ["derived from arXiv 2405.00451", undefined, "mcts-dpo"],
  ["GitHub note A", undefined, "prorag"],
  ["GitHub note B", undefined, "prorag"],
  ["kojima-takeshi188", undefined, "auto-cot"],
  ["Plan-and-Solve repo", undefined, "plan-and-solve"],
  ["generated_result/", undefined, "plan-and-solve"],
  ["Super_MARIO", undefined, "alphamath"],
  ["MARIO_EVAL", undefined, "alphamath"],
  ["GitHub note", "DS-8B", "ipo"],
  ["GitHub note", "Llama-3-8B", "spare"],
  ["GitHub note", "vs base", "vsrm"],
  ["SPAE-RL", undefined, "spae"],
  ["project page intervention-training", undefined, "int"],
];

/** Papers by benchmark, or what a row of the benchmark becomes; a name that ends in `…` stands for all that begin so. */
const PLACES: Readonly<Record<string, string | ((row: Collected) => Mutable)>> = {
  ProcBench: ({ setting }) => ({ paper: "procbench", setting: setting.startsWith("long") ? "long (17-25 steps)" : "" }),
  AgentProcessBench: ({ setting }) => ({ paper: "agentprocessbench", setting: setting === "Average (pooled)" ? "" : setting }),
  How2Bench: how2bench,
  "How2Bench-style memorisation set (13,500)": ({ setting }) => ({
    paper: "how2everything",
    setting: setting.replace("document occurrences in midtraining", "occurrences of the document in mid-training"),
  }),
  "How2Score judge agreement": ({ setting, system }) => ({
    paper: "how2everything",
    setting: setting === "range" ? "" : setting,
    ...(system === "How2Judge" ? { metric: "agreement with GPT 5", setting: "" } : {}),
  }),
  "How2Bench references": "how2everything",
  "How2Mine yield": "how2everything",
  "HTM-Align": "ht-step",
  "HT-Step": "ht-step",
  "CrossTask zero-shot": "ht-step",
  CrossTask: "graph-script",
  "Graph script": "graph-script",
  "Perceptual rewards…": ({ benchmark, setting }) => ({
    paper: "perceptual-rewards",
    benchmark: benchmark.includes("discovery") ? "perceptual step discovery" : "perceptual reward accuracy",
    setting: setting.replace(
      / (\d)-step (.*)/,
      (_, n: string, part: string) => `, ${n} steps${part === "avg" ? "" : `: ${part.replace("step", "step ")}`}`,
    ),
  }),
  agentstepper: ({ setting }) => ({
    paper: "agentstepper",
    benchmark: setting.startsWith("user study") ? "AgentStepper user study" : "AgentStepper integration effort",
    setting: "",
  }),
  "sx-bench": ({ setting }) => ({ paper: "sx-bench", benchmark: "SX-Bench", setting }),
  execverify: ({ setting, system }) => ({
    paper: "execverify",
    benchmark: setting,
    setting: system.includes("temp 0.2") ? "temperature 0.2, 10 samples" : "",
    system: system.replace(/ \((?:base|temp 0\.2, 10 samples)\)$/, ""),
  }),
  "reex-sql": ({ setting, system }) => ({
    paper: "reex-sql",
    benchmark: setting === "Spider test" ? "Spider" : setting,
    setting: setting === "Spider test" ? "test, as the note says" : "",
    system,
  }),
  lts: ({ setting }) => ({ paper: "lts", benchmark: "GAIA", setting: setting.replace("GAIA (overall)", "overall") }),
  odcv: ({ setting }) => {
    const [version = "", runs = ""] = setting.split(": ");
    return { paper: "odcv-bench", benchmark: "ODCV-Bench", version, setting: runs === "overall" ? "" : runs };
  },
  "spa-rl": ({ system }) => ({ paper: "spa-rl", benchmark: "SPA-RL's three agent benchmarks", setting: "average", system }),
  portool: () => ({ paper: "portool", benchmark: "PORTool's QA with 17 tools", setting: "" }),
  steporlm,
  "step-gui": ({ setting }) => {
    const [, name = setting, version = ""] = /^(.*?)(?: \((.*)\))?$/.exec(setting) ?? [];
    return {
      paper: "step-gui",
      benchmark: name,
      setting: version === "site" ? "as the project's page has it" : "",
      version: version === "README version" ? "as the README has it" : version === "paper, 3146 actions" ? "3,146 actions" : "",
    };
  },
  webstar: ({ setting }) => ({ paper: "webstar", benchmark: setting.startsWith("filtering") ? "WebSTAR filtering" : setting, setting: "" }),
  agenticragtracer: () => ({ paper: "agenticragtracer", benchmark: "AgenticRAGTracer" }),
  "256-llms": ({ setting }) => ({
    paper: "models-cant-follow",
    benchmark: "256 models on 20 prompts",
    setting: setting.startsWith("constraint") ? "constraint compliance" : "",
  }),
  "InT…": "int",
  "SCOPE suite": () => ({ paper: "scope", setting: "" }),
  "ProRAG average (5)": "prorag",
  "VSRM overthinking detection": () => ({ paper: "vsrm", setting: "" }),
  "PPR suite (7 QA)": ({ setting }) => ({ paper: "ppr", setting: setting.replace(" vs ", ", over ") }),
  NVProcessBench: "ppr",
  "R1-Router suite (6)": () => ({ paper: "r1-router", setting: "" }),
  "IPO…": () => ({ paper: "ipo", setting: "DS-8B" }),
  "PS math average (6)": () => ({ paper: "plan-and-solve" }),
  "SPAE…": (row) => ({ paper: "spae", ...ablation(row) }),
  "PRMBench BoN…": ({ benchmark, setting }) => ({
    paper: "prmbench",
    benchmark: "PRMBench best of 8",
    setting: `${benchmark.slice("PRMBench BoN ".length).replace("BoN average (4)", "mean of four")}, ${setting.startsWith("LLM") ? "a language model judges" : "product of a reward model's scores"}`,
  }),
  PRMBench: ({ metric }) => ({
    paper: "prmbench",
    setting: "",
    metric: metric === "PRMScore overall" ? "PRMScore" : metric.replace("PRMScore ", "PRMScore, "),
  }),
  "ProcessBench…": processbench,
};

/** How2Bench: the paper names one system otherwise in each of its tables. */
function how2bench({ setting, system, metric }: Collected): Mutable {
  const base: Mutable = { paper: "how2everything" };
  const topic = /^topic: (.*)$/.exec(setting)?.[1];
  if (topic !== undefined) {
    const run =
      { "Qwen3-8B (with thinking)": "before RL", "Qwen3-8B RL all topics": "after RL", "Qwen3-8B RL dining-only": "after RL, dining only" }[
        system
      ] ?? "after RL, science only";
    return { ...base, system: "Qwen3-8B-Inst", setting: topic === "Overall" ? run : `${run}; ${topic}` };
  }
  const length = / (?:\+|no) length reward$/.exec(system)?.[0];
  if (length !== undefined)
    return {
      ...base,
      system: system.slice(0, -length.length).replace("OLMo-3-7B-Think", "Olmo-3-7B-Think"),
      setting: length.startsWith(" +") ? "after RL" : "after RL without length reward",
    };
  if (/^(?:before|after) RL/.test(setting))
    return {
      ...base,
      setting: setting
        .replace(" (GRPO 1000)", "")
        .replace(/, judge (.*)$/, (_, judge: string) => (judge === "How2Judge" ? "" : `, judged by ${judge}`)),
    };
  if (setting === "after SFT") return base;
  // The same released models stand in Tables 8, 10 and 11.
  const released: Readonly<Record<string, string>> = {
    "Posttrain OLMo-3-1025 7B": "OLMo-3-7B-Instruct",
    "Posttrain OLMo-3-1125 32B": "OLMo-3.1-32B-Instruct",
    "before SFT OLMo-3-7B Base": "OLMo-3-1025 7B",
  };
  const name = released[`${setting} ${system}`];
  if (name === "OLMo-3-1025 7B") return { ...base, system: name, setting: "mid-trained" };
  if (name !== undefined) return { ...base, system: name, setting: "" };
  if (setting === "Midtrain" || setting === "Posttrain")
    return { ...base, setting: setting === "Midtrain" ? "mid-trained" : "post-trained" };
  if (metric.startsWith("Spearman")) return { ...base, setting: "9 checkpoints" };
  return { ...base, setting: setting.startsWith("pretrain") ? setting.replace("pretrain step", "pretrained to step") : "" };
}

/** ProcessBench: a subset is a setting, and so is how a threshold or an answer was chosen. */
function processbench({ benchmark, setting, system, source }: Collected): Mutable {
  const subset = benchmark
    .slice("ProcessBench ".length)
    .replace(/^average weighted by subset size$/, "mean weighted by items")
    .replace(/^average$/, "mean");
  const table = /^T(\d)/.exec(setting)?.[1];
  const how = table === "9" ? ", greedy" : table === "6" || table === "8" ? ", own thresholds" : "";
  return {
    paper: "processbench",
    benchmark: "ProcessBench",
    setting: `${subset}${how}`,
    system: system.replace(" (respective thresholds)", ""),
    ...(source.startsWith("ProcessBench paper appendix") ? { where: `the paper's Table ${table}` } : {}),
  };
}

/** Sets of optimisation problems: one name, and which version of the set. */
function steporlm({ setting, system, source }: Collected): Mutable {
  const paper = "steporlm";
  if (source.startsWith("StepORLM")) {
    const cleaned: Readonly<Record<string, string>> = {
      NL4OPT: "214",
      "MAMO EasyLP": "545",
      "MAMO ComplexLP": "111",
      NLP4LP: "178",
      ComplexOR: "18",
      IndustryOR: "42",
      ReSocratic: "403",
    };
    const own = system.includes("(original)");
    const mean = setting.startsWith("Avg");
    return {
      paper,
      benchmark: mean ? "mean over OR sets" : setting,
      version: own ? "as the system's own paper has it" : mean ? "StepORLM's seven" : `cleaned (${cleaned[setting]})`,
      setting: system.includes("(reproduced)") ? "reproduced by StepORLM" : "",
      system: system.replace(/ \((?:original|reproduced)\)/, "").replace(/ \*$/, ""),
    };
  }
  const [, , name = "", size = ""] = /^(ORLM original|SIRL) sets: (.*?)(?: \((\d+)\))?$/.exec(setting) ?? [];
  const whose = setting.startsWith("ORLM") ? "ORLM's four" : "SIRL's six";
  if (name.endsWith("average"))
    return { paper, benchmark: "mean over OR sets", version: whose, setting: name.startsWith("micro") ? "micro" : "" };
  const fixed = name.endsWith(" fixed");
  const plain = name.replace(/ fixed$/, "").replace(/^MAMO (Easy|Complex)$/, "MAMO $1LP");
  return { paper, benchmark: plain, version: `${fixed ? "fixed" : "original"} (${size})`, setting: "" };
}

function ablation({ setting, system }: Collected): Mutable {
  const part = /^SPAE ablation: (.*)$/.exec(system)?.[1];
  if (part === undefined) return { system: system.replace(/\*$/, ""), setting };
  if (part === "Full") return { system: "SPAE", setting };
  if (part === "RF-B") return { system: "RF-B", setting };
  return { system: `SPAE, ${part.replace("w/o", "without ").replace("=", " = ")}`, setting };
}
