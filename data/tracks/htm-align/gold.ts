import { HtmAlignItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { fieldsOf, plainNumbers } from "../records.ts";

const PREFIX = "htm-align:";

/** Whether an item id is of this track: `htm-align:<video>`. */
export function owns(id: string): boolean {
  return id.startsWith(PREFIX) && id.length > PREFIX.length;
}

export function itemId(video: string): string {
  return `${PREFIX}${video}`;
}

/** Gold as published: all videos in one object. Texts of sentences decide nothing and are dropped. */
export const officialFile: GatheredFormat<HtmAlignItem> = {
  id: "official-file",
  title: "Official file htm_align.json: {video: [[alignable, start, end, text], ...]}",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && fields.id === undefined && isGold(Object.values(fields)[0]);
  },
  gather: () => new VideosGathering(),
};

/** Whether this is what the official file holds of a video. */
function isGold(sentences: unknown): boolean {
  const [first] = Array.isArray(sentences) ? sentences : [];
  return Array.isArray(first) && typeof first[3] === "string";
}

class VideosGathering implements Gathering<HtmAlignItem> {
  readonly #items: HtmAlignItem[] = [];

  add({ value }: Raw): void {
    for (const [video, sentences] of Object.entries(fieldsOf(value) ?? {})) {
      const id = itemId(video);
      if (!Array.isArray(sentences)) throw wrong(id, video, "a list of sentences", shown(sentences), "use the file as released");
      this.#items.push(checked({ id, sentences: sentences.map((one, s) => sentenceOf(plainNumbers(one), `${video}[${s}]`, id)) }));
    }
  }

  items(): Iterable<HtmAlignItem> {
    return this.#items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function sentenceOf(row: unknown, field: string, id: string): HtmAlignItem["sentences"][number] {
  const [alignable, start, end] = Array.isArray(row) ? row : [];
  const isFlag = alignable === 0 || alignable === 1 || typeof alignable === "boolean";
  if (isFlag && Number.isFinite(start) && Number.isFinite(end)) return { alignable: Boolean(alignable), start, end };
  throw wrong(id, field, "0 or 1, a start and an end in seconds, and a text", shown(row), "use the file as released");
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<HtmAlignItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one video per line with id and sentences",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.sentences);
  },
  read: ({ value }) => checked(check(HtmAlignItem, plainNumbers(value), "")),
};

/** What a schema cannot say of a video; where sentences that are not alignable stand does not matter. */
function checked(item: HtmAlignItem): HtmAlignItem {
  const { id, sentences } = item;
  if (sentences.length === 0) throw wrong(id, "sentences", "at least one sentence", "none", "leave out videos without narration");
  const turned = sentences.findIndex(({ alignable, start, end }) => alignable && end < start);
  if (turned === -1) return item;
  throw wrong(
    id,
    `sentences[${turned}]`,
    "an end behind the start",
    `${sentences[turned]?.start} to ${sentences[turned]?.end}`,
    "give times in seconds",
  );
}

/** What is wrong with a record. */
export function wrong(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
