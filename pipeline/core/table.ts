/** A plain table for the terminal: columns as wide as their widest cell, two blanks between them, no blank at a line's end. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => [...(cells[column] ?? "")].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + " ".repeat((widths[column] as number) - [...cell].length))
      .join("  ")
      .trimEnd();
  return `${lines.map(line).join("\n")}\n`;
}
