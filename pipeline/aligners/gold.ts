import { counted } from "@stepladder/wasm/lib/counted.ts";
import { CommandError } from "../core/errors.ts";
import type { Found } from "./pairs.ts";
import type { Piece } from "./video.ts";

/** What to tell of gold that fits in part alone; undefined where all of it fits. Throws CommandError where none does. */
export function misfits(path: string, gold: readonly Found[], pieces: readonly Piece[]): string | undefined {
  const pairs = new Set(pieces.map(({ narration, procedure }) => keyOf(narration.id, procedure.id)));
  const beside = gold.filter(({ id, procedure }) => !pairs.has(keyOf(id, procedure)));
  const [first] = beside;
  if (first === undefined && gold.length > 0) return undefined;
  const told = `${path}: gold: ${gold.length - beside.length} of ${counted(gold.length, "line")} fit a video with its procedure`;
  const given = `pairs given: ${pairs.size}, procedures given: ${new Set(pieces.map(({ procedure }) => procedure.id)).size}`;
  const example = first === undefined ? "" : `; the first that does not is of video ${first.id} and procedure ${first.procedure}`;
  if (beside.length < gold.length) return `${told}; ${given}${example}`;
  const [piece] = pieces;
  const wanted = piece === undefined ? "" : `; expected such as {"id": "${piece.narration.id}", "procedure": "${piece.procedure.id}", ...}`;
  throw new CommandError(`${told}; ${given}${example}${wanted}`);
}

function keyOf(video: string, procedure: string): string {
  return JSON.stringify([video, procedure]);
}
