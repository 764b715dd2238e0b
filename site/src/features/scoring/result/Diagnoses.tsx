import type { Diagnosis, Scorecard } from "@stepladder/schema";
import type { MetricInfo, TrackInfo } from "../../../catalog/describe.ts";
import { formatScore, inSentence, plural } from "../../../format.ts";
import { Marked } from "../Marked.tsx";

/** Known format mistakes, with what the score would be without them: shown beside the score, never instead. */
export function Diagnoses({ scorecard, track }: { readonly scorecard: Scorecard; readonly track: TrackInfo }) {
  const metric = track.metrics[0] as MetricInfo;
  return scorecard.diagnoses.map((diagnosis) => (
    <aside key={diagnosis.id} className="verdict warn" aria-label="Likely format mistake">
      <h3>
        <Marked text={diagnosis.title} />: {plural(diagnosis.items, "item")}
      </h3>
      <p>
        <Marked text={diagnosis.explanation} />
      </p>
      <Mended diagnosis={diagnosis} metric={metric} scorecard={scorecard} />
      <p>
        <strong>To mend it:</strong> <Marked text={diagnosis.fix} />
      </p>
      <details>
        <summary>Items that show it</summary>
        <p className="mono foreign">{diagnosis.examples.join(", ")}</p>
      </details>
    </aside>
  ));
}

function Mended({
  diagnosis,
  metric,
  scorecard,
}: {
  readonly diagnosis: Diagnosis;
  readonly metric: MetricInfo;
  readonly scorecard: Scorecard;
}) {
  const now = scorecard.scores[metric.id]?.value;
  const mended = diagnosis.mended[metric.id]?.value;
  if (now === undefined || mended === undefined) return null;
  return (
    <p>
      Without it {inSentence(metric.title)} would be{" "}
      <strong className="number" title={String(mended)}>
        {formatScore(mended, metric.unit)}
      </strong>{" "}
      instead of <span className="number">{formatScore(now, metric.unit)}</span>. The official score stays as it is.
    </p>
  );
}
