import { basename } from "node:path";
import { knownTag } from "./language-name.ts";

/** Files of a folder that may hold captions, by their names; what they hold decides how they are read. */
const NAMES = /\.(?:vtt|srt|ttml|dfxp|xml|srv[123]|json3|json|csv|tsv)(?:\.gz)?$/i;
/** What yt-dlp writes beside captions, and is none. */
const BESIDE = /\.(?:info|live_chat|comments)\.json3?(?:\.gz)?$/i;
const MEDIA = /\.(?:mp4|mkv|webm|mov|avi|m4v|wav|mp3|m4a|flac|ogg|opus|aac)$/i;
/** Names of yt-dlp have the video's id in brackets behind the title. */
const BRACKETED = /\[([\w-]{6,})\]$/;
/** `<id>.en-orig.vtt` is what YouTube recognised, `.auto.` and `.asr.` are what people name it. */
const AUTOMATIC = /[.-](?:auto|asr|orig)$/i;

/** Whether a file of a folder may hold captions. */
export function mayBeCaptions(name: string): boolean {
  return NAMES.test(name) && !BESIDE.test(name);
}

/** What the name of a file of captions tells. */
export interface CaptionName {
  /** Id of the video. */
  readonly id: string;
  readonly lang?: string;
  readonly automatic?: true;
}

/** What a name such as `<id>.en.vtt`, `<title> [<id>].en-orig.json3` or `<id>.mp4.json` tells. */
export function captionName(path: string): CaptionName {
  let rest = basename(path).replace(/\.gz$/i, "");
  if (NAMES.test(rest)) rest = rest.replace(/\.[^.]+$/, "");
  const automatic = AUTOMATIC.test(rest);
  if (automatic) rest = rest.replace(AUTOMATIC, "");
  const tag = /^(.+)\.([^.]+)$/.exec(rest);
  const lang = tag === null ? undefined : knownTag(tag[2] as string);
  if (lang !== undefined) rest = (tag as RegExpExecArray)[1] as string;
  const bare = rest.replace(MEDIA, "");
  const id = BRACKETED.exec(bare)?.[1] ?? bare;
  return { id: id || basename(path), ...(lang === undefined ? {} : { lang }), ...(automatic ? { automatic } : {}) };
}
