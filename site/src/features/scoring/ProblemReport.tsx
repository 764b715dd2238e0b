import type { Problem, ProblemGroup } from "@stepladder/schema";
import { formatCount, plural } from "../../format.ts";
import { kindTitle } from "./problem-words.ts";

/** All problems, by kind; the first of each kind are shown at once, the rest of the first hundred on demand. */
export function ProblemReport({ groups, refused }: { readonly groups: readonly ProblemGroup[]; readonly refused: boolean }) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{plural(total, "problem")} in the input</h2>
      {!refused && <p className="muted">The score above was made in spite of them.</p>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </section>
  );
}

const AT_ONCE = 3;

function Group({ group: { kind, severity, count, examples } }: { readonly group: ProblemGroup }) {
  const rest = examples.slice(AT_ONCE);
  return (
    <div className="problem-group">
      <h3>
        <span className={severity === "error" ? "badge bad" : "badge warn"}>{severity}</span> {kindTitle(kind)}
        {count > 1 && <span className="muted number"> × {formatCount(count)}</span>}
      </h3>
      <Examples problems={examples.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>
            {plural(rest.length, "more example")}
            {count > examples.length && `, and ${formatCount(count - examples.length)} that are only counted`}
          </summary>
          <Examples problems={rest} />
        </details>
      )}
    </div>
  );
}

function Examples({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ol className="problems">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two problems may be equal
        <li key={index}>
          <Place problem={problem} />
          <dl>
            <dt>expected</dt>
            <dd className="foreign">{problem.expected}</dd>
            <dt>found</dt>
            <dd className="foreign">{problem.found}</dd>
            <dt>to mend it</dt>
            <dd className="foreign">{problem.fix}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Place({ problem: { file, line, id, field } }: { readonly problem: Problem }) {
  const place = [file === undefined ? undefined : line === undefined ? file : `${file}, line ${formatCount(line)}`, id, field];
  const known = place.filter((part) => part !== undefined);
  if (known.length === 0) return null;
  return <p className="place mono foreign">{known.join(" · ")}</p>;
}
