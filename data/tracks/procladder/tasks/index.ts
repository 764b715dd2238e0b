import addAndMultiply from "./add-and-multiply.ts";
import commonPrefixes from "./common-prefixes.ts";
import copyByIndex from "./copy-by-index.ts";
import countSubstrings from "./count-substrings.ts";
import deleteLetters from "./delete-letters.ts";
import expandCharacters from "./expand-characters.ts";
import gatherSubstrings from "./gather-substrings.ts";
import interleaveCycles from "./interleave-cycles.ts";
import lettersTimesDigits from "./letters-times-digits.ts";
import mergePairs from "./merge-pairs.ts";
import moveMarker from "./move-marker.ts";
import pushAndPop from "./push-and-pop.ts";
import rotateRanges from "./rotate-ranges.ts";
import runLengthDecode from "./run-length-decode.ts";
import runLengthEncode from "./run-length-encode.ts";
import sortBySwaps from "./sort-by-swaps.ts";
import splitAtPositions from "./split-at-positions.ts";
import splitPieces from "./split-pieces.ts";
import substituteCharacters from "./substitute-characters.ts";
import type { TaskType } from "./task.ts";
import walkTheCircle from "./walk-the-circle.ts";

/** Every task type. The order is part of a release: item i is of type i modulo the length. */
export const tasks: readonly TaskType[] = [
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
