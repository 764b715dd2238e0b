// `node pipeline/eval/sentences.ts`: how well sentences are found again in unpunctuated captions; captions/README.md tells what came out.
import { breakCounts, breakF1, cutters, narrated, TIMINGS } from "./breaks.ts";

const SEEDS = [1, 2, 3, 4, 5];
const all = narrated();
const halves = { development: all.filter((_, index) => index % 2 === 0), "held out": all.filter((_, index) => index % 2 === 1) };

for (const [half, list] of Object.entries(halves))
  for (const [name, cut] of Object.entries(cutters))
    for (const timing of TIMINGS) {
      const counts = breakCounts(list, cut, timing, SEEDS);
      const [precision, recall] = [counts.right / counts.found, counts.right / counts.gold].map((share) => (100 * share).toFixed(1));
      console.log(`${half}, ${name}, times of ${timing}: precision ${precision}, recall ${recall}, F1 ${breakF1(counts).toFixed(1)}`);
    }
