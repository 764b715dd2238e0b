import type { PlanPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { PlanContext } from "./formats.ts";

type PlanDiagnose = Diagnose<PlanPrediction, PlanContext>;

const fromOne: PlanDiagnose = {
  id: "counted-from-one",
  title: "The actions are numbered from 1",
  explanation: "Every number is one too high: gold's first action has number 0.",
  fix: "subtract 1 from every action",
  mend: ({ actions }) =>
    actions.length > 0 && actions.every((action) => action > 0) ? { actions: actions.map((action) => action - 1) } : undefined,
};

const turned: PlanDiagnose = {
  id: "turned-around",
  title: "The plans lead from the goal to the start",
  explanation: "Read from the end, the plans are right more often.",
  fix: "write the first action first",
  mend: ({ actions }) => ({ actions: actions.toReversed() }),
};

const long: PlanDiagnose = {
  id: "too-long",
  title: "The plans have more actions than are asked for",
  explanation: "A case asks for as many actions as gold has, 4 in the released lists; a longer plan is never right as a whole.",
  fix: "cut each plan to the number of actions that is asked for",
  mend: ({ actions }, asked) => (actions.length > asked.actions ? { actions: actions.slice(0, asked.actions) } : undefined),
};

export const diagnoses: readonly PlanDiagnose[] = [fromOne, turned, long];
