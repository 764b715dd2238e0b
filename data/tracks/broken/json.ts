import { type Broken, fixture, jsonl, row, sound } from "./row.ts";

const [first, second] = sound("procladder");

/** Submissions that are not the JSON that they should be. */
export const json: readonly Broken[] = [
  row(
    "trailing-commas.jsonl",
    "commas after the last item of a list and of an object",
    "procladder",
    () =>
      jsonl(
        '{"id": "pl-1-00000", "prediction": {"intermediate": ["acb",], "final": "abc"}}',
        '{"id": "pl-1-00001", "prediction": {"intermediate": [3, 9], "final": 12},}',
        sound("procladder")[2],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          count: 2,
          line: 1,
          found: 'a comma before `]` at column 59: …", "prediction": {"intermediate": ["acb",], "final":',
          fix: "remove the comma after the last item",
        },
        {
          kind: "not-json",
          count: 2,
          line: 2,
          found: 'a comma before `}` at column 73: …0001", "prediction": {"intermediate": [3, 9], "final":',
          fix: "remove the comma after the last item",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "nan.jsonl",
    "NaN and infinities as Python and JavaScript write them",
    "crosstask",
    () =>
      jsonl(
        '{"id":"crosstask:900001_mossTea-001","prediction":{"seconds":[5,NaN,25,35]}}',
        '{"id":"crosstask:900001_mossTea-002","prediction":{"seconds":[5,-Infinity,25,35]}}',
        '{"id":"crosstask:900002_paperBt-001","prediction":{"seconds":[1,inf,3]}}',
        sound("crosstask")[3],
      ),
    {
      verdict: "scored with errors",
      says: [
        { kind: "not-json", count: 3, line: 1, found: "NaN, which is not JSON at column 65:", fix: "write null where there is no number" },
        { kind: "not-json", count: 3, line: 2, found: "Infinity, which is not JSON at column 65:", fix: "write null, or a large number" },
        { kind: "not-json", count: 3, line: 3, found: "Infinity, which is not JSON at column 65:", fix: "write null, or a large number" },
        { kind: "missing-prediction", count: 4 },
      ],
      diagnoses: ["frames-at-30"],
    },
  ),
  row(
    "nan-text.jsonl",
    "NaN and infinities as text",
    "crosstask",
    () =>
      jsonl(
        { id: "crosstask:900001_mossTea-001", prediction: { seconds: [5, "NaN", 25, 35] } },
        { id: "crosstask:900001_mossTea-002", prediction: { seconds: [5, "Infinity", 25, 35] } },
        { id: "crosstask:900002_paperBt-002", prediction: { seconds: ["-inf", 270, 430] } },
      ),
    {
      verdict: "refused",
      says: [
        {
          kind: "wrong-field",
          count: 3,
          line: 1,
          id: "crosstask:900001_mossTea-001",
          field: "prediction.seconds[1]",
          found: "NaN",
          fix: "make prediction.seconds[1] a number of seconds",
        },
        {
          kind: "wrong-field",
          count: 3,
          line: 2,
          id: "crosstask:900001_mossTea-002",
          field: "prediction.seconds[1]",
          found: "Infinity",
          fix: "make prediction.seconds[1] a number of seconds",
        },
        {
          kind: "wrong-field",
          count: 3,
          line: 3,
          id: "crosstask:900002_paperBt-002",
          field: "prediction.seconds[0]",
          found: "-inf",
          fix: "make prediction.seconds[0] a number of seconds",
        },
      ],
    },
  ),
  row(
    "huge-numbers.jsonl",
    "times of 1e308, beyond what a number holds, and minus zero",
    "crosstask",
    () =>
      jsonl(
        '{"id":"crosstask:900001_mossTea-001","prediction":{"seconds":[5,1e308,25,35]}}',
        '{"id":"crosstask:900001_mossTea-002","prediction":{"seconds":[5,1e999,25,35]}}',
        '{"id":"crosstask:900002_paperBt-002","prediction":{"seconds":[-0,270,430]}}',
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-field",
          line: 2,
          id: "crosstask:900001_mossTea-002",
          field: "prediction.seconds[1]",
          found: "a number too large to be held",
          fix: "make prediction.seconds[1] a number of seconds",
        },
        { kind: "missing-prediction", count: 2 },
      ],
    },
  ),
  row(
    "python.jsonl",
    "Python's str() of a dict in place of json.dumps",
    "processbench",
    () =>
      jsonl(
        "{'id': 'gsm8k-0', 'prediction': {'label': 1}}",
        '{"id": "gsm8k-1", "prediction": {"labels": [True, False, True]}}',
        '{"id": "gsm8k-2", "prediction": None}',
        sound("processbench")[5],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          count: 3,
          line: 1,
          found: "quotes that are not JSON's at column 2: {'id': 'gsm8k-0', 'prediction': {'label': 1}}",
          fix: "write strings in double quotes: use json.dumps, not str",
        },
        {
          kind: "not-json",
          count: 3,
          line: 2,
          found: 'a Python word at column 45: …": "gsm8k-1", "prediction": {"labels": [True, False, True]}}',
          fix: "write true, false and null: use json.dumps, not str",
        },
        {
          kind: "not-json",
          count: 3,
          line: 3,
          found: 'a Python word at column 33: {"id": "gsm8k-2", "prediction": None}',
          fix: "write true, false and null: use json.dumps, not str",
        },
        { kind: "missing-prediction", count: 9 },
      ],
    },
  ),
  row(
    "comments.jsonl",
    "comments",
    "processbench",
    () => jsonl("// judged on Monday", '{"id": "gsm8k-0", "prediction": {"label": 1}} # the first', sound("processbench")[5]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          count: 2,
          line: 1,
          found: "a comment at column 1: // judged on Monday",
          fix: "remove it: JSON has no comments",
        },
        {
          kind: "not-json",
          count: 2,
          line: 2,
          found: 'a comment at column 47: {"id": "gsm8k-0", "prediction": {"label": 1}} # the first',
          fix: "remove it: JSON has no comments",
        },
        { kind: "missing-prediction", count: 9 },
      ],
    },
  ),
  row(
    "bare-keys.jsonl",
    "keys without quotes",
    "step-grades",
    () => jsonl("{id: 'webstar:1', prediction: {grades: [9, 7, 6, 9]}}", sound("step-grades")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 1,
          found: "a key without quotes at column 2: {id: 'webstar:1', prediction: {grades: [9, 7, 6, 9]}}",
          fix: 'write keys in double quotes, as in {"final": 1}',
        },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row(
    "smart-quotes.jsonl",
    "quotes that a word processor bent",
    "step-grades",
    () => jsonl("{\u201cid\u201d: \u201cwebstar:1\u201d}", sound("step-grades")[1]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 1,
          found: "quotes that are not JSON's at column 2: {“id”: “webstar:1”}",
          fix: "write strings in double quotes: use json.dumps, not str",
        },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row(
    "cut-off.jsonl",
    "the last line cut off where the disk was full",
    "procbench",
    () => fixture("procbench", "predictions.jsonl").trimEnd().slice(0, -30),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 7,
          found: 'a string without end at column 185: …"x...", ".x..", "..x.", "...x", "x...", ".x..",',
          fix: "close the string; the text may have been cut off",
        },
        { kind: "missing-prediction", count: 2 },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "two-a-line.jsonl",
    "two records on one line",
    "procladder",
    () => jsonl(`${JSON.stringify(first)} ${JSON.stringify(second)}`, sound("procladder")[2]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "not-json",
          line: 1,
          found: 'more text after the end of the value at column 58: …diate":["acb"],"final":"abc"}',
          fix: "write one value per line, with a comma between items of an array; `jq -c . file` puts",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "pretty.jsonl",
    "each record spread over several lines",
    "step-grades",
    () =>
      sound("step-grades")
        .map((record) => JSON.stringify(record, null, 2))
        .join("\n"),
    {
      verdict: "refused",
      says: [
        {
          kind: "not-json",
          found: 'more text after the end of the value at line 13, column 1: … ],\\n    "success": true\\n ',
          fix: "write one value per line, with a comma between items of an array; `jq -c . file` puts",
        },
      ],
    },
  ),
  row(
    "list.jsonl",
    "one JSON list in a file that is named as lines, which is no fault",
    "step-grades",
    () => JSON.stringify(sound("step-grades"), null, 1),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction" }] },
  ),
  row(
    "broken-list.json",
    "a comma missing in a list of records",
    "step-grades",
    () => JSON.stringify(sound("step-grades"), null, 1).replace("},\n {", "}\n {"),
    {
      verdict: "refused",
      says: [
        {
          kind: "not-json",
          found: '`{` where `,` or `]` should stand at line 14, column 2: …],\\n   "success": true\\n  }\\n }\\n',
          fix: "write the record with a JSON library; the text may have been cut or joined",
        },
      ],
    },
  ),
  row(
    "json-lines.json",
    "lines in a file that is named as one document, which is no fault",
    "step-grades",
    () => jsonl(...sound("step-grades")),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction" }] },
  ),
  row(
    "doubled-keys.jsonl",
    "a key that stands twice in an object",
    "processbench",
    () =>
      jsonl(
        '{"id": "gsm8k-0", "prediction": {"label": 1, "label": 2}}',
        '{"id": "gsm8k-1", "id": "gsm8k-2", "prediction": {"label": -1}}',
        sound("processbench")[5],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "doubled-key",
          count: 2,
          line: 1,
          found: 'the key `label` again at column 46: {"id": "gsm8k-0", "prediction": {"label": 1, "label":',
          fix: "remove one of the two: which one is meant cannot be told",
        },
        {
          kind: "doubled-key",
          count: 2,
          line: 2,
          found: 'the key `id` again at column 19: {"id": "gsm8k-1", "id": "gsm8k-2", "prediction":',
          fix: "remove one of the two: which one is meant cannot be told",
        },
        { kind: "missing-prediction", count: 9 },
      ],
    },
  ),
  row(
    "proto.jsonl",
    "`__proto__` as a key, written out and as escapes",
    "procladder",
    () =>
      jsonl(
        '{"id":"pl-1-00000","__proto__":{"final":"abc"},"prediction":{"intermediate":[],"final":"x"}}',
        '{"id":"pl-1-00001","prediction":{"\\u005f_proto__":1,"intermediate":[],"final":"x"}}',
        sound("procladder")[2],
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "reserved-key",
          count: 2,
          line: 1,
          found: "the key `__proto__`, which JavaScript reserves",
          fix: "rename or remove that key",
        },
        {
          kind: "reserved-key",
          count: 2,
          line: 2,
          found: "the key `__proto__`, which JavaScript reserves",
          fix: "rename or remove that key",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row(
    "constructor.jsonl",
    "`constructor`, `prototype` and other names of JavaScript as keys and ids",
    "procladder",
    () =>
      jsonl(
        { id: "constructor", prediction: { intermediate: [], final: "x" } },
        { id: "toString", constructor: { prototype: 1 }, hasOwnProperty: 1, prediction: { intermediate: [], final: "x" } },
        ...sound("procladder"),
      ),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "unknown-id",
          count: 2,
          line: 1,
          id: "constructor",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        {
          kind: "unknown-id",
          count: 2,
          line: 2,
          id: "toString",
          found: "an id that gold does not have",
          fix: "check the split; records of other items are left out",
        },
        { kind: "missing-prediction" },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "deep.jsonl",
    "100,000 lists inside each other",
    "procladder",
    () => jsonl(`{"id":"pl-1-00000","prediction":{"intermediate":${"[".repeat(1e5)}${"]".repeat(1e5)},"final":"abc"}}`, second),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "too-deep",
          line: 1,
          found: "more at column 147: …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…",
          fix: "check how the record was written; no benchmark nests this deep",
        },
        { kind: "missing-prediction", count: 3 },
      ],
      diagnoses: ["final-repeated"],
    },
  ),
  row(
    "million-keys.jsonl",
    "a million keys in one object",
    "processbench",
    () => jsonl(`{"id":"gsm8k-0","prediction":{${Array.from({ length: 1e6 }, (_, i) => `"k${i}":0`).join()}}}`, sound("processbench")[5]),
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "too-many-keys",
          line: 1,
          found: "an object with more",
          fix: "write one record per line, as JSONL",
        },
        { kind: "missing-prediction", count: 9 },
      ],
    },
  ),
  row(
    "scalars.jsonl",
    "lines that are JSON, but no records",
    "procladder",
    () => jsonl(first, "7", "null", '"pl-1-00001"', "[1, 2]", "true"),
    {
      verdict: "scored with errors",
      says: [
        { kind: "not-an-object", count: 5, line: 2, found: "7", fix: "write one JSON object per line" },
        { kind: "not-an-object", count: 5, line: 3, found: "null", fix: "write one JSON object per line" },
        { kind: "not-an-object", count: 5, line: 4, found: "pl-1-00001", fix: "write one JSON object per line" },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
];
