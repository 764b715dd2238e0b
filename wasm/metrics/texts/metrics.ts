import { type AdditiveMetric, additive, meanOfAnswered, type SummedMetric } from "../contract.ts";

function textMetric<Id extends string>(id: Id, told: Pick<AdditiveMetric, "title" | "explains">): SummedMetric & { readonly id: Id } {
  const metric = additive({
    ...told,
    id,
    group: "Exact text",
    unit: "fraction",
    better: "higher",
    binary: true,
    family: "texts",
    source: "Ours: papers that match after normalising whitespace seldom say by which rule",
    ...meanOfAnswered(id, "texts", "text"),
  });
  return { ...metric, id };
}

/** Share of texts that are right but for whitespace. */
export const textMatch = textMetric("text-match", {
  title: "Exact match",
  explains:
    "Share of the texts that are equal to gold once every run of spaces, tabs and line breaks is one space and none stands at the ends.",
});

/** Share of texts that are right to the byte. */
export const textMatchStrict = textMetric("text-match-strict", {
  title: "Byte-exact match",
  explains: "Share of the texts that are equal to gold in every byte, whitespace and the end of the last line included.",
});
