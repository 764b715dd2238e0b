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
  fit: (items) => (item) => {
    const others = items.filter(({ id, task }) => task === item.task && id !== item.id);
    return pointed(item, (step) => Math.floor((usualPlace(others, step + 1) / PLACES) * secondsOf(item)));
  },
};

/** The place that most videos show the step at: the middle one of those places. */
function usualPlace(videos: readonly CrosstaskItem[], step: number): number {
  const shown = Array.from({ length: PLACES }, (_, place) => videos.filter((video) => shows(video, step, place / PLACES)).length);
  const most = Math.max(...shown);
  const places = [...shown.keys()].filter((place) => shown[place] === most);
  return most === 0 ? PLACES / 2 : (places[Math.floor(places.length / 2)] as number);
}

function shows(video: CrosstaskItem, step: number, place: number): boolean {
  const second = Math.floor(place * secondsOf(video));
  return video.segments.some((segment) => {
    const { first, last } = framesOf(segment);
    return segment.step === step && first <= second && second <= last;
  });
}

export const baselines: readonly CrosstaskBaseline[] = [empty, middle, random, uniform, usual];
