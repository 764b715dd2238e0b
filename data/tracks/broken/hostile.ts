import { type Broken, jsonl, row, sound } from "./row.ts";

const SCRIPT = "<img src=x onerror=document.title='run'><script>document.title='run'</script>";
const run = { intermediate: ["a"], final: "b" };

/** Submissions whose text is meant to be more than text. */
export const hostile: readonly Broken[] = [
  row(
    "html.jsonl",
    "HTML and script in every string",
    "procladder",
    () =>
      jsonl(
        { id: SCRIPT, prediction: run },
        { id: "pl-1-00000", [SCRIPT]: SCRIPT, prediction: { intermediate: SCRIPT, final: SCRIPT } },
        { id: "pl-1-00001", prediction: { intermediate: [SCRIPT], final: SCRIPT } },
        `{"${SCRIPT}`,
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 4,
          found: 'a string without end at column 2: {"<img src=x',
          fix: "close the string; the text may have been cut off",
        },
        {
          kind: "unknown-id",
          line: 1,
          id: "<img src=x onerror=document.title='run'><script>document.title='run'</script>",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        {
          kind: "wrong-field",
          line: 2,
          id: "pl-1-00000",
          field: "prediction.intermediate",
          found: "<img src=x onerror=document.title='run'><script>document.title='run'</script>",
          fix: "make prediction.intermediate a list of states",
        },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  {
    ...row("<img src=x onerror=alert(1)>.jsonl", "HTML in the name of the file", "procladder", () => jsonl(...sound("procladder"), "{"), {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 4,
          found: "the end of the text inside a value at column 2: {",
          fix: "the text was cut off, or spread over several lines: write one value per line",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    }),
  },
  row(
    "bidi.jsonl",
    "marks that turn the direction of text, in ids and in what cannot be read",
    "procladder",
    () => jsonl({ id: "pl-1-\u202e00000", prediction: run }, '{"id": \u202e\u2066x}', ...sound("procladder")),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 2,
          found: 'text that is no JSON value at column 8: {"id": \\u202e\\u2066x}',
          fix: "write strings in double quotes: use a JSON library",
        },
        {
          kind: "unknown-id",
          line: 1,
          id: "pl-1-\\u202e00000",
          found: "an id that gold does not have",
          fix: "write `pl-1-00000`, as gold has it",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "surrogates.jsonl",
    "halves of characters",
    "procladder",
    () =>
      jsonl(
        '{"id": "pl-1-\\ud800", "prediction": {"intermediate": [], "final": "\\udc00"}}',
        '{"id": "pl-1-00000", "prediction": {"intermediate": ["\\ud83d"], "final": "\\ude00\\ud83d"}}',
        sound("procladder")[2],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          line: 1,
          id: "pl-1-\\ud800",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  row(
    "unseen.jsonl",
    "characters that cannot be seen, in an id",
    "procladder",
    () => jsonl({ id: "pl-1-\u200b00000", prediction: run }, { id: "pl-1-00001\u0000", prediction: run }, sound("procladder")[2]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          count: 2,
          line: 1,
          id: "pl-1-\\u200b00000",
          found: "an id that gold does not have",
          fix: "write `pl-1-00000`, as gold has it",
        },
        {
          kind: "unknown-id",
          count: 2,
          line: 2,
          id: "pl-1-00001\\u0000",
          found: "an id that gold does not have",
          fix: "write `pl-1-00001`, as gold has it",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "long-id.jsonl",
    "an id of a million characters",
    "procladder",
    () => jsonl({ id: "x".repeat(1e6), prediction: run }, ...sound("procladder")),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          line: 1,
          id: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "many-problems.jsonl",
    "a thousand bad lines: the first hundred are shown, all are counted",
    "procladder",
    () => jsonl(...sound("procladder"), ...Array.from({ length: 1000 }, (_, i) => `{"id": ${i}`)),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          count: 1000,
          line: 4,
          found: 'the end of the text inside a value at column 9: {"id": 0',
          fix: "the text was cut off, or spread over several lines: write one value per line",
        },
        {
          kind: "not-json",
          count: 1000,
          line: 5,
          found: 'the end of the text inside a value at column 9: {"id": 1',
          fix: "the text was cut off, or spread over several lines: write one value per line",
        },
        {
          kind: "not-json",
          count: 1000,
          line: 6,
          found: 'the end of the text inside a value at column 9: {"id": 2',
          fix: "the text was cut off, or spread over several lines: write one value per line",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
];
