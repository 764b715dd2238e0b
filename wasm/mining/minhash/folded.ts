/** Characters of scripts that put no blanks between words: each is a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** What is no part of a word. */
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu;

/** A text in which what is no ASCII is small letters, digits and blanks too: the kernel knows the case and the punctuation of ASCII alone. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(UNSPACED, " $& ").replace(BETWEEN, " ");
}
