import { type Broken, fixture, jsonl, row, sound } from "./row.ts";

const procladder = sound("procladder");
const run = { intermediate: ["a"], final: "b" };

/** Submissions whose records are not those that gold asks for. */
export const ids: readonly Broken[] = [
  row("missing.jsonl", "items without a prediction", "procladder", () => jsonl(procladder[0]), {
    verdict: "scored with warnings",
    says: [{ kind: "missing-prediction", count: 3 }],
  }),
  row("unknown.jsonl", "an id that gold does not have", "procladder", () => jsonl(...procladder, { id: "pl-1-99999", prediction: run }), {
    verdict: "scored with errors",
    says: [
      {
        kind: "unknown-id",
        line: 4,
        id: "pl-1-99999",
        found: "an id that gold does not have",
        fix: "check the split; records of other items are left out",
      },
      { kind: "missing-prediction" },
    ],
    diagnoses: ["final-repeated"],
  }),
  row("doubled.jsonl", "the same item twice", "procladder", () => jsonl(...procladder, { id: "pl-1-00000", prediction: run }), {
    verdict: "scored with errors",
    says: [
      {
        kind: "doubled-id",
        line: 4,
        id: "pl-1-00000",
        found: "the same item and sample again",
        fix: "remove the record, number repeats with sample 0, 1, 2, ..., or score files of several",
      },
      { kind: "missing-prediction" },
    ],
    diagnoses: ["final-repeated"],
  }),
  row(
    "several-systems.jsonl",
    "two systems in one file",
    "task-graph",
    () =>
      jsonl(
        ...sound("task-graph").map((record) => ({ model: "a", ...record })),
        ...sound("task-graph").map((record) => ({ model: "b", ...record })),
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "doubled-id",
          count: 2,
          line: 3,
          id: "cc4d:tea",
          found: "the same item and sample again",
          fix: "remove the record, number repeats with sample 0, 1, 2, ..., or score files of several",
        },
        {
          kind: "doubled-id",
          count: 2,
          line: 4,
          id: "cc4d:toast",
          found: "the same item and sample again",
          fix: "remove the record, number repeats with sample 0, 1, 2, ..., or score files of several",
        },
        { kind: "missing-prediction" },
        {
          kind: "unknown-steps",
          count: 2,
          line: 2,
          id: "cc4d:toast",
          field: "prediction.edges[4][1]",
          found: "Eat",
          fix: "name steps by their keys or texts; edges of other steps are wrong ones",
        },
        {
          kind: "unknown-steps",
          count: 2,
          line: 4,
          id: "cc4d:toast",
          field: "prediction.edges[4][1]",
          found: "Eat",
          fix: "name steps by their keys or texts; edges of other steps are wrong ones",
        },
      ],
    },
  ),
  row(
    "wrong-split.jsonl",
    "predictions for another split",
    "procladder",
    () => jsonl({ id: "pl-77-00000", prediction: run }, { id: "pl-77-00001", prediction: run }),
    {
      verdict: "refused",
      says: [
        {
          kind: "wrong-split",
          found: "ids such as pl-77-00000, pl-77-00001",
          fix: "give the gold of the same split or release: --gold on the command line, dropped beside the",
        },
      ],
    },
  ),
  row("wrong-track.jsonl", "predictions for another benchmark", "procladder", () => fixture("procbench", "predictions.jsonl"), {
    verdict: "refused",
    onCommandLine: ["expected records for procladder, found predictions of procbench", "stepladder score procbench"],
    says: [
      {
        kind: "wrong-track",
        found: "ids such as task01_0000, task04_0001, task07_0002",
        fix: "choose the track that these predictions are for",
      },
    ],
  }),
  row("other-family.jsonl", "predictions for a benchmark of another kind", "ht-step", () => fixture("processbench", "predictions.jsonl"), {
    verdict: "refused",
    onCommandLine: ["expected records for ht-step, found predictions of processbench", "stepladder score processbench"],
    says: [
      {
        kind: "wrong-field",
        count: 9,
        line: 1,
        id: "gsm8k-0",
        field: "prediction",
        found: '{"label":1}',
        fix: "make prediction an object with segments or seconds",
      },
      { kind: "wrong-field", count: 9, line: 2, id: "gsm8k-1", field: "prediction", found: "nothing", fix: "add the field prediction" },
      {
        kind: "wrong-field",
        count: 9,
        line: 3,
        id: "gsm8k-2",
        field: "prediction",
        found: '{"scores":[0.9,0.8,0.3],"threshold":0.5}',
        fix: "make prediction an object with segments or seconds",
      },
    ],
  }),
  row(
    "spaces.jsonl",
    "ids with spaces around them",
    "procladder",
    () => jsonl({ id: " pl-1-00000", prediction: run }, { id: "pl-1-00001 ", prediction: run }, procladder[2]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          count: 2,
          line: 1,
          id: " pl-1-00000",
          found: "an id that gold does not have",
          fix: "write `pl-1-00000`, as gold has it",
        },
        {
          kind: "unknown-id",
          count: 2,
          line: 2,
          id: "pl-1-00001 ",
          found: "an id that gold does not have",
          fix: "write `pl-1-00001`, as gold has it",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "capitals.jsonl",
    "ids in capitals",
    "task-graph",
    () => jsonl({ id: "CC4D:Tea", prediction: { edges: [["0", "2"]] } }, sound("task-graph")[1]),
    {
      verdict: "scored with errors",
      says: [
        { kind: "unknown-id", line: 1, id: "CC4D:Tea", found: "an id that gold does not have", fix: "write `cc4d:tea`, as gold has it" },
        { kind: "missing-prediction", count: 2 },
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
    "underscores.jsonl",
    "ids with other separators",
    "procladder",
    () => jsonl({ id: "pl_1_00000", prediction: run }, { id: "pl-1-1", prediction: run }, procladder[2]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          count: 2,
          line: 1,
          id: "pl_1_00000",
          found: "an id that gold does not have",
          fix: "write `pl-1-00000`, as gold has it",
        },
        {
          kind: "unknown-id",
          count: 2,
          line: 2,
          id: "pl-1-1",
          found: "an id that gold does not have",
          fix: "write `pl-1-00001`, as gold has it",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "no-prefix.jsonl",
    "ids without what the benchmark puts before them",
    "crosstask",
    () => jsonl({ id: "900001_mossTea-001", prediction: { seconds: [5, 21, 25, 35] } }, sound("crosstask")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          line: 1,
          id: "900001_mossTea-001",
          found: "an id that gold does not have",
          fix: "write `crosstask:900001_mossTea-001`, as gold has it",
        },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row(
    "number-ids.jsonl",
    "ids that are numbers",
    "step-grades",
    () => jsonl({ id: 1, prediction: { grades: [9, 7, 6, 9] } }, sound("step-grades")[1]),
    {
      verdict: "scored with errors",
      says: [
        { kind: "no-id", line: 1, field: "id", found: "1", fix: "give every record the id of its item, as it stands in gold" },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row(
    "no-ids.jsonl",
    "records without an id",
    "processbench",
    () =>
      jsonl(
        { prediction: { label: 1 } },
        { Id: "gsm8k-1", prediction: { label: 1 } },
        { id: "", prediction: { label: 1 } },
        sound("processbench")[5],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "no-id",
          count: 3,
          line: 1,
          field: "id",
          found: "none among the fields prediction",
          fix: "give every record the id of its item, as it stands in gold",
        },
        {
          kind: "no-id",
          count: 3,
          line: 2,
          field: "id",
          found: "none among the fields Id, prediction",
          fix: "rename the field `Id` to `id`",
        },
        {
          kind: "no-id",
          count: 3,
          line: 3,
          field: "id",
          found: "an empty text",
          fix: "give every record the id of its item, as it stands in gold",
        },
        { kind: "missing-prediction", count: 9 },
      ],
    },
  ),
  row("gold-given.jsonl", "gold in place of predictions", "task-graph", () => fixture("task-graph", "gold.jsonl"), {
    verdict: "refused",
    onCommandLine: ["expected predictions for task-graph, found its gold", "give the gold with --gold"],
    says: [{ kind: "gold-given", found: "its gold", fix: "give the gold as gold and the predictions of a system as predictions" }],
  }),
  row(
    "bad-samples.jsonl",
    "repeats that are numbered wrongly",
    "procladder",
    () =>
      jsonl(
        { id: "pl-1-00000", sample: -1, prediction: run },
        { id: "pl-1-00000", sample: "first", prediction: run },
        { id: "pl-1-00000", sample: 1.5, prediction: run },
        procladder[1],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-sample",
          count: 3,
          line: 1,
          id: "pl-1-00000",
          field: "sample",
          found: "-1",
          fix: "number the repeats of an item 0, 1, 2, ...",
        },
        {
          kind: "wrong-sample",
          count: 3,
          line: 2,
          id: "pl-1-00000",
          field: "sample",
          found: "first",
          fix: "number the repeats of an item 0, 1, 2, ...",
        },
        {
          kind: "wrong-sample",
          count: 3,
          line: 3,
          id: "pl-1-00000",
          field: "sample",
          found: "1.5",
          fix: "number the repeats of an item 0, 1, 2, ...",
        },
        { kind: "missing-prediction", count: 2 },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "null.jsonl",
    "a record that says that there is no answer",
    "prmbench",
    () => jsonl({ id: "redundency_prm_test_p1_0", prediction: null }, sound("prmbench")[1]),
    {
      verdict: "scored with warnings",
      says: [
        { kind: "missing-prediction", count: 6 },
        {
          kind: "no-answer",
          line: 1,
          id: "redundency_prm_test_p1_0",
          found: "a record that says the system gave none",
          fix: "run the system again on this item",
        },
      ],
    },
  ),
];
