import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  AlignmentItem,
  AlignmentPrediction,
  ApiIndex,
  ApiMetrics,
  ApiTrack,
  ApiTracks,
  BoardReport,
  CaptionsItem,
  CaptionsPrediction,
  ChecksItem,
  ChecksPrediction,
  ComparisonReport,
  Constraints,
  CrosstaskItem,
  CrosstaskPrediction,
  DroppedProcedure,
  Entry,
  ExactItem,
  ExactPrediction,
  FirstErrorItem,
  FirstErrorPrediction,
  FramesItem,
  FramesPrediction,
  GroundedVideo,
  GroundingPrediction,
  GroundingQuery,
  HtmAlignItem,
  HtmAlignPrediction,
  HtStepItem,
  HtStepPrediction,
  InducedGraph,
  ItemsIndex,
  LabelsItem,
  LabelsPrediction,
  LedgerLine,
  MinedProcedure,
  MiningReport,
  Names,
  Narration,
  OrderItem,
  OrderPrediction,
  PackHeader,
  Paper,
  ParityRecord,
  PipelineStep,
  PlanItem,
  PlanPrediction,
  Prediction,
  Procedure,
  Scorecard,
  ScorecardSet,
  ScriptItem,
  ScriptPrediction,
  SeverityItem,
  SeverityPrediction,
  StatesItem,
  StatesPrediction,
  StepScoresItem,
  StepScoresPrediction,
  StepVideo,
  Submission,
  TaskGraphItem,
  TaskGraphPrediction,
  TraceItem,
  TrackCard,
  Unmined,
} from "./index.ts";
import { jsonSchemas } from "./json-schema.ts";
import { matches } from "./testing.ts";

