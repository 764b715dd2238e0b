import type { ItemsIndex, Problem, ProblemGroup, Scorecard } from "@stepladder/schema";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import type { GivenFile } from "../../scripts/given.ts";
import type { Job, JobProgress, LookedFile, Looks, Outcome } from "../../workers/messages.ts";
import type { Rule } from "../sets/grouping.ts";
import type { KeptSet, OpenedSet, SetSystem } from "../sets/set.ts";
import type { SystemJob } from "./job.ts";

/** Where the person stands: nothing given, files being looked at, a choice to make, a job running, a result, or a refusal. */
export type Phase = "empty" | "recognising" | "ready" | "scoring" | "done" | "failed";

/** One system's submission, and what came of it so far. A kept one has no files, and so no job. */
export interface Run {
  readonly name: string;
  readonly job?: Job;
  readonly scorecard?: Scorecard;
  /** Why no score could be made; empty otherwise. */
  readonly failures: readonly ProblemGroup[];
}

export interface ScoringState {
  readonly phase: Phase;
  readonly files: readonly GivenFile[];
  /** By name: an official folder may hold thousands of files. */
  readonly recognised: ReadonlyMap<string, LookedFile>;
  /** What the person said of files against what was recognised, by name. */
  readonly roles: Readonly<Record<string, RecognisedFile["role"]>>;
  readonly track: string | undefined;
  /** How files are shared out to systems, where the person said so. */
  readonly rule: Rule | undefined;
  /** Of the job that runs or ran: a system each, in name order. */
  readonly runs: readonly Run[];
  /** Place of the run whose result is read in full; absent where several were scored and none is opened. */
  readonly shown: number | undefined;
  /** What comparing several needs to know of their items; absent until it is known. */
  readonly items: ItemsIndex | undefined;
  /** What several results are called together; empty while nobody named them. */
  readonly name: string;
  /** Under what they are kept on this machine; absent where they are not. */
  readonly kept: KeptSet | undefined;
  readonly progress: JobProgress | undefined;
  /** Of the run that is shown. */
  readonly scorecard: Scorecard | undefined;
  readonly problems: readonly ProblemGroup[];
  /** A sentence on what just happened, read out by screen readers. */
  readonly notice: string;
}

export type ScoringAction =
  | { readonly type: "given"; readonly files: readonly GivenFile[] /** Whether beside those given before. */; readonly adds: boolean }
  | { readonly type: "recognised"; readonly recognition: Looks }
  | { readonly type: "track"; readonly track: string | undefined }
  | { readonly type: "role"; readonly name: string; readonly role: RecognisedFile["role"] }
  | { readonly type: "rule"; readonly rule: Rule }
  | { readonly type: "started"; readonly jobs: readonly SystemJob[] }
  | { readonly type: "progressed"; readonly progress: JobProgress }
  | { readonly type: "ran"; readonly at: number; readonly outcome: Outcome<Scorecard> }
  | { readonly type: "finished" }
  | { readonly type: "items"; readonly outcome: Outcome<ItemsIndex> }
  | { readonly type: "shown"; readonly at: number | undefined }
  | ({ readonly type: "opened" } & OpenedSet)
  | { readonly type: "kept"; readonly set: KeptSet | undefined }
  | { readonly type: "failed"; readonly problems: readonly ProblemGroup[] }
  | { readonly type: "cancelled" }
  | { readonly type: "cleared" };

export const START: ScoringState = {
  phase: "empty",
  files: [],
  recognised: new Map(),
  roles: {},
  track: undefined,
  rule: undefined,
  runs: [],
  shown: undefined,
  items: undefined,
  name: "",
  kept: undefined,
  progress: undefined,
  scorecard: undefined,
  problems: [],
  notice: "",
};

/** What every event makes of the state. */
export function step(state: ScoringState, action: ScoringAction): ScoringState {
  switch (action.type) {
    case "given":
      return given(state, action.files, action.adds);
    case "recognised": {
      const { files, track } = action.recognition;
      return {
        ...state,
        phase: "ready",
        recognised: new Map([...state.recognised, ...named(files)]),
        track: track ?? state.track,
        notice: "The files were looked at.",
      };
    }
    case "track":
      return { ...state, ...dropResult(state), track: action.track };
    case "role":
      return { ...state, ...dropResult(state), roles: { ...state.roles, [action.name]: action.role } };
    case "rule":
      return { ...state, ...dropResult(state), rule: action.rule };
    case "started": {
      const runs = action.jobs.map(({ name, job }) => ({ name, job, failures: [] }));
      return { ...state, ...NO_RESULT, phase: "scoring", runs, notice: "Scoring." };
    }
    case "progressed":
      // A last report may arrive after Cancel.
      return state.phase === "scoring" ? { ...state, progress: action.progress } : state;
    case "ran":
      return { ...state, progress: undefined, runs: state.runs.with(action.at, ran(state.runs[action.at] as Run, action.outcome)) };
    case "finished":
      return finished(state);
    case "items":
      return action.outcome.ok ? { ...state, items: action.outcome.value } : { ...state, problems: action.outcome.problems };
    case "shown":
      return { ...state, ...shown(state.runs, action.at) };
    case "opened": {
      const runs = action.systems.map((system) => ({ ...system, failures: [] }));
      const { name, track, items, kept } = action;
      return { ...START, phase: "done", track, runs, items, kept, name, notice: `${name} is open.` };
    }
    case "kept":
      return { ...state, kept: action.set, name: action.set?.name ?? state.name };
    case "failed":
      return { ...state, phase: "failed", problems: action.problems, notice: "No score could be made; the problems are listed." };
    case "cancelled": {
      const idle = { ...state, phase: state.recognised.size > 0 ? ("ready" as const) : ("empty" as const), progress: undefined };
      // What is scored of several stays.
      return scoredOf(state.runs).length > 0 && state.phase === "scoring"
        ? { ...finished(state), notice: "Cancelled; what was scored stays." }
        : { ...idle, notice: "Cancelled." };
    }
    case "cleared":
      return { ...START, track: state.track };
  }
}

