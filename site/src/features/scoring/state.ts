import type { Problem, ProblemGroup, Scorecard } from "@stepladder/schema";
import type { RecognisedFile } from "@stepladder/wasm/host/recognise.ts";
import type { GivenFile } from "../../scripts/given.ts";
import type { JobProgress, LookedFile, Looks } from "../../workers/messages.ts";

/** Where the person stands: nothing given, files being looked at, a choice to make, a job running, a result, or a refusal. */
export type Phase = "empty" | "recognising" | "ready" | "scoring" | "done" | "failed";

export interface ScoringState {
  readonly phase: Phase;
  readonly files: readonly GivenFile[];
  /** By name: an official folder may hold thousands of files. */
  readonly recognised: ReadonlyMap<string, LookedFile>;
  /** What the person said of files against what was recognised, by name. */
  readonly roles: Readonly<Record<string, RecognisedFile["role"]>>;
  readonly track: string | undefined;
  readonly progress: JobProgress | undefined;
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
  | { readonly type: "started" }
  | { readonly type: "progressed"; readonly progress: JobProgress }
  | { readonly type: "scored"; readonly scorecard: Scorecard }
  | { readonly type: "failed"; readonly problems: readonly ProblemGroup[] }
  | { readonly type: "cancelled" }
  | { readonly type: "cleared" };

export const START: ScoringState = {
  phase: "empty",
  files: [],
  recognised: new Map(),
  roles: {},
  track: undefined,
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
    case "started":
      return { ...state, phase: "scoring", progress: undefined, scorecard: undefined, problems: [], notice: "Scoring." };
    case "progressed":
      // A last report may arrive after Cancel.
      return state.phase === "scoring" ? { ...state, progress: action.progress } : state;
    case "scored":
      return { ...state, phase: "done", scorecard: action.scorecard, problems: action.scorecard.problems, notice: "Scored." };
    case "failed":
      return { ...state, phase: "failed", problems: action.problems, notice: "No score could be made; the problems are listed." };
    case "cancelled":
      return { ...state, phase: state.recognised.size > 0 ? "ready" : "empty", progress: undefined, notice: "Cancelled." };
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

/** A changed choice makes the result that stands beside it wrong. */
function dropResult({ phase }: ScoringState): Partial<ScoringState> {
  return { phase: phase === "empty" ? "empty" : "ready", scorecard: undefined, problems: [] };
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
const STRANGE: ReadonlySet<string> = new Set(["unknown-layout", "unknown-format"]);

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
