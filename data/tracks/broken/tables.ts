import { type Broken, fixture, row } from "./row.ts";

const HEAD = ",video-id,t-start,t-end,label,score\n";
const rows = "0,tea-video-1,6,29,10,0.9\n1,tea-video-1,38,58,11,0.8\n2,tea-video-2,10,28,10,0.95\n";
const run = 'id,intermediate,final\npl-1-00000,"[""acb""]",abc\npl-1-00001,"[3, 9]",12\n';

/** Submissions that are broken tables. */
export const tables: readonly Broken[] = [
  row("semicolons.csv", "semicolons in place of commas, as a German Excel writes: no fault", "ht-step", () => (HEAD + rows).replaceAll(",", ";"), { verdict: "scored with warnings", says: [] }),
  row("no-column.csv", "a column is missing", "ht-step", () => (HEAD + rows).replace("t-start,t-end", "t-end").replaceAll(/(video-\d),\d+/g, "$1"), { verdict: "refused", says: [] }),
  row("misspelt.csv", "a column is misspelt", "ht-step", () => HEAD.replace("t-start", "t_start") + rows, { verdict: "refused", says: [] }),
  row("doubled-column.csv", "two columns of one name", "ht-step", () => HEAD.replace("t-end", "t-start") + rows, { verdict: "refused", says: [] }),
  row("short-rows.csv", "rows with too few and too many fields", "ht-step", () => `${HEAD}${rows}3,tea-video-2,5\n4,tea-video-2,5,6,10,0.5,more\n`, { verdict: "scored with errors", says: [] }),
  row("unclosed.csv", "a quote that is never closed", "procladder", () => `${run}pl-1-00002,"[1,2\nmore\n`, { verdict: "refused", says: [] }),
  row("stray-quote.csv", "text behind a closing quote", "procladder", () => `${run}pl-1-00002,"[1]"x,7\n`, { verdict: "scored with errors", says: [] }),
  row("no-header.csv", "no header", "procladder", () => run.split("\n").slice(1).join("\n"), { verdict: "refused", says: [] }),
  row("header-only.csv", "a header without rows", "ht-step", () => HEAD, { verdict: "refused", says: [] }),
  row("decimal-comma.csv", "decimal commas", "ht-step", () => `${HEAD.replaceAll(",", ";")}0;tea-video-1;6,5;29,5;10;0,9\n1;tea-video-1;38;58;11;0.8\n`, { verdict: "scored with errors", says: [] }),
  row("words.csv", "a word where a number should stand", "ht-step", () => fixture("ht-step", "malformed/predictions.csv"), { verdict: "scored with errors", says: [] }),
  row("proto.csv", "`__proto__` as the name of a column", "procladder", () => run.replace("final", "__proto__"), { verdict: "refused", says: [] }),
];
