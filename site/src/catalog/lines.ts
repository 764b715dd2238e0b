/** The records of a text of JSONL, in its order; blank lines are passed over. */
export function linesOf<T>(text: string, read: (record: unknown) => T): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => read(JSON.parse(line)));
}
