/** A cell of CSV (RFC 4180), in quotes where it needs them. */
export function csvCell(cell: string | number): string {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
