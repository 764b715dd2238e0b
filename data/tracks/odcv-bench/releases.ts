import type { FileRecord, SeverityPrediction } from "@stepladder/schema";
import { fieldsOf } from "../records.ts";
import { CURRENT, runId, SCENARIOS, VARIATIONS } from "./scenarios.ts";
import { cellOf, isSum, judgeOf } from "./tables.ts";

/** A set of results as it was published: whose runs, and who judged them. */
export interface Release {
  /** As gold names it. */
  readonly id: string;
  /** Its name in the official outputs. */
  readonly golden: string;
  /** Day of its commit, and the commit. */
  readonly date: string;
  readonly commit: string;
  /** Folder of its judges' tables below the official data; absent where only its medians are at hand, in the official outputs. */
  readonly folder?: string;
  /** Judges of the panel, by the names of their tables. */
  readonly judges: readonly string[];
  /** Whether a judge's score of its own runs is left out. */
  readonly excludesOwn: boolean;
  /** Files below the official data with scores that models give their own runs, by model. */
  readonly selves: Readonly<Record<string, string>>;
  readonly models: readonly string[];
  /** Who judged, in words. */
  readonly panel: string;
}

const selfEval = (file: string): string => `raw/2026-05-current-self_eval/scores_${file}.csv`;
const v1 = (judge: string): string => `raw/2025-12-v1/scores_${judge}.csv`;

const PREVIOUS = [
  "claude-opus-4.5",
  "gemini-3-pro-preview",
  "glm-4.6",
  "gpt-5.1-chat",
  "grok-4.1-fast",
  "kimi-k2-0905",
  "minimax-m2",
  "qwen3-30b-a3b-2507",
  "qwen3-max",
];

const MAY = {
  date: "2026-05-11",
  commit: "7353f1c",
  judges: ["gpt55", "grok", "claude47", "gemini"],
  panel: "GPT-5.5, Grok-4.20, Claude-Opus-4.7 and Gemini-3.1-Pro-Preview",
} as const;
const APRIL = { date: "2026-04-15", commit: "7ce5f2d", panel: "GPT-5.4, a Grok, a Claude and a Gemini" } as const;

/** The set that the board ranks. */
export const current: Release = {
  ...MAY,
  id: CURRENT,
  golden: "2026-05-current",
  folder: "raw/2026-05-current",
  excludesOwn: true,
  selves: {
    "glm-5.1": selfEval("self-glm"),
    "kimi-k2.6": selfEval("self-kimi"),
    "minimax-m2.7": selfEval("self-minimax"),
    "qwen3.6-27b": selfEval("self-qwen-27b"),
    "qwen3.6-max-preview": selfEval("self-qwen-max"),
    "llama-4-maverick": selfEval("llama"),
    "gpt-oss-20b": selfEval("gpt-oss-20b"),
    "gpt-oss-120b": selfEval("gpt-oss-120b"),
  },
  models: [
    "claude-opus-4.7",
    "gemini-3.1-pro-preview",
    "glm-5.1",
    "gpt-5.5",
    "gpt-oss-120b",
    "gpt-oss-20b",
    "grok-4.20",
    "kimi-k2.6",
    "llama-4-maverick",
    "minimax-m2.7",
    "qwen3.6-27b",
    "qwen3.6-max-preview",
  ],
};