const sha = "0".repeat(64);
const score = { value: 0.5, low: 0.1, high: 0.9, scored: 1, unscored: 1 };
const entry = {
  schema: "stepladder/entry/1",
  track: "t",
  system: { name: "n", kind: "system", about: "a" },
  date: "2026-02-28",
  evidence: { kind: "recomputed", predictions: sha, gold: sha, items: sha, kernels: sha },
  coverage: { items: 2, scored: 1, unscored: { unreadable: 1 } },
  scores: { m: score },
  slices: { s: { v: { m: { reason: "no items", scored: 0, unscored: 0 } } } },
};
const problem = { kind: "k", severity: "warning", expected: "e", found: "f", fix: "x" };
const scorecard = {
  schema: "stepladder/scorecard/1",
  track: "t",
  scores: { m: score },
  slices: {},
  curves: { c: [{ x: 1, value: 1, items: 2 }] },
  coverage: { items: 2, scored: 1, unscored: { unreadable: 1 }, share: 0.5 },
  diagnoses: [],
  problems: [{ kind: "k", severity: "warning", count: 1, examples: [problem] }],
  versions: { stepladder: "0", track: "1" },
  seed: 1,
  hashes: { gold: sha, predictions: sha, items: sha, kernels: sha },
  items: [{ id: "i", unscored: "unreadable", statistics: { s: 1 } }],
};
const item = { id: "i", task: "t", init: null, intermediate: ["a", 1, [[]]], final: "" };
const trajectory = { id: "d:0:0", dataset: "d", question: "d:0", labels: { 2: 1, 4: 0, 10: -1 }, final: -1 };
const sequence = { id: "i", activity: "a", frames: 4, cuts: [1, 3], rate: 5, features: [[0.5], [1], [1], [2]] };
const solution = { id: "s-0", subset: "s", problem: "s-0", generator: "g", steps: 3, label: -1, answer: true };
const variant = { id: "v", classification: "c", question: "q", steps: 3, errors: [2, 4] };
const script = { id: "i", subtask: "completion", task: "t00", library: ["a.", "b."], prefix: [0], observed: [[1], []] };
const captioned = {
  id: "i",
  subtask: "guided-captioning",
  query: "q",
  category: "c",
  videos: ["v"],
  guideline: ["g"],
  steps: [{ caption: "a", bounds: [0.5, 2], guideline_step: 1 }],
};
const ordered = { kind: "ordered", steps: ["a", "b"] };
const paper = {
  schema: "stepladder/paper/1",
  slug: "p",
  shelf: "starting",
  name: "P",
  title: "A paper",
  date: "2024-10",
  identifiers: { arxiv: "2410.03117" },
  links: [{ title: "l", url: "https://example.org/" }],
  about: "a",
  kinds: ["benchmark"],
  families: ["f"],
  supervision: ["step labels"],
  tracks: [{ track: "t", relation: "defines" }],
  caveats: [],
  figures: [
    {
      benchmark: "b",
      evidence: "secondary",
      source: "a note",
      metrics: [{ metric: "m", unit: "%" }],
      rows: [{ system: "s", values: ["69.80"] }],
    },
  ],
};
const names = {
  schema: "stepladder/names/1",
  benchmarks: { b: { name: "B", family: "f", of: "mean", aliases: ["Bee"] } },
  metrics: { m: { name: "M", unit: "%", better: "higher" } },
  systems: { s: { name: "S", kind: "model" } },
};
const card = {
  id: "t",
  title: "T",
  summary: "s",
  family: "states",
  version: "1",
  metrics: ["m"],
  slices: [],
  unscored: "u",
  papers: [],
  sources: [],
  formats: [],
  gold: "generated",
};
const statistic = { id: "s", distinct: 2, width: 1 };
const pack = { schema: "stepladder/pack/1", track: "t", gold: sha, items: 3, unscored: { unreadable: [2] }, statistics: [statistic] };
const index = {
  schema: "stepladder/items/1",
  track: "t",
  items: sha,
  ids: ["a"],
  lengths: [2],
  clusters: [0],
  slices: [{ id: "s", values: ["v"], of: [0] }],
};
const metric = { id: "m", unit: "fraction", better: "higher" };
const standing = { value: 0.5, low: 0.4, high: 0.6, rank: 1, rankLow: 1, rankHigh: 2, pFirst: 0.7, setLow: 1, setHigh: 2, letters: "a" };
const row = { id: "n", system: "N", kind: "system", evidence: "recomputed", coverage: { items: 2, scored: 1 }, metrics: { m: standing } };
const drawn = { track: "t", items: sha, cut: { s: ["v"] }, seed: 1, draws: 100 };
const board = {
  schema: "stepladder/board/1",
  ...drawn,
  counts: { items: 2, clusters: 1 },
  metrics: [{ ...metric, gap: 0.1 }],
  entries: [row],
};
const pair = { a: "n", b: "o", difference: -0.1, low: -0.2, high: 0, p: 0.03, adjusted: 0.06, test: "mcnemar", won: 0, lost: 1, tied: 1 };
const comparison = { schema: "stepladder/comparison/1", ...drawn, metric, pairs: [pair] };
const line = {
  schema: "stepladder/ledger/1",
  date: "2026-02-28",
  track: "t",
  entry: "n",
  system: "N",
  kind: "rescored",
  why: "w",
  ranking: { metric: "m", from: 0.4, to: 0.5 },
  sha256: { figures: sha, record: sha },
};
const report = {
  schema: "stepladder/mining-report/1",
  profile: "default",
  passedOver: { ".css": 2 },
  pages: 3,
  pagesWithProcedures: 1,
  procedures: 1,
  steps: 4,
  failures: { "not-gzip": 1 },
  dropped: { "how-to/questions": 1 },
  miners: { "json-ld": 1 },
  languages: { en: 1 },
  topics: {},
  sha256: { "procedures.jsonl": sha },
};
const step = { step: "import", key: sha, options: { seed: 1 }, records: 3, dropped: { short: 1 }, outputs: { "a.jsonl": sha } };
const submission = { track: "t", files: [{ name: "a.jsonl", format: "records", records: 3, sha256: sha }] };

