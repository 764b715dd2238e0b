import type { Narration, Problem } from "@stepladder/schema";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { isFailure } from "../core/mining.ts";
import { detectedLanguage } from "../filters/language.ts";
import { readUnitFile } from "../readers/file.ts";
import { pageOf } from "../readers/page.ts";
import { badTime } from "./fault.ts";
import { captionFormatOf, captionFormats } from "./index.ts";
import type { CaptionFormat, Captions } from "./interface.ts";
import { captionName } from "./name.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";
import { LAST_SECOND } from "./timecode.ts";

/** Bytes of a file of captions, at most: a day of speech with every word timed has less. */
const MOST_BYTES = 64_000_000;

/** What a person says of all files, instead of what they tell themselves. */
export interface Overruling {
  /** Id of a layout. */
  readonly format?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
}

/** A file of captions, as it was found. */
export interface CaptionFile {
  readonly place: string;
  /** Names it in messages. */
  readonly name: string;
  readonly size: number;
}

/** A file of captions that was read. */
export interface Narrated {
  readonly narration: Narration;
  readonly format: string;
  /** Whether speech recognition made it; absent where nothing shows it. */
  readonly automatic?: boolean;
}

/** Reads a file of captions, and repairs its sentences. Gives the problem of a file that cannot be used; throws where the disk fails, and the signal's reason. */
export async function narrate(file: CaptionFile, overruling: Overruling, signal: AbortSignal): Promise<Narrated | Problem> {
  try {
    return await narrationIn(await textOf(file, signal), file.name, overruling);
  } catch (error) {
    if (error instanceof FileProblem) return error.problem;
    throw error;
  }
}

const NOUN = "file of captions";

async function textOf({ place, name, size }: CaptionFile, signal: AbortSignal): Promise<string> {
  const bytes = await readUnitFile({ reader: "captions", id: name, size, at: { path: place } }, signal, { most: MOST_BYTES, noun: NOUN });
  const page = bytes instanceof Uint8Array ? pageOf({ id: name, markup: "xml", noun: NOUN }, bytes) : bytes;
  if (!isFailure(page)) return page.text.replace(/^\ufeff/, "");
  const { id, ...problem } = page;
  throw new FileProblem({ file: id, ...problem });
}

/** The narration that a text of captions holds. Throws FileProblem. */
export async function narrationIn(text: string, name: string, overruling: Overruling): Promise<Narrated> {
  const format = formatOf(text, name, overruling.format);
  const captions = await format.read(text, name);
  const told = captionName(name);
  const lang = overruling.lang ?? captions.lang ?? told.lang ?? detectedLanguage(sampleOf(captions)) ?? "und";
  const sentences = sentencesOf(wordsOf(captions, lang), lang);
  if (sentences.length === 0)
    throw new FileProblem({
      kind: "no-speech",
      file: name,
      expected: "words that are spoken",
      found: "none beside sounds, music, signs and markup",
      fix: "leave the file out",
    });
  const { duration } = captions;
  const isKnown = (time: number): boolean => time <= LAST_SECOND;
  if (!isKnown(duration ?? 0) || !sentences.every(({ end }) => isKnown(end)))
    throw badTime({ file: name }, "a later one", `times up to ${LAST_SECOND} s`);
  const automatic = captions.automatic ?? told.automatic;
  return {
    narration: { id: told.id, lang, ...(duration === undefined ? {} : { duration }), sentences },
    format: format.id,
    ...(automatic === undefined ? {} : { automatic }),
  };
}

function formatOf(text: string, name: string, wanted: string | undefined): CaptionFormat {
  return captionFormats.find(({ id }) => id === wanted) ?? captionFormatOf(text, name);
}

/** Cues that a language is detected from. */
const SAMPLE = 60;

function sampleOf({ cues }: Captions): string {
  return cues
    .slice(0, SAMPLE)
    .map(({ text }) => text)
    .join(" ");
}
