/**
 * The texts that follow the given labels in the question part of an official prompt, in the order of the labels.
 * A text runs to the next given label and is trimmed.
 */
export function readQuestion<const Labels extends readonly string[]>(
  prompt: string,
  ...labels: Labels
): { [Place in keyof Labels]: string } {
  let rest = prompt.slice(prompt.indexOf("[Question]") + "[Question]".length);
  const texts = labels.map((label, place) => {
    const start = rest.indexOf(`\n${label}`);
    if (start < 0) throw new Error(`official question: expected a line that begins with "${label}", received "${rest.slice(0, 80)}"`);
    rest = rest.slice(start + 1 + label.length);
    const next = labels[place + 1];
    const end = next === undefined ? rest.length : rest.indexOf(`\n${next}`);
    return rest.slice(0, end < 0 ? rest.length : end).trim();
  });
  return texts as { [Place in keyof Labels]: string };
}

/** Every run of lower-case letters and digits. */
export function readWords(text: string): string[] {
  return text.match(/[a-z0-9]+/g) ?? [];
}

/** Every run of digits, as a number. */
export function readNumbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** The words of every bracketed group, `(a, b), (c, d)`. */
export function readGroups(text: string): string[][] {
  return (text.match(/\([^)]*\)/g) ?? []).map(readWords);
}

/** The numbers of every bracketed pair, `(0, 17), (3, 4)`. */
export function readPairs(text: string): [number, number][] {
  return readGroups(text).map(([first, second]) => [Number(first), Number(second)]);
}