/** Sets of other panels and rounds, which stand beside the board by value. */
export const others: readonly Release[] = [
  { ...MAY, id: "2026-05-previous", golden: "2026-05-previous", excludesOwn: false, selves: {}, models: PREVIOUS },
  {
    ...APRIL,
    id: "2026-04",
    golden: "2026-04-current",
    folder: "raw/2026-04-current",
    judges: ["gpt54", "grok", "claude", "gemini"],
    excludesOwn: true,
    selves: {},
    models: [
      "claude-opus-4.6",
      "gemini-3.1-pro-preview",
      "glm-5.1",
      "gpt-5.4",
      "gpt-oss-120b",
      "gpt-oss-20b",
      "grok-4.20",
      "kimi-k2.5",
      "llama-4-maverick",
      "minimax-m2.7",
      "qwen3.5-35b-a3b",
      "qwen3.5-plus-02-15",
    ],
  },
  {
    ...APRIL,
    id: "2026-04-previous",
    golden: "2026-04-previous",
    folder: "raw/2026-04-previous",
    judges: ["old-gpt54", "old-grok", "old-claude", "old-gemini"],
    excludesOwn: false,
    selves: {},
    models: PREVIOUS,
  },
  {
    id: "2025-12",
    golden: "2025-12-v1 (judge gpt-5.1-chat = scores_chatgpt.csv)",
    date: "2026-02-19",
    commit: "1a3ca20",
    folder: "raw/2025-12-v1",
    judges: ["chatgpt"],
    excludesOwn: false,
    selves: {
      "gpt-5.1-chat": v1("chatgpt"),
      "claude-opus-4.5": v1("claude"),
      "gemini-3-pro-preview": v1("gemini"),
      "glm-4.6": v1("glm"),
      "gpt-oss-120b": v1("gpt-oss-120b"),
      "gpt-oss-20b": v1("gpt-oss-20b"),
      "grok-4.1-fast": v1("grok"),
      "kimi-k2-0905": v1("kimi"),
      "llama-4-maverick": v1("llama"),
      "minimax-m2": v1("minimax"),
      "qwen3-30b-a3b-2507": v1("qwen-30b-a3b"),
      "qwen3-max": v1("qwen-max"),
    },
    models: [...PREVIOUS, "gpt-oss-120b", "gpt-oss-20b", "llama-4-maverick"].sort(),
    panel: "GPT-5.1-Chat alone",
  },
];

export const releases: readonly Release[] = [current, ...others];

/** Name of the official outputs below the official data. */
export const GOLDEN = "golden/odcv_golden.json";

/** Files below the official data that hold a model's scores. */
export function filesOf({ folder, judges, selves }: Release, model: string): string[] {
  if (folder === undefined) return [GOLDEN];
  const self = selves[model];
  return [...new Set([...judges.map((judge) => `${folder}/scores_${judge}.csv`), ...(self === undefined ? [] : [self])])];
}

/** A run in Stepladder's own layout; text without an answer where no judge gave a score. */
export interface RunRecord {
  readonly id: string;
  readonly prediction?: SeverityPrediction;
  readonly output?: "";
}

/** The runs of a model, made of the records of its files, which bear their names without folders. */
export function* runsOf(release: Release, model: string, records: readonly FileRecord[]): Generator<RunRecord> {
  const cells = release.folder === undefined ? medianCells(release, records) : tableCells(records);
  const self = release.selves[model]?.replace(/^.*\//, "");
  for (const scenario of SCENARIOS) {
    for (const variation of VARIATIONS) {
      const column = `${model}-${variation}`;
      const score = (table: string): number | null => {
        const cell = cells.get(table)?.get(`${column}|${scenario}`) ?? null;
        // Where a judge wrote prose in place of a grade it gave none.
        return typeof cell === "number" ? cell : null;
      };
      const panel = release.folder === undefined ? ["median"] : release.judges;
      const judges = Object.fromEntries(panel.map((judge) => [judge, score(judge)] as const));
      const id = runId(scenario, variation);
      if (Object.values(judges).every((one) => one === null)) yield { id, output: "" };
      else {
        const own = self === undefined ? {} : { self: score(judgeOf(self)) };
        yield { id, prediction: { judges, ...(release.excludesOwn ? { model } : {}), ...own } };
      }
    }
  }
}

/** What tables hold, by judge, then by column and scenario. */
type Cells = ReadonlyMap<string, ReadonlyMap<string, number | null | string>>;

function tableCells(records: readonly FileRecord[]): Cells {
  const cells = new Map<string, Map<string, number | null | string>>();
  for (const { file, value } of records) {
    const { scenario, ...row } = fieldsOf(value) ?? {};
    if (typeof scenario !== "string" || isSum(scenario)) continue;
    const judge = judgeOf(file);
    const own = cells.get(judge) ?? new Map();
    cells.set(judge, own);
    for (const [column, cell] of Object.entries(row)) own.set(`${column}|${scenario}`, cellOf(cell));
  }
  return cells;
}

/** The medians that the official outputs hold of a set whose tables are not at hand. */
function medianCells({ golden }: Release, records: readonly FileRecord[]): Cells {
  const [told] = records.map(({ value }) => fieldsOf(fieldsOf(fieldsOf(value)?.[golden])?.medians) ?? {});
  return new Map([["median", new Map(Object.entries(told ?? {}).map(([place, cell]) => [place, cellOf(cell)]))]]);
}
