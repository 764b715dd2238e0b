import type { HtmAlignItem } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Stretch } from "@stepladder/wasm/host/overlap.ts";
import { defineInsight } from "../define.ts";
import { type Pointing, pointFailures, pointPanel } from "../points/insight.ts";
import { type Answer, pointsCodec } from "./sentences.ts";

const pointsOf = ({ seconds }: Answer): (number | undefined)[] | undefined => seconds?.map((second) => second ?? undefined);

const pointing: Pointing<HtmAlignItem, Answer> = {
  windows: (item) => pointsCodec.gold(item),
  points: pointsOf,
  pointed: (answer, seconds) => ({ ...answer, seconds }),
  name: (_, query) => `sentence ${query + 1}`,
};

/** Half a second more on both sides at most: whole seconds are right. */
const windowOf = ({ start, end }: Stretch): Stretch => ({ start: Math.floor(start), end: Math.ceil(end) });

/** What stands lower than any score: a sentence without one is ranked last. */
const LAST = Number.NEGATIVE_INFINITY;

/** ROC-AUC ranks the sentences of all videos; within one a wrong order is wrong whatever the others are. */
const ranked: FailureKind<HtmAlignItem, Answer> = {
  id: "ranked-below",
  title: "A shown sentence ranked below one that is not",
  explains:
    "A sentence that the video shows has a lower score than one that it does not show; mended, the video's own scores change places so that no such pair is left.",
  find(answer, { sentences }) {
    const { alignable: given } = answer;
    if (given === undefined) return undefined;
    const scores = sentences.map((_, at) => given[at] ?? LAST);
    const falls = sentences.flatMap(({ alignable }, at) => {
      const above = alignable ? scores.filter((score, other) => !sentences[other]?.alignable && score > (scores[at] as number)).length : 0;
      return above > 0 ? [{ at, above }] : [];
    });
    const [first] = falls;
    if (first === undefined) return undefined;
    // The best scores go to what is shown; among those, and among the others, the order stays.
    const places = [...sentences.keys()].sort(
      (a, b) => Number(sentences[b]?.alignable) - Number(sentences[a]?.alignable) || (scores[b] as number) - (scores[a] as number) || a - b,
    );
    const best = scores.toSorted((a, b) => b - a);
    const mended = new Map(places.map((place, rank) => [place, best[rank] as number]));
    const written = (score: number): number | null => (score === LAST ? null : score);
    return {
      mended: { ...answer, alignable: sentences.map((_, at) => written(mended.get(at) as number)) },
      count: falls.reduce((sum, { above }) => sum + above, 0),
      at: first.at,
    };
  },
};

/** A sentence that is not shown has no point that its score could stand at. */
const scored = (score: number | null | undefined): string => (typeof score === "number" ? `, score ${score}` : "");

export default defineInsight<HtmAlignItem, Answer>({
  view(item, answer) {
    const points = answer && pointsOf(answer);
    const shown = item.sentences.filter(({ alignable }) => alignable).length;
    const panel = pointPanel(
      "Which second shows each sentence",
      item.sentences.map((sentence, at) => ({
        name: sentence.alignable ? `Sentence ${at + 1}` : `Sentence ${at + 1}, not shown${scored(answer?.alignable?.[at])}`,
        segments: sentence.alignable ? [sentence] : [],
        score: answer?.alignable?.[at] ?? undefined,
      })),
      windowOf,
      // A point for a sentence that is not shown is not asked for.
      points && item.sentences.map(({ alignable }, at) => (alignable ? points[at] : undefined)),
    );
    return {
      title: item.id.replace(/^[\w-]+:/, ""),
      facts: [
        { name: "Sentences", value: String(item.sentences.length) },
        { name: "Shown in the video", value: String(shown) },
      ],
      panels: [
        {
          ...panel,
          end: item.sentences.reduce((last, { end }) => Math.max(last, end), panel.end),
          // Gold's words are dropped on import: the place of a sentence among the others stands for them.
          narration: item.sentences.map(({ start, end, alignable }, at) => ({
            start,
            end,
            text: `Sentence ${at + 1}${alignable ? "" : ", said and not shown"}`,
          })),
        },
      ],
    };
  },
  failures: [...pointFailures(pointing), ranked],
});
