// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold segments lie in groups (Arrow offsets, i32): those that one prediction can find, such as all of a video, or those of a step in
// a video. Group g has the segments groups[g] .. groups[g + 1], a start and an end each (f64).
//
// A detected segment has a group (i32, NO_GROUP where there is nothing to find), a shift (i32), a class (i32, from 0), a start, an end
// and a score (f64, finite). Gold segment s is found once per threshold and prediction: lock s + shift (i32) keeps that, so that two
// predictions for one item do not meet.

/** Nothing of gold can be found by this segment. */
export const NO_GROUP = -1;

/** Thresholds that a hit, one bit each, has room for. */
export const MOST_THRESHOLDS = 16;

/** Bytes of scratch memory: for each detected segment, for each segment of the largest group, for each class, and beside them. */
export const SCRATCH_PER_DETECTED = 16;
export const SCRATCH_PER_FOUND = 12;
export const SCRATCH_PER_CLASS = 4;
export const SCRATCH_BESIDE = 24640;
