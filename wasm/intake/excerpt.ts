const WIDTH = 60;
// control characters, zero-width and bidirectional marks, and half surrogates: shown, never obeyed
const UNSEEN = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** A short piece of untrusted text around `at`, fit for a one-line message: at most 60 characters of the text, unseen ones escaped. */
export function excerpt(text: string, at = 0): string {
  const start = Math.max(0, Math.min(at - WIDTH / 2, text.length - WIDTH));
  const end = Math.min(text.length, start + WIDTH);
  return `${start > 0 ? "…" : ""}${escapeUnseen(text.slice(start, end))}${end < text.length ? "…" : ""}`;
}

function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
