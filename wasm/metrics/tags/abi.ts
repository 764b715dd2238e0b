// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// Gold is a list of words per item (Arrow offsets, i32), one for each of its places: bit t of a word is set where the place has tag t.
// A prediction is such a list, and whether there is one. A word behind gold's last place is of a place that gold does not have.

/** Columns of one row, each an f64, before those of the tags. */
export const ASKED = 0;
export const ANSWERED = 1;
export const PLACES = 2;
/** 1 where every place has just the tags of gold. */
export const EXACT = 3;
/** Of each tag, from this column on: places that have it in gold, that are said to have it, and both. */
export const TAGS = 4;
export const PER_TAG = 3;

/** Tags are the bits of one word. */
export const MOST_TAGS = 31;
