import * as z from "zod/mini";
import { AlignmentItem, AlignmentPrediction } from "./alignment.ts";
import { ApiIndex, ApiMetrics, ApiTrack, ApiTracks } from "./api.ts";
import { BoardReport, ComparisonReport } from "./board.ts";
import { CaptionsItem, CaptionsPrediction } from "./captions.ts";
import { ChecksItem, ChecksPrediction, Constraints } from "./checks.ts";
import { HtStepItem, HtStepPrediction } from "./detection.ts";
import { Entry } from "./entry.ts";
import { FirstErrorItem, FirstErrorPrediction } from "./first-error.ts";
import { FramesItem, FramesPrediction } from "./frames.ts";
import { TaskGraphItem, TaskGraphPrediction } from "./graphs.ts";
import { GroundedVideo } from "./grounded.ts";
import { GroundingPrediction, GroundingQuery, StepVideo } from "./grounding.ts";
import { InducedGraph } from "./induced.ts";
import { ItemsIndex } from "./items.ts";
import { LabelsItem, LabelsPrediction } from "./labels.ts";
import { LedgerLine } from "./ledger.ts";
import { MiningReport } from "./mining-report.ts";
import { Narration } from "./narration.ts";
import { OrderItem, OrderPrediction } from "./order.ts";
import { PackHeader } from "./pack.ts";
import { Names, Paper } from "./paper.ts";
import { ParityRecord } from "./parity.ts";
import { PipelineStep } from "./pipeline-step.ts";
import { PlanItem, PlanPrediction } from "./plans.ts";
import { CrosstaskItem, CrosstaskPrediction, HtmAlignItem, HtmAlignPrediction } from "./pointing.ts";
import { DroppedProcedure, MinedProcedure, Procedure, Unmined } from "./procedure.ts";
import { Scorecard } from "./scorecard.ts";
import { ScorecardSet } from "./scorecard-set.ts";
import { ScriptItem, ScriptPrediction } from "./script.ts";
import { SeverityItem, SeverityPrediction } from "./severity.ts";
import { StatesItem, StatesPrediction } from "./states.ts";
import { StepScoresItem, StepScoresPrediction } from "./step-scores.ts";
import { Prediction, Submission } from "./submission.ts";
import { ExactItem, ExactPrediction, TraceItem } from "./texts.ts";
import { TrackCard } from "./track.ts";

/** Version of the published schemas, part of their address. A breaking change of any record raises it. */
export const SCHEMA_VERSION = 1;

const records = {
  "alignment-item": AlignmentItem,
  "alignment-prediction": AlignmentPrediction,
  "api-index": ApiIndex,
  "api-metrics": ApiMetrics,
  "api-track": ApiTrack,
  "api-tracks": ApiTracks,
  board: BoardReport,
  "captions-item": CaptionsItem,
  "captions-prediction": CaptionsPrediction,
  "checks-item": ChecksItem,
  "checks-prediction": ChecksPrediction,
  comparison: ComparisonReport,
  constraints: Constraints,
  "crosstask-item": CrosstaskItem,
  "crosstask-prediction": CrosstaskPrediction,
  entry: Entry,
  "exact-item": ExactItem,
  "exact-prediction": ExactPrediction,
  "frames-item": FramesItem,
  "frames-prediction": FramesPrediction,
  "grounded-video": GroundedVideo,
  "grounding-prediction": GroundingPrediction,
  "grounding-query": GroundingQuery,
  "htm-align-item": HtmAlignItem,
  "htm-align-prediction": HtmAlignPrediction,
  "ht-step-item": HtStepItem,
  "ht-step-prediction": HtStepPrediction,
  "first-error-item": FirstErrorItem,
  "first-error-prediction": FirstErrorPrediction,
  "induced-graph": InducedGraph,
  items: ItemsIndex,
  "labels-item": LabelsItem,
  "labels-prediction": LabelsPrediction,
  "ledger-line": LedgerLine,
  "mining-report": MiningReport,
  narration: Narration,
  "order-item": OrderItem,
  "order-prediction": OrderPrediction,
  "pack-header": PackHeader,
  names: Names,
  paper: Paper,
  parity: ParityRecord,
  "pipeline-step": PipelineStep,
  "plan-item": PlanItem,
  "plan-prediction": PlanPrediction,
  prediction: Prediction,
  procedure: Procedure,
  "dropped-procedure": DroppedProcedure,
  "mined-procedure": MinedProcedure,
  scorecard: Scorecard,
  "scorecard-set": ScorecardSet,
  "script-item": ScriptItem,
  "script-prediction": ScriptPrediction,
  "severity-item": SeverityItem,
  "severity-prediction": SeverityPrediction,
  "states-item": StatesItem,
  "states-prediction": StatesPrediction,
  "step-video": StepVideo,
  "step-scores-item": StepScoresItem,
  "step-scores-prediction": StepScoresPrediction,
  submission: Submission,
  "task-graph-item": TaskGraphItem,
  "task-graph-prediction": TaskGraphPrediction,
  "trace-item": TraceItem,
  track: TrackCard,
  unmined: Unmined,
};

/** JSON Schema (draft 2020-12) of every record, by name: of what is read, so fields that we do not know are no fault, except in a constraint. */
export const jsonSchemas: Readonly<Record<string, object>> = Object.fromEntries(
  Object.entries(records).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })]),
);
