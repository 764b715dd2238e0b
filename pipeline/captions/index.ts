import { excerpt } from "@stepladder/wasm/intake/excerpt.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import type { CaptionFormat } from "./interface.ts";
import { srt } from "./srt.ts";
import { table } from "./table.ts";
import { columns, transcriptList } from "./transcript.ts";
import { ttml } from "./ttml.ts";
import { webvtt } from "./webvtt.ts";
import { chunks, whisper, whisperCpp } from "./whisper.ts";
import { json3 } from "./youtube-json3.ts";
import { youtubeXml } from "./youtube-xml.ts";

/** All layouts of captions; a file is read as the first that knows it. */
export const captionFormats: readonly CaptionFormat[] = [
  webvtt,
  srt,
  youtubeXml,
  ttml,
  json3,
  transcriptList,
  columns,
  whisperCpp,
  chunks,
  whisper,
  table,
];

/** The layout of a file's text. Throws FileProblem where it is none of ours. */
export function captionFormatOf(text: string, file: string): CaptionFormat {
  const format = captionFormats.find((one) => one.knows(text));
  if (format !== undefined) return format;
  throw new FileProblem({
    kind: "unknown-format",
    file,
    expected: `captions: ${captionFormats.map(({ title }) => title).join("; ")}`,
    found: text.trim() === "" ? "an empty file" : `a file that begins with ${excerpt(text.trimStart().slice(0, 60))}`,
    fix: "look whether the file is another one, or name its layout with --format",
  });
}
