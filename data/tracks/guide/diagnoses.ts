import type { CaptionsItem } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { Told } from "./codecs.ts";

/** What mistakes are told by: which question it is, and where gold's last step ends, in seconds. */
export interface Context {
  readonly subtask: CaptionsItem["subtask"];
  readonly end: number;
}

export function contextOf({ subtask, steps }: CaptionsItem): Context {
  return { subtask, end: Math.max(0, ...steps.map(({ bounds }) => bounds?.[1] ?? 0)) };
}

type CaptionsDiagnose = Diagnose<Told, Context>;
type Steps = NonNullable<Told["steps"]>;

/** The prediction with its steps changed, where any of them is. */
function changed(steps: Steps, change: (step: Steps[number]) => Steps[number]): Told | undefined {
  const mended = steps.map(change);
  return mended.every((step, i) => step === steps[i]) ? undefined : { steps: mended };
}

/** `1. `, `2) `, `Step 3: `, `Guideline Step 1 - `; quotes and spaces are no words and do no harm. */
const NUMBER = /^[\s"'“*-]*(?:(?:specific |guideline )?step\s*\d+\s*(?:[.:)\]–-]\s*|$)|\(?\d+\s*[.:)\]]\s+)/i;

const SAID = {
  "step-captioning": { id: "numbered", whose: "Captions", raises: "cider-d" },
  "guideline-summarisation": { id: "numbered-guidelines", whose: "Steps of guidelines", raises: "guideline-cider-d" },
  "guided-captioning": { id: "numbered-guided", whose: "Guided captions", raises: "guided-cider-d" },
} as const satisfies Record<Context["subtask"], object>;

/** Told for each subtask by its own metric. */
function numbered(asked: Context["subtask"]): CaptionsDiagnose {
  const { id, whose, raises } = SAID[asked];
  return {
    id,
    raises,
    title: `${whose} begin with their number`,
    explanation: 'A caption begins with "1. " or "Step 3:", and its number is compared as a word of it.',
    fix: "leave the number out; steps are told apart by their place",
    mend: ({ steps = [] }, { subtask }) =>
      subtask === asked
        ? changed(steps, (step) => (NUMBER.test(step.caption) ? { ...step, caption: step.caption.replace(NUMBER, "") } : step))
        : undefined,
  };
}

/** Frames per second of videos, and milliseconds. */
const RATES = [24, 25, 30, 50, 60, 1000];

const frames: CaptionsDiagnose = {
  id: "not-seconds",
  title: "Bounds are not in seconds",
  explanation: "The last step ends far behind the video: bounds look like frames or milliseconds.",
  fix: "write bounds in seconds",
  mend({ steps = [] }, { subtask, end }) {
    const last = Math.max(0, ...steps.flatMap(({ bounds }) => bounds ?? []));
    if (subtask !== "step-captioning" || last < 10 * end) return undefined;
    // The rate under which the last step ends where gold's does, as nearly as can be.
    const off = (rate: number): number => Math.abs(Math.log(last / rate / end));
    const rate = RATES.reduce((best, one) => (off(one) < off(best) ? one : best));
    return changed(steps, ({ bounds, ...step }) => (bounds === undefined ? step : { ...step, bounds: bounds.map((at) => at / rate) }));
  },
};

const swapped: CaptionsDiagnose = {
  id: "swapped-bounds",
  title: "Bounds end before they start",
  explanation: "The second bound of a step is the smaller one: such a segment has no length and no partner.",
  fix: "write bounds as [start, end]",
  mend: ({ steps = [] }) =>
    changed(steps, (step) => {
      const [start = 0, end = 0] = step.bounds ?? [];
      return end < start ? { ...step, bounds: [end, start] } : step;
    }),
};

const fromZero: CaptionsDiagnose = {
  id: "parts-from-zero",
  raises: "guided-cider-d",
  title: "Steps of the guideline are numbered from 0",
  explanation: "A step belongs to step 0 of the guideline, whose first step is 1.",
  fix: "number the steps of the guideline from 1",
  mend({ steps = [] }, { subtask }) {
    if (subtask !== "guided-captioning" || !steps.some((step) => step.guideline_step === 0)) return undefined;
    return changed(steps, (step) => ({ ...step, guideline_step: (step.guideline_step ?? 0) + 1 }));
  },
};

export const diagnoses: readonly CaptionsDiagnose[] = [
  numbered("step-captioning"),
  numbered("guideline-summarisation"),
  numbered("guided-captioning"),
  frames,
  swapped,
  fromZero,
];
