import { creditHref } from "../../link.ts";
import { sourceNote, type ToldMethod } from "./shown.ts";

/** A method's name as a link to its page, with where it is from where that must be said. */
export function MethodName({ method: { id, name, source } }: { readonly method: ToldMethod }) {
  const note = sourceNote(source);
  return (
    <>
      <a href={creditHref(id)}>{name}</a>
      {note !== undefined && <span className="reading">{note}</span>}
    </>
  );
}
