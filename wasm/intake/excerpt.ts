const WIDTH = 60;
// control characters, zero-width and bidirectional marks, and half surrogates: shown, never obeyed
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A short piece of untrusted text around `at`, fit for a one-line message: at most 60 characters of the text, unseen ones escaped. */
export function excerpt(text: string, at = 0): string {
  const start = Math.max(0, Math.min(at - WIDTH / 2, text.length - WIDTH));
  const end = Math.min(text.length, start + WIDTH);
  return `${start > 0 ? "…" : ""}${escapeUnseen(text.slice(start, end))}${end < text.length ? "…" : ""}`;
}

/** The text with all that cannot be seen, or would turn what stands around it, written as escapes. */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (char) => ESCAPES[char] ?? escaped(char.codePointAt(0) as number));
}

function escaped(code: number): string {
  const digits = code.toString(16);
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
