import { type Broken, jsonl, row, sound } from "./row.ts";

const SCRIPT = "<img src=x onerror=document.title='run'><script>document.title='run'</script>";
const run = { intermediate: ["a"], final: "b" };

/** Submissions whose text is meant to be more than text. */
export const hostile: readonly Broken[] = [
  row("html.jsonl", "HTML and script in every string", "procladder", () => jsonl({ id: SCRIPT, prediction: run }, { id: "pl-1-00000", [SCRIPT]: SCRIPT, prediction: { intermediate: SCRIPT, final: SCRIPT } }, { id: "pl-1-00001", prediction: { intermediate: [SCRIPT], final: SCRIPT } }, `{"${SCRIPT}`), { verdict: "scored with errors", says: [] }),
  { ...row("<img src=x onerror=alert(1)>.jsonl", "HTML in the name of the file", "procladder", () => jsonl(...sound("procladder"), "{"), { verdict: "scored with errors", says: [] }) },
  row("bidi.jsonl", "marks that turn the direction of text, in ids and in what cannot be read", "procladder", () => jsonl({ id: "pl-1-\u202e00000", prediction: run }, '{"id": \u202e\u2066x}', ...sound("procladder")), { verdict: "scored with errors", says: [] }),
  row("surrogates.jsonl", "halves of characters", "procladder", () => jsonl('{"id": "pl-1-\\ud800", "prediction": {"intermediate": [], "final": "\\udc00"}}', '{"id": "pl-1-00000", "prediction": {"intermediate": ["\\ud83d"], "final": "\\ude00\\ud83d"}}', sound("procladder")[2]), { verdict: "scored with errors", says: [] }),
  row("unseen.jsonl", "characters that cannot be seen, in an id", "procladder", () => jsonl({ id: "pl-1-\u200b00000", prediction: run }, { id: "pl-1-00001\u0000", prediction: run }, sound("procladder")[2]), { verdict: "scored with errors", says: [] }),
  row("long-id.jsonl", "an id of a million characters", "procladder", () => jsonl({ id: "x".repeat(1e6), prediction: run }, ...sound("procladder")), { verdict: "scored with errors", says: [] }),
  row("many-problems.jsonl", "a thousand bad lines: the first hundred are shown, all are counted", "procladder", () => jsonl(...sound("procladder"), ...Array.from({ length: 1000 }, (_, i) => `{"id": ${i}`)), { verdict: "scored with errors", says: [] }),
];
