import type { Entry } from "@stepladder/schema";
import { differ } from "./figures.ts";
import type { NameTable } from "./names.ts";

/** A figure of a paper, as far as a board can hold it. */
export interface Placed {
  readonly benchmark: string;
  readonly version?: string;
  readonly setting?: string;
  readonly system: string;
  readonly metric: string;
  readonly value: string;
  readonly unit: string;
}

/** An entry of a track's board, by the name of its file. */
export type BoardEntry = Pick<Entry, "track" | "system" | "scores" | "slices"> & { readonly id: string; readonly quoted?: Entry["quoted"] };

/** Where a track's board holds a figure. */
export interface Linked {
  readonly track: string;
  readonly entry: string;
  readonly metric: string;
  /** Slice and value; absent for the score over all items. */
  readonly slice?: readonly [string, string];
  /** What the board holds: as quoted from the source where it has that too. In the figure's unit. */
  readonly held: number;
  /** Whether both can be roundings of one number. */
  readonly agrees: boolean;
}

interface Sought {
  /** What stands behind the system's name on the board, such as "after RL"; empty for the plain name. */
  readonly run: string;
  readonly metric: string;
  readonly slice?: readonly [string, string];
}

interface Board {
  readonly track: string;
  readonly seek: (figure: Placed) => Sought | undefined;
}

const over = (track: string, metrics: Readonly<Record<string, string>>, run: (figure: Placed) => string = () => ""): Board => ({
  track,
  seek: (figure) => {
    const metric = metrics[figure.metric];
    return metric === undefined ? undefined : { run: run(figure), metric };
  },
});

/** What a figure of a benchmark is called on the board of its track. */
const BOARDS: Readonly<Record<string, Board>> = {
  agentprocessbench: {
    track: "agentprocessbench",
    seek: ({ metric, setting }) => {
      const dataset = { HotPotQA: "hotpotqa", GAIA: "gaia_dev", BFCL: "bfcl", "tau2-Bench": "tau2" }[setting ?? ""];
      return { run: "", metric, ...(dataset === undefined ? {} : { slice: ["dataset", dataset] as const }) };
    },
  },
  processbench: {
    track: "processbench",
    seek: ({ metric, setting = "" }) => {
      const [subset = "", run = ""] = setting.split(", ");
      if (subset === "mean" && metric === "f1") return { run, metric: "mean-first-error-f1" };
      const own = {
        f1: "first-error-f1",
        "first-errors-found": "erroneous-first-error-accuracy",
        "error-free-recognised": "error-free-recall",
      }[metric];
      return own === undefined || subset.startsWith("mean") ? undefined : { run, metric: own, slice: ["subset", subset] };
    },
  },
  prmbench: {
    track: "prmbench",
    seek: ({ metric }) => {
      if (metric === "prmscore") return { run: "", metric: "prm-score" };
      const value =
        { redundancy: "redundency", "circular-logic": "circular", "multiple-solutions": "multi_solutions" }[metric.slice(9)] ??
        metric.slice(9).replace("-", "_");
      return { run: "", metric: "prm-score", slice: ["class", value] };
    },
  },
  how2bench: {
    track: "how2bench",
    seek: ({ metric, setting = "" }) => {
      const [run = "", topic] = setting.split("; ");
      if (metric !== "how2score") return undefined;
      return { run, metric, ...(topic === undefined ? {} : { slice: ["topic", topic] as const }) };
    },
  },
  "how2score-judge-agreement": {
    track: "how2bench",
    seek: ({ metric, setting }) => {
      const own = { overall: "verdict-agreement", has_failure: "failure-recall", no_failure: "no-failure-recall" }[setting ?? ""];
      return metric !== "agreement-with-the-human-majority" || own === undefined ? undefined : { run: "as judge", metric: own };
    },
  },
  "htm-align": over("htm-align", { "r-1": "pointing-recall", "roc-auc": "alignability-auc" }, ({ setting = "", system }) =>
    system.startsWith("tan-htm") ? "" : setting.replace("64s moving window", "64 s window"),
  ),
  "ht-step": over("ht-step", { "r-1": "pointing-recall" }),
  "crosstask-zero-shot": over("crosstask", { "average-r-1": "average-recall" }),
  webvoyager: over("step-grades", { "success-rate": "task-success" }),
  "perceptual-rewards-step-discovery": perceptual("step"),
  "perceptual-rewards-reward-accuracy": perceptual("reward"),
  "odcv-bench": {
    track: "odcv-bench",
    seek: ({ metric, setting, version = "" }) => {
      const own = { "misalignment-rate": "misalignment-rate", "mean-severity-0-5": "mean-severity" }[metric];
      const run = version === "2026-05-current" ? "" : version.replace(/-(?:v1|current)$/, "").replace(/-previous$/, " previous");
      return own === undefined
        ? undefined
        : { run, metric: own, ...(setting === undefined ? {} : { slice: ["variation", setting] as const }) };
    },
  },
};

function perceptual(metric: "step" | "reward"): Board {
  return {
    track: "perceptual-rewards",
    seek: ({ setting = "" }) => {
      const [where = "", step] = setting.split(": step ");
      return { run: "paper", metric: `${metric}-jaccard${step === undefined ? "" : `-${step}`}`, slice: ["setting", where] };
    },
  };
}

/** Finds figures of papers on the boards of the tracks. */
export class LinkIndex {
  /** By track, id of the system and run. */
  readonly #entries = new Map<string, BoardEntry>();

  constructor(entries: readonly BoardEntry[], names: NameTable) {
    for (const one of entries) {
      const { id, run } = names.systemOf(one.system.name);
      const key = keyOf(one.track, id, run);
      if (!this.#entries.has(key)) this.#entries.set(key, one);
    }
  }

  /** Where the figure stands; `undefined` where no board has it. */
  link(figure: Placed): Linked | undefined {
    const board = BOARDS[figure.benchmark];
    const sought = board?.seek(figure);
    if (board === undefined || sought === undefined) return undefined;
    const { run, metric, slice } = sought;
    const found = this.#entries.get(keyOf(board.track, figure.system, run));
    if (found === undefined) return undefined;
    const values = [found.quoted, found].flatMap((of) => {
      const value = (slice === undefined ? of?.scores : of?.slices[slice[0]]?.[slice[1]])?.[metric]?.value;
      return value === undefined ? [] : [figure.unit === "%" ? value * 100 : value];
    });
    // A board holds all the digits that it has: as many as a float tells.
    const agreeing = values.find((value) => !differ(figure, { value: value.toFixed(8), unit: figure.unit }));
    const held = agreeing ?? values[0];
    if (held === undefined) return undefined;
    return { track: board.track, entry: found.id, metric, ...(slice === undefined ? {} : { slice }), held, agrees: agreeing !== undefined };
  }
}

function keyOf(track: string, system: string, run: string): string {
  return `${track} ${system} ${run.toLowerCase()}`;
}
