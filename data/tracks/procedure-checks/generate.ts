import type { ChecksItem, Constraint } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { procedureOf } from "@stepladder/wasm/metrics/checks/loose.ts";
import { quantitiesOf } from "@stepladder/wasm/metrics/checks/quantities.ts";
import { checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { sentenceOf } from "@stepladder/wasm/metrics/checks/words.ts";
import { checkedName, type GenerateOptions } from "../procladder/options.ts";
import { Random } from "../procladder/random.ts";
import { changed, type Draft, type Edit, foreign, merged, missing, parted, repeated, swapped, unlisted, unused } from "./edits.ts";
import { procedures, type Source } from "./procedures.ts";
import { written } from "./written.ts";

/** The difficulties: how many changes a procedure is put through, of which kinds, and how many constraints hold all along. */
export const splits = [
  { id: "easy", changes: 1, kept: 1, edits: [foreign, missing, swapped, repeated] },
  { id: "medium", changes: 2, kept: 2, edits: [foreign, missing, swapped, repeated, parted, changed, unused] },
  { id: "hard", changes: 4, kept: 4, edits: [foreign, missing, swapped, repeated, parted, changed, unused, merged, unlisted] },
] as const satisfies readonly { id: ChecksItem["split"]; changes: number; kept: number; edits: readonly Edit[] }[];

/** Published sets by month; none changes after it is published. Each procedure is in each split once. */
export const releases = {
  "2026-11": { seed: 1, items: splits.length * procedures.length },
} as const satisfies Record<string, GenerateOptions>;

/** The release that is built where none is named. */
export const defaultRelease: keyof typeof releases = "2026-11";

const WORD = 2 ** 32;
const kernels = await loadKernels();

/** The items of a seed. Item i depends on the seed, i and the procedures only. Throws a RangeError where an option is out of range. */
export function* generateItems(options: GenerateOptions): Generator<ChecksItem> {
  const name = checkedName(options, WORD);
  for (let index = 0; index < options.items; index++) yield generateItem(options.seed, name, index);
}

/** The same items as lines of a JSONL file, each with its line feed. */
export function* itemLines(options: GenerateOptions): Generator<string> {
  for (const item of generateItems(options)) yield `${JSON.stringify(item)}\n`;
}

/** The same items as a system may see them. */
export function* questionLines(options: GenerateOptions): Generator<string> {
  for (const { id, split, prompt } of generateItems(options)) yield `${JSON.stringify({ id, split, prompt })}\n`;
}

/** What `stepladder generate procedure-checks` calls. */
export default { lines: itemLines, questions: questionLines };

function generateItem(seed: number, name: string, index: number): ChecksItem {
  const round = Math.floor(index / procedures.length);
  const source = procedures[index % procedures.length] as Source;
  const split = splits[(index + round) % splits.length] as (typeof splits)[number];
  const random = new Random(seed, index);
  const format = formatOf(random);
  const reference = written(source, format);
  const holds = (constraint: Constraint): boolean =>
    checkProcedure(procedureOf(reference), [constraint], kernels).every(({ passed }) => passed);
  const { draft, constraints } = spoilt(source, split, random, holds);
  const kept = keptOf(source, draft, constraints, split.id, random).filter(({ kind }) => !constraints.some((one) => one.kind === kind));
  const all = [...constraints, ...kept.filter(holds).slice(0, split.kept), format];
  const given = { goal: source.goal, resources: [...draft.resources], steps: [...draft.steps] };
  const id = `pc-${name}-${String(index).padStart(5, "0")}`;
  return { id, split: split.id, procedure: source.id, lang: source.lang, prompt: promptOf(given, all), given, constraints: all, reference };
}

function formatOf(random: Random): Constraint {
  return random.pick<Constraint>([
    { kind: "numbering", mark: "1." },
    { kind: "numbering", mark: "1)" },
    { kind: "numbering", mark: "-" },
    { kind: "json" },
  ]);
}

/**
 * A source after changes for the worse, and the constraints that undo them, each of another kind: what the source itself breaks is left
 * out, and so is a change that repairs an earlier one.
 */
function spoilt(source: Source, { changes, edits }: (typeof splits)[number], random: Random, holds: (constraint: Constraint) => boolean) {
  let draft: Draft = source;
  let constraints: Constraint[] = [];
  for (const edit of random.shuffle<Edit>(edits)) {
    if (constraints.length === changes) break;
    const found = edit(draft, source, random, procedures);
    if (found === undefined || constraints.some(({ kind }) => kind === found.constraint.kind) || !holds(found.constraint)) continue;
    const all = [...constraints, found.constraint];
    if (checkProcedure(found.draft, all, kernels).some(({ passed }) => passed)) continue;
    draft = found.draft;
    constraints = all;
  }
  return { draft, constraints };
}

/** Constraints that the source keeps, in the order in which they are taken. */
function keptOf(source: Source, draft: Draft, undo: readonly Constraint[], split: ChecksItem["split"], random: Random): Constraint[] {
  const { steps } = source;
  const count: Constraint = { kind: "step-count", exactly: steps.length };
  const most: Constraint = { kind: "step-count", max: steps.length };
  const pairs = steps.slice(1).map((step, i): Constraint => ({ kind: "adjacent", steps: [steps[i] as string, step] }));
  const turned = { ...draft, steps: draft.steps.toReversed() };
  const passes = (constraints: readonly Constraint[]): boolean =>
    checkProcedure(turned, constraints, kernels).every(({ passed }) => passed);
  const adjacent = random.shuffle(pairs).find((pair) => !passes([pair])) ?? (pairs[0] as Constraint);
  const required: Constraint = { kind: "required", steps: [random.pick(steps)] };
  // Two steps that changed places are put right by turning the whole procedure around: then a pair that this parts must tell.
  if (split === "easy") return passes(undo) ? [adjacent] : [random.pick([most, adjacent, required]), adjacent];
  const language = { kind: "language", lang: source.lang } as Constraint;
  if (split === "medium") return [random.pick([count, adjacent]), language, adjacent];
  const quantities: Constraint = { kind: "quantities", reference: [...source.resources, ...steps] };
  const hasQuantities = quantities.reference.some((text) => quantitiesOf(text).length > 0);
  return [graphOf(steps, random), count, language, { kind: "resources-used" }, ...(hasQuantities ? [quantities] : []), adjacent];
}

/** A step graph over four to six steps that their order is a path of: each but the first follows one or two drawn from those before it. */
function graphOf(steps: readonly string[], random: Random): Constraint {
  const places = random.sample(
    steps.map((_, i) => i),
    Math.min(steps.length, random.between(4, 6)),
  );
  const nodes = places.sort((a, b) => a - b).map((place) => steps[place] as string);
  const before = nodes.flatMap((_, node) =>
    node === 0
      ? []
      : random
          .sample(
            nodes.slice(0, node).map((_, i) => i),
            Math.min(node, random.between(1, 2)),
          )
          .map((from) => [from, node]),
  );
  return { kind: "precedence", steps: nodes, before };
}

function promptOf(given: ChecksItem["given"], constraints: readonly Constraint[]): string {
  const parts = [
    "Rewrite the procedure below so that all of the constraints hold, and change no more than they ask for.",
    written(given, undefined),
    `Constraints:\n${constraints.map((constraint) => `* ${sentenceOf(constraint)}${keptQuantities(constraint)}`).join("\n")}`,
    'A step says what is quoted where it has the same words or most of them. Answer with the procedure and nothing else: a line "Goal: ...", a line "Resources:" with the resources below it, then a line "Steps:" with the steps below it, each on a line of its own, unless JSON is asked for.',
  ];
  return parts.join("\n\n");
}

/** What the prompt says of quantities: the shown procedure may have others. */
function keptQuantities(constraint: Constraint): string {
  if (constraint.kind !== "quantities") return "";
  const keys = constraint.reference.flatMap((text) => quantitiesOf(text).map(({ key }) => key));
  return ` They are: ${[...new Set(keys)].join(", ")}.`;
}
