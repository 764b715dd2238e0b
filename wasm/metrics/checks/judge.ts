import type { Constraint, ConstraintKind } from "@stepladder/schema";
import { counted } from "../../lib/counted.ts";
import { actionsOf } from "./actions.ts";
import { isForeign, languagesOf } from "./language.ts";
import type { Arc, Match, Twin } from "./match.ts";
import { type Quantity, quantitiesOf } from "./quantities.ts";
import { mentions } from "./resources.ts";
import type { CheckedProcedure, Span } from "./run.ts";
import { objectIn, readWritten } from "./written.ts";

/** What a check says, before it has a name. */
export interface Verdict {
  readonly passed: boolean;
  readonly reason: string;
  readonly spans: readonly Span[];
}

/** What a constraint is judged by. */
export interface Found {
  readonly procedure: CheckedProcedure;
  /** One per step that the constraint names. */
  readonly matches: readonly Match[];
  /** Pairs of the constraint's steps, by their places in it, that stand there the other way around. */
  readonly broken: readonly Arc[];
  readonly twins: readonly (Twin | undefined)[];
}

type Judge<Kind extends ConstraintKind> = (constraint: Extract<Constraint, { kind: Kind }>, found: Found) => Verdict;

const pass = (reason: string, spans: readonly Span[] = []): Verdict => ({ passed: true, reason, spans });
const fail = (reason: string, spans: readonly Span[] = []): Verdict => ({ passed: false, reason, spans });

/** A text in quotes, short enough for a sentence. */
function quoted(text: string): string {
  return `"${text.length > 60 ? `${[...text].slice(0, 57).join("")}...` : text}"`;
}

function listed(texts: readonly string[]): string {
  return texts.length > 3 ? `${texts.slice(0, 3).join(", ")} and ${texts.length - 3} more` : texts.join(", ");
}

function whole({ steps }: CheckedProcedure, step: number): Span {
  return { step, start: 0, end: (steps[step] as string).length };
}

/** The steps that were matched. */
function matchedSpans({ procedure, matches }: Found): Span[] {
  return inOrder(matches.flatMap(({ step }) => step ?? [])).map((step) => whole(procedure, step));
}

/** Places of steps, each once. */
function inOrder(steps: readonly number[]): number[] {
  return [...new Set(steps)].sort((a, b) => a - b);
}

/** That steps are missing, where any are. */
function missing(found: Found): Verdict | undefined {
  const absent = found.matches.filter(({ step }) => step === undefined);
  if (absent.length === 0) return undefined;
  const names = listed(absent.map(({ wanted }) => quoted(wanted)));
  return fail(`No step says ${names}.`, matchedSpans(found));
}

/** Name of the i-th step of a constraint, and where it stands. */
function placed({ matches }: Found, place: number): string {
  const { wanted, step = 0 } = matches[place] as Match;
  return `${quoted(wanted)} (step ${step + 1})`;
}

function outOfOrder(found: Found): Verdict | undefined {
  const [first, ...others] = found.broken;
  if (first === undefined) return undefined;
  const [before, after] = first;
  const more = others.length === 0 ? "" : `, and ${counted(others.length, "other pair")} likewise`;
  const spans = inOrder(found.broken.flat().map((place) => found.matches[place]?.step as number));
  return fail(
    `${placed(found, before)} should come before ${placed(found, after)}${more}.`,
    spans.map((step) => whole(found.procedure, step)),
  );
}

/** The text of a procedure. */
function textOf({ raw, goal, resources, steps }: CheckedProcedure): string {
  return raw ?? JSON.stringify({ ...(goal === undefined ? {} : { goal }), resources, steps });
}

function parts(procedure: CheckedProcedure): string[] {
  return [...procedure.resources, ...procedure.steps];
}

function mentionsIn({ steps }: CheckedProcedure) {
  return mentions(languagesOf(steps.join("\n"))[0]);
}

