/** A kind's stable name as a heading: `missing-prediction` -> "Missing prediction". */
export function kindTitle(kind: string): string {
  const words = kind.replaceAll("-", " ").replace(/\b(json|csv|tsv|utf|jsonl)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