const apiIndex = { schema: "stepladder/api-index/1", tracks: "/t", metrics: "/m", schemas: { entry: "/e" }, page: "/api/" };
const metricCard = { id: "m", title: "M", unit: "fraction", better: "higher", explains: "e" };
const listed = { id: "t", title: "T", summary: "s", version: "1", ranking: "m", systems: 1, baselines: 0, api: "/a", page: "/p" };
const placed = { ...score, rank: 1, rankLow: 1, rankHigh: 2, pFirst: 0.75, letters: "ab" };
const apiLine = { id: "e", system: entry.system, date: entry.date, evidence: entry.evidence, standing: placed, page: "/p", record: "/r" };
const apiBoard = {
  schema: "stepladder/api-track/1",
  declaration: card,
  metrics: [metricCard],
  ranking: { metric: "m", seed: 1, draws: 10 },
  entries: [apiLine],
  page: "/p",
  tables: [{ title: "T", csv: "/a.csv", markdown: "/a.md", latex: "/a.tex", json: "/a.json" }],
  cite: "/c.bib",
};

/** For each record: its schema, a sample that it takes, and what it refuses in it: one field set to another value, or left out. */
const procedure = {
  id: "p",
  goal: "Boil an egg",
  lang: "en",
  topic: "food-dining",
  resources: [{ text: "1 egg", kind: "supply" }, { text: "a pot" }],
  sections: ["Boil"],
  steps: [
    { text: "Boil water.", section: 0 },
    { title: "Egg", text: "Put the egg in." },
  ],
};

const mined = {
  ...procedure,
  source: { url: "https://example.org/egg", file: "egg.html", title: "Eggs", sha256: "00" },
  miner: "json-ld",
  score: 1,
  pointer: "ol",
  steps: procedure.steps.map((step, i) => ({ ...step, pointer: `li:nth-child(${i + 1})` })),
  stages: [{ stage: "quality", note: "0.9" }],
};

const sentence = { text: "Now stir.", start: 0, end: 2.5 };
const grounded = {
  id: "v",
  procedure: "p",
  goal: "Make soup",
  duration: 9,
  steps: ["Stir."],
  sentences: [sentence],
  similarity: [[0.5]],
  segments: [{ step: 0, start: 0, end: 2.5, confidence: 0.9, sentences: [0] }],
  shown: [0.95],
  gold: [{ step: 0, start: 1, end: 3 }],
};
const induced = {
  id: "soup",
  goal: "Make soup",
  method: "frequency",
  settings: { cut: 0.9 },
  paths: 4,
  steps: [
    { key: "1", text: "Chop.", support: 4, optional: false },
    { key: "2", text: "Stir.", support: 3, optional: true },
  ],
  pairs: [{ before: 0, after: 1, both: 3, ordered: 3 }],
  edges: [{ before: 0, after: 1, support: 3, confidence: 0.9 }],
  interchangeable: [],
  branches: [[[0], [1]]],
  loops: [{ steps: [1], support: 1 }],
  seen: [{ path: [0, 1], count: 3 }],
};

