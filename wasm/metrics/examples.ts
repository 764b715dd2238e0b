import { example as alignability } from "./alignability/example.ts";
import { guidedExample, guidelineExample, stepExample } from "./captions/example.ts";
import { example as checks } from "./checks/example.ts";
import { example as completion } from "./completion/example.ts";
import { example as detection } from "./detection/example.ts";
import type { Example } from "./example.ts";
import { example as frames } from "./frames/example.ts";
import { example as grades } from "./grades/example.ts";
import { example as graphs } from "./graphs/example.ts";
import { example as grounding } from "./grounding/example.ts";
import { example as judgments } from "./judgments/example.ts";
import { example as labels } from "./labels/example.ts";
import { calledExample, example as orders, sectionExample } from "./orders/example.ts";
import { example as plans, setsExample } from "./plans/example.ts";
import { example as pointing } from "./pointing/example.ts";
import { example as ranking } from "./ranking/example.ts";
import { example as recognition } from "./recognition/example.ts";
import { example as scripts } from "./scripts/example.ts";
import { example as segments } from "./segments/example.ts";
import { example as severity } from "./severity/example.ts";
import { example as states } from "./states/example.ts";
import { example as stepDetection } from "./step-detection/example.ts";
import { mistakesExample, orderedExample, releasedExample } from "./tags/example.ts";
import { example as texts } from "./texts/example.ts";
import { example as traces } from "./traces/example.ts";

/** Worked examples by family of metrics. */
export const examples: Readonly<Record<string, Example>> = {
  alignability,
  "called-orders": calledExample,
  captions: stepExample,
  checks,
  completion,
  detection,
  frames,
  grades,
  graphs,
  grounding,
  "guided-captions": guidedExample,
  guidelines: guidelineExample,
  judgments,
  labels,
  "plan-sets": setsExample,
  plans,
  mistakes: mistakesExample,
  ordered: orderedExample,
  orders,
  pointing,
  ranking,
  recognition,
  "released-labels": releasedExample,
  scripts,
  "section-orders": sectionExample,
  segments,
  severity,
  states,
  "step-detection": stepDetection,
  texts,
  traces,
};