function quantityFaults({ procedure }: Found, reference: readonly string[]) {
  const wanted = reference.flatMap(quantitiesOf).map(({ key }) => key);
  const own = parts(procedure)
    .flatMap(quantitiesOf)
    .map(({ key }) => key);
  const lost = [...new Set(wanted)].filter((key) => !own.includes(key));
  const isNew = ({ key }: Quantity): boolean => !wanted.includes(key);
  const added = [...new Set(own)].filter((key) => !wanted.includes(key));
  const spans = procedure.steps.flatMap((text, step) =>
    quantitiesOf(text)
      .filter(isNew)
      .map(({ start, end }) => ({ step, start, end })),
  );
  return { kept: new Set(wanted).size, lost, added, spans };
}

const judges: { readonly [Kind in ConstraintKind]: Judge<Kind> } = {
  "step-count": ({ min = 0, max = Number.POSITIVE_INFINITY, exactly }, { procedure: { steps } }) => {
    const told = `There ${steps.length === 1 ? "is" : "are"} ${counted(steps.length, "step")}`;
    if (exactly !== undefined && steps.length !== exactly) return fail(`${told}, not ${exactly}.`);
    if (steps.length < min) return fail(`${told}, fewer than ${min}.`);
    return steps.length > max ? fail(`${told}, more than ${max}.`) : pass(`${told}.`);
  },
  required: ({ steps }, found) =>
    missing(found) ?? pass(`${steps.length === 1 ? "It stands" : "All of them stand"} there.`, matchedSpans(found)),
  forbidden: (_, found) => {
    const there = found.matches.filter(({ step }) => step !== undefined);
    if (there.length === 0) return pass("No step says it.");
    const [{ wanted, step = 0 }] = there as [Match];
    return fail(
      `Step ${step + 1} says ${quoted(wanted)}${there.length > 1 ? `, and ${counted(there.length - 1, "other")} of them stand there` : ""}.`,
      matchedSpans(found),
    );
  },
  ordered: (_, found) => missing(found) ?? outOfOrder(found) ?? pass("They stand there in this order.", matchedSpans(found)),
  adjacent: ({ steps }, found) => {
    const gone = missing(found);
    if (gone !== undefined) return gone;
    const places = found.matches.map(({ step }) => step as number);
    const at = steps.findIndex((_, i) => i > 0 && places[i] !== (places[i - 1] as number) + 1);
    if (at === -1) return pass("They follow each other directly.", matchedSpans(found));
    return fail(`${placed(found, at)} does not directly follow ${placed(found, at - 1)}.`, matchedSpans(found));
  },
  precedence: (_, found) => {
    const there = matchedSpans(found);
    return (
      outOfOrder(found) ??
      pass(
        `${counted(there.length, "step")} of the graph ${there.length === 1 ? "stands" : "stand"} there, in an order that it allows.`,
        there,
      )
    );
  },
  "resources-used": ({ names }, { procedure }) => {
    const things = names ?? procedure.resources;
    const mentionOf = mentionsIn(procedure);
    if (things.length === 0) return fail("No resource is listed.");
    const unused = things.filter((thing) => !procedure.steps.some((step) => mentionOf(thing, step) !== undefined));
    if (unused.length > 0) return fail(`No step mentions ${listed(unused.map(quoted))}.`);
    return pass(`Steps mention ${things.length === 1 ? "the resource" : `all ${things.length} resources`}.`);
  },
  "resources-introduced": ({ things }, { procedure, matches }) => {
    const mentionOf = mentionsIn(procedure);
    let place = 0;
    for (const { name, by } of things) {
      const brought = by === undefined ? undefined : matches[place++]?.step;
      if (procedure.resources.some((resource) => mentionOf(name, resource) !== undefined)) continue;
      const early = procedure.steps.findIndex((step, s) => (brought === undefined || s < brought) && mentionOf(name, step) !== undefined);
      if (early === -1) continue;
      const spans = [{ step: early, ...(mentionOf(name, procedure.steps[early] as string) as { start: number; end: number }) }];
      const instead = brought === undefined ? "no resource that is listed and no step brings it in" : `step ${brought + 1} brings it in`;
      return fail(`Step ${early + 1} uses ${quoted(name)}, but ${instead}.`, spans);
    }
    return pass("Everything is there before a step uses it.");
  },
  "no-duplicates": (_, { procedure, twins }) => {
    const repeats = twins.flatMap((twin, step) => (twin === undefined ? [] : [{ step, first: twin.step, score: twin.score }]));
    const [one] = repeats;
    if (one === undefined) return pass("No step repeats another.");
    const more = repeats.length === 1 ? "" : `, and ${counted(repeats.length - 1, "other step")} an earlier one`;
    const spans = inOrder(repeats.flatMap(({ first, step }) => [first, step]));
    return fail(
      `Step ${one.step + 1} repeats step ${one.first + 1}${one.score === 1 ? "" : " nearly"}${more}.`,
      spans.map((step) => whole(procedure, step)),
    );
  },
  "one-action": (_, { procedure: { steps } }) => {
    const many = actionsOf(steps).flatMap((actions, step) => (actions.length > 1 ? [{ step, actions }] : []));
    const [one] = many;
    if (one === undefined) return pass("Each step is one action.");
    const words = one.actions.map(({ start, end }) => quoted((steps[one.step] as string).slice(start, end)));
    const more = many.length === 1 ? "" : `, and ${counted(many.length - 1, "other step")} more than one`;
    return fail(
      `Step ${one.step + 1} is ${one.actions.length} actions (${listed(words)})${more}.`,
      many.flatMap(({ step, actions }) => actions.slice(1).map(({ start, end }) => ({ step, start, end }))),
    );
  },
  quantities: ({ reference }, found) => {
    const { kept, lost, added, spans } = quantityFaults(found, reference);
    if (lost.length + added.length === 0) return pass(kept === 0 ? "There are no quantities to keep." : `All ${kept} quantities are kept.`);
    const gone = lost.length === 0 ? "" : `${listed(lost.map(quoted))} ${lost.length === 1 ? "is" : "are"} not kept`;
    const extra = added.length === 0 ? "" : `${listed(added.map(quoted))} ${added.length === 1 ? "is" : "are"} new`;
    const told = [gone, extra].filter((part) => part !== "").join("; ");
    return fail(`${told}.`, spans);
  },
  numbering: ({ mark }, { procedure }) => {
    const { marks, steps } = readWritten(textOf(procedure));
    const expected = (step: number): string => (mark === "-" ? "-" : `${step + 1}${mark.slice(1)}`);
    const wrong = steps.length === 0 ? 0 : marks.findIndex((own, step) => own !== expected(step));
    if (wrong === -1) return pass(`Each step is marked ${quoted(mark)}.`);
    const shown = marks[wrong] === undefined || marks[wrong] === "" ? "no mark" : quoted(marks[wrong]);
    return fail(
      `Step ${wrong + 1} has ${shown} where ${quoted(expected(wrong))} is asked for.`,
      wrong < procedure.steps.length ? [whole(procedure, wrong)] : [],
    );
  },
  language: ({ lang }, { procedure }) => {
    const languages = languagesOf(procedure.steps.join("\n"));
    if (languages.length === 0) return fail(`Too few words tell the language, which should be "${lang}".`);
    if (!languages.includes(lang))
      return fail(
        `The steps look like "${languages[0]}", not "${lang}".`,
        procedure.steps.map((_, step) => whole(procedure, step)),
      );
    const foreign = procedure.steps.flatMap((text, step) => (isForeign(text, lang) ? [whole(procedure, step)] : []));
    const [first] = foreign;
    return first === undefined
      ? pass(`The steps are in "${lang}".`)
      : fail(`Step ${first.step + 1} is in another language than "${lang}".`, foreign);
  },
  json: (_, { procedure }) => {
    const own = objectIn(textOf(procedure));
    return own !== undefined && own.steps.length > 0
      ? pass("The text is one JSON object with steps.")
      : fail("The text is not one JSON object with a list of steps.");
  },
};

/** Judges a procedure that has steps by one constraint. */
export function judge<Kind extends ConstraintKind>(constraint: Extract<Constraint, { kind: Kind }>, found: Found): Verdict {
  return (judges[constraint.kind as Kind] as Judge<Kind>)(constraint, found);
}
