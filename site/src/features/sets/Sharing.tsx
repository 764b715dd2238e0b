import { plural } from "../../format.ts";
import type { Grouping, Rule } from "./grouping.ts";

const TITLES: Readonly<Record<Rule, string>> = {
  together: "all files are one system",
  each: "each file is a system",
  folders: "each top folder is a system",
  paths: "as the paths of the layout tell",
};

/** Names that are told; more say nothing. */
const NAMED = 12;

interface Props {
  readonly grouping: Grouping;
  readonly choose: (rule: Rule) => void;
}

/** How files were shared out to systems, and why; the person can overrule it. Nothing where there is nothing to share. */
export function Sharing({ grouping: { rule, because, systems, rules }, choose }: Props) {
  if (rules.length < 2) return null;
  const files = systems.reduce((sum, system) => sum + system.files.length, 0);
  const named = systems.slice(0, NAMED).map(({ name }) => name);
  const rest = systems.length - named.length;
  return (
    <div data-sharing={rule}>
      <p className="small">
        {plural(files, "file")} of predictions, {plural(systems.length, "system")}. {because}
        {systems.length > 1 && (
          <>
            {" "}
            <span className="foreign">{named.join(", ")}</span>
            {rest > 0 && ` and ${rest} more`}.
          </>
        )}
      </p>
      <label className="tight small">
        Share them out{" "}
        <select value={rule} onChange={({ currentTarget }) => choose(currentTarget.value as Rule)}>
          {rules.map((one) => (
            <option key={one} value={one}>
              {TITLES[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
