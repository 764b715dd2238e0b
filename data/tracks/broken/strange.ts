import { type Broken, row, sound } from "./row.ts";

const bytes = (...head: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from([...head, ...new Uint8Array(64)]);

/** Submissions that are no predictions at all, whatever they are called. */
export const strange: readonly Broken[] = [
  row(
    "lfs.jsonl",
    "a pointer of Git LFS in place of the file",
    "procladder",
    () =>
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
    {
      verdict: "refused",
      says: [
        {
          kind: "unknown-format",
          found: "a pointer of Git LFS, which stands for the file",
          fix: "fetch the file itself with `git lfs pull`",
        },
      ],
    },
  ),
  row(
    "saved-page.jsonl",
    "the page of a file in place of the file",
    "procladder",
    () => '<!DOCTYPE html>\n<html lang="en"><head><title>predictions.jsonl</title></head>\n<body>...</body></html>\n',
    {
      verdict: "refused",
      says: [
        {
          kind: "unknown-format",
          found: "a web page",
          fix: "download the file itself: sites such as GitHub and Hugging Face have a link Raw or",
        },
      ],
    },
  ),
  row(
    "error.xml",
    "what a store answers where there is no such file",
    "procladder",
    () => '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>\n',
    {
      verdict: "refused",
      says: [
        {
          kind: "unknown-format",
          found: "XML, such as a store answers where there is no such file",
          fix: "open it to see what it says, and download the file again",
        },
      ],
    },
  ),
  row("paper.pdf", "a PDF", "procladder", () => "%PDF-1.7\n%....\n", {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a PDF", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row("plot.png", "a picture", "procladder", () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a picture", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row("video.mp4", "a video", "htm-align", () => bytes(0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a video or a sound", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row("old.xls", "an old Excel sheet", "ht-step", () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "an old Office file", fix: "save the sheet as CSV in UTF-8" }],
  }),
  row("arrays.npy", "a NumPy array", "crosstask", () => bytes(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a NumPy file", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row("model.pkl", "a Python pickle of an old protocol", "crosstask", () => bytes(0x80, 0x02, 0x7d, 0x71, 0x00), {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "a Python pickle", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row(
    "log.txt",
    "a log in place of predictions",
    "processbench",
    () => "2026-01-01 12:00:00 INFO loading\n2026-01-01 12:00:01 INFO done\n",
    {
      verdict: "refused",
      says: [
        {
          kind: "not-an-object",
          found: "2026-01-01 12:00:00 INFO loading\\n2026-01-01 12:00:01 INFO done\\n",
          fix: "write one JSON object per line",
        },
      ],
    },
  ),
  row("answers.md", "prose", "step-order", () => "# My answers\n\nI think that the first step comes first.\n", {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "text in none of these layouts: # My answers", fix: "export the records as JSONL, in UTF-8" }],
  }),
  row("config.yaml", "YAML in place of JSON", "step-grades", () => "webstar:1:\n  grades: [9, 7]\n", {
    verdict: "refused",
    says: [{ kind: "unknown-format", found: "text in none of these layouts: webstar:1:", fix: "export the records as JSONL, in UTF-8" }],
  }),
  {
    name: "folder/p.jsonl",
    about: "a folder in which pictures lie beside the predictions",
    track: "procladder",
    files: () => [
      {
        name: "folder/p.jsonl",
        data: `${sound("procladder")
          .map((record) => JSON.stringify(record))
          .join("\n")}\n`,
      },
      { name: "folder/plot.png", data: bytes(0x89, 0x50, 0x4e, 0x47) },
    ],
    verdict: "scored with warnings",
    says: [
      { kind: "missing-prediction" },
      { kind: "passed-over", file: "folder/plot.png", found: "a picture", fix: "export the records as JSONL, in UTF-8" },
    ],
    diagnoses: ["final-repeated"],
  },
  {
    name: "pictures/a.png",
    about: "a folder of pictures",
    track: "procladder",
    files: () => [
      { name: "pictures/a.png", data: bytes(0x89, 0x50, 0x4e, 0x47) },
      { name: "pictures/b.png", data: bytes(0x89, 0x50, 0x4e, 0x47) },
    ],
    verdict: "refused",
    says: [
      { kind: "unknown-format", count: 2, found: "a picture", fix: "export the records as JSONL, in UTF-8" },
      { kind: "unknown-format", count: 2, file: "pictures/b.png", found: "a picture", fix: "export the records as JSONL, in UTF-8" },
    ],
  },
];
