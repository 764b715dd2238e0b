// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// A video is a list of bytes (Arrow offsets, i32), one per frame: the number of its label in this video. 0 is background, gold's
// other labels are 1, 2 and so on. Labels that gold does not have are UNKNOWN and UNKNOWN + 1 in turn, run by run: they match
// nothing, and runs that follow each other differ.

/** Columns of one row, each an f64. */
export const FRAMES = 0;
export const FRAMES_RIGHT = 1;
export const EDIT_SIMILARITY = 2;
export const SEGMENTS_PREDICTED = 3;
export const SEGMENTS_GOLD = 4;
export const HITS_10 = 5;
export const HITS_25 = 6;
export const HITS_50 = 7;
export const COUNT_ERROR = 8;
export const ROW = 9;

/** Labels of a gold video beside background, at most. */
export const MOST_LABELS = 253;

/** The first of two numbers of labels that gold does not have. */
export const UNKNOWN = 254;

/** Bytes of scratch memory for each frame of the longest gold video: a run, and a sixty-fourth of a word of its state, twice. */
export const RUN_BYTES = 17;

/** The same for bit vectors: a bit for each label that a byte can name. */
export const VECTOR_BYTES = 32;

/** Bytes of scratch memory beside those, as words are not divided. */
export const SCRATCH_BYTES = 2048;
