import type { Step, Tree } from "@stepladder/wasm/credit/contract.ts";
import { NEW_STEP } from "./fields.ts";

/** A tree after an edit, and the step to look at then. */
export interface Edited {
  readonly tree: Tree;
  readonly at: number;
}

/** A step with those that follow it: edits move these about. */
interface Grown {
  step: Step;
  next: Grown[];
}

/** For each step, and at -1 for the question, the indexes of the steps that follow. */
export function followersOf({ steps }: Tree): ReadonlyMap<number, readonly number[]> {
  const followers = new Map<number, number[]>([[-1, []]]);
  for (const [at, { parent = -1 }] of steps.entries()) {
    followers.set(at, []);
    followers.get(parent)?.push(at);
  }
  return followers;
}

/** The same tree with each step right behind the one before it, or behind all that follows its elder siblings. */
export function inWalkOrder(tree: Tree): Tree {
  return felled(tree, grownOf(tree)[0]).tree;
}

/** Puts a step between one and all that follows it; what was the end of a trajectory hands its outcome on. */
export function addAfter(tree: Tree, at: number): Edited {
  const [roots, all] = grownOf(tree);
  const own = all[at] as Grown;
  const { outcome } = own.step;
  const added = { step: { ...NEW_STEP, prior: 1, ...(outcome === undefined ? {} : { outcome }) }, next: own.next };
  own.next = [added];
  return felled(tree, roots, added);
}

/** Lets a new trajectory leave the tree behind a step, or at the question where `at` is -1; its outcome is 0. */
export function addBranch(tree: Tree, at: number): Edited {
  const [roots, all] = grownOf(tree);
  const added = { step: { ...NEW_STEP, outcome: 0 }, next: [] };
  (all[at]?.next ?? roots).push(added);
  return felled(tree, roots, added);
}

/**
 * Takes a step out; what follows it then follows the one before. Where nothing follows either, the one before ends the trajectory with
 * the same outcome. The last step that is left stays.
 */
export function remove(tree: Tree, at: number): Edited {
  if (tree.steps.length === 1) return { tree, at };
  const [roots, all] = grownOf(tree);
  const own = all[at] as Grown;
  const before = all[own.step.parent ?? -1];
  const siblings = before?.next ?? roots;
  siblings.splice(siblings.indexOf(own), 1, ...own.next);
  if (before?.next.length === 0 && own.step.outcome !== undefined) before.step = { ...before.step, outcome: own.step.outcome };
  return felled(tree, roots, before ?? roots[0]);
}

/** The tree with some fields of a step replaced. */
export function edit(tree: Tree, at: number, fields: Partial<Omit<Step, "parent">>): Tree {
  return { ...tree, steps: tree.steps.map((step, i) => (i === at ? { ...step, ...fields } : step)) };
}

function grownOf({ steps }: Tree): [roots: Grown[], all: Grown[]] {
  const all = steps.map((step): Grown => ({ step, next: [] }));
  const roots: Grown[] = [];
  for (const own of all) (all[own.step.parent ?? -1]?.next ?? roots).push(own);
  return [roots, all];
}

/** Steps as a list again. Depth is not bounded by the stack: a trajectory may be long. */
function felled({ question }: Tree, roots: readonly Grown[], looked?: Grown): Edited {
  const steps: Step[] = [];
  const left = roots.toReversed().map((own) => ({ own, parent: -1 }));
  let at = 0;
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { own, parent } = one;
    const place = steps.length;
    if (own === looked) at = place;
    const { parent: _, outcome = 0, ...step } = own.step;
    steps.push({ ...(parent < 0 ? {} : { parent }), ...step, ...(own.next.length === 0 ? { outcome } : {}) });
    left.push(...own.next.toReversed().map((next) => ({ own: next, parent: place })));
  }
  return { tree: { question, steps }, at };
}
