import type { Gathering, KnownItems, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Judged, Ranked } from "@stepladder/wasm/intake/trec.ts";
import { contextOfItem } from "./records.ts";

/** A candidate where a run has it. */
interface Placed<Candidate> {
  readonly candidate: Candidate;
  readonly score: number;
  readonly rank: number;
}

/** How a track takes a run: queries are the ids of its items. */
interface Queries<Prediction, Context, Candidate> {
  /** What documents are, for people. */
  readonly documents: string;
  /** The candidate that a document stands for; throws RecordProblem. */
  candidate(document: string, id: string, context: Context | undefined): Candidate;
  /** The prediction of candidates, best first. */
  prediction(ranked: readonly Placed<Candidate>[], context: Context | undefined): Prediction;
}

/** The number that a document is, where it is spelled in the one way that makes each document one: without a sign or leading zeros. */
export function numbered(document: string): number | undefined {
  return /^(?:0|[1-9]\d*)$/.test(document) ? Number(document) : undefined;
}

/** A TREC run as predictions. As in trec_eval scores order the candidates; of equal ones the rank does. */
export function runFormat<Prediction, Context, Candidate>(
  queries: Queries<Prediction, Context, Candidate>,
): PredictionFormat<Prediction, Context> {
  return {
    id: "trec-run",
    title: `TREC run: query Q0 document rank score run, a line for each candidate; ${queries.documents}`,
    accepts: ({ value }) => value instanceof Ranked,
    read: ({ value }) => ({ id: (value as Ranked).query, sample: undefined, prediction: undefined }),
    gather: (items) => new Run(queries, items),
  };
}

class Run<Prediction, Context, Candidate> implements Gathering<PredictionRecord<Prediction>> {
  readonly #queries: Queries<Prediction, Context, Candidate>;
  readonly #items: KnownItems<Context>;
  readonly #ranked = new Map<string, Map<string, Placed<Candidate>>>();

  constructor(queries: Queries<Prediction, Context, Candidate>, items: KnownItems<Context>) {
    this.#queries = queries;
    this.#items = items;
  }

  add({ value }: Raw): void {
    const { query: id, document, rank, score } = value as Ranked;
    const own = this.#ranked.get(id) ?? new Map<string, Placed<Candidate>>();
    if (own.has(document)) throw doubled(id, document, "give a file for each run");
    const candidate = this.#queries.candidate(document, id, contextOfItem(id, this.#items));
    this.#ranked.set(id, own.set(document, { candidate, score, rank }));
  }

  *items(): Generator<PredictionRecord<Prediction>> {
    for (const [id, own] of this.#ranked) {
      const ranked = [...own.values()].sort((a, b) => b.score - a.score || a.rank - b.rank);
      const prediction = this.#queries.prediction(ranked, contextOfItem(id, this.#items));
      yield { id, sample: undefined, prediction, remarks: otherOrder(ranked) };
    }
  }
}

/** What a person is told whose ranks are not those of the scores, as where these are distances. */
function otherOrder(ranked: readonly Placed<unknown>[]): readonly Remark[] {
  const at = ranked.findIndex(({ rank }, i) => i > 0 && rank < (ranked[i - 1]?.rank as number));
  if (at === -1) return [];
  const told = ({ rank, score }: Placed<unknown>): string => `rank ${rank} for the score ${score}`;
  return [
    {
      kind: "other-order",
      field: "rank",
      expected: "ranks in the order of the scores, the highest first",
      found: `${told(ranked[at - 1] as Placed<unknown>)} and ${told(ranked[at] as Placed<unknown>)}`,
      fix: "scores are what counts, as in trec_eval: give higher ones for better candidates, such as negated distances",
    },
  ];
}

/** Judgments by query, in the order in which they come. */
export class Judgments {
  readonly #byQuery = new Map<string, Map<string, number>>();

  /** Throws RecordProblem where a document is judged again. */
  add({ query, document, relevance }: Judged): void {
    const own = this.#byQuery.get(query) ?? new Map<string, number>();
    if (own.has(document)) throw doubled(query, document, "give one judgment for each document of a query");
    this.#byQuery.set(query, own.set(document, relevance));
  }

  /** Relevance by document, of each query. */
  get byQuery(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.#byQuery;
  }
}

function doubled(id: string, document: string, fix: string): RecordProblem {
  return new RecordProblem({
    kind: "doubled-candidate",
    severity: "error",
    id,
    field: "document",
    expected: "each document once for a query",
    found: `${document} again`,
    fix,
  });
}
