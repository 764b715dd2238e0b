import { ScorecardSet } from "@stepladder/schema";
import type { Outcome } from "../../workers/messages.ts";
import { alone } from "../../workers/outcome.ts";
import { isWhole } from "../compare/scorecard-file.ts";
import { type OpenedSet, SET_ENDING } from "./set.ts";

/** Most bytes that a set's file may unpack to. */
const MOST = 1 << 29;

/** A set as one file, gzipped. */
export function writeSetFile({ name, track, items, systems }: OpenedSet): Promise<Blob> {
  const set: ScorecardSet = { schema: "stepladder/scorecard-set/1", name, track, items, systems: [...systems] };
  const text = new Blob([JSON.stringify(set)]).stream();
  return new Response(text.pipeThrough(new CompressionStream("gzip"))).blob();
}

/** Reads such a file, packed or not; `tracks` are those of this site, by id. What is wrong is told to a person. */
export async function readSetFile(file: File, tracks: ReadonlyMap<string, string>): Promise<Outcome<OpenedSet>> {
  const refuse = (expected: string, found: string): Outcome<OpenedSet> => ({
    ok: false,
    problems: [
      alone({ kind: "no-set", severity: "error", file: file.name, expected, found, fix: "save the set again where it was scored" }),
    ],
  });
  const wanted = `a set of results, as this page saves it (${SET_ENDING})`;
  let value: unknown;
  try {
    value = JSON.parse(await textOf(file));
  } catch (error) {
    return refuse(wanted, `a file that cannot be read: ${(error as Error).message}`);
  }
  const parsed = ScorecardSet.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(wanted, `JSON whose ${issue?.path.map(String).join(".") || "value"} is amiss: ${issue?.message}`);
  }
  const { name, track, items, systems } = parsed.data;
  if (!tracks.has(track)) return refuse(`results of a benchmark of this site`, `those of ${JSON.stringify(track)}`);
  const names = new Set(systems.map((one) => one.name));
  if (names.size < systems.length) return refuse("systems of different names", "two of one name");
  for (const { name: system, scorecard } of systems) {
    const fits = scorecard.track === track && scorecard.hashes.items === items.items && scorecard.items.length === items.ids.length;
    if (!fits || !isWhole(scorecard)) {
      return refuse("the statistics of every item of every system", `${JSON.stringify(system)}, which has others, or lacks some`);
    }
  }
  return { ok: true, value: { name, track, items, systems } };
}

/** The text of a file, unpacked where it is gzipped. Throws where it is damaged, or too large. */
async function textOf(file: File): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new RangeError(`more than ${MOST} bytes`);
    }
    parts.push(value);
  }
}
