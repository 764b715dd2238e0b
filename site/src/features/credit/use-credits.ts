import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { useEffect, useMemo, useState } from "react";
import type { Settings } from "../../state/credit.ts";
import type { CreditEngine } from "./engine.ts";
import type { Credits, ToldMethod } from "./shown.ts";

/** What was computed when the page was built: the credit of one tree by every method, all settings as they come. */
export interface Built {
  readonly tree: Tree;
  readonly credits: Credits;
}

/** Credit of a tree by methods, `undefined` for those that cannot be computed yet. */
export interface LiveCredits {
  readonly credits: Credits;
  /** Whether what computes could not be fetched. */
  readonly isFailed: boolean;
  retry(): void;
}

/** Computes in the page, at once; what was computed when the page was built is not computed again. */
export function useCredits(methods: readonly ToldMethod[], tree: Tree, settings: Settings, built: Built): LiveCredits {
  const [engine, setEngine] = useState<CreditEngine>();
  const [isFailed, setFailed] = useState(false);
  const open = useMemo(
    () => methods.map(({ id }) => id).filter((id) => tree !== built.tree || settings[id] !== undefined),
    [methods, tree, settings, built],
  );
  const isNeeded = open.length > 0 && engine === undefined && !isFailed;
  useEffect(() => {
    if (!isNeeded) return;
    let isAwaited = true;
    import("./engine.ts")
      .then(({ startEngine }) => startEngine())
      .then(
        (started) => isAwaited && setEngine(() => started),
        () => isAwaited && setFailed(true),
      );
    return () => {
      isAwaited = false;
    };
  }, [isNeeded]);
  const live = useMemo(() => engine?.(open, tree, settings), [engine, open, tree, settings]);
  const credits = useMemo(
    () => Object.fromEntries(methods.map(({ id }) => [id, open.includes(id) ? live?.[id] : built.credits[id]])),
    [methods, open, live, built],
  );
  return { credits, isFailed, retry: () => setFailed(false) };
}
