import type { ProblemGroup } from "@stepladder/schema";
import { useEffect, useState } from "react";
import type { Outcome } from "../../workers/messages.ts";
import { problemsOf } from "../../workers/outcome.ts";

/** What was asked for, as far as it has come. */
export interface Asked<T> {
  readonly value?: T;
  readonly problems?: readonly ProblemGroup[];
}

/** Asks anew whenever `ask` is another function; only the last answer counts, and the one before it stands until then where `keeps`. */
export function useOutcome<T>(ask: (() => Promise<Outcome<T>>) | undefined, keeps = false): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({});
  useEffect(() => {
    let isOld = false;
    if (!keeps) setAsked({});
    const settle = (outcome: Outcome<T>): void => {
      if (!isOld) setAsked(outcome.ok ? { value: outcome.value } : { problems: outcome.problems });
    };
    ask?.().then(settle, (error: unknown) => settle({ ok: false, problems: problemsOf(error) }));
    return () => {
      isOld = true;
    };
  }, [ask, keeps]);
  return asked;
}
