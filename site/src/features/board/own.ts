import type { Cut } from "@stepladder/wasm/host/board.ts";
import { compareHref } from "../../link.ts";
import { mineId } from "../../state/compare.ts";
import { forgetMine, type Mine, mineOf } from "../../state/mine.ts";
import { StatsClient } from "../../workers/statistics.ts";
import { apartOfMine } from "../compare/refuse.ts";
import type { BoardFacts, BoardMetric } from "./facts.ts";
import { type CutQuestion, computeCut, type Live } from "./live.ts";
import { drawOwn, OWN, ownRow } from "./own-row.ts";
import type { BoardTable } from "./tables.ts";
import type { CutFigures } from "./view.ts";

/** A kept result with what is known of it on the cut that is asked for. */
interface Kept {
  readonly mine: Mine;
  /** Why it is never ranked here. */
  readonly apart?: string;
  figures?: CutFigures;
}

const APART = { items: "measured on other items than the board’s", kernels: "measured by other kernels than the board’s", quoted: "" };

/**
 * The reader's own results on a board. Each is ranked as if it alone joined; the others keep their ranks. Nothing is fetched and no worker
 * starts where nothing is kept, or nothing that can be put beside the board's packs.
 */
export class OwnRows {
  /** Why they could not be computed; empty while nothing failed. */
  failure = "";
  #kept: Kept[] = [];
  #client: StatsClient | undefined;
  /** The cut that is computed or under way; another one ends the computation of the one before. */
  #asked: string | undefined;
  readonly #facts: BoardFacts;
  readonly #tables: readonly BoardTable[];
  readonly #changed: () => void;

  constructor(facts: BoardFacts, tables: readonly BoardTable[], changed: () => void) {
    this.#facts = facts;
    this.#tables = tables;
    this.#changed = changed;
  }

  /** Reads what is kept of this board, and puts it on the page. */
  async load(): Promise<void> {
    const kept = await mineOf(this.#facts.track);
    if (kept.length === 0 && this.#kept.length === 0) return;
    this.#kept = kept.map((mine) => {
      const apart = apartOfMine(mine.hashes, this.#facts.shared);
      return { mine, ...(apart === undefined ? {} : { apart: APART[apart] }) };
    });
    this.#asked = undefined;
    for (const board of this.#tables) this.#put(board);
    this.#changed();
  }

  /** Computes how they stand on a cut, unless that is done or under way. */
  show(cut: Cut, first: readonly string[]): void {
    const kept = this.#kept.filter(({ apart }) => apart === undefined);
    const { files } = this.#facts;
    const asked = JSON.stringify(cut);
    if (files === undefined || kept.length === 0 || asked === this.#asked) return;
    this.#asked = asked;
    this.failure = "";
    for (const one of kept) delete one.figures;
    this.#client ??= new StatsClient(files);
    const all = this.#kept;
    const isAsked = (): boolean => this.#asked === asked && this.#kept === all;
    this.#compute(this.#client, kept, { cut, first, facts: this.#facts, tables: this.#tables }, isAsked).catch((error: unknown) => {
      if (!isAsked()) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.#changed();
    });
  }

  async #compute(client: StatsClient, kept: readonly Kept[], question: CutQuestion, isAsked: () => boolean): Promise<void> {
    for (const one of kept) {
      if (!isAsked()) return;
      // The one before is let go: each joins alone.
      await client.ask((api) => api.add({ id: OWN, kind: "system", matrix: one.mine.matrix }));
      await computeCut(client, question, isAsked, (figures) => {
        one.figures = figures;
        this.#changed();
      });
    }
  }

  /** Writes the rows of a table, beside figures of the others as they are shown. */
  draw(board: BoardTable, ranking: BoardMetric | undefined, live: Live): void {
    const cut = live.state === "cut" ? live.figures : undefined;
    const shown = (ranking && (cut ?? this.#facts).standings[ranking.id]) ?? {};
    for (const [at, { mine, apart, figures }] of this.#kept.entries()) {
      const own = board.own[at];
      if (own === undefined) continue;
      const isWaiting =
        apart === undefined && this.failure === "" && (figures === undefined || (ranking && !figures.standings[ranking.id]));
      own.row.ariaBusy = isWaiting ? "true" : null;
      drawOwn(
        board,
        own,
        { mine, figures: apart === undefined ? figures : cut, why: this.#why(apart) },
        { facts: this.#facts, ranking, shown },
      );
    }
  }

  #why(apart: string | undefined): string | undefined {
    if (apart !== undefined) return apart;
    if (this.failure !== "") return this.failure;
    const isAlone = this.#facts.files?.packs.every(({ kind }) => kind !== "system") ?? true;
    return isAlone ? "no system is here to be ranked among" : undefined;
  }

  #put(board: BoardTable): void {
    for (const { row } of board.own) row.remove();
    board.own = this.#kept.flatMap(({ mine, apart }) => {
      const leader = this.#leader();
      const compare = leader === undefined ? undefined : compareHref(this.#facts.track, [mineId(mine.name), leader]);
      const remove = (): void => {
        void forgetMine(mine.track, mine.name).then(() => this.load());
        document.querySelector<HTMLElement>("[data-board-own] input")?.focus();
      };
      return ownRow(board, mine, this.#facts, apart, { compare, remove }) ?? [];
    });
  }

  /** The first in line of what can be compared: a system, where there is one. */
  #leader(): string | undefined {
    const packs = this.#facts.files?.packs ?? [];
    const systems = packs.filter(({ kind }) => kind === "system");
    const rivals = systems.length > 0 ? systems : packs;
    return this.#tables[0]?.rows.find((row) => rivals.some(({ id }) => id === row.id))?.id;
  }
}
