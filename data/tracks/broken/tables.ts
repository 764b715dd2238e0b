import { type Broken, fixture, row } from "./row.ts";

const HEAD = ",video-id,t-start,t-end,label,score\n";
const rows = "0,tea-video-1,6,29,10,0.9\n1,tea-video-1,38,58,11,0.8\n2,tea-video-2,10,28,10,0.95\n";
const run = 'id,intermediate,final\npl-1-00000,"[""acb""]",abc\npl-1-00001,"[3, 9]",12\n';

/** Submissions that are broken tables. */
export const tables: readonly Broken[] = [
  row(
    "semicolons.csv",
    "semicolons in place of commas, as a German Excel writes: no fault",
    "ht-step",
    () => (HEAD + rows).replaceAll(",", ";"),
    { verdict: "scored with warnings", says: [{ kind: "missing-prediction", count: 3 }] },
  ),
  row(
    "no-column.csv",
    "a column is missing",
    "ht-step",
    () => (HEAD + rows).replace("t-start,t-end", "t-end").replaceAll(/(video-\d),\d+/g, "$1"),
    {
      verdict: "refused",
      says: [
        {
          kind: "unknown-layout",
          found: "the columns , video-id, t-end, label, score",
          fix: "name the columns in the first row, as one of these layouts asks for",
        },
      ],
    },
  ),
  row("misspelt.csv", "a column is misspelt", "ht-step", () => HEAD.replace("t-start", "t_start") + rows, {
    verdict: "refused",
    says: [
      {
        kind: "unknown-layout",
        found: "the columns , video-id, t_start, t-end, label, score",
        fix: "name the columns in the first row, as one of these layouts asks for",
      },
    ],
  }),
  row("doubled-column.csv", "two columns of one name", "ht-step", () => HEAD.replace("t-end", "t-start") + rows, {
    verdict: "refused",
    says: [{ kind: "bad-header", line: 1, found: "two columns named `t-start`", fix: "rename columns so that no two are the same" }],
  }),
  row(
    "short-rows.csv",
    "rows with too few and too many fields",
    "ht-step",
    () => `${HEAD}${rows}3,tea-video-2,5\n4,tea-video-2,5,6,10,0.5,more\n`,
    {
      verdict: "scored with errors",
      says: [
        {
          kind: "wrong-columns",
          count: 2,
          line: 5,
          found: "3: 3 | tea-video-2 | 5",
          fix: "put fields that hold the delimiter, a quote or a line break in double quotes",
        },
        {
          kind: "wrong-columns",
          count: 2,
          line: 6,
          found: "7: 4 | tea-video-2 | 5 | 6 | 10 | 0.5 | more",
          fix: "put fields that hold the delimiter, a quote or a line break in double quotes",
        },
        { kind: "missing-prediction", count: 3 },
      ],
    },
  ),
  row("unclosed.csv", "a quote that is never closed", "procladder", () => `${run}pl-1-00002,"[1,2\nmore\n`, {
    verdict: "refused",
    says: [
      {
        kind: "bad-quotes",
        line: 4,
        found: "none up to the end of the file: pl-1-00002 | [1,2\\nmore\\n",
        fix: "close the field, and write quotes inside a field twice; the file may have been cut off",
      },
    ],
  }),
  row("stray-quote.csv", "text behind a closing quote", "procladder", () => `${run}pl-1-00002,"[1]"x,7\n`, {
    verdict: "refused",
    says: [
      {
        kind: "bad-quotes",
        line: 4,
        found: 'none up to the end of the file: pl-1-00002 | [1]"x,7\\n',
        fix: "close the field, and write quotes inside a field twice; the file may have been cut off",
      },
    ],
  }),
  row("no-header.csv", "no header", "procladder", () => run.split("\n").slice(1).join("\n"), {
    verdict: "refused",
    says: [
      {
        kind: "unknown-layout",
        found: 'the columns pl-1-00000, ["acb"], abc',
        fix: "name the columns in the first row, as one of these layouts asks for",
      },
    ],
  }),
  row("header-only.csv", "a header without rows", "ht-step", () => HEAD, {
    verdict: "refused",
    says: [{ kind: "no-records", found: "no record", fix: "give a file of one of these forms" }],
  }),
  row(
    "decimal-comma.csv",
    "decimal commas",
    "ht-step",
    () => `${HEAD.replaceAll(",", ";")}0;tea-video-1;6,5;29,5;10;0,9\n1;tea-video-1;38;58;11;0.8\n`,
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-field", line: 2, id: "hts:tea-video-1", field: "t-start", found: "6,5", fix: "write t-start as a number" },
        { kind: "missing-prediction", count: 4 },
      ],
    },
  ),
  row("words.csv", "a word where a number should stand", "ht-step", () => fixture("ht-step", "malformed/predictions.csv"), {
    verdict: "scored with errors",
    says: [
      {
        kind: "unknown-id",
        id: "hts:tea-video-7",
        found: "an id that gold does not have",
        fix: "check the split; records of other items are left out",
      },
      { kind: "wrong-field", count: 5, line: 3, id: "hts:tea-video-1", field: "t-start", found: "five", fix: "write t-start as a number" },
      {
        kind: "wrong-field",
        count: 5,
        line: 4,
        id: "hts:tea-video-1",
        field: "t-end",
        found: "an empty text",
        fix: "write t-end as a number",
      },
      { kind: "wrong-field", count: 5, line: 5, id: "hts:tea-video-2", field: "label", found: "10.5", fix: "write the step's number" },
      { kind: "missing-prediction", count: 4 },
    ],
  }),
  row("proto.csv", "`__proto__` as the name of a column", "procladder", () => run.replace("final", "__proto__"), {
    verdict: "refused",
    says: [
      {
        kind: "bad-header",
        line: 1,
        found: "the name `__proto__`, which JavaScript reserves",
        fix: "rename columns so that no two are the same",
      },
    ],
  }),
  row(
    "run.trec",
    "a TREC run whose first line ranks by a word, whose lines are cut, whose scores are distances, with a step twice and with an item that asks for no ranking",
    "graph-script",
    () =>
      [
        "gs:t00:next:0 Q0 1 first 0.25 mine",
        "gs:t00:next:0 Q0 1 1 0.25 mine",
        "gs:t00:next:0 Q0 2 2 0.5 mine",
        "gs:t00:next:0 Q0 3 3",
        "gs:t00:next:0 Q0 3 3 far mine",
        "gs:t00:next:0 Q0 1 4 0.75 mine",
        "gs:t00:graph Q0 1 1 0.25 mine",
      ].join("\n"),
    {
      verdict: "scored with errors",
      says: [
        { kind: "wrong-columns", line: 4, found: "4: gs:t00:next:0 Q0 3 3", fix: "write ids without blanks, and all fields of a line" },
        { kind: "wrong-field", count: 3, line: 1, field: "rank", found: "first", fix: "write rank as a number" },
        { kind: "wrong-field", count: 3, line: 5, field: "score", found: "far", fix: "write score as a number" },
        { kind: "wrong-field", count: 3, line: 7, id: "gs:t00:graph", field: "query", fix: "answer other questions with records" },
        { kind: "doubled-candidate", line: 6, id: "gs:t00:next:0", field: "document", found: "1 again", fix: "give a file for each run" },
        {
          kind: "other-order",
          id: "gs:t00:next:0",
          field: "rank",
          found: "rank 2 for the score 0.5 and rank 1 for the score 0.25",
          fix: "scores are what counts, as in trec_eval: give higher ones for better candidates, such as negated distances",
        },
        { kind: "missing-prediction", count: 15 },
      ],
    },
  ),
];
