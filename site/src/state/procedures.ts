import { readSizes, type Sizes } from "./board.ts";

/** What the address of the explorer says; all empty where the page is as it was built. */
export interface ExplorerQuery {
  /** Words that a procedure holds, all of them. */
  readonly search: string;
  readonly topic: string;
  /** Id of the miner that found it. */
  readonly miner: string;
  readonly lang: string;
  /** How many steps it has, both ends included. */
  readonly steps: Sizes;
}

export const CHOSEN = ["topic", "miner", "lang"] as const;
export type Chosen = (typeof CHOSEN)[number];

/** What can be chosen in each menu. */
export type ExplorerChoices = Readonly<Record<Chosen, readonly string[]>>;

/** A procedure as it is chosen by. */
export type ProcedureFacts = Readonly<Record<Chosen, string>> & {
  readonly steps: number;
  /** All that it says, folded. */
  readonly words: string;
};

/** Reads `?q=knot&topic=health&miner=json-ld&lang=de&steps=4-8`, in any order; what is malformed or not to be chosen counts as absent. */
export function readExplorerQuery(search: string, choices: ExplorerChoices): ExplorerQuery {
  const query = new URLSearchParams(search);
  const chosen = (name: Chosen): string => {
    const value = query.get(name) ?? "";
    return choices[name].includes(value) ? value : "";
  };
  return {
    search: query.get("q") ?? "",
    topic: chosen("topic"),
    miner: chosen("miner"),
    lang: chosen("lang"),
    steps: readSizes(query.get("steps") ?? ""),
  };
}

/** The query that leads back to this view; empty for the page as it was built. */
export function writeExplorerQuery({ search, steps, ...chosen }: ExplorerQuery): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("q", search);
  for (const name of CHOSEN) if (chosen[name] !== "") query.set(name, chosen[name]);
  if (steps.from !== undefined || steps.to !== undefined) query.set("steps", `${steps.from ?? ""}-${steps.to ?? ""}`);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Whether a procedure is among those that a query asks for. */
export function isAskedFor(facts: ProcedureFacts, { search, steps, ...chosen }: ExplorerQuery): boolean {
  return (
    CHOSEN.every((name) => chosen[name] === "" || chosen[name] === facts[name]) &&
    facts.steps >= (steps.from ?? 0) &&
    facts.steps <= (steps.to ?? Number.POSITIVE_INFINITY) &&
    folded(search)
      .split(" ")
      .every((word) => facts.words.includes(word))
  );
}

/** Text as it is searched in: lower case, without accents, single spaces. */
export function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
