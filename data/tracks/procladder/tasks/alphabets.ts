/** The lower-case letters, in order. */
export const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** The digits and the lower-case letters. */
export const ALPHANUMERICS = `0123456789${LETTERS}`;

/** The greatest piece length from `least` to `most` that keeps `steps` pieces within about 256 characters. */
export function pieceLimit(steps: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.floor(256 / steps)));
}
