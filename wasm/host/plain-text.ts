/** One line without what the eye cannot see: control characters, and those that turn the direction of the text after them. */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\f\v\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}
