import { expect, test } from "vitest";
import { entry, metric } from "../../test/entries.ts";
import type { ToldRows } from "../features/board/told.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { bestOf, doubtsOf, entrySentence, neighbours, printed } from "./entry.ts";
import { isRankedEntry } from "./order.ts";
import { standingTitle, stripMarks, stripTitle } from "./strip.ts";

const accuracy = metric("accuracy");
const board = [
  entry("Zeta", { accuracy: 0.95 }, { evidence: "published" }),
  entry("Alpha", { accuracy: 0.9 }),
  entry("Beta", { accuracy: 0.8 }),
  entry("Gamma", { accuracy: 0.7996 }),
  entry("Guess", { accuracy: 0.5 }, { kind: "baseline" }),
  entry("Delta", { accuracy: 0.4 }),
];
const [zeta, alpha, beta, , guess, delta] = board as [Listed, Listed, Listed, Listed, Listed, Listed];
/** Ranks by value among the recomputed systems, none of them drawn. */
const ranksOf = (entries: readonly Listed[], { id, better }: MetricInfo): ToldRows => {
  const ranked = entries
    .filter(isRankedEntry)
    .map((one) => ({ id: one.id, value: (one.scores[id]?.value ?? 0) * (better === "higher" ? 1 : -1) }));
  return Object.fromEntries(ranked.map((one) => [one.id, { rank: 1 + ranked.filter(({ value }) => value > one.value).length }]));
};
const says = (one: Listed, entries = board, ranking = accuracy, told = ranksOf(entries, ranking)): string =>
  entrySentence(one, entries, ranking, told).replaceAll("\u00a0", " ");

test("a ranked entry says its rank and its neighbours, also those that rounding would call equal", () => {
  expect(says(alpha)).toBe("Number 1 of 4 by accuracy: 90.0 %, 10.0 points ahead of Beta.");
  expect(says(beta)).toBe("Number 2 of 4 by accuracy: 80.0 %, 10.0 points behind Alpha, less than 0.1 points ahead of Gamma.");
  expect(says(delta)).toBe("Number 4 of 4 by accuracy: 40.0 %, 40.0 points behind Gamma.");
});

test("a rank has its range, and none is given to what was measured on other gold", () => {
  const told = { ...ranksOf(board, accuracy), beta: { rank: 2, range: [2, 3] as const } };
  expect(says(beta, board, accuracy, told)).toMatch(/^Number 2 \(2–3\) of 4 by accuracy: 80\.0 %,/);
  const { beta: _, ...others } = told;
  expect(says(beta, board, accuracy, others)).toBe(
    "Accuracy 80.0 %, measured on other gold or by other kernels than the others, and so not ranked.",
  );
});

test("equal values are level", () => {
  const twin = entry("Twin", { accuracy: 0.9 });
  expect(says(alpha, [alpha, twin])).toBe("Number 1 of 2 by accuracy: 90.0 %, level with Twin.");
  expect(says(twin, [alpha, twin])).toBe("Number 1 of 2 by accuracy: 90.0 %, level with Alpha.");
});

test("quoted figures are not ranked, and baselines say who does not beat them", () => {
  expect(says(zeta)).toBe("Accuracy 95.0 %, quoted and so not ranked; 0 of 4 systems scored here do better.");
  expect(says(guess)).toBe("Accuracy 50.0 % without a model. 1 of 5 systems does not beat it.");
  expect(says(guess, [guess])).toBe("Accuracy 50.0 % without a model.");
  expect(says(alpha, [alpha])).toBe("Accuracy 90.0 %. It is the only system scored here.");
});

test("quoted figures of other items are held against nothing", () => {
  const on = "other videos";
  const apart = "Quoted figures are of other videos, and are not held against what is scored here";
  const told = (one: Listed, entries: readonly Listed[]) =>
    entrySentence(one, entries, accuracy, ranksOf(entries, accuracy), on).replaceAll("\u00a0", " ");
  expect(told(zeta, board)).toBe(`Accuracy 95.0 %, quoted and so not ranked. ${apart}.`);
  expect(told(guess, board)).toBe("Accuracy 50.0 % without a model. 1 of 4 systems does not beat it.");
  expect(told(guess, [zeta, guess])).toBe("Accuracy 50.0 % without a model.");
  const title = (entries: readonly Listed[]) => stripTitle(entries, accuracy, on).replaceAll("\u00a0", " ");
  expect(title([zeta, guess])).toBe(apart);
  expect(title(board)).toBe("1 of 4 systems scored here does not beat the best baseline, guess");
  expect(title([zeta, alpha, guess])).toBe("The only system scored here is 40.0 points better than the best baseline");
  expect(title([zeta])).toBe("One system, at 95.0 %");
  expect(standingTitle(zeta, board, accuracy, on)).toBe(apart);
  expect(standingTitle(beta, board, accuracy, on)).toBe("Better than 2 of the 3 other systems");
});

