import type { Problem } from "@stepladder/schema";
import { PASSED_OVER } from "../intake/raw.ts";
import type { Part } from "./part.ts";
import { InputError, ProblemList } from "./problems.ts";
import type { AnyTrack } from "./track.ts";

/**
 * The parts of usable files. A file without records, such as a picture, is passed over with a warning where others have
 * some; any other unusable file is refused. Throws InputError that tells all of them, each by what a reader meets first.
 */
export function usableParts(parts: readonly Part[], problems: ProblemList): Part[] {
  const failures = new Map<string, Problem>();
  for (const { name, failure } of parts) if (failure !== undefined && !failures.has(name)) failures.set(name, failure);
  const usable = parts.filter(({ name }) => !failures.has(name));
  const fatal = new ProblemList();
  for (const failure of failures.values()) {
    if (usable.length > 0 && PASSED_OVER.has(failure.kind)) problems.add({ ...failure, kind: "passed-over", severity: "warning" });
    else fatal.add(failure);
  }
  const groups = fatal.groups();
  if (groups.length > 0) throw new InputError(groups);
  return usable;
}

/** Throws InputError where there is nothing to score. Files of which no record is readable, or none belongs to this gold, get no score of zero: they are for another split or track. */
export function refuseForeign(track: AnyTrack, parts: readonly Part[], problems: ProblemList): void {
  const known = parts.reduce((sum, { measured }) => sum + measured.item.length, 0);
  const readable = parts.reduce((sum, { measured }) => sum + measured.readable.reduce((a, b) => a + b, 0), 0);
  // That ids are unknown is what the refusal itself says.
  const errors = problems.groups().filter(({ severity, kind }) => severity === "error" && kind !== "unknown-id");
  // Text from which nothing can be extracted is an answer of the system's; a record of the wrong form is not.
  if (readable > 0 || (known > 0 && errors.length === 0)) return;
  const unknown = parts.flatMap((part) => part.unknown.examples);
  const owned = parts.some((part) => part.unknown.owned > 0);
  const fatal = new ProblemList();
  for (const group of errors) fatal.addGroup(group);
  const [file, ...others] = new Set(parts.map(({ name }) => name));
  if (unknown.length > 0) {
    fatal.add({
      kind: owned ? "wrong-split" : "wrong-track",
      severity: "error",
      ...(file === undefined || others.length > 0 ? {} : { file }),
      expected: owned ? `ids of the gold given for ${track.title}` : `ids of ${track.title}`,
      found: `ids such as ${unknown.slice(0, 3).join(", ")}`,
      fix: owned
        ? "give the gold of the same split or release: --gold on the command line, dropped beside the predictions on the page"
        : "choose the track that these predictions are for",
    });
  } else if (fatal.groups().length === 0) {
    // What was passed over says why nothing is left.
    for (const group of problems.groups().filter(({ kind }) => kind === "passed-over")) fatal.addGroup(group);
    fatal.add({
      kind: "no-records",
      severity: "error",
      ...(file === undefined || others.length > 0 ? {} : { file }),
      expected: `predictions for ${track.title}: ${track.formats.map(({ title }) => title).join("; or ")}`,
      found: "no record",
      fix: "give a file of one of these forms",
    });
  }
  throw new InputError(fatal.groups());
}
