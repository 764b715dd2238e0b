import { basename, dirname, resolve } from "node:path";
import { CommandError } from "../core/errors.ts";
import { extensionOf, type FoundFile, filesBelow, type Input, keepApart, stampOf } from "../core/inputs.ts";
import { typedPath } from "../core/typed.ts";
import { captionName, mayBeCaptions } from "./name.ts";

/** A file of captions of a run; results are kept under all of it. */
export interface CaptionPiece extends FoundFile {
  /** Id of its video. */
  readonly id: string;
}

/** The files of a run, and those of its folders that are passed over, by extension. */
export interface Gathered {
  /** By id, then by name. */
  readonly pieces: readonly CaptionPiece[];
  readonly passedOver: Readonly<Record<string, number>>;
}

/**
 * Finds the files of captions in what was typed; each is taken once, however often it was typed. Throws CommandError where something is not
 * there, nothing is found, or two files have one name.
 */
export async function gatherCaptions(typed: readonly string[], out: string): Promise<Gathered> {
  const inputs = new Map(typed.map((input) => [resolve(input), input]));
  const places = new Set<string>();
  const pieces: CaptionPiece[] = [];
  const passedOver: Record<string, number> = {};
  for (const [typedPlace, input] of inputs)
    for await (const file of filesOf(input, inputs.size === 1, out)) {
      if (places.has(file.place)) continue;
      places.add(file.place);
      // A file that was typed is read whatever its name is.
      if (typedPlace === file.place || mayBeCaptions(file.name)) pieces.push({ ...file, id: captionName(file.name).id });
      else passedOver[extensionOf(file.name)] = (passedOver[extensionOf(file.name)] ?? 0) + 1;
    }
  if (pieces.length === 0)
    throw new CommandError(
      `${typed.join(", ")}: expected files of captions, found none; give .vtt, .srt, .ttml, .json3, .srv3, .json or .csv files`,
    );
  const key = ({ id, name }: CaptionPiece): string => `${id}\0${name}`;
  pieces.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const twin = pieces.find((piece, index) => piece.name === pieces[index + 1]?.name);
  if (twin !== undefined)
    throw new CommandError(`${twin.place}: expected inputs of different names, found another ${twin.name}; give the folder above both`);
  return { pieces, passedOver };
}

async function* filesOf(typed: string, alone: boolean, out: string): AsyncGenerator<FoundFile> {
  const place = resolve(typed);
  const stats = await typedPath(typed, "a file or folder of captions");
  const name = basename(place);
  const input: Input = { place, name, kind: stats.isDirectory() ? "folder" : "file" };
  keepApart([input], out);
  if (input.kind === "folder") yield* filesBelow(place, alone ? "" : `${name}/`);
  else yield { place, name, size: Number(stats.size), stamp: stampOf(stats) };
}

/** Folder of a file by its name. */
export function folderOf({ name }: CaptionPiece): string {
  return dirname(name);
}
