import type { SegmentsItem } from "@stepladder/schema";
import type { KnownItems } from "@stepladder/wasm/host/track.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

/** All that scoring keeps of a video beside its columns. */
export interface VideoContext {
  readonly split: string;
  readonly frames: number;
  /** Labels that its frames have, each once. */
  readonly labels: readonly string[];
}

type Known = KnownItems<VideoContext>;

/** Whether an item id is of this track: `<data set>/<video>`. */
export function owns(id: string): boolean {
  return /^[\w-]+\/[^/]+$/.test(id);
}

/** A folder's name as that of a data set. */
export function datasetNamed(folder: string): string {
  return folder.replace(/[^\w-]+/g, "_");
}

/** What the names of videos look like in the data sets that the field uses: they tell their data set. */
const NAMES: readonly (readonly [dataset: string, video: RegExp])[] = [
  ["gtea", /^S[1-4]_[A-Za-z]+_C1$/],
  ["50salads", /^rgb-\d\d-[12]$/],
  ["drilling", /^\d\d_\d+_crop\d+$/],
  ["breakfast", /^P\d\d_[a-z]+\d\d_P\d\d_[a-z]+$/],
];

/** The data set whose videos have such names. */
export function datasetOf(video: string): string | undefined {
  return NAMES.find(([, name]) => name.test(video))?.[0];
}

/** Folders that hold predictions of any data set: their names say nothing of it. */
const NO_DATASETS: ReadonlySet<string> = new Set(["results", "result", "predictions", "prediction", "outputs", "output"]);

/** What the path of a file of predictions tells: `<system>/results/<data set>/split_<n>/<video>`, each folder perhaps absent. */
export interface Place {
  /** Up to the first point, as eval.py takes it from the bundle. */
  readonly video: string;
  readonly split: string | undefined;
  readonly dataset: string | undefined;
  /** Folder above, whose name is the system's where there is any. */
  readonly system: string | undefined;
}

export function placeOf(file: string): Place {
  const parts = file.split("/");
  const video = (parts.pop() as string).split(".")[0] as string;
  const split = /^split_?(\w+)$/i.exec(parts.at(-1) ?? "")?.[1];
  if (split !== undefined) parts.pop();
  const folder = parts.at(-1);
  const dataset = folder === undefined || NO_DATASETS.has(folder.toLowerCase()) ? undefined : datasetNamed(folder);
  if (dataset !== undefined && parts.length > 1) parts.pop();
  return { video, split, dataset, system: parts.at(-1) };
}

/** Whether a path is that of a video by its folder or its name. */
export function isVideoFile(file: string): boolean {
  const { video, split } = placeOf(file);
  return split !== undefined || datasetOf(video) !== undefined;
}

/** Gold's items as files and records name them. */
interface Index {
  readonly contexts: ReadonlyMap<string, VideoContext>;
  /** Ids by the name of their video, which data sets may share. */
  readonly videos: ReadonlyMap<string, readonly string[]>;
}

const indices = new WeakMap<Known, Index>();

function indexOf(items: Known): Index {
  const known = indices.get(items);
  if (known !== undefined) return known;
  const videos = new Map<string, string[]>();
  for (const id of items.ids) {
    const video = id.slice(id.indexOf("/") + 1);
    videos.set(video, [...(videos.get(video) ?? []), id]);
  }
  const index = { contexts: new Map(items.ids.map((id, i) => [id, items.contexts[i] as VideoContext])), videos };
  indices.set(items, index);
  return index;
}

/** Gold's context of an id, where gold is at hand and has it. */
export function contextOf(id: string, items: Known | undefined): VideoContext | undefined {
  return items === undefined ? undefined : indexOf(items).contexts.get(id);
}

/** The id of the video that a file is of: by gold where one video has that name, else by name or folder. Throws RecordProblem where none tells. */
export function videoIdOf(file: string, items: Known | undefined): string {
  const { video, dataset: folder } = placeOf(file);
  const dataset = datasetOf(video) ?? folder;
  const own = items === undefined ? [] : (indexOf(items).videos.get(video) ?? []);
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return only;
  if (dataset !== undefined) return `${dataset}/${video}`;
  throw new RecordProblem({
    kind: "no-data-set",
    severity: "error",
    expected: "a folder that names the data set, such as results/gtea/split_1/<video>",
    found: file,
    fix: "put the files into results/<data set>/split_<n>, or write records with the ids of gold",
  });
}

/** What scoring keeps of a video. */
export function videoContext({ split, runs }: SegmentsItem): VideoContext {
  return {
    split,
    frames: runs.reduce((sum, [, frames]) => sum + frames, 0),
    labels: [...new Set(runs.map(([label]) => label))],
  };
}
