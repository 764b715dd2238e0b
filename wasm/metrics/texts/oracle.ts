/** The row that the kernel must write, the slow and obvious way. */
export function textsOracle(gold: string, text: string | undefined): number[] {
  if (gold === "") return [0, 0, 0, 0];
  const words = (one: string): string => one.replace(/[ \t\n\v\f\r]+/g, " ").replace(/^ | $/g, "");
  // What cannot be written in UTF-8 is the same sign in both.
  const [right, told] = [gold, text ?? ""].map((one) => one.toWellFormed());
  return [1, Number(text !== undefined), Number(words(right as string) === words(told as string)), Number(right === told)];
}
