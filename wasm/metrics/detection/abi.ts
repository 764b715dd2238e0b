// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold segments lie in groups (Arrow offsets, i32): those that one prediction can find, such as all of a video, or those of a step in
// a video. Group g has the segments groups[g] .. groups[g + 1]. A span is a start and an end (f64 each), side by side.
//
// A detected segment has a span, a score (f64, finite) and marks (i32 each): a group (NO_GROUP where there is nothing to find), a shift
// and a class (from 0). Gold segment s is found once per threshold and prediction: lock s + shift (i32) keeps that, so that two
// predictions for one item do not meet.

/** Marks of a detected segment, side by side. */
export const GROUP = 0;
export const SHIFT = 1;
export const CLASS = 2;
export const MARKS = 3;

/** Nothing of gold can be found by this segment. */
export const NO_GROUP = -1;

/** Thresholds that a hit, one bit each, has room for. */
export const MOST_THRESHOLDS = 16;

/** Bytes of scratch memory: for each detected segment, for each pair of one with a gold segment of its group, for each class, and beside them. */
export const SCRATCH_PER_DETECTED = 28;
export const SCRATCH_PER_PAIR = 12;
export const SCRATCH_PER_CLASS = 4;
export const SCRATCH_BESIDE = 24640;
