import addAndMultiply from "./add-and-multiply.ts";
import branchOnANumber from "./branch-on-a-number.ts";
import callByName from "./call-by-name.ts";
import commonPrefixes from "./common-prefixes.ts";
import copyByIndex from "./copy-by-index.ts";
import countSubstrings from "./count-substrings.ts";
import deleteLetters from "./delete-letters.ts";
import expandCharacters from "./expand-characters.ts";
import foldAText from "./fold-a-text.ts";
import gatherSubstrings from "./gather-substrings.ts";
import interleaveCycles from "./interleave-cycles.ts";
import keepWithinLimits from "./keep-within-limits.ts";
import lettersTimesDigits from "./letters-times-digits.ts";
import lowerGoesFirst from "./lower-goes-first.ts";
import mergePairs from "./merge-pairs.ts";
import moveMarker from "./move-marker.ts";
import movesOnABoard from "./moves-on-a-board.ts";
import pushAndPop from "./push-and-pop.ts";
import rotateRanges from "./rotate-ranges.ts";
import roundsOfACount from "./rounds-of-a-count.ts";
import routeThroughStations from "./route-through-stations.ts";
import runLengthDecode from "./run-length-decode.ts";
import runLengthEncode from "./run-length-encode.ts";
import serveTheQueue from "./serve-the-queue.ts";
import sortBySwaps from "./sort-by-swaps.ts";
import splitAtPositions from "./split-at-positions.ts";
import splitPieces from "./split-pieces.ts";
import substituteCharacters from "./substitute-characters.ts";
import takeTurns from "./take-turns.ts";
import type { OfficialTaskType, TaskType } from "./task.ts";
import walkTheCircle from "./walk-the-circle.ts";

/** The straight types, whose rules are ProcBench's. The order is part of a release: straight item i is of type i modulo the length. */
export const straight: readonly OfficialTaskType[] = [
  sortBySwaps,
  gatherSubstrings,
  lettersTimesDigits,
  countSubstrings,
  copyByIndex,
  substituteCharacters,
  runLengthEncode,
  splitAtPositions,
  splitPieces,
  mergePairs,
  expandCharacters,
  interleaveCycles,
  commonPrefixes,
  runLengthDecode,
  pushAndPop,
  rotateRanges,
  deleteLetters,
  addAndMultiply,
  moveMarker,
  walkTheCircle,
];

/** The types in which something decides about the next step, family by family; the order is part of a release in the same way. */
export const controlled: readonly TaskType[] = [
  branchOnANumber,
  routeThroughStations,
  roundsOfACount,
  serveTheQueue,
  callByName,
  foldAText,
  keepWithinLimits,
  movesOnABoard,
  takeTurns,
  lowerGoesFirst,
];

/** Every task type. */
export const tasks: readonly TaskType[] = [...straight, ...controlled];
