// Read by asc and by tsc: the one description of the bytes that cross the boundary.
//
// A column is one number for each of n clusters; `room` is n rounded up to a multiple of ROOM. Columns of 0 and 1 are bits: cluster c
// is bit c & 7 of byte c >> 3, with room / 8 bytes for a column. Other columns of a bootstrap stand in panels of PANEL side by side,
// f64: row c of a panel is cluster c, row n is zeros, as is every column that only fills a panel up. Columns of swaps stand one after the
// other, f64, `room` numbers each, zeros behind the clusters; their number is even.
//
// Sums are f64, one row for each draw: those of the bit columns, then those of the panels; for swaps those of its columns.

/** Clusters are handled this many at a time. */
export const ROOM = 128;

/** Columns of a panel. */
export const PANEL = 4;

/** Bytes that a bootstrap needs for each cluster of `room` beside its columns: u32 clusters drawn, u8 counts, eight planes of a bit. */
export const SCRATCH = 6;
