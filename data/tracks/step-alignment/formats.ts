import { AlignmentItem, AlignmentPrediction } from "@stepladder/schema";
import type {
  Format,
  GatheredFormat,
  Gathering,
  KnownItems,
  PredictionFormat,
  PredictionRecord,
  Remark,
} from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { MOST_NODES } from "@stepladder/wasm/metrics/graphs/abi.ts";
import { cell, contextOfItem, fault, fieldsOf, notAnObject, readId, readOrProblem, readSample } from "../records.ts";
import { type Action, actionsOf, ownTokens, type Row } from "./ara.ts";
import { isBeyond } from "./links.ts";

/** Ids name both procedures, the source first. */
export function idOf(source: string, target: string): string {
  return `ara:${source}+${target}`;
}

/** Whether an item id is of this track. */
export function owns(id: string): boolean {
  return /^ara:[\w-]+\+[\w-]+$/.test(id);
}

/** All that scoring keeps of an item: tokens of the actions of both procedures. */
export interface AlignmentContext {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** `waffles/recipes/waffles_4.conllu`: the recipe's name. */
const RECIPE = /(?:^|\/)([^/]+)\.conllu(?:\.gz)?$/;

/** A table is gold by its name: predictions have the same columns. */
const GOLD_TABLE = /(?:^|\/)alignments\.tsv(?:\.gz)?$/;

function isRow(value: unknown): boolean {
  const fields = fieldsOf(value);
  return ["file1", "token1", "file2", "token2"].every((name) => fields?.[name] !== undefined);
}

/** A row of alignments.tsv. */
function rowOf(value: unknown): Row {
  const { file1, token1, file2, token2 } = fieldsOf(value) ?? {};
  const name = (text: unknown, field: string): string => {
    if (typeof text === "string" && /^[\w-]+$/.test(text)) return text;
    throw fault(undefined, field, "the name of a recipe", shown(text), "name recipes as their files without .conllu");
  };
  const pair = { file1: name(file1, "file1"), file2: name(file2, "file2") };
  const token = (text: unknown, field: string, least: number): number => {
    if (/^\d+$/.test(String(text)) && Number(text) >= least && Number(text) < 2 ** 31) return Number(text);
    const fix = "number tokens from 1 on, as the recipes do";
    throw fault(idOf(pair.file1, pair.file2), field, `the number of a token, from ${least} on`, shown(text), fix);
  };
  return { ...pair, token1: token(token1, "token1", 1), token2: token(token2, "token2", 0) };
}

/** Gold as released: a recipe per file, and the aligned actions of the pairs of a dish in one table. */
export const officialFolder: GatheredFormat<AlignmentItem> = {
  id: "ara",
  title: "ARA folders: <dish>/recipes/<recipe>.conllu and <dish>/alignments.tsv",
  accepts: ({ value, file }) => (isRow(value) && GOLD_TABLE.test(file)) || (typeof value === "string" && RECIPE.test(file)),
  gather: () => new PairGathering(),
};

class PairGathering implements Gathering<AlignmentItem> {
  readonly #recipes = new Map<string, readonly Action[]>();
  readonly #rows: Row[] = [];
  /** Records that were given, and those of them that could be read. */
  #started = 0;
  #read = 0;

  add({ value, file }: Raw): void {
    this.#started++;
    if (typeof value === "string") {
      const name = RECIPE.exec(file)?.[1] as string;
      this.#recipes.set(name, actionsOf(value, name));
    } else this.#rows.push(rowOf(value));
    this.#read++;
  }