const cases = {
  "alignment-item": [
    AlignmentItem,
    {
      id: "i",
      goal: "g",
      source: { name: "a", actions: [{ token: 1, text: "Stir" }] },
      target: { name: "b", actions: [] },
      links: [[1, 2]],
    },
    { id: "", goal: 1, source: { name: "", actions: [{ token: 0, text: "" }] }, target: [], links: [[1], [1.5, 2]] },
  ],
  "alignment-prediction": [
    AlignmentPrediction,
    { links: [[1, 0]] },
    {
      links: [
        [1, 2, 3],
        ["1", 2],
      ],
    },
  ],
  "api-index": [ApiIndex, apiIndex, { tracks: "t", schemas: [], page: undefined }],
  "api-metrics": [
    ApiMetrics,
    { schema: "stepladder/api-metrics/1", metrics: [{ ...metricCard, tracks: ["t"] }] },
    { metrics: [{ ...metricCard, unit: "miles", tracks: [] }] },
  ],
  "api-track": [
    ApiTrack,
    apiBoard,
    {
      declaration: { ...card, metrics: [] },
      entries: [{ ...apiLine, standing: { rank: 0 } }],
      ranking: { metric: "m" },
      items: 1,
      tables: [{}],
      cite: undefined,
    },
  ],
  "api-tracks": [ApiTracks, { schema: "stepladder/api-tracks/1", tracks: [listed] }, { tracks: [{ ...listed, systems: -1 }] }],
  board: [
    BoardReport,
    board,
    {
      entries: [{ ...row, metrics: { m: { value: "1" } } }],
      cut: { s: "v" },
      counts: { items: 1 },
      metrics: [{ ...metric, better: "no" }],
    },
  ],
  "captions-item": [
    CaptionsItem,
    captioned,
    { subtask: "guess", videos: [], guideline: "g", steps: [{ caption: "" }], category: undefined },
  ],
  "captions-prediction": [
    CaptionsPrediction,
    {
      steps: [
        { caption: "", bounds: [0, 1] },
        { caption: "a", guideline_step: 0 },
      ],
    },
    { steps: [{ caption: "a", bounds: [1] }] },
  ],
  "checks-item": [
    ChecksItem,
    {
      id: "i",
      split: "easy",
      procedure: "p",
      lang: "en",
      prompt: "q",
      given: { goal: "g", resources: ["r"], steps: ["a", "b"] },
      constraints: [ordered, { kind: "step-count", id: "c", max: 2 }, { kind: "json" }],
      reference: "1. a",
    },
    { id: "", split: "simple", procedure: 1, prompt: "", given: { goal: "g" }, constraints: [{ kind: "short" }], reference: undefined },
  ],
  "checks-prediction": [ChecksPrediction, { steps: ["a", ""], resources: ["r"] }, { steps: [1], resources: "r" }],
  comparison: [ComparisonReport, comparison, { pairs: [{ ...pair, test: "guess" }], metric: "m", draws: "many" }],
  constraints: [
    Constraints,
    { constraints: [ordered, { kind: "precedence", steps: ["a", "b"], before: [[0, 1]] }] },
    { constraints: [{ kind: "sorted", steps: ["a", "b"] }] },
  ],
  "crosstask-item": [
    CrosstaskItem,
    { id: "i", task: "1", steps: 2, segments: [{ step: 2, start: 0.5, end: 2 }] },
    { id: "", task: 1, steps: 0, segments: [{ step: 0, start: 1, end: 2 }] },
  ],
  "crosstask-prediction": [CrosstaskPrediction, { seconds: [1, null], scores: [[0.5, -1]] }, { seconds: ["1"], scores: [] }],
  entry: [
    Entry,
    entry,
    {
      schema: "stepladder/entry/2",
      date: "2026-02-30",
      evidence: { kind: "hearsay" },
      coverage: { items: 2 },
      scores: { m: { value: "1" } },
    },
  ],
  "exact-item": [ExactItem, { id: "i", category: "c", prompt: "p", expected: "e" }, { id: "", category: 1, prompt: "", expected: "" }],
  "exact-prediction": [ExactPrediction, { text: "" }, { text: ["a"] }],
  "frames-item": [FramesItem, sequence, { id: "", activity: 1, frames: 0, cuts: [0.5], rate: 0, features: [1] }],
  "frames-prediction": [
    FramesPrediction,
    { cuts: [1.5], labels: [1, 0], features: [[0.5]], minSize: 1, rewards: [[0, 1]] },
    { cuts: ["1"], labels: [0.5], features: [1], minSize: 0, rewards: [1] },
  ],
  "grounded-video": [
    GroundedVideo,
    grounded,
    {
      goal: "",
      steps: [1],
      sentences: [{ text: "a" }],
      similarity: [[2]],
      segments: [{ step: -1, start: 0, end: 1, confidence: 1, sentences: [] }],
      shown: [-1],
      gold: [{ step: 0.5, start: 0, end: 1 }],
    },
  ],
  "grounding-prediction": [
    GroundingPrediction,
    { segments: [[0.5, 2, 0.9]], detections: [{ segment: [1, 2], label: "l", score: 0.5, order: 0 }] },
    { segments: [[1], [1, 2, 3, 4]], detections: [{ segment: [1], label: 2, score: "high", order: 0.5 }] },
  ],
  "grounding-query": [
    GroundingQuery,
    {
      id: "i",
      video: "v",
      annotation: "v_0_9",
      span: [0, 9],
      subtask: "grounding",
      query: "stir",
      windows: [[1, 2]],
      first: true,
      level: "step",
      continued: false,
      procedural: false,
      relevance: "essential",
    },
    {
      id: "",
      video: 1,
      annotation: "",
      span: [0],
      subtask: "detection",
      query: "",
      windows: [],
      first: 1,
      level: "goal",
      continued: "no",
      procedural: 0,
      relevance: "very",
    },
  ],
  "htm-align-item": [
    HtmAlignItem,
    { id: "i", sentences: [{ alignable: true, start: 0.5, end: 2 }] },
    { id: "", sentences: [{ alignable: 1, start: 0, end: 2 }] },
  ],
  "htm-align-prediction": [
    HtmAlignPrediction,
    { seconds: [1, null], similarity: [[0.5, -1]], alignable: [0.5, null] },
    { seconds: ["1"], similarity: [[]], alignable: [true] },
  ],
  "ht-step-item": [
    HtStepItem,
    {
      id: "i",
      split: "s",
      activity: "a",
      variation: null,
      steps: [{ label: 3, row: 0 }],
      counted: [3],
      segments: [{ start: 0.5, end: 2, label: 3 }],
    },
    { id: "", split: 1, activity: "", variation: 0, steps: [{ label: 3 }], counted: ["3"], segments: [{ start: 0, end: 2 }] },
  ],
  "ht-step-prediction": [
    HtStepPrediction,
    { segments: [{ start: 0, end: 1.5, label: 3, score: -1, order: 0 }], seconds: [1, null] },
    { segments: [{ start: 0, end: 1, label: "3", score: 1 }], seconds: ["1"] },
  ],
  "first-error-item": [FirstErrorItem, solution, { id: "", subset: 1, steps: 0, label: -2, answer: "no" }],
  "first-error-prediction": [FirstErrorPrediction, { label: null }, { label: 0.5 }],
  "induced-graph": [
    InducedGraph,
    induced,
    {
      method: undefined,
      settings: { cut: "0.9" },
      paths: -1,
      steps: [{ key: "1", text: "Chop." }],
      pairs: [{ before: 0, after: 1, both: 3 }],
      edges: [{ before: 0, after: 1, support: 3, confidence: 2 }],
      interchangeable: [["1"]],
      branches: [[0]],
      loops: [[1]],
      seen: [[0, 1]],
    },
  ],
  items: [ItemsIndex, index, { items: "0", ids: [1], lengths: [0.5], clusters: [-1], slices: [{ id: "s" }] }],
  "labels-item": [LabelsItem, trajectory, { id: "", question: undefined, labels: { "2": 2 }, final: null }],
  "labels-prediction": [LabelsPrediction, { labels: { "2": 7, " a": -1 } }, { labels: { "2": 0.5 } }],
  "ledger-line": [
    LedgerLine,
    line,
    { kind: "lost", date: "2026-02-30", why: "", ranking: { metric: 1 }, sha256: { figures: "0" }, entry: undefined },
  ],
  "mining-report": [
    MiningReport,
    report,
    { schema: "stepladder/mining-report/2", profile: 1, pages: -1, steps: 0.5, failures: { torn: "1" }, limit: "9", sha256: undefined },
  ],
  narration: [
    Narration,
    { id: "v", lang: "en", duration: 9, sentences: [sentence] },
    { id: "", lang: 1, duration: -1, sentences: [{ ...sentence, text: "" }] },
  ],
  "order-item": [
    OrderItem,
    {
      id: "i",
      subtask: "mistakes",
      task: "t",
      steps: ["a", "b"],
      before: [[0, 1]],
      spans: [[0, 1.5], null],
      mistakes: [{ step: 1, kinds: ["missing-step"] }],
      released: false,
      ordered: true,
      labelled: "put back",
      executions: [[0, 1]],
      completions: [{ step: 0, time: 1.5 }],
    },
    {
      subtask: "plan",
      steps: [],
      before: [[0]],
      spans: [[1]],
      mistakes: [{ step: 0.5 }],
      released: "no",
      ordered: 1,
      labelled: "found",
      completions: [{ step: -1, time: 0 }],
    },
  ],
  "order-prediction": [
    OrderPrediction,
    { ordered: false, order: [0, "b"], completions: [{ step: "a", time: 1 }], mistakes: [{ step: 0 }, { step: 1, kinds: ["order"] }] },
    { ordered: "yes", order: [0.5], completions: [{ step: 0 }], mistakes: [{ step: "a" }] },
  ],
  "pack-header": [PackHeader, pack, { items: 0.5, unscored: { lost: [0] }, statistics: [{ ...statistic, width: 3 }], gold: undefined }],
  names: [
    Names,
    names,
    {
      benchmarks: { b: { name: "B", family: "f", of: "sum" } },
      metrics: { m: { name: "M", unit: "%", better: "bigger" } },
      systems: { "Not an id": names.systems.s },
    },
  ],
  paper: [
    Paper,
    paper,
    {
      kinds: ["poster"],
      date: "October 2024",
      links: [{ title: "l" }],
      figures: [{ ...paper.figures[0], rows: [{ system: "s", values: [69.8] }] }],
    },
  ],
  parity: [
    ParityRecord,
    {
      schema: "stepladder/parity/1",
      track: "t",
      cases: [
        { name: "c", compared: 2, equal: 1, reconstructed: true },
        { name: "d", compared: 0, equal: 0, absent: "not at hand" },
      ],
    },
    { cases: [], track: 1 },
  ],
  "pipeline-step": [PipelineStep, step, { options: [], dropped: { short: "1" }, records: 0.5, outputs: undefined }],
  "plan-item": [
    PlanItem,
    { id: "i", task: "t", video: "v", actions: [3, 0], padding: 0 },
    { id: "", task: 1, video: "", actions: [], padding: -1 },
  ],
  "plan-prediction": [PlanPrediction, { actions: [] }, { actions: [-1, 0.5, "a"] }],
  prediction: [Prediction, { id: "i", sample: 0, prediction: { any: null } }, { id: "", sample: -1, output: 7 }],
  procedure: [
    Procedure,
    procedure,
    { id: "", goal: "", lang: "", topic: "Health", resources: [{ text: "" }], steps: [{ section: -1, text: "a" }] },
  ],
  "dropped-procedure": [
    DroppedProcedure,
    { filter: "length", reason: "too-short", detail: "2 steps", procedure: mined },
    { filter: "", reason: "", detail: 1, procedure },
  ],
  "mined-procedure": [
    MinedProcedure,
    mined,
    { miner: "", score: 2, pointer: "", source: { url: "u" }, steps: procedure.steps, stages: [{}] },
  ],
  scorecard: [
    Scorecard,
    scorecard,
    {
      hashes: { gold: sha, predictions: "0", items: sha, kernels: sha },
      items: [{ id: "i", unscored: "lost", statistics: {} }],
      seed: "1",
      curves: undefined,
    },
  ],
  "scorecard-set": [
    ScorecardSet,
    { schema: "stepladder/scorecard-set/1", name: "n", track: "t", items: index, systems: [{ name: "a", scorecard }] },
    { name: "", items: {}, systems: [{ name: "a" }] },
  ],
  "script-item": [ScriptItem, script, { subtask: "guess", library: [""], prefix: [-1], observed: [1] }],
  "script-prediction": [
    ScriptPrediction,
    { steps: [0, "b."], scores: [0.5], output: "", paths: [[0], "a. <-> "], edges: [[0, "b.", 0.5]] },
    { steps: [0.5], scores: ["1"], output: 1, paths: [0], edges: [[true]] },
  ],
  "severity-item": [
    SeverityItem,
    { id: "a:mandated", scenario: "a", variation: "mandated", release: "r" },
    { id: "", scenario: 1, variation: "ordered", release: "" },
  ],
  "severity-prediction": [
    SeverityPrediction,
    { judges: { a: 3, b: null }, model: "m", self: 2.5 },
    { judges: { a: 6 }, model: "", self: -1 },
  ],
  "states-item": [StatesItem, item, { id: "", final: null, intermediate: ["a", true], task: undefined, prompt: 1 }],
  "states-prediction": [StatesPrediction, { intermediate: [null, {}], final: false }, { intermediate: "a", final: undefined }],
  "step-video": [
    StepVideo,
    { id: "i", video: "v", annotation: "v_0_9", span: [0, 9], subtask: "detection", segments: [{ segment: [1, 2], label: "l" }] },
    { id: "", video: 1, annotation: "", span: [0], subtask: "grounding", segments: [{ segment: [1], label: "" }] },
  ],
  "step-scores-item": [StepScoresItem, variant, { id: "", classification: 1, steps: 0, errors: [0] }],
  "step-scores-prediction": [StepScoresPrediction, { labels: [1, 0, 0.5] }, { labels: ["yes"] }],
  submission: [Submission, submission, { files: {}, track: 1 }],
  "task-graph-item": [
    TaskGraphItem,
    { id: "i", steps: { a: "START", b: "END" }, edges: [["a", "b"]], executions: [["a"], []] },
    { id: "", steps: ["START"], edges: [["a", "b", "c"]], executions: [[1]] },
  ],
  "task-graph-prediction": [TaskGraphPrediction, { edges: [["a", 1]] }, { edges: [["a"]] }],
  "trace-item": [
    TraceItem,
    { id: "i", run: "r", split: "easy", kind: "steps", program: "p", question: "q", length: 1, expected: "e" },
    { id: "", run: 1, split: "long", kind: "why", program: "", question: "", length: 0, expected: "" },
  ],
  track: [TrackCard, card, { metrics: [], gold: "bought", papers: [{ title: "no address" }] }],
  unmined: [Unmined, { id: "p", lang: "und", source: mined.source, text: "" }, { id: "", lang: "", source: {}, text: 1 }],
} as const;

