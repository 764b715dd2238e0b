import type { Case } from "./kepp.ts";
import type { Done } from "./training.ts";

/** Actions in their order. */
type Plan = readonly number[];

/** The first and the last action of a case. */
export type Ends = readonly [first: number, last: number];

/** A plan by what training videos did, without a look at the video. */
export interface PlanBaseline {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The baseline once it has seen the training plans. */
  fit(training: readonly Done[]): (asked: Case) => Plan | undefined;
}

const LEARNT = "Learnt from the runs of four actions in the 1,943 videos of PDPP's training list.";

/** What KEPP's step model says of the start and the goal. */
function predictedEnds({ pred_list = [] }: Case): Ends | undefined {
  const [first, last] = [pred_list[0], pred_list.at(-1)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

const mostFrequent: PlanBaseline = {
  id: "most-frequent-plan",
  title: "Most frequent plan",
  about: `The commonest training plan of the task, for every case of it. It is told the task. ${LEARNT}`,
  fit: (training) => {
    const plans = new Map<string, Plan[]>();
    for (const { task, actions } of training) plans.set(task, [...(plans.get(task) ?? []), actions]);
    const commonest = new Map([...plans].map(([task, own]) => [task, most(own)]));
    return ({ task }) => commonest.get(task);
  },
};

const ENDS = "between the first and the last action that KEPP's step model predicted. It is told nothing of gold.";

const markov: PlanBaseline = {
  id: "markov",
  title: "Markov chain",
  about: `The likeliest way ${ENDS} How often one action followed another, each count raised by a hundredth, makes ways likely. ${LEARNT}`,
  fit: (training) => {
    const way = likeliestWay(training.map(({ actions }) => actions));
    return (asked) => {
      const ends = predictedEnds(asked);
      return ends === undefined ? undefined : way(ends, asked.legal_range.length);
    };
  },
};

const nearest: PlanBaseline = {
  id: "nearest-path",
  title: "Nearest training path",
  about: `The commonest training plan ${ENDS} Where there is none, the commonest that shares the first action. ${LEARNT}`,
  fit: (training) => {
    const path = nearestPath(training);
    return (asked) => {
      const ends = predictedEnds(asked);
      return ends === undefined ? undefined : path(ends);
    };
  },
};

export const baselines: readonly PlanBaseline[] = [mostFrequent, markov, nearest];

/** The plan that occurs most often; of equal ones the first that occurs. */
function most(plans: readonly Plan[]): Plan | undefined {
  const counts = new Map<string, { readonly plan: Plan; count: number }>();
  for (const plan of plans) {
    const held = counts.get(plan.join()) ?? { plan, count: 0 };
    held.count++;
    counts.set(plan.join(), held);
  }
  return [...counts.values()].reduce<{ plan: Plan; count: number } | undefined>(
    (best, one) => (best === undefined || one.count > best.count ? one : best),
    undefined,
  )?.plan;
}

function nearestPath(training: readonly Done[]): (ends: Ends) => Plan | undefined {
  const byEnds = new Map<string, Plan[]>();
  const keep = (key: string, plan: Plan): void => void byEnds.set(key, [...(byEnds.get(key) ?? []), plan]);
  for (const { actions } of training) {
    keep(`${actions[0]}`, actions);
    keep(`${actions[0]},${actions.at(-1)}`, actions);
  }
  return remembered((ends) => most(byEnds.get(ends.join()) ?? byEnds.get(`${ends[0]}`) ?? []));
}

/** The same, worked out once for cases that are asked alike. */
function remembered<Asked extends readonly unknown[], T>(of: (...asked: Asked) => T): (...asked: Asked) => T {
  const held = new Map<string, T>();
  return (...asked) => {
    const key = asked.join();
    if (!held.has(key)) held.set(key, of(...asked));
    return held.get(key) as T;
  };
}

/** What is added to every count of a chain, so that no way is impossible. */
const UNSEEN = 0.01;

/** The likeliest list of so many actions between two by a chain of first order; of equal ones that of the lower numbers. */
function likeliestWay(plans: readonly Plan[]): (ends: Ends, length: number) => Plan {
  const actions = [...new Set(plans.flat())].sort((a, b) => a - b);
  const followed = new Map<string, number>();
  const left = new Map<number, number>();
  for (const plan of plans) {
    for (const [i, next] of plan.slice(1).entries()) {
      const from = plan[i] as number;
      followed.set(`${from},${next}`, (followed.get(`${from},${next}`) ?? 0) + 1);
      left.set(from, (left.get(from) ?? 0) + 1);
    }
  }
  const chance = (from: number, to: number): number =>
    Math.log(((followed.get(`${from},${to}`) ?? 0) + UNSEEN) / ((left.get(from) ?? 0) + UNSEEN * actions.length));
  return remembered(([first, last]: Ends, length: number) => {
    let ways = new Map([[first, { plan: [first] as Plan, chance: 0 }]]);
    for (let place = 1; place < length; place++) {
      const next = new Map<number, { plan: Plan; chance: number }>();
      for (const to of place === length - 1 ? [last] : actions) {
        for (const [from, way] of ways) {
          const own = way.chance + chance(from, to);
          if (own > (next.get(to)?.chance ?? Number.NEGATIVE_INFINITY)) next.set(to, { plan: [...way.plan, to], chance: own });
        }
      }
      ways = next;
    }
    return ways.get(last)?.plan ?? [];
  });
}
