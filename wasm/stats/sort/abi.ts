// Read by asc and by tsc: the one description of the bytes that cross the boundary.

/** Values of one digit: sorting n doubles needs n more and as many u32 as this beside them. */
export const DIGITS = 2048;