function given(state: ScoringState, files: readonly GivenFile[], adds: boolean): ScoringState {
  const fresh = { ...START, phase: "recognising" as const, track: state.track, notice: "Looking at the files." };
  if (!adds) return { ...fresh, files };
  const all = new Map([...state.files, ...files].map((file) => [file.name, file]));
  return { ...fresh, files: [...all.values()], recognised: state.recognised, roles: state.roles };
}

function named(files: readonly LookedFile[]): [string, LookedFile][] {
  return files.map((file) => [file.name, file]);
}

const NO_RESULT = {
  runs: [],
  shown: undefined,
  items: undefined,
  name: "",
  kept: undefined,
  progress: undefined,
  scorecard: undefined,
  problems: [],
} satisfies Partial<ScoringState>;

/** A changed choice makes the result that stands beside it wrong; of a kept one no files are at hand. */
function dropResult({ phase, files }: ScoringState): Partial<ScoringState> {
  return { ...NO_RESULT, phase: phase === "empty" || files.length === 0 ? "empty" : "ready" };
}

function ran({ name, job }: Run, outcome: Outcome<Scorecard>): Run {
  const own = { name, ...(job === undefined ? {} : { job }) };
  return outcome.ok ? { ...own, scorecard: outcome.value, failures: [] } : { ...own, failures: outcome.problems };
}

/** Runs with a score. */
export function scoredOf(runs: readonly Run[]): (Run & SetSystem)[] {
  return runs.filter((run): run is Run & SetSystem => run.scorecard !== undefined);
}

/** The job behind the result that is shown in full, where its files are at hand. */
export function shownJob({ runs, shown }: ScoringState): Job | undefined {
  return shown === undefined ? undefined : runs[shown]?.job;
}

/** What a job came to: where it is of one system, its result is shown at once. */
function finished(state: ScoringState): ScoringState {
  const { runs } = state;
  if (scoredOf(runs).length === 0) {
    const problems = runs.flatMap(({ failures }) => failures);
    return step(state, { type: "failed", problems });
  }
  const notice = runs.length === 1 ? "Scored." : `${scoredOf(runs).length} of ${runs.length} systems scored.`;
  return { ...state, ...shown(runs, runs.length === 1 ? 0 : undefined), phase: "done", progress: undefined, notice };
}

function shown(runs: readonly Run[], at: number | undefined): Pick<ScoringState, "shown" | "scorecard" | "problems"> {
  const run = at === undefined ? undefined : runs[at];
  return { shown: at, scorecard: run?.scorecard, problems: run?.scorecard?.problems ?? run?.failures ?? [] };
}

/** What a file is taken for: the person's word before ours. */
export function roleOf({ recognised, roles }: ScoringState, name: string): RecognisedFile["role"] {
  return roles[name] ?? recognised.get(name)?.role ?? "unknown";
}

/** What is wrong with a file, unless the person said what it is. */
export function problemOf({ recognised, roles }: ScoringState, name: string): Problem | undefined {
  return roles[name] === undefined ? recognised.get(name)?.problem : undefined;
}

/** Problems of files that no layout accepts, such as a readme: beside files that are clear they are left out. */
const STRANGE: ReadonlySet<string> = new Set(["unknown-layout", "unknown-format", "own-records"]);

/**
 * Names of the files that we cannot place and of which the person said nothing. They count as predictions, so that their
 * problems are told. Where the track is clear from other files, those that no layout accepts are left out instead.
 */
export function doubtfulOf(state: ScoringState): ReadonlySet<string> {
  const { files, recognised, roles, track } = state;
  const isClear = [...recognised.values()].some((found) => found.role !== "unknown" && found.track !== undefined && found.track === track);
  const isStrange = (name: string) => STRANGE.has(recognised.get(name)?.problem?.kind ?? "");
  const doubtful = files.filter(
    ({ name }) => roles[name] === undefined && roleOf(state, name) === "unknown" && !(isClear && isStrange(name)),
  );
  return new Set(doubtful.map(({ name }) => name));
}

/** The files of a role. */
export function filesOf(state: ScoringState, role: "prediction" | "gold"): GivenFile[] {
  const doubtful = doubtfulOf(state);
  return state.files.filter(({ name }) => roleOf(state, name) === role || (role === "prediction" && doubtful.has(name)));
}
