import type { Problem } from "@stepladder/schema";

/** One record as a reader gives it: a parsed JSON value or table row, or the whole text (a string) of a file that is one record, such as a `.txt`. */
export interface Raw {
  readonly value: unknown;
  /** Path of the file as given, members of a zip after the zip's name. */
  readonly file: string;
  /** 1-based line (JSONL, CSV), row (parquet) or index (JSON array); absent where the file is one record. */
  readonly line?: number;
}

/** What a record should have been; readers and tracks throw it for one record, and reading goes on. */
export class RecordProblem extends Error {
  readonly problem: Omit<Problem, "file" | "line">;
  constructor(problem: Omit<Problem, "file" | "line">) {
    super(`${problem.field ?? "record"}: expected ${problem.expected}, found ${problem.found}`);
    this.name = "RecordProblem";
    this.problem = problem;
  }
}

/** What makes a whole file unusable (truncated gzip, a line without end, not text); no score is made from it. */
export class FileProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Omit<Problem, "severity">, options?: ErrorOptions) {
    super(`${problem.file ?? "input"}: expected ${problem.expected}, found ${problem.found}`, options);
    this.name = "FileProblem";
    this.problem = { ...problem, severity: "error" };
  }
}

/** Kinds of files that hold no predictions at all, such as a picture: beside others that do they are passed over with a warning. */
export const PASSED_OVER: ReadonlySet<string> = new Set(["unknown-format", "empty", "figures-given"]);

/** A file read to its end: a source, or a member of a zip. All of them together go to `combinedHash`. */
export interface ReadFile {
  /** As in `Raw.file`. */
  readonly file: string;
  /** As in the hash: the path below the folder or zip given, without `.gz`. */
  readonly name: string;
  /** Of the decompressed bytes, lower-case hex. */
  readonly sha256: string;
  /** How many they are. */
  readonly bytes: number;
}

/** Takes what a reader has to say: records it could not read, and how far it got. */
export interface Reading {
  /** A record that is not usable; reading goes on. */
  problem(problem: Problem): void;
  /** Decompressed bytes seen so far of this source, and given bytes consumed (of `Source.size`). */
  progress?(decompressed: number, consumed: number): void;
  /** A file was read to its end, all its records given. */
  file?(file: ReadFile): void;
  /** The header row of delimited text was read, its records not yet. */
  columns?(file: string, names: readonly string[]): void;
  /** JSONL was read to its end, and how many lines it has, blank ones too. */
  lines?(count: number): void;
  /** Whether columns of delimited text may share a name, as in some official files: the second `a` is then `a 2`. Else such text is refused. */
  readonly sharedNames?: boolean;
  readonly signal?: AbortSignal;
}
