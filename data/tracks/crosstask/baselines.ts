import type { Baseline, CrosstaskItem, CrosstaskPrediction } from "@stepladder/schema";
import { randomWord } from "@stepladder/wasm/stats/random.ts";
import { framesOf, lastEnd, unanswered } from "./segments.ts";

type CrosstaskBaseline = Baseline<CrosstaskItem, CrosstaskPrediction>;

const LENGTH = "How long a video is, gold does not say: it is taken to end with its last segment, which helps.";

/** Whole seconds up to the end of the last segment. */
function secondsOf(item: CrosstaskItem): number {
  return Math.ceil(lastEnd(item));
}

/** A second for each step. */
function pointed(item: CrosstaskItem, at: (step: number) => number): CrosstaskPrediction {
  return { seconds: Array.from({ length: item.steps }, (_, step) => at(step)) };
}

const empty: CrosstaskBaseline = {
  id: "empty",
  title: "No answer",
  about: "Points at nothing.",
  fit: () => () => unanswered,
};

const middle: CrosstaskBaseline = {
  id: "middle",
  title: "Middle of the video",
  about: `Points at the middle of the video for every step. ${LENGTH}`,
  fit: () => (item) => pointed(item, () => Math.floor(secondsOf(item) / 2)),
};

const uniform: CrosstaskBaseline = {
  id: "uniform",
  title: "Evenly spaced",
  about: `Cuts the video into as many equal parts as the task has steps and points at the middle of each, in the order of the list, as the official code begins its training. ${LENGTH}`,
  fit: () => (item) => pointed(item, (step) => Math.floor((secondsOf(item) / item.steps) * (step + 0.5))),
};

const random: CrosstaskBaseline = {
  id: "random-in-order",
  title: "Random, in order",
  about: `Draws as many different seconds as the task has steps, all choices alike, and points at them in the order of the list. ${LENGTH}`,
  fit: (items) => {
    const places = new Map(items.map(({ id }, place) => [id, place]));
    return (item) => {
      const drawn = draw(item.steps, secondsOf(item), places.get(item.id) as number);
      return pointed(item, (step) => drawn[step] as number);
    };
  },
};

/** So many of the seconds, ascending: each is taken as likely as seconds are needed among those left. */
function draw(count: number, seconds: number, seed: number): number[] {
  const drawn: number[] = [];
  for (let second = 0; second < seconds; second++) {
    const share = randomWord(seed, second).high / 2 ** 32;
    if (share * (seconds - second) < count - drawn.length) drawn.push(second);
  }
  return drawn;
}

/** Places along a video, in equal parts. */
const PLACES = 100;

const usual: CrosstaskBaseline = {
  id: "usual-place",
  title: "Where the step usually is",
  about: `Points where most other videos of the task show the step, of ${PLACES} places along a video; the video itself is left out, and the middle stands for steps that no other shows. ${LENGTH}`,
  fit: (items) => {
    const shown = new Map(items.map((item) => [item.id, placesOf(item)]));
    const totals = new Map<string, Int32Array>();
    for (const { id, task } of items) {
      const own = shown.get(id) as Int32Array;
      totals.set(
        task,
        (totals.get(task) ?? new Int32Array(own.length)).map((count, cell) => count + (own[cell] as number)),
      );
    }
    return (item) => {
      const own = shown.get(item.id) as Int32Array;
      const others = totals.get(item.task)?.map((count, cell) => count - (own[cell] as number)) ?? new Int32Array(own.length);
      return pointed(item, (step) =>
        Math.floor((usualPlace(others.subarray(step * PLACES, (step + 1) * PLACES)) / PLACES) * secondsOf(item)),
      );
    };
  },
};

/** For each step and each place along the video, 1 where the video shows the step there. */
function placesOf(item: CrosstaskItem): Int32Array {
  const shown = new Int32Array(item.steps * PLACES);
  for (const segment of item.segments) {
    const { first, last } = framesOf(segment);
    for (let place = 0; place < PLACES; place++) {
      const second = Math.floor((place / PLACES) * secondsOf(item));
      if (first <= second && second <= last) shown[(segment.step - 1) * PLACES + place] = 1;
    }
  }
  return shown;
}

/** The place at which most videos show a step: the middle one of those places, or of the video where none does. */
function usualPlace(counts: Int32Array): number {
  const most = Math.max(...counts);
  const places = [...counts.keys()].filter((place) => counts[place] === most);
  return most === 0 ? PLACES / 2 : (places[Math.floor(places.length / 2)] as number);
}

export const baselines: readonly CrosstaskBaseline[] = [empty, middle, random, uniform, usual];
