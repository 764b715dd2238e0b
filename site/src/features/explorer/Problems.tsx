import type { ProblemGroup } from "@stepladder/schema";

/** Why something cannot be shown, in a sentence or two. */
export function Problems({ problems, what }: { readonly problems: readonly ProblemGroup[]; readonly what: string }) {
  return (
    <div className="verdict warn foreign" role="alert">
      <p>{what}:</p>
      <ul>
        {problems.map(({ kind, examples: [first] }) => (
          <li key={kind}>
            found {first?.found}; expected {first?.expected}. To mend it: {first?.fix}.
          </li>
        ))}
      </ul>
    </div>
  );
}
