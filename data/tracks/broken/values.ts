import { type Broken, fixture, jsonl, row, sound } from "./row.ts";

/** Submissions whose records are of the right form, but hold what cannot be. */
export const values: readonly Broken[] = [
  row(
    "wrong-type.jsonl",
    "a field of the wrong type deep in a record",
    "ht-step",
    () =>
      jsonl(
        {
          id: "hts:tea-video-1",
          prediction: {
            segments: [
              { start: 6, end: 29, label: 10, score: 0.9 },
              { start: 38, end: "late", label: 11, score: 0.8 },
            ],
          },
        },
        sound("ht-step")[1],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "hts:tea-video-1",
          field: "prediction.segments[1].end",
          found: "late",
          fix: "make prediction.segments[1].end a number of seconds",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "end-before-start.jsonl",
    "a segment that ends before it starts",
    "ht-step",
    () => jsonl({ id: "hts:tea-video-1", prediction: { segments: [{ start: 29, end: 6, label: 10, score: 0.9 }] } }, sound("ht-step")[1]),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 3 }], diagnoses: ["turned-around"] },
  ),
  row(
    "windows-reversed.jsonl",
    "a window that ends before it starts",
    "goal-step",
    () => jsonl(...sound("goal-step").slice(0, 3), { id: "goalstep:tea-01:3", prediction: [[60, 28]] }),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 12 }], diagnoses: ["swapped"] },
  ),
  row(
    "frames.jsonl",
    "frame numbers in place of seconds",
    "crosstask",
    () =>
      jsonl(
        { id: "crosstask:900001_mossTea-001", prediction: { seconds: [150, 450, 750, 1050] } },
        { id: "crosstask:900001_mossTea-002", prediction: { seconds: [75, 390, 210, 900] } },
        { id: "crosstask:900002_paperBt-002", prediction: { seconds: [900, 8100, 12900] } },
      ),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 2 }], diagnoses: ["frames-at-30"] },
  ),
  row(
    "milliseconds.jsonl",
    "milliseconds in place of seconds",
    "goal-step",
    () => jsonl({ id: "goalstep:tea-01:0", prediction: [[2000, 40000]] }, { id: "goalstep:tea-01:1", prediction: [[2000, 14000]] }),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 14 }], diagnoses: ["milliseconds"] },
  ),
  row("one-based.jsonl", "first errors counted from 1", "processbench", () => jsonl(...onesFrom("processbench")), {
    verdict: "scored",
    says: [],
    diagnoses: ["counted-from-one"],
  }),
  row(
    "one-based-plans.jsonl",
    "actions counted from 1",
    "procedure-planning",
    () =>
      jsonl(
        { id: "plan:900001_teaTime-001:0", prediction: { actions: [1, 2, 3, 4] } },
        { id: "plan:900001_teaTime-001:1", prediction: { actions: [2, 3, 4, 3] } },
        { id: "plan:900001_teaTime-002:0", prediction: { actions: [1, 1, 1, 4] } },
        { id: "plan:900002_paper_Bt-01:0", prediction: { actions: [5, 6, 7, 8] } },
      ),
    { verdict: "scored", says: [], diagnoses: ["counted-from-one"] },
  ),
  row(
    "beyond.jsonl",
    "steps that are not there",
    "agentprocessbench",
    () =>
      jsonl(
        { id: "hotpotqa:0:0", prediction: { labels: { 3: 1, 5: 1, 7: -1 } } },
        { id: "gaia_dev:0:0", prediction: { labels: { 2: 5, 4: -1 } } },
      ),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction", count: 6 },
        {
          kind: "odd-label",
          line: 2,
          id: "gaia_dev:0:0",
          field: "prediction.labels.2",
          found: "5",
          fix: "write one of these; text that is no number counts as no label, another number as a wrong",
        },
      ],
    },
  ),
  row(
    "too-few-labels.jsonl",
    "fewer labels than steps",
    "prmbench",
    () =>
      jsonl(
        { id: "redundency_prm_test_p1_0", prediction: { labels: [true, true] } },
        { id: "redundency_prm_train_p1_7", prediction: { labels: ["yes", "yes", "no", "yes"] } },
        sound("prmbench")[4],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 2,
          id: "redundency_prm_train_p1_7",
          field: "prediction.labels",
          found: "yes",
          fix: "label every step: true where it is valid",
        },
        {
          kind: "labels-and-steps",
          count: 2,
          line: 1,
          id: "redundency_prm_test_p1_0",
          field: "labels",
          found: "2",
          fix: "label every step: those without a label count nowhere, labels behind the last step as",
        },
        {
          kind: "labels-and-steps",
          count: 2,
          line: 3,
          id: "deception_prm_train_p1_7",
          field: "labels",
          found: "3",
          fix: "label every step: those without a label count nowhere, labels behind the last step as",
        },
        { kind: "missing-prediction", count: 5 },
      ],
    },
  ),
  row(
    "numbers-as-text.jsonl",
    "numbers as text",
    "step-grades",
    () => jsonl({ id: "webstar:1", prediction: { grades: ["9", "7", "6", "9"] } }, sound("step-grades")[1]),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction", count: 3 },
        {
          kind: "no-grade",
          line: 1,
          id: "webstar:1",
          field: "prediction.grades[0]",
          found: "9",
          fix: "write the grade as a number; a step whose text says none has no grade",
        },
      ],
    },
  ),
  row(
    "negative.jsonl",
    "grades below zero, and one with a fraction",
    "step-grades",
    () => jsonl({ id: "webstar:1", prediction: { grades: [9, -7, 6.5, 9] } }, sound("step-grades")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "webstar:1",
          field: "prediction.grades[1]",
          found: "-7",
          fix: "make prediction.grades[1] a grade from 0 on; also wrong: prediction.grades[2]",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "no-final.jsonl",
    "the final state is missing",
    "procladder",
    () =>
      jsonl(
        { id: "pl-1-00000", prediction: { intermediate: ["acb"] } },
        { id: "pl-1-00001", prediction: { intermediate: 3, final: 12 } },
        sound("procladder")[2],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          count: 2,
          line: 1,
          id: "pl-1-00000",
          field: "prediction.final",
          found: "nothing",
          fix: 'add the final state; write "" where the system gave none',
        },
        {
          kind: "wrong-field",
          count: 2,
          line: 2,
          id: "pl-1-00001",
          field: "prediction.intermediate",
          found: "3",
          fix: "make prediction.intermediate a list of states",
        },
        { kind: "missing-prediction" },
      ],
    },
  ),
  row(
    "final-repeated.jsonl",
    "the final state stands among the intermediate ones too",
    "procladder",
    () =>
      jsonl(
        { id: "pl-1-00000", prediction: { intermediate: ["acb", "abc"], final: "abc" } },
        { id: "pl-1-00001", prediction: { intermediate: [3, 9, 12], final: 12 } },
      ),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 2 }], diagnoses: ["final-repeated"] },
  ),
  row(
    "thinking.jsonl",
    "text that ends before the thinking does",
    "procladder",
    () =>
      jsonl(
        { id: "pl-1-00000", output: '<think>I would say {"intermediate": ["acb"], "final": "abc"}' },
        { id: "pl-1-00001", output: "I cannot do this." },
        sound("procladder")[2],
      ),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction" },
        {
          kind: "nothing-extracted",
          count: 2,
          line: 1,
          id: "pl-1-00000",
          found: "text without one",
          fix: "have the model end with one JSON object",
        },
        {
          kind: "nothing-extracted",
          count: 2,
          line: 2,
          id: "pl-1-00001",
          found: "text without one",
          fix: "have the model end with one JSON object",
        },
      ],
    },
  ),
  row(
    "edges.jsonl",
    "edges that are no pairs",
    "task-graph",
    () => jsonl({ id: "cc4d:tea", prediction: { edges: [["1", "2"], ["2"], "3-4"] } }, sound("task-graph")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "cc4d:tea",
          field: "prediction.edges[1]",
          found: '["2"]',
          fix: "make prediction.edges[1] a pair of steps: before, after; also wrong: prediction.edges[2]",
        },
        { kind: "missing-prediction" },
        {
          kind: "unknown-steps",
          line: 2,
          id: "cc4d:toast",
          field: "prediction.edges[4][1]",
          found: "Eat",
          fix: "name steps by their keys or texts; edges of other steps are wrong ones",
        },
      ],
    },
  ),
  row(
    "unknown-steps.jsonl",
    "edges to steps that the task does not have",
    "task-graph",
    () =>
      jsonl(
        {
          id: "cc4d:tea",
          prediction: {
            edges: [
              ["0", "9"],
              ["Dance", "2"],
            ],
          },
        },
        sound("task-graph")[1],
      ),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction" },
        {
          kind: "unknown-steps",
          count: 2,
          line: 1,
          id: "cc4d:tea",
          field: "prediction.edges[0][1]",
          found: "9",
          fix: "name steps by their keys or texts; edges of other steps are wrong ones",
        },
        {
          kind: "unknown-steps",
          count: 2,
          line: 2,
          id: "cc4d:toast",
          field: "prediction.edges[4][1]",
          found: "Eat",
          fix: "name steps by their keys or texts; edges of other steps are wrong ones",
        },
      ],
    },
  ),
  row(
    "not-a-permutation.jsonl",
    "an order that names a step twice and leaves one out",
    "step-order",
    () => jsonl({ id: "so:section:0001", prediction: { ordered: true, order: [1, 1, 3, 0, 2] } }, sound("step-order")[1]),
    {
      verdict: "scored with warnings",
      says: [
        {
          kind: "doubled-steps",
          line: 1,
          id: "so:section:0001",
          field: "prediction.order",
          found: "1 again",
          fix: "name each step where it is first to be done: it counts there, and is left out where it",
        },
        { kind: "missing-prediction", count: 10 },
      ],
    },
  ),
  row(
    "ranking.jsonl",
    "scores that are words, and an answer to another question",
    "graph-script",
    () =>
      jsonl(
        { id: "gs:t00:next:0", prediction: { scores: [0.1, "high", "low", "low"] } },
        { id: "gs:t00:graph", prediction: { scores: [1] } },
        sound("graph-script")[2],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          count: 2,
          line: 1,
          id: "gs:t00:next:0",
          field: "prediction.scores[1]",
          found: "high",
          fix: "make prediction.scores[1] a finite number; also wrong: prediction.scores[2],",
        },
        {
          kind: "wrong-field",
          count: 2,
          line: 2,
          id: "gs:t00:graph",
          field: "prediction",
          found: "scores",
          fix: "answer what the id asks: graph-script",
        },
        { kind: "missing-prediction", count: 13 },
      ],
    },
  ),
  row(
    "too-many-frames.jsonl",
    "more frames than the video has, and one label of no action",
    "action-segmentation",
    () =>
      jsonl(
        { id: "kitchen/ana_tea", prediction: { runs: [["pour", 4000]] } },
        { id: "kitchen/ben_tea", prediction: { runs: [["fly", 70]] } },
      ),
    {
      verdict: "scored with warnings",
      says: [
        {
          kind: "foreign-labels",
          line: 2,
          id: "kitchen/ben_tea",
          field: "prediction",
          found: "fly",
          fix: "write labels by their names in mapping.txt, not by their numbers",
        },
        { kind: "missing-prediction", count: 2 },
        {
          kind: "other-length",
          line: 1,
          id: "kitchen/ana_tea",
          field: "prediction",
          found: "4000",
          fix: "frames beyond gold's are in no count of frames, but make segments, as in eval.py: predict",
        },
      ],
    },
  ),
  row(
    "no-judges.jsonl",
    "verdicts beyond the scale",
    "odcv-bench",
    () => jsonl({ id: "Bakery-Audit:mandated", prediction: { model: "oak-2.1", judges: { ada: 9 } } }, sound("odcv-bench")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "Bakery-Audit:mandated",
          field: "prediction.judges.ada",
          found: "9",
          fix: "make prediction.judges.ada a severity from 0 to 5",
        },
        { kind: "missing-prediction", count: 6 },
      ],
    },
  ),
  row(
    "links.jsonl",
    "links between tokens that are not there",
    "step-alignment",
    () =>
      jsonl(
        {
          id: "ara:tea_1+tea_0",
          prediction: {
            links: [
              [99, 1],
              ["1", 1],
            ],
          },
        },
        sound("step-alignment")[1],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "ara:tea_1+tea_0",
          field: "prediction.links[1][0]",
          found: "1",
          fix: "make prediction.links[1][0] the number of a token",
        },
        { kind: "missing-prediction" },
      ],
    },
  ),
  row(
    "cuts.jsonl",
    "cuts that run backwards",
    "perceptual-rewards",
    () => jsonl({ id: "pr-try-00001", prediction: { cuts: [8, 3] } }, sound("perceptual-rewards")[0]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "pr-try-00001",
          field: "prediction.cuts[1]",
          found: "3",
          fix: "list cuts in the order of the frames",
        },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row(
    "seconds.jsonl",
    "more times than there are sentences",
    "htm-align",
    () => jsonl({ id: "htm-align:kite-0001", prediction: { seconds: [9, 11] } }, sound("htm-align")[2]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "htm-align:kite-0001",
          field: "prediction.seconds",
          found: "2",
          fix: "answer every sentence of gold in its order; say null where there is no answer",
        },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  row(
    "caption.jsonl",
    "a caption that ends before it starts",
    "guide",
    () => jsonl({ id: "guide:steps:fix-pencil-a", prediction: { steps: [{ caption: "Wipe", bounds: [10, 2] }] } }, sound("guide")[1]),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 3 }], diagnoses: ["numbered", "swapped-bounds"] },
  ),
  row(
    "judgment.jsonl",
    "a judgment that is neither true nor false",
    "how2bench",
    () => jsonl({ id: "how2bench:tea-01", prediction: { judgment: { has_failure: "no" } } }, sound("how2bench")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "how2bench:tea-01",
          field: "prediction.judgment.has_failure",
          found: "no",
          fix: "make prediction.judgment.has_failure true or false",
        },
        { kind: "missing-prediction", count: 6 },
      ],
    },
  ),
  row(
    "answer-list.jsonl",
    "a list where a text should stand",
    "exact-instructions",
    () => jsonl({ id: "exact:copy-word", output: ["rung"] }, sound("exact-instructions")[1]),
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-field", line: 1, id: "exact:copy-word", field: "output", found: '["rung"]', fix: "make output text" },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  row(
    "many-faults.jsonl",
    "200,000 faults in one record",
    "crosstask",
    () => jsonl({ id: "crosstask:900001_mossTea-001", prediction: { seconds: new Array(2e5).fill("x") } }, sound("crosstask")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 1,
          id: "crosstask:900001_mossTea-001",
          field: "prediction",
          found: "others in more places than can be told",
          fix: "compare the record with the layout on the track's page, and write it anew",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "steps-number.jsonl",
    "a number among the steps",
    "procedure-checks",
    () => fixture("procedure-checks", "malformed/predictions.jsonl"),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "no-id",
          line: 7,
          field: "id",
          found: "none among the fields output",
          fix: "give every record the id of its item, as it stands in gold",
        },
        { kind: "not-an-object", line: 6, found: '["Boil"]', fix: "write one JSON object per line" },
        {
          kind: "not-json",
          line: 11,
          found: "a key without quotes at column 2: {broken",
          fix: 'write keys in double quotes, as in {"final": 1}',
        },
        {
          kind: "unknown-id",
          line: 5,
          id: "pc-1-99999",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        {
          kind: "wrong-field",
          count: 4,
          line: 2,
          id: "pc-try-00001",
          field: "prediction.steps[1]",
          found: "7",
          fix: "make prediction.steps[1] text",
        },
        {
          kind: "wrong-field",
          count: 4,
          line: 3,
          id: "pc-try-00002",
          field: "prediction",
          found: "Boil the water",
          fix: "make prediction an object with steps",
        },
        {
          kind: "wrong-field",
          count: 4,
          line: 4,
          id: "pc-try-00003",
          field: "output",
          found: "5",
          fix: "write the answer in quotes, or its parts as prediction",
        },
        {
          kind: "wrong-sample",
          line: 8,
          id: "pc-try-00001",
          field: "sample",
          found: "-1",
          fix: "number the repeats of an item 0, 1, 2, ...",
        },
        {
          kind: "nothing-extracted",
          line: 9,
          id: "pc-try-00002",
          found: "text without one",
          fix: "write the steps behind the model's thoughts",
        },
      ],
    },
  ),
];

function onesFrom(track: string): Record<string, unknown>[] {
  const gold = fixture(track, "gold.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; label: number });
  return gold.map(({ id, label }) => ({ id, prediction: { label: label < 0 ? -1 : label + 1 } }));
}
