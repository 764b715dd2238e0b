import { join } from "node:path";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import { ORDERS, type Order } from "../aligners/settings.ts";
import { pathToWrite } from "../core/arguments.ts";
import { interrupted } from "../core/interrupt.ts";
import { clientOf, type EndpointGiven, endpointOptions, needed } from "../model/options.ts";

interface Options extends EndpointGiven {
  readonly out: string;
  readonly procedures?: string;
  readonly pairs?: string;
  readonly gold?: string;
  readonly learn?: string;
  readonly order: Order;
  readonly threshold?: number;
  readonly embedModel?: string;
}

const EXAMPLES = `
An article is a line of JSON:
  {"id": "tea", "goal": "Make tea", "lang": "en", "steps": ["Boil water.", "Put the bag into the cup."]}

--pairs is a table of video,procedure:
  kitchen-video,tea
  roadside-video,tube
`;

/** `stepladder align`: steps of articles grounded in narrated videos. */
export function alignCommand(program: Command): void {
  const command = program
    .command("align")
    .description("ground the steps of articles in videos by what is said in them; a run that was stopped goes on where it was")
    .argument("[procedures]", "articles, one on each line, or a folder with procedures.jsonl")
    .argument("[narrations]", "captions of videos, or narrations one on each line: a file, or a folder")
    .requiredOption(
      "--out <folder>",
      "where to write grounded.jsonl, ht-step.csv, htm-align.json, crosstask.json and report.json (needed)",
      pathToWrite,
    )
    .option(
      "--procedures <path>",
      "align no video, but the steps of procedures for one goal with each other, into alignments.jsonl: one on each line, or ARA's folders",
    )
    .option(
      "--pairs <csv>",
      "which procedure goes with which video, a line of video,procedure each; else there is one for all, or ids are equal",
    )
    .addOption(
      new Option("--order <order>", "the order of an article: better kept, always kept, or worth nothing").choices(ORDERS).default("soft"),
    )
    .option(
      "--learn <file>",
      "learn the order of steps from other videos of the same procedures: lines of id, procedure, segments, as grounded.jsonl has them",
    )
    .option("--threshold <share>", "leave out segments that are less sure, 0 to 1", share)
    .option("--gold <file>", "where people found steps, passed on for views and read by nothing else: lines of id, procedure, segments")
    .option("--embed-model <name>", "count the vectors of this model beside words; needs --base-url");
  endpointOptions(command).action(align).addHelpText("after", EXAMPLES);
}

async function align(path: string | undefined, narrations: string | undefined, given: Options, command: Command): Promise<void> {
  if (given.procedures !== undefined) {
    if (path !== undefined) command.error("error: expected --procedures alone, or articles and narrations, found both");
    return alignProcedures(given.procedures, given.out);
  }
  if (path === undefined || narrations === undefined)
    return command.error("error: expected articles and narrations, or --procedures <path>; see stepladder align --help");
  const { out, pairs, gold, learn, order, threshold, embedModel } = given;
  const client =
    embedModel === undefined ? undefined : clientOf({ ...given, ...needed(given, ["baseUrl"], command), out, model: embedModel });
  // What only aligning needs is not loaded for every command.
  const [
    { alignAll },
    { languageWarning, nothingFoundWarning, sentencesOf },
    { DEFAULTS },
    { piecesOf, readFound, readPairs },
    { readInputs },
    { misfits },
  ] = await Promise.all([
    import("../aligners/run.ts"),
    import("../aligners/told.ts"),
    import("../aligners/settings.ts"),
    import("../aligners/pairs.ts"),
    import("../aligners/inputs.ts"),
    import("../aligners/gold.ts"),
  ]);
  const signal = interrupted();
  const inputs = await readInputs(path, narrations, signal);
  const { procedures } = inputs;
  const marked = gold === undefined ? undefined : await readFound(gold);
  const pieces = piecesOf({
    ...inputs,
    pairs: pairs === undefined ? undefined : { path: pairs, rows: await readPairs(pairs) },
    gold: marked,
    others: learn === undefined ? undefined : await readFound(learn),
  });
  warn(gold === undefined || marked === undefined ? undefined : misfits(gold, marked, pieces));
  warn(languageWarning(pieces, procedures));
  const settings = { ...DEFAULTS, ...(threshold === undefined ? {} : { threshold }) };
  const { report, findings } = await alignAll(pieces, { out, order, settings, client, procedures }, signal);
  warn(nothingFoundWarning(findings));
  process.stdout.write(sentencesOf(out, report, findings));
}

function warn(text: string | undefined): void {
  if (text !== undefined) process.stderr.write(`warning: ${text}\n`);
}

async function alignProcedures(path: string, out: string): Promise<void> {
  const [{ goalsOf }, { alignRecipes }] = await Promise.all([import("../aligners/recipes/pairs.ts"), import("../aligners/recipes/run.ts")]);
  const { goals, pairs, actions, links } = await alignRecipes(await goalsOf(path), out, interrupted());
  process.stdout.write(
    `${join(out, "alignments.jsonl")}: ${counted(pairs, "pair")} for ${counted(goals, "goal")}, ${links} of ${counted(actions, "step")} with a counterpart\n`,
  );
}

function share(text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError("expected a number from 0 to 1");
}
