import { SegmentsItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { fieldsOf } from "../records.ts";
import { runsOf } from "./runs.ts";
import { datasetNamed, datasetOf } from "./videos.ts";

/** `data/gtea/groundTruth/S1_Tea_C1.txt` and `data/gtea/splits/test.split1.bundle`, with or without the folders before. */
const TRUTH = /(?:^|([^/]+)\/)groundTruth\/([^/]+)\.txt(?:\.gz)?$/;
const BUNDLE = /(?:^|([^/]+)\/)splits\/test\.split(\w+)\.bundle$/;

/** A data set as its folder has it. Videos are named up to their first point, as in eval.py. */
interface Folder {
  /** Text by video, and the file that holds it. */
  readonly videos: Map<string, { readonly text: string; readonly file: string }>;
  /** Videos by test split, in the order of the bundle. */
  readonly splits: Map<string, readonly string[]>;
}

/** Gold as MS-TCN released it, and as other data sets are laid out since. */
export const officialFolder: GatheredFormat<SegmentsItem> = {
  id: "official-folder",
  title: "Official folder: <data set>/groundTruth/<video>.txt with one label per line, and <data set>/splits/test.split<n>.bundle",
  accepts: ({ value, file }) => (TRUTH.test(file) || BUNDLE.test(file)) && (value === undefined || typeof value === "string"),
  gather: () => new OfficialGathering(),
};

class OfficialGathering implements Gathering<SegmentsItem> {
  readonly #folders = new Map<string, Folder>();

  add({ value, file }: Raw): void {
    const text = value as string;
    const [, inFolder, split] = BUNDLE.exec(file) ?? [];
    if (split !== undefined) {
      const names = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
      this.#folder(inFolder).splits.set(split, names.map(videoName));
      return;
    }
    const [, folder, name = ""] = TRUTH.exec(file) ?? [];
    this.#folder(folder).videos.set(videoName(name), { text, file });
  }

  #folder(name = ""): Folder {
    const folder = this.#folders.get(name) ?? { videos: new Map(), splits: new Map() };
    this.#folders.set(name, folder);
    return folder;
  }

  *items(): Generator<SegmentsItem> {
    for (const [name, folder] of [...this.#folders].sort(([a], [b]) => (a < b ? -1 : 1))) yield* itemsOf(name, folder);
  }
}

const videoName = (name: string): string => name.split(".")[0] as string;

const inOrder = new Intl.Collator("en", { numeric: true });

function* itemsOf(name: string, { videos, splits }: Folder): Generator<SegmentsItem> {
  if (splits.size === 0) throw fault(undefined, name, "splits/test.split<n>.bundle beside groundTruth", "none", "add the folder splits");
  const seen = new Map<string, string>();
  for (const [split, names] of [...splits].sort(([a], [b]) => inOrder.compare(a, b))) {
    for (const video of names) {
      const dataset = datasetOf(video) ?? (name === "" ? undefined : datasetNamed(name));
      if (dataset === undefined) throw noDataset(video);
      const id = `${dataset}/${video}`;
      const truth = videos.get(video);
      if (truth === undefined)
        throw fault(id, name, `groundTruth/${video}.txt, as test.split${split}.bundle names it`, "no such file", "add it");
      const other = seen.get(video);
      if (other !== undefined)
        throw fault(id, name, "each video in one test split", `it in ${other} and ${split}`, "give one of the bundles");
      seen.set(video, split);
      yield { id, dataset, split, runs: runsOf(linesOf(truth.text, id)) };
    }
  }
}

/** Labels of a file of frames: as in eval.py, what stands behind the last line feed is no frame. Throws RecordProblem for a blank line. */
function linesOf(text: string, id: string): string[] {
  const lines = text.split(/\r\n?|\n/).slice(0, -1);
  const blank = lines.findIndex((line) => line.trim() === "");
  if (blank === -1) return lines;
  throw fault(id, `groundTruth, line ${blank + 1}`, "the label of a frame", "a blank line", "write one label per line");
}

function noDataset(video: string): RecordProblem {
  return fault(
    undefined,
    "groundTruth",
    "a folder that names the data set, such as gtea/groundTruth",
    `groundTruth without one, and the video ${shown(video)}, whose name tells none`,
    "give the folder above, so that paths begin with the name of the data set",
  );
}

function fault(id: string | undefined, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-gold", severity: "error", ...(id === undefined ? {} : { id }), field, expected, found, fix });
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<SegmentsItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one video per line with id, dataset, split and runs [label, frames]",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.split !== undefined && Array.isArray(fields.runs);
  },
  read: ({ value }) => check(SegmentsItem, value, ""),
};
