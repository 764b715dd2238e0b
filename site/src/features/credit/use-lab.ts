import { type Tree, trajectoriesOf } from "@stepladder/wasm/credit/contract.ts";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CreditQuery, readCreditQuery, type Settings, writeCreditQuery } from "../../state/credit.ts";
import type { ToldMethod } from "./shown.ts";

/** What the lab shows: what an address says, and all that it leaves open. */
export interface LabState {
  readonly tree: Tree;
  readonly methods: readonly string[];
  readonly settings: Settings;
  readonly trajectory: number;
  readonly step: number;
  readonly drawn?: string | undefined;
}

export interface Lab {
  readonly state: LabState;
  readonly trajectories: readonly (readonly number[])[];
  /** What is wrong with the address, until something is changed. */
  readonly fault: string | undefined;
  /** Whether the tree is too long for an address. */
  readonly isLong: boolean;
  change(part: Partial<LabState>): void;
}

/** Time after which a change is in the address: a slider makes many, and browsers take few. In milliseconds. */
const PAUSE = 250;

/** What is chosen and edited; it is read from the address, and goes there. */
export function useLab(example: Tree, chosen: readonly string[], known: readonly ToldMethod[]): Lab {
  const first = useMemo<LabState>(() => ({ tree: example, methods: chosen, settings: {}, trajectory: 0, step: 0 }), [example, chosen]);
  const [state, setState] = useState(first);
  const [fault, setFault] = useState<string>();
  const isTouched = useRef(false);
  useEffect(() => {
    const read = readCreditQuery(location.search, known);
    if ("fault" in read) setFault(read.fault);
    else setState((now) => within({ ...now, step: undefined, ...read }));
  }, [known]);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isTouched.current) return;
    const waiting = setTimeout(() => {
      const address = writeCreditQuery(told(state, first));
      setLong(address === undefined);
      history.replaceState(history.state, "", location.pathname + (address ?? ""));
    }, PAUSE);
    return () => clearTimeout(waiting);
  }, [state, first]);
  const change = useCallback((part: Partial<LabState>) => {
    isTouched.current = true;
    setFault(undefined);
    setState((now) => within({ ...now, ...part }));
  }, []);
  const trajectories = useMemo(() => trajectoriesOf(state.tree), [state.tree]);
  return { state, trajectories, fault, isLong, change };
}

/** A state whose step and trajectory are there, and whose step is on the trajectory: the first of it where none is chosen. */
export function within(state: Omit<LabState, "step"> & { readonly step: number | undefined }): LabState {
  const trajectories = trajectoriesOf(state.tree);
  const trajectory = Math.min(state.trajectory, trajectories.length - 1);
  const step = Math.min(state.step ?? trajectories[trajectory]?.[0] ?? 0, state.tree.steps.length - 1);
  const isOn = trajectories[trajectory]?.includes(step);
  return { ...state, step, trajectory: isOn ? trajectory : trajectories.findIndex((steps) => steps.includes(step)) };
}

/** What of a state is not as the page was built. */
function told(state: LabState, first: LabState): CreditQuery {
  const changed = (Object.keys(state) as (keyof LabState)[]).filter((part) => state[part] !== first[part]);
  return Object.fromEntries(changed.map((part) => [part, state[part]]));
}
