import * as z from "zod/mini";
import { BoardFigure } from "./board.ts";
import { Evidence, System } from "./entry.ts";
import { TrackCard } from "./track.ts";

/** Path of a file or page on the site that serves the record, from its root on: `/api/v1/tracks.json`. */
const Path = z.string().check(z.startsWith("/"));
const Count = z.int().check(z.nonnegative());

/** What the API has; where a reader starts. */
export const ApiIndex = z.object({
  schema: z.literal("stepladder/api-index/1"),
  tracks: Path,
  metrics: Path,
  /** JSON Schema of each record of the API, by its name. */
  schemas: z.record(z.string(), Path),
  /** What it is, in plain words. */
  page: Path,
});
export type ApiIndex = z.infer<typeof ApiIndex>;

/** All tracks, as much as a list of boards needs. */
export const ApiTracks = z.object({
  schema: z.literal("stepladder/api-tracks/1"),
  tracks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      version: z.string(),
      /** Metric that ranks the board. */
      ranking: z.string(),
      systems: Count,
      baselines: Count,
      api: Path,
      page: Path,
    }),
  ),
});
export type ApiTracks = z.infer<typeof ApiTracks>;

/** What a reader must know of a metric's numbers. */
export const MetricCard = z.object({
  id: z.string(),
  title: z.string(),
  group: z.optional(z.string()),
  /** A fraction is given as 0 to 1. */
  unit: z.enum(["fraction", "coefficient", "points", "steps", "edits", "failures", "grades", "seconds"]),
  better: z.enum(["higher", "lower"]),
  explains: z.string(),
  source: z.optional(z.string()),
});
export type MetricCard = z.infer<typeof MetricCard>;

/** All metrics that some track uses. */
export const ApiMetrics = z.object({
  schema: z.literal("stepladder/api-metrics/1"),
  metrics: z.array(z.object({ ...MetricCard.shape, tracks: z.array(z.string()) })),
});
export type ApiMetrics = z.infer<typeof ApiMetrics>;

/** How an entry stands by one metric: as on the command line, without simultaneous rank sets. */
export const Placing = z.omit(BoardFigure, { setLow: true, setHigh: true });
export type Placing = z.infer<typeof Placing>;

/** One board: what the track declares, and how every entry stands by the metric that ranks. */
export const ApiTrack = z.object({
  schema: z.literal("stepladder/api-track/1"),
  declaration: TrackCard,
  metrics: z.array(MetricCard),
  /** Metric that ranks, and the random draws behind intervals and ranks. */
  ranking: z.object({ metric: z.string(), seed: z.int(), draws: Count }),
  /** Best first by the ranking metric. */
  entries: z.array(
    z.object({
      id: z.string(),
      system: System,
      date: z.iso.date(),
      evidence: Evidence,
      coverage: z.optional(z.object({ items: Count, scored: Count })),
      standing: Placing,
      page: Path,
      /** The whole record (schema `entry`): every figure, sliced too. */
      record: Path,
      /** Statistics of every item, gzipped, where the items were scored here. */
      pack: z.optional(Path),
    }),
  ),
  page: Path,
  /** Items of the packs: ids, lengths, clusters, slices. */
  items: z.optional(Path),
  /** The board's tables, one for each group of metrics. */
  tables: z.array(z.object({ title: z.string(), csv: Path, markdown: Path, latex: Path, json: Path })),
  /** BibTeX of the track's papers and of Stepladder. */
  cite: Path,
});
export type ApiTrack = z.infer<typeof ApiTrack>;
