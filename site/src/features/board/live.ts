import type { Cut } from "@stepladder/wasm/host/board.ts";
import type { Value } from "@stepladder/wasm/metrics/contract.ts";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import type { StatsClient } from "../../workers/statistics.ts";
import type { BoardFacts } from "./facts.ts";
import type { BoardTable } from "./tables.ts";
import { type ToldRows, toldRows } from "./told.ts";
import type { CutFigures } from "./view.ts";

/** What the page shows of a cut: the built figures, a computation under way, figures, or why there are none. */
export type Live =
  | { readonly state: "built" }
  | { readonly state: "waiting" }
  | { readonly state: "cut"; readonly figures: CutFigures }
  | { readonly state: "failed"; readonly reason: string };

const LEFT_OUT: Value = { kind: "none", reason: "not in the cut" };

/** Computes the figures of cuts in a worker, the newest asked for; each step is told. */
export class LiveCut {
  live: Live = { state: "built" };
  readonly #client: StatsClient | undefined;
  readonly #facts: BoardFacts;
  readonly #tables: readonly BoardTable[];
  readonly #changed: () => void;
  /** Address of the cut that is shown or under way; another one in its place ends the computation of the one before. */
  #asked = JSON.stringify({});

  constructor(client: StatsClient | undefined, facts: BoardFacts, tables: readonly BoardTable[], changed: () => void) {
    this.#client = client;
    this.#facts = facts;
    this.#tables = tables;
    this.#changed = changed;
  }

  /** Shows a cut, unless it is shown already; `first` names the metrics that the tables are ranked by. */
  show(cut: Cut, first: readonly string[]): void {
    const asked = JSON.stringify(cut);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const client = this.#client;
    if (client === undefined || Object.keys(cut).length === 0) {
      this.live = { state: "built" };
      return;
    }
    this.live = { state: "waiting" };
    const isAsked = (): boolean => this.#asked === asked;
    const tell = (figures: CutFigures): void => this.#tell({ state: "cut", figures });
    computeCut(client, { cut, first, facts: this.#facts, tables: this.#tables }, isAsked, tell).catch((error: unknown) => {
      if (isAsked()) this.#tell({ state: "failed", reason: error instanceof Error ? error.message : String(error) });
    });
  }

  /** Asks again for what failed. */
  again(cut: Cut, first: readonly string[]): void {
    this.#asked = "";
    this.show(cut, first);
  }

  #tell(live: Live): void {
    this.live = live;
    this.#changed();
  }
}

/** What is computed of a cut: the metrics that tables are ranked by come first. */
export interface CutQuestion {
  readonly cut: Cut;
  readonly first: readonly string[];
  readonly facts: BoardFacts;
  readonly tables: readonly BoardTable[];
}

/** Computes the figures of a cut; they are told again with each metric that has come, until they are no longer asked for. */
export async function computeCut(
  client: StatsClient,
  { cut, first, facts, tables }: CutQuestion,
  isAsked: () => boolean,
  tell: (figures: CutFigures) => void,
): Promise<void> {
  const ids = facts.metrics.map(({ id }) => id);
  const coverage = await client.ask((api) => api.coverage(cut));
  const values: Record<string, ReadonlyMap<string, Value>> = {};
  for (const id of ids) {
    const own = await client.ask((api) => api.valuesOn(id, [cut]));
    values[id] = new Map([...own].map(([row, [value]]) => [row, value as Value]));
  }
  const bySlice = await valuesBySlice(client, cut, tables);
  const standings: Record<string, ToldRows> = {};
  for (const id of new Set([...first, ...ids])) {
    if (!isAsked()) return;
    standings[id] = toldRows((await client.ask((api) => api.standings(id, cut, DRAWING))).of);
    if (isAsked()) tell({ cut, coverage, values, bySlice, standings: { ...standings } });
  }
}

async function valuesBySlice(client: StatsClient, cut: Cut, tables: readonly BoardTable[]): Promise<CutFigures["bySlice"]> {
  const told: Record<string, ReadonlyMap<string, readonly Value[]>> = {};
  for (const { table, heads } of tables) {
    const { slice, metric } = table.dataset;
    if (slice === undefined || metric === undefined) continue;
    const columns = heads.map(({ dataset }) => dataset.col ?? "").filter((column) => column !== "system" && column !== "all");
    const inside = columns.map((value) => cut[slice] === undefined || cut[slice].includes(value));
    const cuts = columns.filter((_, at) => inside[at]).map((value) => ({ ...cut, [slice]: [value] }));
    const values = await client.ask((api) => api.valuesOn(metric, [cut, ...cuts]));
    const spread = ([all, ...rest]: readonly Value[]): Value[] => {
      const left = rest[Symbol.iterator]();
      return [all as Value, ...inside.map((isIn) => (isIn ? (left.next().value as Value) : LEFT_OUT))];
    };
    told[slice] = new Map([...values].map(([row, own]) => [row, spread(own)]));
  }
  return told;
}
