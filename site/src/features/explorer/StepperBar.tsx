import { useEffect, useRef, useState } from "react";
import { rest } from "../../scripts/keys.ts";
import { type Breakpoints, NO_STOPS, nextError, runFrom, stepWords, stopAt } from "./stepping.ts";
import type { Steps } from "./viewers/contract.ts";

interface Props {
  readonly steps: Steps;
  readonly at: number;
  go(at: number): void;
}

/** Time between two steps of playing, in milliseconds. */
const BEAT = 600;

/** Steps through a panel as a debugger does. */
export function StepperBar({ steps, at, go }: Props) {
  const { count, errors } = steps;
  const [stops, setStops] = useState<Breakpoints>(NO_STOPS);
  const { isPlaying, why, play, pause } = usePlaying(steps, at, go, stops);
  const step = (to: number | undefined): void => {
    pause();
    if (to !== undefined && to >= 0 && to < count) go(to);
  };
  useStepKeys({ "[": () => step(at - 1), "]": () => step(at + 1), e: () => step(nextError(steps, at) ?? errors[0]) });
  const last = count - 1;
  const more = nextError(steps, at);
  return (
    <div className="stepper">
      <fieldset className="choice row tight" aria-label="Steps">
        <Act name="First step" sign="first" isOff={at === 0} act={() => step(0)} />
        <Act name="Step back" sign="back" isOff={at === 0} act={() => step(at - 1)} />
        <Act
          name={isPlaying ? "Pause" : "Play"}
          sign={isPlaying ? "pause" : "play"}
          isOff={at === last && !isPlaying}
          act={isPlaying ? pause : play}
        />
        <Act name="Step on" sign="on" isOff={at === last} act={() => step(at + 1)} />
        <Act name="Last step" sign="last" isOff={at === last} act={() => step(last)} />
        <button type="button" disabled={errors.length === 0} onClick={() => step(more ?? errors[0])}>
          {more === undefined && errors.length > 0 ? "First error" : "Next error"}
        </button>
        <span className="small step-told" role="status" aria-live="polite">
          {stepWords(steps, at)}
          {why !== undefined && ` Stopped: ${why}.`}
        </span>
      </fieldset>
      <details className="small">
        <summary>Stop playing at…</summary>
        <div className="row">
          {errors.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={stops.error}
                onChange={({ currentTarget: { checked: error } }) => setStops({ ...stops, error })}
              />{" "}
              a mismatch
            </label>
          )}
          {steps.size !== undefined && (
            <label>
              <input
                type="checkbox"
                checked={stops.size}
                onChange={({ currentTarget: { checked: size } }) => setStops({ ...stops, size })}
              />{" "}
              a state whose length changes
            </label>
          )}
          {steps.text !== undefined && (
            <label>
              text that contains{" "}
              <input
                type="text"
                size={12}
                value={stops.word}
                onChange={({ currentTarget: { value: word } }) => setStops({ ...stops, word })}
              />
            </label>
          )}
        </div>
      </details>
    </div>
  );
}

/** Drawn: no font can be counted on to have them. */
const SIGNS = {
  first: "M2 2h2v12H2zM14 2v12L5 8z",
  back: "M10 2l2 2-4 4 4 4-2 2-6-6z",
  play: "M4 2v12l10-6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  on: "M6 2l-2 2 4 4-4 4 2 2 6-6z",
  last: "M12 2h2v12h-2zM2 2v12l9-6z",
} as const;

interface ActProps {
  readonly name: string;
  readonly sign: keyof typeof SIGNS;
  readonly isOff: boolean;
  act(): void;
}

/** Never disabled, only told to be: a button that is reached by its last press must keep the focus. */
function Act({ name, sign, isOff, act }: ActProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-disabled={isOff} onClick={() => !isOff && act()}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={SIGNS[sign]} fill="currentColor" />
      </svg>
    </button>
  );
}

/** Goes from step to step until something stops it; where motion is not wanted, at once. */
function usePlaying(steps: Steps, at: number, go: (at: number) => void, stops: Breakpoints) {
  const [isPlaying, setPlaying] = useState(false);
  const [stopped, setStopped] = useState<number>();
  const next = useRef(go);
  next.current = go;
  useEffect(() => {
    if (!isPlaying) return;
    if (at >= steps.count - 1) return setPlaying(false);
    const timer = setTimeout(() => {
      next.current(at + 1);
      if (stopAt(steps, at + 1, stops) === undefined) return;
      setStopped(at + 1);
      setPlaying(false);
    }, BEAT);
    return () => clearTimeout(timer);
  }, [isPlaying, at, steps, stops]);
  const play = (): void => {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    setPlaying(!isStill);
    if (!isStill) return;
    const to = runFrom(steps, at, stops);
    setStopped(to);
    next.current(to);
  };
  return { isPlaying, why: stopped === at ? stopAt(steps, at, stops) : undefined, play, pause: () => setPlaying(false) };
}

function useStepKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (act === undefined || rest(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
