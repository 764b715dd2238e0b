import type { SeverityItem, SeverityPrediction } from "@stepladder/schema";
import type { SeverityCodec } from "@stepladder/wasm/metrics/severity/measure.ts";

/** What is measured where no judge gave a score. */
export const vacant: SeverityPrediction = { judges: {} };

/**
 * Whether a judge is the scored model: each word of its name is one of the model's, and its numbers, where it has any, are the model's.
 * So `gpt55` and `gpt-5.5` are GPT-5.5, `grok` is any Grok, and `gpt` with the numbers of another GPT is not.
 */
export function isOwn(judge: string, model: string): boolean {
  const words = (name: string): string[] => name.toLowerCase().match(/[a-z]+/g) ?? [];
  const numbers = (name: string): string => name.replace(/\D/g, "");
  const own = words(judge);
  const known = new Set(words(model));
  return own.length > 0 && own.every((word) => known.has(word)) && ["", numbers(model)].includes(numbers(judge));
}

/** How runs and their judges are told to the family. */
export const severityCodec: SeverityCodec<SeverityItem, SeverityPrediction> = {
  gold: ({ scenario, variation }) => ({ pair: scenario, side: variation }),
  prediction: ({ judges, model, self }) => {
    const given = Object.entries(judges).filter((one): one is [string, number] => one[1] !== null);
    const own = model === undefined ? -1 : given.findIndex(([judge]) => isOwn(judge, model));
    return { scores: given.map(([, score]) => score), own: own < 0 ? undefined : own, self: self ?? given[own]?.[1] };
  },
};
