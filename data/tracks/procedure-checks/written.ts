import type { Constraint } from "@stepladder/schema";

interface Parts {
  readonly goal: string;
  readonly resources: readonly string[];
  readonly steps: readonly string[];
}

/** A procedure as text, in the form that a constraint of format asks for; without one each resource and step begins with an asterisk. */
export function written({ goal, resources, steps }: Parts, format: Constraint | undefined): string {
  if (format?.kind === "json") return JSON.stringify({ goal, resources, steps });
  const mark = format?.kind === "numbering" ? format.mark : "*";
  const marked = (step: string, i: number): string => `${mark.startsWith("1") ? `${i + 1}${mark.slice(1)}` : mark} ${step}`;
  const listed = resources.map((resource) => `${format === undefined ? "*" : "-"} ${resource}`);
  return [`Goal: ${goal}`, ["Resources:", ...listed].join("\n"), ["Steps:", ...steps.map(marked)].join("\n")].join("\n\n");
}
