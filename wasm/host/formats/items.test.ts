import { SourceNumber } from "@stepladder/schema";
import { expect, it } from "vitest";
import { readAll } from "../../intake/testing.ts";
import { metrics } from "../../metrics/index.ts";
import { score, wordsGold } from "../testing.ts";
import { FORMATS } from "./index.ts";

const [first, second] = wordsGold.map(({ id, words }) => ({ id, said: words }));
const cards = { plain: await score(first, second), repeated: await score({ ...first, sample: 0 }, { ...first, sample: 1, said: ["x"] }) };

const number = (value: unknown) => (value instanceof SourceNumber ? Number(value.text) : Number(value));

it.each(["items-csv", "items-parquet"] as const)("%s is read back by our own readers to the last bit", async (id) => {
  const format = FORMATS.find((one) => one.id === id)!;
  for (const card of Object.values(cards)) {
    const data = await format.write(card, metrics, {});
    const { records, problems, failure } = await readAll([`card.${format.ending}`, data]);
    expect({ problems, failure }).toEqual({ problems: [], failure: undefined });
    const read = records.map(({ value }) => {
      const { id, unscored, samples, group: _, ...statistics } = value as Record<string, unknown>;
      return {
        id,
        ...(unscored === null || unscored === "" ? {} : { unscored }),
        ...(samples === undefined ? {} : { samples: number(samples) }),
        statistics: Object.fromEntries(Object.entries(statistics).map(([name, cell]) => [name, number(cell)])),
      };
    });
    expect(read).toEqual(card.items);
  }
});