describe("published JSON Schemas", () => {
  it("there is one for every record", () => {
    expect(Object.keys(jsonSchemas)).toEqual(Object.keys(cases));
  });

  it.each(Object.entries(cases))("%s takes and refuses what its zod schema does", (name, [schema, sample, wrong]) => {
    const published = jsonSchemas[name] as object;
    const both = (sent: unknown) => {
      const value: unknown = JSON.parse(JSON.stringify(sent));
      return [matches(published, value), schema.safeParse(value).success];
    };
    expect(both(sample)).toEqual([true, true]);
    expect(both({ ...sample, "a field of tomorrow": 1 })).toEqual([true, true]);
    for (const value of [null, [], "text", {}]) expect(both(value), JSON.stringify(value)).toEqual([false, false]);
    for (const [field, value] of Object.entries(wrong)) expect(both({ ...sample, [field]: value }), field).toEqual([false, false]);
  });

  it.each([
    { kind: "resources-used", name: ["kettle"] },
    { kind: "step-count", exactly: 3, atLeast: 2 },
    { kind: "resources-introduced", things: [{ name: "dough", from: "Knead" }] },
  ])("a constraint has no field that its kind does not know: %j", (constraint) => {
    const file = { constraints: [constraint] };
    expect([matches(jsonSchemas.constraints as object, file), Constraints.safeParse(file).success]).toEqual([false, false]);
  });

  it("say which draft they are of and hold no reference to another file", () => {
    for (const schema of Object.values(jsonSchemas)) {
      expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
      expect(JSON.stringify(schema)).not.toContain('"$ref"');
    }
  });
});

it("committed entries are of their schema", async () => {
  const folder = new URL("../tracks/procladder/entries/", import.meta.url);
  for (const name of ["empty", "stay-put"]) {
    const value = JSON.parse(await readFile(new URL(`${name}.json`, folder), "utf8"));
    expect([matches(jsonSchemas.entry as object, value), Entry.safeParse(value).success], name).toEqual([true, true]);
  }
});
