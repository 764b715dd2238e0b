import { isInteger, SourceNumber, type State, type StatesPrediction } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { pyInt, pyIterate, pyStr } from "@stepladder/wasm/lib/python.ts";
import { states } from "@stepladder/wasm/metrics/states/measure.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULE, stateKey, stateRule, statesCodec } from "./rules.ts";

/** ProcBench's exact_match as evaluator.py has it: dispatch on gold's type, then compare the pair; no keys. */
function exactMatch(gold: unknown, predicted: unknown): boolean {
  if (typeof gold === "string") return pyStr(gold) === pyStr(predicted);
  if (isInteger(gold)) return pyInt(predicted) !== undefined && pyInt(gold) === pyInt(predicted);
  const [own, other] = [pyIterate(gold) ?? [], pyIterate(predicted)];
  if (own.length === 0 || other === undefined || own.length !== other.length) return false;
  return own.every((element, i) => pyStr(element) === pyStr(other[i]));
}

const keysEqual = (gold: unknown, predicted: unknown): boolean => {
  const rule = stateRule(gold);
  const key = stateKey(gold, rule);
  return key !== undefined && key === stateKey(predicted, rule);
};

// Few different leaves, so that different types often have the same str() or int().
const text = fc.constantFrom("", "a", "b", "ab", "1", "2", "12", " 1 ", "1.0", "-1", "None", "True", "['a', 'b']", "[]", "1:a", "\ud800");
const whole = fc.oneof(
  fc.constantFrom(0, 1, 2, 12, -1),
  fc.constantFrom("-0", "9007199254740993").map((n) => new SourceNumber(n)),
);
const leaf = fc.oneof(text, whole, fc.constantFrom(true, false, null, new SourceNumber("1.0"), new SourceNumber("1.9")));
const any = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(text, tie("value"), { maxKeys: 2 }),
  ),
})).value;
const list = fc.array(any, { maxLength: 3 });
const state = fc.oneof(text, whole, list) as fc.Arbitrary<State>;
/** A guess at a state: anything, or the state as another type would write it. */
const guess = (gold: State): fc.Arbitrary<unknown> =>
  fc.oneof(
    any,
    fc.constant(gold),
    fc.constant(pyStr(gold)),
    fc.constant((pyIterate(gold) ?? [gold]).map(pyStr)),
    fc.constant((pyIterate(gold) ?? []).map(pyStr).join("")),
  );
const pair = state.chain((gold) => fc.tuple(fc.constant(gold), guess(gold)));

describe("state keys", () => {
  it("are equal exactly where the official matcher says so", () => {
    let matches = 0;
    fc.assert(
      fc.property(pair, ([gold, predicted]) => {
        const expected = exactMatch(gold, predicted);
        matches += Number(expected);
        expect(keysEqual(gold, predicted)).toBe(expected);
      }),
      { seed: 1, numRuns: 5000 },
    );
    expect(matches).toBeGreaterThan(500);
  });

  it("keep lists apart whose elements run together", () => {
    expect(stateKey(["ab", "c"], RULE.list)).not.toBe(stateKey(["a", "bc"], RULE.list));
    expect(stateKey(["1:a"], RULE.list)).not.toBe(stateKey(["1", "a"], RULE.list));
    expect(stateKey(["", ""], RULE.list)).not.toBe(stateKey([""], RULE.list));
  });
});

/** The official evaluation of one example, line by line (evaluator.py and mp_eval of evaluate.py). */
function evaluated(gold: readonly State[], { intermediate, final }: StatesPrediction): number[] {
  const predicted = [...intermediate, final];
  let prefix = 0;
  while (prefix < Math.min(gold.length, predicted.length) && exactMatch(gold[prefix], predicted[prefix])) prefix++;
  const longest = Math.max(gold.length, predicted.length);
  const hits = gold.filter((own, i) => i < predicted.length && exactMatch(own, predicted[i])).length;
  const sequential = Number(prefix / longest === 1);
  return [prefix, prefix / longest, sequential, Number(exactMatch(gold.at(-1), final)), hits / longest, gold.length, predicted.length];
}

it("whole runs score as the official evaluator's loop over them", async () => {
  const kernels = await loadKernels();
  const run = fc.array(pair, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(run, list, fc.nat(6), (pairs, tail, keep) => {
      const gold = pairs.map(([own]) => own);
      const predicted = [...pairs.map(([, guessed]) => guessed).slice(0, keep), ...tail];
      const prediction = { intermediate: predicted.slice(0, -1), final: predicted.at(-1) ?? "" };
      const columns = states(statesCodec).gold();
      columns.add({ id: "i", task: "t", init: "", intermediate: gold.slice(0, -1), final: gold.at(-1) as State });
      const mark = kernels.arena.mark();
      const measurer = columns.measurer(kernels);
      measurer.add(0, prediction);
      const row = [...measurer.flush()];
      kernels.arena.release(mark);
      expect(row).toEqual(evaluated(gold, prediction));
    }),
    { seed: 1, numRuns: 1000 },
  );
});
