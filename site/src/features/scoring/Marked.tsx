/** Text of ours in which words between backticks are code. Only text and elements are made, never HTML. */
export function Marked({ text }: { readonly text: string }) {
  // Every other part stands between backticks; one without its partner stays as it is.
  const parts = text.split(/`([^`]*)`/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
  return parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
