import type { Baseline, CaptionsItem, CaptionsPrediction } from "@stepladder/schema";

type CaptionsBaseline = Baseline<CaptionsItem, CaptionsPrediction>;
type Steps = CaptionsPrediction["steps"];

/** Where the last step of gold ends: a record tells no more of a video's length. */
function endOf({ steps }: CaptionsItem): number {
  return Math.max(...steps.map(({ bounds }) => bounds?.[1] ?? 0));
}

/** `count` segments of one length, with the same caption. */
function cut(end: number, count: number, caption: string): Steps {
  return Array.from({ length: count }, (_, i) => ({ caption, bounds: [(end * i) / count, (end * (i + 1)) / count] }));
}

/** The goal, without `How to`. */
function goalOf({ query }: CaptionsItem): string {
  return query.replace(/^how to /i, "");
}

const wholeVideo: CaptionsBaseline = {
  id: "whole-video",
  title: "The goal for the whole video",
  about:
    "One segment from 0 to the end of gold's last step, with the goal as its caption; a guideline of one step, the goal; the goal for each step of a given guideline.",
  fit: () => (item) => {
    const caption = goalOf(item);
    if (item.subtask === "step-captioning") return { steps: [{ caption, bounds: [0, endOf(item)] }] };
    if (item.subtask === "guideline-summarisation") return { steps: [{ caption }] };
    return { steps: (item.guideline ?? []).map((_, i) => ({ caption, guideline_step: i + 1 })) };
  },
};

/** Texts of other subtasks' gold: guidelines by their query, captions of steps by their video. */
function textsOf(items: readonly CaptionsItem[], subtask: CaptionsItem["subtask"], key: (item: CaptionsItem) => string) {
  const own = items.filter((item) => item.subtask === subtask);
  return new Map(own.map((item) => [key(item), item.steps.map(({ caption }) => caption)]));
}

const copy: CaptionsBaseline = {
  id: "copy-guideline",
  title: "Copied guideline",
  about:
    "Says the steps of the guideline: one each where it is given; for step captioning, for which it is not, as so many segments of one length. For a guideline it says the steps of the first video. It reads gold of the other subtasks: what copying is worth.",
  fit: (items) => {
    const guidelines = textsOf(items, "guideline-summarisation", ({ query }) => query);
    const shown = textsOf(items, "step-captioning", ({ videos }) => videos[0] as string);
    return (item) => {
      const guideline = guidelines.get(item.query) ?? [];
      if (item.subtask === "guided-captioning") return { steps: guideline.map((caption, i) => ({ caption, guideline_step: i + 1 })) };
      if (item.subtask === "guideline-summarisation")
        return { steps: (shown.get(item.videos[0] as string) ?? []).map((caption) => ({ caption })) };
      const segments = cut(endOf(item), guideline.length, "");
      return { steps: segments.map((step, i) => ({ ...step, caption: guideline[i] as string })) };
    };
  },
};

/** What stands most often in a list; of equal ones what stands first. */
function commonest<Value extends string | number>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [Value | undefined, number]>((best, one) => (one[1] > best[1] ? one : best), [undefined, 0])[0];
}

const frequent: CaptionsBaseline = {
  id: "most-frequent",
  title: "Most frequent caption",
  about:
    "Says, for every step, the caption that gold of the other tasks has most often (of equal ones the first), for as many segments of one length, or steps, as those most often have.",
  fit: (items) => (item) => {
    const others = items.filter(({ subtask, query }) => subtask === item.subtask && query !== item.query);
    const caption = commonest(others.flatMap(({ steps }) => steps.map((step) => step.caption))) ?? "";
    const count = commonest(others.map(({ steps }) => steps.length)) ?? 1;
    if (item.subtask === "step-captioning") return { steps: cut(endOf(item), count, caption) };
    if (item.subtask === "guideline-summarisation") return { steps: Array.from({ length: count }, () => ({ caption })) };
    return { steps: (item.guideline ?? []).map((_, i) => ({ caption, guideline_step: i + 1 })) };
  },
};

export const baselines: readonly CaptionsBaseline[] = [wholeVideo, copy, frequent];
