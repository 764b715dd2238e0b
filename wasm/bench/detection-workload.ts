import { Random } from "../../data/tracks/procladder/random.ts";
import { NO_GROUP } from "../metrics/detection/abi.ts";

/** The size of THUMOS 14 with 200 predictions a video. */
const VIDEOS = 212;
const GOLD = 3358;
const CLASSES = 20;
const PER_VIDEO = 200;
const SECONDS = 220;
const SEED = 50;

export const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7] as const;

export interface Stretch {
  readonly video: number;
  readonly class: number;
  readonly start: number;
  readonly end: number;
}

export interface Detections {
  readonly gold: readonly Stretch[];
  /** Video by video; scores have 32 bits, as detectors give them. */
  readonly told: readonly (Stretch & { readonly score: number })[];
}

/** A third of the segments lies near one of gold, four of five of these with its class; these have the higher scores. */
export function thumosSized(): Detections {
  const random = new Random(SEED, 0);
  const share = (): number => random.bits() / 2 ** 32;
  const jitter = (): number => (share() + share() + share() - 1.5) * 0.3;
  const gold = Array.from({ length: GOLD }, (_, i): Stretch => {
    const length = 2 + 28 * share();
    const start = share() * (SECONDS - length);
    return { video: i < VIDEOS ? i : random.below(VIDEOS), class: random.below(CLASSES), start, end: start + length };
  });
  const byVideo = Map.groupBy(gold, ({ video }) => video);
  const told = Array.from({ length: VIDEOS * PER_VIDEO }, (_, i) => {
    const video = Math.floor(i / PER_VIDEO);
    const own = byVideo.get(video) as readonly Stretch[];
    const near = own[random.below(own.length)] as Stretch;
    const other = share() < 0.2 ? random.below(CLASSES) : near.class;
    if (share() < 0.35) {
      const length = near.end - near.start;
      const start = near.start + jitter() * length;
      return {
        video,
        class: other,
        start,
        end: Math.max(start + 0.2, near.end + jitter() * length),
        score: Math.fround(0.2 + 0.8 * share()),
      };
    }
    const start = share() * 200;
    const stray = share() < 0.5 ? near.class : random.below(CLASSES);
    return { video, class: stray, start, end: start + 1 + 39 * share(), score: Math.fround(0.8 * share()) };
  });
  return { gold, told };
}

/** The columns of the detection kernel (abi.ts), groups being a class in a video; then how much of each class there is to find. */
export function detectionColumns({ gold, told }: Detections) {
  const keyOf = (one: Stretch): number => one.video * CLASSES + one.class;
  const groups = [...Map.groupBy(gold, keyOf)];
  const names = new Map(groups.map(([key], group) => [key, group]));
  const segments = groups.flatMap(([, own]) => own);
  const starts = [0];
  for (const [, own] of groups) starts.push((starts.at(-1) as number) + own.length);
  return {
    goldGroups: Int32Array.from(starts),
    goldStarts: Float64Array.from(segments, ({ start }) => start),
    goldEnds: Float64Array.from(segments, ({ end }) => end),
    groups: Int32Array.from(told, (one) => names.get(keyOf(one)) ?? NO_GROUP),
    shifts: new Int32Array(told.length),
    classes: Int32Array.from(told, (one) => one.class),
    starts: Float64Array.from(told, ({ start }) => start),
    ends: Float64Array.from(told, ({ end }) => end),
    scores: Float64Array.from(told, ({ score }) => score),
    videos: Int32Array.from(told, ({ video }) => video),
    /** A row for each group, which is a class in a video. */
    wanted: {
      items: Int32Array.from(groups, ([key]) => Math.floor(key / CLASSES)),
      classes: Int32Array.from(groups, ([key]) => key % CLASSES),
      counts: Int32Array.from(groups, ([, { length }]) => length),
    },
    ofClass: Int32Array.from({ length: CLASSES }, (_, c) => gold.filter((one) => one.class === c).length),
    largest: Math.max(...groups.map(([, { length }]) => length)),
  };
}

/** Mean average precision over classes and thresholds, as one would write it: maps of lists, a sort, loops. */
export function meanAveragePrecisionPlain({ gold, told }: Detections): number {
  const goldOf = Map.groupBy(gold, ({ class: own, video }) => `${own} ${video}`);
  let sum = 0;
  for (const [own, list] of Map.groupBy(told, (one) => one.class)) {
    const toFind = gold.filter((one) => one.class === own).length;
    const ranked = list.toReversed().sort((a, b) => b.score - a.score);
    for (const threshold of THRESHOLDS) {
      const found = new Set<Stretch>();
      const precisions: number[] = [];
      let right = 0;
      for (const [place, one] of ranked.entries()) {
        let best: Stretch | undefined;
        let most: number = threshold;
        for (const other of goldOf.get(`${own} ${one.video}`) ?? []) {
          const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
          const overlap = Math.max(0, common) / (other.end - other.start + (one.end - one.start) - Math.max(0, common));
          if (overlap >= most && !found.has(other)) [best, most] = [other, overlap];
        }
        if (best === undefined) continue;
        found.add(best);
        right++;
        precisions.push(right / (place + 1));
      }
      let best = 0;
      for (const precision of precisions.toReversed()) {
        best = Math.max(best, precision);
        sum += best / toFind;
      }
    }
  }
  return sum / CLASSES / THRESHOLDS.length;
}