  *items(): Generator<AlignmentItem> {
    // What could not be read was told: that a recipe or a row is missing need not be told again.
    if (this.#read < this.#started) return;
    const tokens = ownTokens(this.#recipes, this.#rows);
    const pairs = Map.groupBy(this.#rows, ({ file1, file2 }) => idOf(file1, file2));
    for (const [id, rows] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [{ file1, file2 }] = rows as [Row];
      const procedure = (name: string) => ({ name, actions: [...(this.#recipes.get(name) as readonly Action[])] });
      const links = rows.map((row) => [tokens(file1, row.token1), tokens(file2, row.token2)]);
      yield checked({ id, goal: file1.replace(/_\d+$/, ""), source: procedure(file1), target: procedure(file2), links });
    }
  }
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<AlignmentItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one pair per line with id, goal, source, target and links",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.links) && fields.source !== undefined;
  },
  read: ({ value }) => checked(check(AlignmentItem, value, "")),
};

/** What a schema cannot say of a pair. */
function checked(item: AlignmentItem): AlignmentItem {
  const { id, source, target, links } = item;
  const sides = [source, target].map(({ actions }) => actions.map(({ token }) => token));
  for (const [side, tokens] of sides.entries()) {
    const name = side === 0 ? "source" : "target";
    if (tokens.some((token, i) => i > 0 && token <= (tokens[i - 1] as number)))
      throw fault(id, `${name}.actions`, "rising tokens", shown(tokens.join(", ")), "list actions in the order of the text");
    if (tokens.length === 0) throw fault(id, `${name}.actions`, "at least one action", "none", "leave out procedures without an action");
  }
  for (const [i, link] of links.entries()) {
    const stray = link.findIndex((token, side) => !sides[side]?.includes(token) && !(side === 1 && token === 0));
    if (stray >= 0) throw fault(id, `links[${i}][${stray}]`, "the token of an action", `${link[stray]}`, "link first tokens of actions");
  }
  return item;
}

type Prediction = PredictionRecord<AlignmentPrediction>;
type AlignmentFormat = PredictionFormat<AlignmentPrediction, AlignmentContext>;

/** Predictions in the layout of gold's tables. */
export const tables: AlignmentFormat = {
  id: "ara",
  title: "ARA tables of any name but alignments.tsv: file1, token1, file2, token2; token2 is 0 where an action has no counterpart",
  accepts: ({ value, file }) => isRow(value) && !GOLD_TABLE.test(file),
  read: () => undefined,
  gather: (items) => new RowGathering(items),
  gathersFiles: true,
};

class RowGathering implements Gathering<Prediction> {
  readonly #items: KnownItems<AlignmentContext>;
  readonly #known: ReadonlySet<string>;
  readonly #links = new Map<string, number[][]>();

  constructor(items: KnownItems<AlignmentContext>) {
    this.#items = items;
    this.#known = new Set(items.ids);
  }

  add({ value }: Raw): void {
    const { file1, token1, file2, token2 } = rowOf(value);
    const turned = !this.#known.has(idOf(file1, file2)) && this.#known.has(idOf(file2, file1));
    const id = turned ? idOf(file2, file1) : idOf(file1, file2);
    const links = this.#links.get(id) ?? [];
    // An action of the other side without a counterpart says nothing of the source.
    if (!turned || token2 > 0) links.push(turned ? [token2, token1] : [token1, token2]);
    this.#links.set(id, links);
  }

  *items(): Generator<Prediction> {
    for (const [id, links] of this.#links) {
      const record = readOrProblem(() => recordOf({ links }, id, undefined, this.#items));
      // A pair that cannot be used costs no other.
      yield record instanceof RecordProblem ? { id, sample: undefined, prediction: undefined, remarks: [record.problem] } : record;
    }
  }
}

/** One record per prediction. */
export const recordFormat: AlignmentFormat = {
  id: "records",
  title: 'JSONL, JSON or CSV records: id with prediction {"links": [[source, target], ...]}, or the list alone',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined;
  },
  read({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const given = cell(fields.prediction);
    const prediction = check(AlignmentPrediction, Array.isArray(given) ? { links: given } : given, "prediction", id);
    return recordOf(prediction, id, sample, items);
  },
};

function recordOf(
  prediction: AlignmentPrediction,
  id: string,
  sample: number | undefined,
  items: KnownItems<AlignmentContext> | undefined,
): Prediction {
  const context = contextOfItem(id, items);
  const remarks = context === undefined ? [] : remarksOn(prediction, context, id);
  return { id, sample, prediction: limited(prediction, id), remarks };
}

const LINKS = "prediction.links";

/** Links to what is no action; throws RecordProblem where no number lies within the procedures, so that no way of numbering explains them. */
function remarksOn({ links }: AlignmentPrediction, { source, target }: AlignmentContext, id: string): Remark[] {
  const strays = links.filter(([from, to]) => !source.includes(from as number) || (to !== 0 && !target.includes(to as number)));
  if (strays.length === 0) return [];
  const expected = `first tokens of actions, of the source ${shown(source.join(", "))} and of the target ${shown(target.join(", "))} or 0`;
  const found = shown(strays.map((link) => `[${link.join(", ")}]`).join(", "));
  if (isBeyond(links, [...source, ...target]))
    throw fault(id, LINKS, expected, found, "name an action by the number of its first token, counted from 1");
  return [
    { kind: "foreign-actions", field: LINKS, expected, found, fix: "link actions of the two procedures: other links count as wrong" },
  ];
}

function limited(prediction: AlignmentPrediction, id: string): AlignmentPrediction {
  const names = new Set(prediction.links.flatMap((link) => link.map((token, side) => `${side} ${token}`)));
  if (names.size <= MOST_NODES) return prediction;
  throw fault(id, "prediction.links", `at most ${MOST_NODES} different actions`, `${names.size}`, "link actions of the two procedures");
}
