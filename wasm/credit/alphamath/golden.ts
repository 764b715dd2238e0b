import type { Golden, GoldenCase } from "../golden.ts";
import type { CreditKernels } from "../kernels.ts";
import { puct, search } from "./abi.ts";

interface Node {
  readonly final_answer: string;
  readonly value: number;
  readonly q_value: number;
  readonly prior: number;
  readonly visit_count: number;
}

interface Official {
  readonly invalid_final_answers: readonly string[];
  readonly trees: Readonly<Record<string, { readonly react: Readonly<Record<string, Node>> }>>;
  readonly results: readonly Result[];
}

interface Result {
  readonly tree: string;
  readonly prune: boolean;
  readonly b1: number;
  readonly b2: number;
  readonly strategy: "q_value" | "value" | "visit_count" | "puct";
  readonly c_puct: number;
  /** `0.1.0`: the root's second child's first child; null where there is no solution. */
  readonly tag: string | null;
}

const above = (tag: string) => tag.slice(0, tag.lastIndexOf("."));
const depth = (tag: string) => tag.split(".").length;
const place = (tag: string) => Number(tag.slice(tag.lastIndexOf(".") + 1));

export const alphamath: Golden = {
  unit: "alphamath",
  file: "alphamath/golden_get_solution.json",
  tolerance: 0,
  cases(official, kernels) {
    const { trees, results, invalid_final_answers } = official as Official;
    return results.map((result): GoldenCase => {
      const { tree, prune, b1, b2, strategy, tag } = result;
      const react = trees[tree]?.react as Readonly<Record<string, Node>>;
      const tags = Object.keys(react)
        .filter((one) => one !== "0")
        .sort((a, b) => depth(a) - depth(b) || place(a) - place(b));
      const chosen = solution(kernels, { react, tags, invalid: invalid_final_answers }, result);
      const name = `${tree} ${strategy} ${b1} x ${b2}${prune ? " pruned" : ""}`;
      return { name, expected: [tag === null ? -1 : tags.indexOf(tag)], actual: [chosen] };
    });
  },
};

interface Stored {
  readonly react: Readonly<Record<string, Node>>;
  /** All nodes but the root, level by level. */
  readonly tags: readonly string[];
  readonly invalid: readonly string[];
}

function solution(kernels: CreditKernels, { react, tags, invalid }: Stored, { prune, b1, b2, strategy, c_puct }: Result): number {
  const nodes = tags.map((tag) => react[tag] as Node);
  const of = (field: "value" | "q_value" | "prior" | "visit_count") => nodes.map((node) => node[field]);
  const tree = {
    parents: tags.map((tag) => tags.indexOf(above(tag))),
    places: tags.map(place),
    visits: of("visit_count"),
    before: tags.map((tag) => react[above(tag)]?.visit_count as number),
    priors: of("prior"),
  };
  const keys = strategy === "puct" ? puct(kernels, tree, of("q_value"), c_puct) : of(strategy);
  const answered = nodes.map(({ final_answer }) => final_answer !== "" && !invalid.includes(final_answer));
  const beam = { width: b1, branching: b2, prune };
  return search(kernels, { ...tree, answered, keys }, beam).chosen ?? -1;
}
