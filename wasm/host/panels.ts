import type { GroundedVideo, InducedGraph } from "@stepladder/schema";

/** What a person sees of one item, and of a prediction for it, as data: the site draws it. All text is foreign and only ever text. */
export interface ItemView {
  /** What the item is, in a few words: its goal, its question. */
  readonly title: string;
  /** To be read before the panels: a task's text, an article. */
  readonly texts?: readonly { readonly title: string; readonly text: string }[];
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly panels: readonly Panel[];
}

/** Each kind has its viewer (site/src/features/explorer). Steps and positions are 0-based. */
export type Panel = StatesPanel | LabelsPanel | GraphPanel | TimelinePanel | RankingPanel | TextPanel | GroundingPanel | InducedPanel;

/** Runs of states, gold's and a predicted one, position by position. */
export interface StatesPanel {
  readonly kind: "states";
  readonly title: string;
  /** What is asked at each position, where that is known. */
  readonly steps?: readonly string[];
  readonly start?: string;
  readonly gold: readonly string[];
  /** Absent without a prediction. */
  readonly predicted?: readonly string[];
  /** By the rule of the benchmark, for each position that both have; absent without a prediction. */
  readonly same?: readonly boolean[];
}

/** A trace, or a list of steps, each with labels. */
export interface LabelsPanel {
  readonly kind: "labels";
  readonly title: string;
  readonly steps: readonly LabelledStep[];
  /** The label that says that a step is wrong: the first one is where errors begin. */
  readonly wrong?: readonly string[];
  /** Further judges of the same steps. */
  readonly judges?: readonly { readonly name: string; readonly labels: readonly (string | undefined)[] }[];
}

export interface LabelledStep {
  readonly text: string;
  /** Who speaks, in a trace of messages. */
  readonly role?: string;
  /** Absent where gold, or the prediction, says nothing of this step. */
  readonly gold?: string;
  readonly predicted?: string;
  /** Whether the prediction is right about it, where it is asked; absent: the two labels are compared. */
  readonly same?: boolean;
  /** A judge's words. */
  readonly note?: string;
}

/** A step graph, gold's and a predicted one over the same nodes; with sides, an alignment of two procedures. */
export interface GraphPanel {
  readonly kind: "graph";
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly gold: readonly Edge[];
  /** Absent without a prediction. */
  readonly predicted?: readonly Edge[];
  /** Observed orders of steps, as ids of nodes, that may be walked through the graph. */
  readonly paths?: readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

export interface GraphNode {
  readonly id: string;
  readonly text: string;
  readonly optional?: boolean;
  /** Name of the group of steps that may be swapped for each other, or done in any order. */
  readonly group?: string;
  /** Which of two procedures it is of. */
  readonly side?: 0 | 1;
  /** Gold has no such node: the prediction alone names it. */
  readonly own?: boolean;
}

/** From one node to another, by id. */
export type Edge = readonly [from: string, to: string];

/** Segments on an axis of time, or of frames. */
export interface TimelinePanel {
  readonly kind: "timeline";
  readonly title: string;
  readonly unit: "seconds" | "frames";
  /** Where the axis ends; at least the last end of a segment. */
  readonly end: number;
  /** One row per step or label, in the order of the procedure. */
  readonly rows: readonly TimelineRow[];
  /** tIoU from which on a predicted segment finds gold's, where `right` does not tell; absent: .5. */
  readonly least?: number;
  readonly narration?: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export interface TimelineRow {
  readonly name: string;
  readonly gold: readonly Segment[];
  readonly predicted: readonly Segment[];
}

/** Half open; a point in time has its end at its start. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** What was said of it with its score. */
  readonly score?: number;
  /** By the rule of the benchmark: that gold's was found, or that a predicted one is right; absent: segments of one row are compared by tIoU. */
  readonly right?: boolean;
}

/** Candidates as a system ranked them, best first; what it did not rank stands last, without a rank. */
export interface RankingPanel {
  readonly kind: "ranking";
  readonly title: string;
  /** What was asked, such as the steps so far. */
  readonly asked?: readonly string[];
  readonly candidates: readonly { readonly text: string; readonly gold: boolean; readonly ranked: boolean; readonly score?: number }[];
  /** Where the metrics of the track cut. */
  readonly cuts: readonly number[];
  /** Where the metric that ranks the track cuts, one of `cuts`; absent: at the last of them. */
  readonly cut?: number;
}

/** Two texts, step by step: a reference and what was generated. */
export interface TextPanel {
  readonly kind: "text";
  readonly title: string;
  readonly reference: readonly string[];
  /** Absent without a prediction. */
  readonly generated?: readonly string[];
  /** Which steps say the same, where that is known. */
  readonly pairs?: readonly { readonly reference: number; readonly generated: number }[];
  /** What a judge, a check or a rule says of a step, or of the whole where no step is named. */
  readonly notes?: readonly TextNote[];
}

export interface TextNote {
  readonly of: "reference" | "generated";
  readonly step?: number;
  readonly verdict: "good" | "bad" | "note";
  readonly text: string;
}

/** The steps of an article grounded in a narrated video. */
export interface GroundingPanel {
  readonly kind: "grounding";
  readonly title: string;
  readonly video: GroundedVideo;
}

/** A graph of steps, induced from paths that were seen. */
export interface InducedPanel {
  readonly kind: "induced";
  readonly title: string;
  readonly graph: InducedGraph;
}
