import type { AlignmentItem } from "@stepladder/schema";
import { shown } from "@stepladder/wasm/intake/check.ts";
import { fault } from "../records.ts";

/** An action of a procedure: the number of its first token, and its words. */
export type Action = AlignmentItem["source"]["actions"][number];

/** A row of a table of aligned actions; `token2` is 0 where the source's action has no counterpart. */
export interface Row {
  readonly file1: string;
  readonly token1: number;
  readonly file2: string;
  readonly token2: number;
}

/** The actions of a recipe in CoNLL-U: B-A in the fifth column begins one, I-A goes on. Throws RecordProblem. */
export function actionsOf(text: string, name: string): Action[] {
  const actions: Action[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [token = "", word = "", , , tag = ""] = line.split("\t");
    if (!/^[1-9]\d*$/.test(token) || word === "" || !["B-A", "I-A", "O"].includes(tag)) {
      const fix = "use the recipes as released";
      throw fault(
        undefined,
        `${name}.conllu:${i + 1}`,
        "a token's number, its word and, in the fifth column, B-A, I-A or O",
        shown(line),
        fix,
      );
    }
    const last = actions.at(-1);
    if (tag === "B-A" || (tag === "I-A" && last === undefined)) actions.push({ token: Number(token), text: word });
    else if (tag === "I-A" && last !== undefined) actions[actions.length - 1] = { ...last, text: `${last.text} ${word}` };
  }
  return actions;
}

/**
 * The token of an action that a table names by its own numbers. Two recipes of ARA 1.1 are numbered otherwise in the tables than in their
 * files; as sources they have a row for every action, so the k-th number is the k-th action. Throws RecordProblem where neither helps.
 */
export function ownTokens(recipes: ReadonlyMap<string, readonly Action[]>, rows: readonly Row[]): (name: string, token: number) => number {
  const told = new Map<string, Set<number>>();
  const keep = (name: string, token: number): void => {
    const tokens = told.get(name) ?? new Set<number>();
    told.set(name, tokens.add(token));
  };
  const asSource = new Map<string, Set<number>>();
  for (const { file1, token1, file2, token2 } of rows) {
    keep(file1, token1);
    if (token2 > 0) keep(file2, token2);
    asSource.set(file1, (asSource.get(file1) ?? new Set()).add(token1));
  }
  const renumbered = new Map<string, ReadonlyMap<number, number>>();
  for (const [name, tokens] of told) {
    const own = recipes.get(name)?.map(({ token }) => token);
    if (own === undefined) throw fault(undefined, "file1, file2", "recipes that are given", `${name}`, "give the whole folder of a dish");
    if ([...tokens].every((token) => own.includes(token))) continue;
    const listed = [...(asSource.get(name) ?? [])].sort((a, b) => a - b);
    const stray = [...tokens].find((token) => !(listed.length === own.length ? listed : own).includes(token));
    if (stray !== undefined)
      throw fault(
        undefined,
        `${name}.conllu`,
        "an action at every token that a table names",
        `none at ${stray}`,
        "use files of one release",
      );
    renumbered.set(name, new Map(listed.map((token, k) => [token, own[k] as number])));
  }
  return (name, token) => renumbered.get(name)?.get(token) ?? token;
}