test("lower is better turns the neighbours round", () => {
  const distance = metric("distance", { unit: "edits", better: "lower" });
  const [first, second] = [entry("First", { distance: 1 }), entry("Second", { distance: 3.5 })];
  expect(says(second, [second, first], distance)).toBe("Number 2 of 2 by distance: 3.50 edits, 2.50 edits behind First.");
});

test("an entry without the figure says why", () => {
  const none = { ...alpha, scores: { accuracy: { reason: "no items", scored: 0, unscored: 0 } } };
  expect(says(none)).toBe("No accuracy is known: no items.");
  expect(says({ ...alpha, scores: {} })).toBe("No accuracy is known.");
});

test("a printed figure keeps its digits, and is held against the computed one at those", () => {
  const quoted = { source: "https://example.org/", where: "table 1" };
  const of = (computed: number | undefined, told: number | undefined, decimals: number, unit: "fraction" | "coefficient" = "fraction") =>
    printed(
      {
        scores: { m: computed === undefined ? { reason: "no items" } : { value: computed } },
        slices: {},
        quoted: {
          ...quoted,
          decimals,
          scores: told === undefined ? {} : { m: { value: told } },
          slices: { s: { v: { m: { value: 0.5 } } } },
        },
      },
      { id: "m", unit },
    );
  expect(of(0.71249, 0.712, 3)).toEqual({ text: "71.2", differs: false });
  expect(of(0.7132, 0.712, 3)).toEqual({ text: "71.2", differs: true });
  expect(of(0.7132, 0.71, 2)).toEqual({ text: "71", differs: false });
  expect(of(0.7021, 0.7, 3)).toEqual({ text: "70.0", differs: true });
  expect(of(0.4231, 0.423, 3, "coefficient")).toEqual({ text: "0.423", differs: false });
  expect(of(undefined, 0.7, 2)).toEqual({ text: "70", differs: false });
  expect(of(0.7, undefined, 3)).toBeUndefined();
  expect(printed({ scores: {}, slices: {} }, { id: "m", unit: "fraction" })).toBeUndefined();
  const cut = {
    slices: { s: { v: { m: { value: 0.4 } } } },
    scores: {},
    quoted: { ...quoted, decimals: 1, scores: {}, slices: { s: { v: { m: { value: 0.5 } } } } },
  };
  expect(printed(cut, { id: "m", unit: "fraction" }, { slice: "s", value: "v" })).toEqual({ text: "50", differs: true });
});

test("the best of a slice is a ranked one", () => {
  const cut = (value: number) => ({ slices: { length: { short: { accuracy: { value } } } } });
  const entries = [entry("A", {}, cut(0.5)), entry("B", {}, cut(0.7)), entry("Q", {}, { ...cut(0.9), evidence: "published" })];
  expect(bestOf(entries, accuracy, { slice: "length", value: "short" })).toMatchObject({ entry: { id: "b" }, value: 0.7 });
  expect(bestOf(entries, accuracy, { slice: "length", value: "long" })).toBeUndefined();
});

test("neighbours follow the board", () => {
  expect(neighbours(zeta, board)).toEqual({ next: alpha });
  expect(neighbours(delta, board)).toEqual({ previous: guess });
});

test("the strip sets off the leader, or the entry whose page it is, and the best baseline", () => {
  const named = (mine?: string) => stripMarks(board, accuracy, mine).flatMap(({ name, named: off }) => (off ? [name] : []));
  expect(named()).toEqual(["Alpha", "Guess"]);
  expect(named("delta")).toEqual(["Guess", "Delta"]);
  expect(stripMarks(board, accuracy).map(({ kind }) => kind)).toEqual(["quoted", "scored", "scored", "scored", "baseline", "scored"]);
});

test("titles of strips say what to see", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  expect(plain(stripTitle(board, accuracy))).toBe("1 of 5 systems does not beat the best baseline, guess");
  expect(plain(stripTitle([alpha, beta, guess], accuracy))).toBe(
    "Even the last of the systems is 30.0 points better than the best baseline",
  );
  expect(plain(stripTitle([alpha, beta], accuracy))).toBe("Systems spread from 80.0 % to 90.0 %");
  expect(standingTitle(beta, board, accuracy)).toBe("Better than 2 of the 4 other systems, quoted ones included");
});

test("a quoted share that no count of the items gives is doubted, where a peer tells how many there are", () => {
  const counted = { "first-error-accuracy": { value: 0.5, scored: 240, unscored: 10 } };
  const peer: Listed = { ...entry("Peer", {}), scores: counted, slices: { dataset: { a: counted } } };
  const slices = { dataset: { a: { "first-error-accuracy": { value: 0.653 } } } };
  const quoted = entry("Quoted", { "first-error-accuracy": 0.652 }, { evidence: "published", slices });
  const doubt = doubtsOf(quoted, [quoted, peer]);
  expect(doubt({ id: "first-error-accuracy" })).toBeUndefined();
  expect(doubt({ id: "first-error-accuracy" }, { slice: "dataset", value: "a" })).toBe("no count of 250 items gives this share");
  expect(doubtsOf(quoted, [quoted])({ id: "first-error-accuracy" }, { slice: "dataset", value: "a" })).toBeUndefined();
});
