import { alphamath } from "./alphamath/method.ts";
import type { Method } from "./contract.ts";
import { mctsDpo } from "./mcts-dpo/method.ts";
import { portoolBoth, portoolFork, portoolTrajectory } from "./portool/method.ts";
import { pprRenorm } from "./ppr/method.ts";
import { prorag } from "./prorag/method.ts";
import { slate } from "./slate/method.ts";
import { spaRlCode, spaRlPaper } from "./spa-rl/method.ts";
import { spaeAdvantage, spaePotential } from "./spae/method.ts";
import { spare } from "./spare/method.ts";
import { vsrm } from "./vsrm/method.ts";

/** Every way of giving credit, in the order that the lab shows: by step, by group, by fork, by search. */
export const methods: readonly Method[] = [
  pprRenorm,
  spaRlPaper,
  spaRlCode,
  vsrm,
  spaePotential,
  spaeAdvantage,
  spare,
  prorag,
  slate,
  portoolFork,
  portoolTrajectory,
  portoolBoth,
  mctsDpo,
  alphamath,
];
